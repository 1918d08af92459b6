import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { withTranslations } from '../../core/database/translation';
import type { Locale } from '../../core/i18n/locales';
import type { Author, PostView } from '../posts/post.schema';
import { findPosts } from '../posts/post-views';
import { roomPolicy } from '../room.policy';
import type { RoomView } from '../room.schema';
import { RoomViews } from '../room-views.service';
import { Thread } from './thread.entity';
import type { ThreadView } from './thread.schema';
import { ThreadViews } from './thread-views.service';

/** Speakers told of one thread. */
const SPEAKERS = 7;

/** A thread where something was said lately, with its room and its newest post that still stands. */
export interface RecentThread {
  thread: ThreadView;
  room: RoomView;
  post: PostView | undefined;
}

/** Where people talk right now, over all rooms that the actor may read. */
@Injectable()
export class RecentThreads {
  constructor(
    private readonly database: DataSource,
    private readonly rooms: RoomViews,
    private readonly threads: ThreadViews,
  ) {}

  /** At most one thread per room, newest post first. */
  async list(actor: Actor, locales: readonly Locale[], limit: number): Promise<RecentThread[]> {
    const rows = await this.latest(actor, locales, limit);
    const rooms = rows.map(({ room }) => room);
    const [threadViews, roomViews, posts] = await Promise.all([
      this.threads.all(actor, rows, locales),
      this.rooms.of(actor, rooms, locales),
      this.posts(rows),
    ]);
    return threadViews.map((thread) => ({
      thread,
      room: roomViews.find(({ id }) => id === thread.roomId)!,
      post: posts.find(({ threadId }) => threadId === thread.id),
    }));
  }

  /** Who spoke last in a thread, the latest first, each once. */
  async speakers(thread: ThreadView): Promise<Author[]> {
    const posts = await findPosts(
      this.database,
      'post.room_id = $1 and post.thread_id = $2 and post.withdrawn_at is null order by post.number desc limit 30',
      [thread.roomId, thread.id],
    );
    return [...new Map(posts.map(({ author }) => [author.id, author])).values()].slice(0, SPEAKERS);
  }

  private async latest(actor: Actor, locales: readonly Locale[], limit: number): Promise<Thread[]> {
    const scope = roomPolicy.readable(actor, 'room');
    const query = this.database
      .getRepository(Thread)
      .createQueryBuilder('thread')
      .innerJoinAndSelect('thread.room', 'room')
      .where(scope.where, scope.parameters)
      .andWhere('room.archivedAt is null and thread.lastNumber > 0')
      .andWhere(
        `thread.id = (select newest.id from threads newest where newest.room_id = room.id and newest.last_number > 0
                      order by newest.last_post_at desc, newest.id limit 1)`,
      )
      .orderBy('thread.lastPostAt', 'DESC')
      .take(limit);
    withTranslations(query, 'thread', locales);
    return withTranslations(query, 'room', locales).getMany();
  }

  private posts(threads: Thread[]): Promise<PostView[]> {
    return findPosts(
      this.database,
      `(post.room_id, post.thread_id, post.number) in (
         select room_id, thread_id, max(number) from posts
         where room_id = any($1) and thread_id = any($2) and withdrawn_at is null group by room_id, thread_id)`,
      [threads.map(({ roomId }) => roomId), threads.map(({ id }) => id)],
    );
  }
}
