import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rendered } from '../../core/database/rendered';
import type { Locale } from '../../core/i18n/locales';
import type { EntryPage, EntryView } from './entry.schema';
import type { PostView } from '../posts/post.schema';
import { findPosts } from '../posts/post-views';
import type { RoomEntryName } from '../rooms.entries';
import { Thread } from '../threads/thread.entity';

interface Row {
  seq: string;
  name: RoomEntryName;
  at: Date;
  actor_id: string | null;
  data: { threadId?: string; postId?: string };
}

/** The entries of a room in their order, as clients apply them. The caller has checked that the room is readable. */
@Injectable()
export class RoomFeed {
  private epoch?: string;

  constructor(private readonly database: DataSource) {}

  async after(roomId: string, seq: number, limit: number, locales: readonly Locale[]): Promise<EntryPage> {
    const [entries, lastSeq, epoch] = await Promise.all([
      this.entries(roomId, seq, limit, locales),
      this.lastSeq(roomId),
      this.currentEpoch(),
    ]);
    return { epoch, lastSeq: Math.max(lastSeq, entries.at(-1)?.seq ?? 0), entries };
  }

  async lastSeq(roomId: string): Promise<number> {
    return (await this.lastSeqs([roomId])).get(roomId) ?? 0;
  }

  async lastSeqs(roomIds: string[]): Promise<Map<string, number>> {
    const rows = await this.database.query<{ id: string; seq: string }[]>(
      'select id, last_seq as seq from rooms where id = any($1)',
      [roomIds],
    );
    return new Map(rows.map(({ id, seq }) => [id, Number(seq)]));
  }

  /** Which history the numbers belong to; another one after a restore. */
  async currentEpoch(): Promise<string> {
    this.epoch ??= (await this.database.query<[{ epoch: string }]>('select epoch from hub'))[0].epoch;
    return this.epoch;
  }

  async entries(
    roomId: string,
    after: number,
    limit: number,
    locales: readonly Locale[],
  ): Promise<EntryView[]> {
    const rows = await this.database.query<Row[]>(
      `select seq, name, at, actor_id, data from journal
       where scope_id = $1 and seq > $2 order by seq limit $3`,
      [roomId, after, limit],
    );
    const posts = await this.posts(roomId, rows);
    const threads = await this.threads(roomId, rows, locales);
    return rows.map((row) => ({
      seq: Number(row.seq),
      name: row.name,
      at: row.at.toISOString(),
      actorId: row.actor_id,
      threadId: row.data.threadId ?? null,
      ...(row.data.postId && posts.has(row.data.postId) && { post: posts.get(row.data.postId)! }),
      ...(row.data.threadId && threads.has(row.data.threadId) && { thread: threads.get(row.data.threadId)! }),
    }));
  }

  private async posts(roomId: string, rows: Row[]): Promise<Map<string, PostView>> {
    const ids = [...new Set(rows.flatMap(({ data }) => data.postId ?? []))];
    if (ids.length === 0) return new Map();
    const posts = await findPosts(this.database, 'post.room_id = $1 and post.id = any($2)', [roomId, ids]);
    return new Map(posts.map((post) => [post.id, post]));
  }

  private async threads(roomId: string, rows: Row[], locales: readonly Locale[]) {
    const ids = [...new Set(rows.flatMap(({ data }) => data.threadId ?? []))];
    const threads = await this.database
      .getRepository(Thread)
      .createQueryBuilder('thread')
      .leftJoinAndSelect('thread.translations', 'translation', 'translation.locale = any(:locales)', {
        locales,
      })
      .where('thread.roomId = :roomId and thread.id = any(:ids)', { roomId, ids })
      .getMany();
    return new Map(
      threads.map((thread) => {
        const { text, locale } = rendered(thread, (row) => row.title, locales)!;
        const { id, closedAt, pinnedAt, lastNumber } = thread;
        const view = {
          id,
          title: text,
          locale,
          closed: closedAt !== null,
          pinned: pinnedAt !== null,
          postCount: lastNumber,
        };
        return [id, view];
      }),
    );
  }
}
