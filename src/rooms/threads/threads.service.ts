import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { withTranslations } from '../../core/database/translation';
import { Conflict, NotFound } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import type { PostView } from '../posts/post.schema';
import { Posts } from '../posts/posts.service';
import { roomPolicy } from '../room.policy';
import { RoomOrder } from '../live/room-order';
import { Rooms } from '../rooms.service';
import { Thread } from './thread.entity';
import { threadPolicy } from './thread.policy';
import type { NewThread, RenamedThread, ThreadView, ThreadWindow } from './thread.schema';
import { ThreadViews } from './thread-views.service';

/** What people do with threads. */
@Injectable()
export class Threads {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly order: RoomOrder,
    private readonly rooms: Rooms,
    private readonly posts: Posts,
    private readonly views: ThreadViews,
  ) {}

  /** @throws NotFound also when the actor may not read the room. */
  async find(actor: Actor, id: string, locales: readonly Locale[] = []): Promise<Thread> {
    const readable = threadPolicy.readable(actor, 'room');
    const query = this.database
      .getRepository(Thread)
      .createQueryBuilder('thread')
      .innerJoinAndSelect('thread.room', 'room')
      .where('thread.id = :id', { id })
      .andWhere(readable.where, readable.parameters);
    const thread = await withTranslations(query, 'thread', locales).getOne();
    if (!thread) throw new NotFound();
    return thread;
  }

  async view(actor: Actor, id: string, locales: readonly Locale[]): Promise<ThreadView> {
    const thread = await this.find(actor, id, locales);
    return this.views.of(actor, thread, locales);
  }

  /** Pinned first, then by newest post, in pages. */
  async list(actor: Actor, roomId: string, window: ThreadWindow, locales: readonly Locale[]) {
    const room = await this.rooms.find(actor, roomId);
    return this.views.page(actor, room, window, locales);
  }

  /** Opens a thread with its first post. The same client id again answers with the same thread. */
  async open(
    actor: Actor,
    roomId: string,
    input: NewThread,
  ): Promise<{ id: string; post: PostView; repeated: boolean }> {
    const room = await this.rooms.find(actor, roomId);
    roomPolicy.allow(actor, 'open', room);
    const known = await this.posts.sent(actor, room.id, input.clientId);
    if (known) return { id: known.threadId, post: known, repeated: true };
    const id = randomUUID();
    const write = async (tx: EntityManager) => {
      await tx.query(
        'insert into threads (id, room_id, title, locale, opened_by) values ($1, $2, $3, $4, $5)',
        [id, room.id, input.title, input.locale, actor.person!.id],
      );
      await this.order.record(tx, 'thread.opened', actor, room.id, { kind: 'thread', id }, { threadId: id });
      return this.posts.write(
        tx,
        actor,
        { id, roomId: room.id, platformId: room.platformId },
        { ...input, replyToId: null },
      );
    };
    const { post, repeated } = await this.posts.once(actor, room.id, input.clientId, () =>
      this.transactions.run(write),
    );
    return { id: post.threadId, post, repeated };
  }

  /** The thread in its own language, for who may give it another title. */
  async forRenaming(actor: Actor, id: string): Promise<Thread> {
    const thread = await this.find(actor, id);
    threadPolicy.allow(actor, 'rename', thread);
    return thread;
  }

  async rename(actor: Actor, id: string, input: RenamedThread): Promise<void> {
    const thread = await this.forRenaming(actor, id);
    await this.transactions.run(async (tx) => {
      const seq = await this.order.next(tx, thread.roomId);
      const [, changed] = await tx.query<[unknown, number]>(
        'update threads set title = $1, revision = revision + 1 where room_id = $2 and id = $3 and revision = $4',
        [input.title, thread.roomId, id, input.baseRevision],
      );
      if (changed === 0) throw new Conflict({ revision: thread.revision, title: thread.title });
      await this.record(tx, 'thread.renamed', actor, thread, seq);
    });
  }

  close = (actor: Actor, id: string) => this.mark(actor, id, 'close', 'closed_at', true, 'thread.closed');
  reopen = (actor: Actor, id: string) =>
    this.mark(actor, id, 'reopen', 'closed_at', false, 'thread.reopened');
  pin = (actor: Actor, id: string) => this.mark(actor, id, 'pin', 'pinned_at', true, 'thread.pinned');
  unpin = (actor: Actor, id: string) => this.mark(actor, id, 'pin', 'pinned_at', false, 'thread.unpinned');

  /** Marking twice is marking once: no second entry. */
  private async mark(
    actor: Actor,
    id: string,
    ability: 'close' | 'reopen' | 'pin',
    column: 'closed_at' | 'pinned_at',
    on: boolean,
    name: 'thread.closed' | 'thread.reopened' | 'thread.pinned' | 'thread.unpinned',
  ): Promise<void> {
    const thread = await this.find(actor, id);
    const marked = (column === 'closed_at' ? thread.closedAt : thread.pinnedAt) !== null;
    if (marked === on) return;
    threadPolicy.allow(actor, ability, thread);
    await this.transactions.run(async (tx) => {
      const seq = await this.order.next(tx, thread.roomId);
      await tx.query(
        `update threads set ${column} = ${on ? 'clock_timestamp()' : 'null'} where room_id = $1 and id = $2`,
        [thread.roomId, id],
      );
      await this.record(tx, name, actor, thread, seq);
    });
  }

  private record(
    tx: EntityManager,
    name: 'thread.renamed' | 'thread.closed' | 'thread.reopened' | 'thread.pinned' | 'thread.unpinned',
    actor: Actor,
    thread: Thread,
    seq: number,
  ) {
    const subject = { kind: 'thread', id: thread.id };
    return this.order.record(tx, name, actor, thread.roomId, subject, { threadId: thread.id }, seq);
  }
}
