import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Invalid, NotFound } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import { RoomOrder } from '../live/room-order';
import type { PostView } from '../posts/post.schema';
import { findPosts } from '../posts/post-views';
import { roomPolicy } from '../room.policy';
import { Rooms } from '../rooms.service';
import { MovedMeanwhile } from '../threads/moved-meanwhile';
import type { Thread } from '../threads/thread.entity';
import { threadPolicy, type ThreadPlace } from '../threads/thread.policy';
import { Threads } from '../threads/threads.service';
import { Carrying, type Leaving } from './carrying.service';
import type { Split } from './moving.schema';
import { lockRooms, recount } from './room-locks';

/** The thread that posts go to: one that stands, or one that is opened for them. */
type Target = { id: string; roomId: string } | { id: null; roomId: string; title: string; locale: Locale };

/** Threads that are two matters become two, and two that are one become one. What was one stays undone by the other. */
@Injectable()
export class Splitting {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly order: RoomOrder,
    private readonly rooms: Rooms,
    private readonly threads: Threads,
    private readonly carrying: Carrying,
  ) {}

  /** The thread, for who may split it or merge it. */
  async forChange(actor: Actor, id: string, ability: 'split' | 'merge'): Promise<Thread> {
    const thread = await this.threads.find(actor, id);
    threadPolicy.allow(actor, ability, thread);
    return thread;
  }

  /** Posts that can be chosen: the newest, or all from a number on. */
  async choice({ id, roomId }: Thread, from: number | undefined, most: number): Promise<PostView[]> {
    const posts = await findPosts(
      this.database,
      `post.room_id = $1 and post.thread_id = $2 and post.moved_to_id is null and post.number >= $3
       order by post.number ${from === undefined ? `desc limit ${most}` : ''}`,
      [roomId, id, from ?? 2],
    );
    return from === undefined ? posts.reverse() : posts;
  }

  /** The first post stays: with it the thread would be another one. @returns where the posts are now */
  async split(actor: Actor, id: string, input: Split): Promise<string> {
    const thread = await this.forChange(actor, id, 'split');
    const target = await this.targetOf(actor, thread, input);
    return this.transactions.run(async (tx) => {
      await this.lock(tx, thread, target);
      const posts = await this.leaving(tx, thread, input);
      if (posts.some(({ number }) => number === 1)) throw problem(input, 'rooms:problem.first_stays');
      const to = target.id === null ? await this.openFor(tx, actor, target, posts[0]!) : target;
      await this.go(tx, actor, 'thread.split', { from: thread, to, posts });
      return to.id;
    });
  }

  /** Everything that was said goes to the other thread; whoever comes here is led there. */
  async merge(actor: Actor, id: string, intoId: string): Promise<void> {
    const thread = await this.forChange(actor, id, 'merge');
    const into = await this.standing(actor, thread, intoId);
    await this.transactions.run(async (tx) => {
      await this.lock(tx, thread, into);
      const posts = await this.leaving(tx, thread, { from: 1 });
      await tx.query(
        `update threads set merged_into_id = $3, closed_at = coalesce(closed_at, clock_timestamp()), pinned_at = null
         where room_id = $1 and id = $2`,
        [thread.roomId, id, into.id],
      );
      await this.go(tx, actor, 'thread.merged', { from: thread, to: into, posts });
      await this.carryDrafts(tx, thread, into);
      await tx.query('delete from thread_levels where room_id = $1 and thread_id = $2', [thread.roomId, id]);
      await tx.query('delete from reading_positions where room_id = $1 and thread_id = $2', [
        ...[thread.roomId, id],
      ]);
    });
  }

  private async targetOf(actor: Actor, thread: Thread, input: Split): Promise<Target> {
    if (input.threadId) return this.standing(actor, thread, input.threadId);
    const room = input.roomId ? await this.rooms.find(actor, input.roomId) : thread.room;
    roomPolicy.allow(actor, 'open', room);
    return { id: null, roomId: room.id, title: input.title!, locale: input.locale! };
  }

  /** What people were writing there, unless they are writing in the other thread too. */
  private async carryDrafts(tx: EntityManager, from: Thread, to: ThreadPlace): Promise<void> {
    await tx.query(
      `update post_drafts set room_id = $3, thread_id = $4
       where room_id = $1 and thread_id = $2 and not exists (
         select from post_drafts there where there.person_id = post_drafts.person_id and there.room_id = $3
           and there.thread_id = $4)`,
      [from.roomId, from.id, to.roomId, to.id],
    );
  }

  /** A thread where the actor may write. */
  private async standing(actor: Actor, { id }: Thread, intoId: string): Promise<ThreadPlace> {
    if (intoId === id) throw Invalid.field('threadId', 'rooms:problem.same_thread');
    const into = await this.threads.place(actor, intoId).catch((error: unknown) => {
      throw error instanceof NotFound ? Invalid.field('threadId', 'rooms:problem.no_such_thread') : error;
    });
    threadPolicy.allow(actor, 'reply', into);
    return into;
  }

  /** Once nobody else writes here: both must still be where they were, and whole. */
  private async lock(tx: EntityManager, from: Thread, to: Target): Promise<void> {
    await lockRooms(tx, [from.roomId, to.roomId]);
    const wanted = to.id === null ? [from] : [from, to];
    for (const { id, roomId } of wanted) {
      const [found] = await tx.query<unknown[]>(
        'select 1 from threads where room_id = $1 and id = $2 and merged_into_id is null for update',
        [roomId, id],
      );
      if (!found) throw new MovedMeanwhile();
    }
  }

  private async leaving(
    tx: EntityManager,
    { id, roomId }: Thread,
    { postIds, from }: Pick<Split, 'postIds' | 'from'>,
  ): Promise<Leaving[]> {
    const posts = await tx.query<Leaving[]>(
      `select id, number, author_id as "authorId", client_id as "clientId" from posts
       where room_id = $1 and thread_id = $2 and moved_to_id is null
         and (id = any($3::uuid[]) or number >= $4) order by number`,
      [roomId, id, postIds ?? [], from ?? null],
    );
    const wanted = postIds && new Set(postIds.map((each) => each.toLowerCase()));
    if (wanted ? posts.length < wanted.size : posts.length === 0 && from !== 1)
      throw problem({ postIds, from }, 'rooms:problem.no_posts');
    return posts;
  }

  /** It is the thread of whoever said the first of its words. */
  private async openFor(
    tx: EntityManager,
    actor: Actor,
    { roomId, title, locale }: Extract<Target, { id: null }>,
    { authorId }: Leaving,
  ): Promise<{ id: string; roomId: string }> {
    const id = randomUUID();
    await tx.query(
      'insert into threads (id, room_id, title, locale, opened_by) values ($1, $2, $3, $4, $5)',
      [id, roomId, title, locale, authorId],
    );
    await this.order.record(tx, 'thread.opened', actor, roomId, { kind: 'thread', id }, { threadId: id });
    return { id, roomId };
  }

  private async go(
    tx: EntityManager,
    actor: Actor,
    name: 'thread.split' | 'thread.merged',
    { from, to, posts }: { from: Thread; to: { id: string; roomId: string }; posts: Leaving[] },
  ): Promise<void> {
    const subject = { kind: 'thread', id: from.id };
    const data = { threadId: from.id, toThreadId: to.id };
    const left = await this.order.next(tx, from.roomId);
    const away = from.roomId !== to.roomId;
    const seq = away ? await this.order.next(tx, to.roomId) : left;
    await this.carrying.carry(tx, actor, { from, to, posts, seq });
    await this.order.record(tx, name, actor, from.roomId, subject, data, left);
    if (away) await this.order.record(tx, name, actor, to.roomId, subject, data, seq);
    await recount(tx, [from.roomId, to.roomId]);
  }
}

const problem = (
  { postIds }: Pick<Split, 'postIds' | 'from'>,
  key: 'rooms:problem.first_stays' | 'rooms:problem.no_posts',
): Invalid => Invalid.field(postIds ? 'postIds' : 'from', key);
