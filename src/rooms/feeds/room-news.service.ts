import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rendered, type RenderedText } from '../../core/database/rendered';
import { Statement } from '../../core/database/statement';
import type { Locale } from '../../core/i18n/locales';
import type { PostView } from '../posts/post.schema';
import { findPosts } from '../posts/post-views';
import { readThreads, toThread } from '../threads/standing-thread';

/** Posts that a feed tells of. */
const MOST = 30;

/** A post that still stands, with what it belongs to. */
export interface NewsItem {
  post: PostView;
  thread: RenderedText;
}

/** The newest posts of rooms stand in the threads where something was said last: no other thread is looked at. */
const LATEST = new Statement<{ room_id: string; id: string }>(
  `select post.room_id, post.id
   from (
     select recent.room_id, recent.id
     from unnest($1::uuid[]) wanted (id)
     cross join lateral (
       select room_id, id, last_post_at from threads
       where room_id = wanted.id and last_number > 0 order by last_post_at desc limit ${MOST}
     ) recent
     order by recent.last_post_at desc limit ${MOST}
   ) thread
   cross join lateral (
     select room_id, id, published_at from posts
     where room_id = thread.room_id and thread_id = thread.id and withdrawn_at is null
     order by number desc limit ${MOST}
   ) post
   order by post.published_at desc, post.id limit ${MOST}`,
);
const THREADS = readThreads('threads', 'where thread.room_id = any($2) and thread.id = any($3)');
const CHANGED = new Statement<{ at: Date }>('select at from journal where scope_id = $1 and seq = $2');

/** What was said last, for feeds. Whether the rooms may be read is asked before. */
@Injectable()
export class RoomNews {
  constructor(private readonly database: DataSource) {}

  async ofRooms(roomIds: string[], locales: readonly Locale[]): Promise<NewsItem[]> {
    const latest = await LATEST.run(this.database, [roomIds]);
    if (latest.length === 0) return [];
    const values = [latest.map(({ room_id }) => room_id), latest.map(({ id }) => id)];
    const posts = await findPosts(
      this.database,
      'post.room_id = any($1) and post.id = any($2) and post.withdrawn_at is null',
      values,
    );
    return this.withThreads(posts, locales);
  }

  async ofThread(
    { id, roomId }: { id: string; roomId: string },
    locales: readonly Locale[],
  ): Promise<NewsItem[]> {
    const posts = await findPosts(
      this.database,
      `post.room_id = $1 and post.thread_id = $2 and post.withdrawn_at is null
       order by post.number desc limit ${MOST}`,
      [roomId, id],
    );
    return this.withThreads(posts, locales);
  }

  /** When something happened in the room last. */
  async changedAt(roomId: string, lastSeq: number): Promise<Date | undefined> {
    return (await CHANGED.run(this.database, [roomId, lastSeq]))[0]?.at;
  }

  private async withThreads(posts: PostView[], locales: readonly Locale[]): Promise<NewsItem[]> {
    if (posts.length === 0) return [];
    const ids = (of: 'roomId' | 'threadId') => [...new Set(posts.map((post) => post[of]))];
    const rows = await THREADS.run(this.database, [null, ids('roomId'), ids('threadId')]);
    const titles = new Map(
      rows.map(toThread).map((thread) => [thread.id, rendered(thread, ({ title }) => title, locales)!]),
    );
    return posts
      .flatMap((post) => {
        const thread = titles.get(post.threadId);
        return thread ? [{ post, thread }] : [];
      })
      .sort((a, b) => b.post.publishedAt.localeCompare(a.post.publishedAt) || b.post.number - a.post.number);
  }
}
