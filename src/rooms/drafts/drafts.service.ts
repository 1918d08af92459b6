import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { SignInRequired } from '../../core/errors/refusal';
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
  title: string;
  body: string;
  locale: Locale;
  saved_at: Date;
  reply_id: string | null;
  reply_number: number;
  reply_author: string;
}

const OWN = 'room_id = $1 and person_id = $2 and thread_id is not distinct from $3';

/** What somebody is writing: her own, and for no other eyes. The last one to save wins. */
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
      `select draft.title, draft.body, draft.locale, draft.saved_at, answered.id as reply_id,
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

  /** Without words there is no draft. */
  async save(actor: Actor, desk: Desk, draft: NewDraft): Promise<DraftView | null> {
    if (!draft.body.trim() && !draft.title) await this.drop(actor, desk);
    else
      await this.database.query(
        `insert into post_drafts (room_id, person_id, thread_id, title, body, locale, reply_to_id)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict on constraint post_drafts_once do update set title = excluded.title, body = excluded.body,
           locale = excluded.locale, reply_to_id = excluded.reply_to_id, saved_at = clock_timestamp()`,
        [...own(actor, desk), draft.title, draft.body, draft.locale, draft.replyToId],
      );
    return this.find(actor, desk);
  }

  /** It was sent, or given up. */
  async drop(actor: Actor, desk: Desk): Promise<void> {
    await this.database.query(`delete from post_drafts where ${OWN}`, own(actor, desk));
  }
}

function own({ person }: Actor, { roomId, threadId }: Desk): (string | null)[] {
  if (!person) throw new SignInRequired();
  return [roomId, person.id, threadId];
}

const toDraft = ({ title, body, locale, saved_at, ...reply }: Row): DraftView => ({
  ...{ title, body, locale, savedAt: saved_at.toISOString() },
  replyTo: reply.reply_id
    ? { id: reply.reply_id, number: reply.reply_number, author: reply.reply_author }
    : null,
});
