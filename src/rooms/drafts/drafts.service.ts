import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Conflict, SignInRequired } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import { roomPolicy } from '../room.policy';
import { Rooms } from '../rooms.service';
import { threadPolicy } from '../threads/thread.policy';
import { Threads } from '../threads/threads.service';
import type { DraftView, NewDraft } from './draft.schema';

/** Where one writes: a thread, or a room in which a thread is to be opened. */
export interface Desk {
  roomId: string;
  threadId: string | null;
}

interface Row {
  revision: number;
  title: string;
  body: string;
  locale: Locale;
  saved_at: Date;
  reply_id: string | null;
  reply_number: number;
  reply_author: string;
}

const OWN = 'room_id = $1 and person_id = $2 and thread_id is not distinct from $3';

/** What somebody is writing: her own, and for no other eyes. */
@Injectable()
export class Drafts {
  constructor(
    private readonly database: DataSource,
    private readonly rooms: Rooms,
    private readonly threads: Threads,
  ) {}

  /** @throws NotFound when she may not, or no longer, read the thread */
  async inThread(actor: Actor, threadId: string, writing = false): Promise<Desk> {
    const thread = await this.threads.place(actor, threadId);
    if (writing) threadPolicy.allow(actor, 'reply', thread);
    return { roomId: thread.roomId, threadId: thread.id };
  }

  /** @throws NotFound when she may not, or no longer, read the room */
  async inRoom(actor: Actor, roomId: string, writing = false): Promise<Desk> {
    const room = await this.rooms.find(actor, roomId);
    if (writing) roomPolicy.allow(actor, 'open', room);
    return { roomId: room.id, threadId: null };
  }

  async find(actor: Actor, desk: Desk): Promise<DraftView | null> {
    const [row] = await this.database.query<Row[]>(
      `select draft.revision, draft.title, draft.body, draft.locale, draft.saved_at, answered.id as reply_id,
         answered.number as reply_number, author.name as reply_author
       from post_drafts draft
       left join posts answered on answered.room_id = draft.room_id and answered.thread_id = draft.thread_id
         and answered.id = draft.reply_to_id and answered.withdrawn_at is null
       left join people author on author.id = answered.author_id
       where draft.room_id = $1 and draft.person_id = $2 and draft.thread_id is not distinct from $3`,
      own(actor, desk),
    );
    return row ? toDraft(row) : null;
  }

  /** Without words there is no draft. @throws Conflict with what another device has kept */
  async save(actor: Actor, desk: Desk, draft: NewDraft): Promise<DraftView | null> {
    const { title, body, locale, replyToId, baseRevision } = draft;
    if (!body.trim() && !title) await this.drop(actor, desk, baseRevision);
    else {
      const saved = await this.database.query<unknown[]>(
        `insert into post_drafts (room_id, person_id, thread_id, title, body, locale, reply_to_id)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict on constraint post_drafts_once do update set title = excluded.title, body = excluded.body,
           locale = excluded.locale, reply_to_id = excluded.reply_to_id, revision = excluded.revision,
           saved_at = clock_timestamp()
         where $8::int is null or post_drafts.revision = $8
         returning revision`,
        [...own(actor, desk), title, body, locale, replyToId, baseRevision ?? null],
      );
      if (saved.length === 0) return this.stands(actor, desk, draft);
    }
    return this.find(actor, desk);
  }

  /** Given up, or sent by a program. @throws Conflict when it is not the one that is meant */
  async drop(actor: Actor, desk: Desk, baseRevision?: number): Promise<void> {
    await this.database.query(`delete from post_drafts where ${OWN} and ($4::int is null or revision = $4)`, [
      ...own(actor, desk),
      baseRevision ?? null,
    ]);
    const left = baseRevision === undefined ? null : await this.find(actor, desk);
    if (left) throw new Conflict({ ...left });
  }

  /** It was sent by a form. What another device has kept beside it stays. */
  async sent(actor: Actor, { roomId, threadId }: Desk, body: string): Promise<void> {
    await this.database.query(`delete from post_drafts where ${OWN} and body = $4`, [
      ...own(actor, { roomId, threadId }),
      body,
    ]);
  }

  /** Another state is kept than the one that was meant: no matter where the words are the same. */
  private async stands(actor: Actor, desk: Desk, draft: NewDraft): Promise<DraftView | null> {
    const there = await this.find(actor, desk);
    if (!there) return this.save(actor, desk, draft);
    const { title, body, locale, replyTo } = there;
    const same = title === draft.title && body === draft.body && locale === draft.locale;
    if (same && (replyTo?.id ?? null) === draft.replyToId) return there;
    throw new Conflict({ ...there });
  }
}

function own({ person }: Actor, { roomId, threadId }: Desk): (string | null)[] {
  if (!person) throw new SignInRequired();
  return [roomId, person.id, threadId];
}

const toDraft = ({ revision, title, body, locale, saved_at, ...reply }: Row): DraftView => ({
  ...{ revision, title, body, locale, savedAt: saved_at.toISOString() },
  replyTo: reply.reply_id
    ? { id: reply.reply_id, number: reply.reply_number, author: reply.reply_author }
    : null,
});
