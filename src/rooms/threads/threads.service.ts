import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { carryOver, rememberOriginal } from '../../core/texts/original-revisions';
import type { Actor } from '../../core/access/actor';
import { Statement } from '../../core/database/statement';
import { Transactions } from '../../core/database/transactions';
import { Conflict, NotFound } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import type { PostView } from '../posts/post.schema';
import { isRepeat, Posts } from '../posts/posts.service';
import type { Reason } from '../keeping/reason.schema';
import { roomPolicy, type RoomSubject } from '../room.policy';
import { RoomOrder } from '../live/room-order';
import { Rooms } from '../rooms.service';
import { logClosing } from './log-closing';
import { MovedMeanwhile } from './moved-meanwhile';
import { listThreads } from './thread-list';
import { readThreads, toThread, type StandingThread } from './standing-thread';
import type { Thread } from './thread.entity';
import { threadPolicy, type ThreadPlace } from './thread.policy';
import type { NewThread, RenamedThread, ThreadView, ThreadWindow } from './thread.schema';
import { threadView } from './thread-views';

type PlaceRow = Omit<ThreadPlace, 'room'> & {
  room: Omit<RoomSubject, 'archivedAt'> & { archivedAt: string | null };
};

const PLACE = new Statement<PlaceRow>(
  `select thread.id, thread.room_id as "roomId", thread.opened_by as "openedBy", thread.closed_at as "closedAt",
     thread.resolved_at as "resolvedAt", thread.merged_into_id as "mergedIntoId",
     thread.last_number as "lastNumber", json_build_object('id', room.id, 'place', room.place,
       'partnershipId', room.partnership_id, 'platformId', room.platform_id, 'visibility', room.visibility,
       'archivedAt', room.archived_at) as room
   from threads thread join rooms room on room.id = thread.room_id where thread.id = $1`,
);
const FIND = readThreads('threads', 'where thread.id = $2');

/** Two openings of the same thread raced: the second takes back what it has written. */
class OpenedBefore extends Error {
  constructor(readonly post: PostView) {
    super();
  }
}

/** What people do with threads. */
@Injectable()
export class Threads {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly order: RoomOrder,
    private readonly rooms: Rooms,
    private readonly posts: Posts,
  ) {}

  /** @throws NotFound also when the actor may not read the room. */
  async find(actor: Actor, id: string): Promise<StandingThread> {
    const [row] = await FIND.run(this.database, [actor.person?.id ?? null, id]);
    const thread = row && toThread(row);
    if (!thread || !threadPolicy.may(actor, 'read', thread)) throw new NotFound();
    return thread;
  }

  /**
   * The thread as far as writing in it needs it: it is asked for with every post.
   * @throws NotFound also when the actor may not read the room
   */
  async place(actor: Actor, id: string): Promise<ThreadPlace> {
    const [row] = await PLACE.run(this.database, [id]);
    if (!row) throw new NotFound();
    const { archivedAt, ...room } = row.room;
    const place = {
      ...row,
      room: { ...room, archivedAt: archivedAt === null ? null : new Date(archivedAt) },
    };
    if (!threadPolicy.may(actor, 'read', place)) throw new NotFound();
    return place;
  }

  async view(actor: Actor, id: string, locales: readonly Locale[]): Promise<ThreadView> {
    return threadView(actor, await this.find(actor, id), locales);
  }

  /** Pinned first, then by newest post, in pages. */
  async list(actor: Actor, roomId: string, window: ThreadWindow, locales: readonly Locale[]) {
    const room = await this.rooms.find(actor, roomId);
    const { threads, next } = await listThreads(this.database, actor.person?.id ?? null, room.id, window);
    return { threads: threads.map((thread) => threadView(actor, thread, locales)), next };
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
    try {
      const post = await this.transactions.run((tx) => this.begin(tx, actor, room.id, input));
      return { id: post.threadId, post, repeated: false };
    } catch (error) {
      const first =
        error instanceof OpenedBefore
          ? error.post
          : isRepeat(error) && (await this.posts.sent(actor, room.id, input.clientId));
      if (!first) throw error;
      return { id: first.threadId, post: first, repeated: true };
    }
  }

  /**
   * Writes a thread with its first post. The caller has asked the policy.
   * @throws OpenedBefore when the first post was sent meanwhile
   */
  async begin(tx: EntityManager, actor: Actor, roomId: string, input: NewThread): Promise<PostView> {
    const id = randomUUID();
    await tx.query(
      'insert into threads (id, room_id, title, locale, opened_by, themes) values ($1, $2, $3, $4, $5, $6)',
      [id, roomId, input.title, input.locale, actor.person!.id, input.themes ?? []],
    );
    await tx.query('update rooms set thread_count = thread_count + 1 where id = $1', [roomId]);
    await this.order.record(tx, 'thread.opened', actor, roomId, { kind: 'thread', id }, { threadId: id });
    const first = { ...input, replyToId: null };
    const { post, repeated } = await this.posts.publish(tx, actor, { id, roomId }, first);
    if (repeated) throw new OpenedBefore(post);
    return post;
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
      const { locale, title } = thread;
      const original = { kind: 'thread', id, locale, revision: input.baseRevision, strings: { title } };
      await rememberOriginal(tx, original, { by: actor, weight: input.weight });
      if (input.weight === 'typo') await carryOver(tx, 'thread_translations', original);
      await this.record(tx, 'thread.renamed', actor, thread, seq);
    });
  }

  close = (actor: Actor, id: string, reason: Reason | null = null) =>
    this.mark(actor, id, 'close', 'closed_at', true, 'thread.closed', reason);
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
    reason: Reason | null = null,
  ): Promise<void> {
    const thread = await this.find(actor, id);
    const marked = (column === 'closed_at' ? thread.closedAt : thread.pinnedAt) !== null;
    if (marked === on) return;
    threadPolicy.allow(actor, ability, thread);
    await this.transactions.run(async (tx) => {
      const seq = await this.order.next(tx, thread.roomId);
      const [, changed] = await tx.query<[unknown, number]>(
        `update threads set ${column} = ${on ? 'clock_timestamp()' : 'null'} where room_id = $1 and id = $2`,
        [thread.roomId, id],
      );
      if (changed === 0) throw new MovedMeanwhile();
      if (column === 'closed_at')
        await tx.query(
          'update threads set closed_reason = $3, closed_reason_locale = $4 where room_id = $1 and id = $2',
          [thread.roomId, id, reason?.text ?? null, reason?.locale ?? null],
        );
      await this.record(tx, name, actor, thread, seq);
      if (column === 'closed_at') await logClosing(tx, actor, thread, on, reason);
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
