import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import type { Locale } from '../../core/i18n/locales';
import type { Author, PostView } from '../posts/post.schema';
import { findPosts } from '../posts/post-views';
import { Room } from '../room.entity';
import { roomPolicy } from '../room.policy';
import type { RoomView } from '../room.schema';
import { RoomViews } from '../room-views.service';
import type { Thread } from './thread.entity';
import type { ThreadView } from './thread.schema';
import { readThreads, toThread, type StandingThread } from './standing-thread';
import { threadView } from './thread-views';

/** Speakers told of one thread. */
const SPEAKERS = 7;

/** A thread where something was said lately, with its room and its newest post that still stands. */
export interface RecentThread {
  thread: ThreadView;
  room: RoomView;
  post: PostView | undefined;
}

const NEWEST = readThreads(
  'threads',
  'where thread.id = any($2) order by thread.last_post_at desc, thread.id',
);

/** Where people talk right now, over all rooms that the actor may read. */
@Injectable()
export class RecentThreads {
  constructor(
    private readonly database: DataSource,
    private readonly rooms: RoomViews,
  ) {}

  /** At most one thread per room, newest post first. */
  async list(actor: Actor, locales: readonly Locale[], limit: number): Promise<RecentThread[]> {
    const rows = await this.latest(actor, limit);
    const rooms = rows.map(({ room }) => room);
    const [roomViews, posts] = await Promise.all([this.rooms.of(actor, rooms, locales), this.posts(rows)]);
    return rows.map((thread) => ({
      thread: threadView(actor, thread, locales),
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

  private async latest(actor: Actor, limit: number): Promise<StandingThread[]> {
    const scope = roomPolicy.readable(actor, 'room');
    const newest = await this.database
      .getRepository(Room)
      .createQueryBuilder('room')
      .select(
        `(select thread.id from threads thread where thread.room_id = room.id and thread.last_number > 0
            and thread.merged_into_id is null
          order by thread.last_post_at desc, thread.id limit 1)`,
        'id',
      )
      .where(scope.where, scope.parameters)
      .andWhere('room.archivedAt is null and room.lastPostAt is not null')
      .orderBy('room.lastPostAt', 'DESC')
      .limit(limit)
      .getRawMany<{ id: string }>();
    const rows = await NEWEST.run(this.database, [actor.person?.id ?? null, newest.map(({ id }) => id)]);
    return rows.map(toThread);
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
