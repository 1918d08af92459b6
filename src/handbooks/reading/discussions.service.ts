import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Language } from '../../core/i18n/language';
import { NotFound } from '../../core/errors/refusal';
import { Rooms } from '../../rooms/rooms.service';
import { Threads } from '../../rooms/threads/threads.service';
import { HandbookAccess, type ChapterRow, type HandbookRow } from '../handbook.access';
import type { OpeningPost } from './discussion.schema';

/** How far people have come with a chapter. */
export interface Discussion {
  threadId: string;
  posts: number;
  lastPostAt: string;
}

/** One thread for each chapter that somebody wants to talk about, in a room of the partnership for its handbook. */
@Injectable()
export class ChapterDiscussions {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: HandbookAccess,
    private readonly rooms: Rooms,
    private readonly threads: Threads,
  ) {}

  /** `undefined` when nobody has begun, or when the reader may not read it. */
  async of(actor: Actor, threadId: string | null): Promise<Discussion | undefined> {
    if (!threadId) return undefined;
    try {
      const { postCount, lastPostAt } = await this.threads.view(actor, threadId, []);
      return { threadId, posts: postCount, lastPostAt };
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }

  /** Returns the thread: the one that there is, when somebody was first. */
  async open(actor: Actor, handbook: string, slug: string, first: OpeningPost): Promise<string> {
    const chapter = await this.access.toChapter(actor, 'discuss', handbook, slug);
    if (chapter.threadId) return chapter.threadId;
    const room = await this.room(chapter.handbook);
    const { body, locale, clientId } = first;
    const opened = await this.threads.open(actor, room, { title: chapter.title, body, locale, clientId });
    return this.keep(actor, chapter, opened.id);
  }

  /** The first who asks decides. */
  private async keep(actor: Actor, chapter: ChapterRow, threadId: string): Promise<string> {
    const { id, handbookId, handbook } = chapter;
    return this.transactions.run(async (tx) => {
      const [rows] = await tx.query<[{ thread_id: string }[], number]>(
        'update chapters set thread_id = $2 where id = $1 and thread_id is null returning thread_id',
        [id, threadId],
      );
      if (rows.length > 0)
        await this.access.record(tx, 'chapter.discussed', {
          ...{ actor, partnershipId: handbook.partnershipId, subject: { kind: 'chapter', id } },
          data: { handbookId, threadId },
        });
      const [row] = await tx.query<[{ thread_id: string }]>('select thread_id from chapters where id = $1', [
        id,
      ]);
      return row.thread_id;
    });
  }

  private async room(handbook: HandbookRow): Promise<string> {
    return this.transactions.run(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`handbook ${handbook.id}`]);
      const [row] = await tx.query<[{ room_id: string | null }]>(
        'select room_id from handbooks where id = $1',
        [handbook.id],
      );
      return row.room_id ?? this.openRoom(handbook);
    });
  }

  private async openRoom({ id, title, locale, partnershipId }: HandbookRow): Promise<string> {
    const { t } = Language.of(locale);
    const room = await this.rooms.open(Actor.system, {
      ...{ name: title, description: t('handbooks:reading.discussion.room'), locale },
      ...{ place: 'partnership', placeId: partnershipId, visibility: 'public' },
    });
    await this.database.query('update handbooks set room_id = $2 where id = $1', [id, room.id]);
    return room.id;
  }
}
