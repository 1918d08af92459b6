import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Invalid } from '../../core/errors/refusal';
import { RoomOrder } from '../live/room-order';
import { Posts } from '../posts/posts.service';
import { MovedMeanwhile } from '../threads/moved-meanwhile';
import type { Thread } from '../threads/thread.entity';
import { threadPolicy } from '../threads/thread.policy';
import { Threads } from '../threads/threads.service';
import type { ResolutionNote } from './resolution.schema';

/**
 * A matter is settled, and a post of the thread says how: one that is written for it, or one that stands there already.
 * So the words have a language, translations, an address, and can be cited. Who has more to say still says it.
 */
@Injectable()
export class Resolving {
  constructor(
    private readonly transactions: Transactions,
    private readonly order: RoomOrder,
    private readonly threads: Threads,
    private readonly posts: Posts,
  ) {}

  /** The thread, for who may resolve it. */
  async forResolving(actor: Actor, id: string): Promise<Thread> {
    const thread = await this.threads.find(actor, id);
    threadPolicy.allow(actor, 'resolve', thread);
    return thread;
  }

  /** Resolves by words of one's own. The same client id again is the same note. */
  async resolveWith(actor: Actor, id: string, note: ResolutionNote): Promise<void> {
    const thread = await this.threads.find(actor, id);
    if (thread.resolutionId && actor.person) {
      const sent = await this.posts.sent(actor, thread.roomId, note.clientId);
      if (sent?.id === thread.resolutionId) return;
    }
    threadPolicy.allow(actor, 'resolve', thread);
    await this.transactions.run(async (tx) => {
      const { post } = await this.posts.publish(tx, actor, thread, { ...note, replyToId: null });
      await this.mark(tx, actor, thread, post.id);
    });
  }

  /** Resolves by a post of the thread. */
  async resolveBy(actor: Actor, id: string, postId: string): Promise<void> {
    const thread = await this.threads.find(actor, id);
    if (thread.resolvedAt && thread.resolutionId === postId) return;
    threadPolicy.allow(actor, 'resolve', thread);
    await this.transactions.run((tx) => this.mark(tx, actor, thread, postId));
  }

  /** The matter is open again; what was said stays. */
  async unresolve(actor: Actor, id: string): Promise<void> {
    const thread = await this.threads.find(actor, id);
    if (!thread.resolvedAt) return;
    threadPolicy.allow(actor, 'unresolve', thread);
    const { roomId } = thread;
    await this.transactions.run(async (tx) => {
      const seq = await this.order.next(tx, roomId);
      const [, changed] = await tx.query<[unknown, number]>(
        `update threads set resolved_at = null, resolved_by = null, resolution_id = null
         where room_id = $1 and id = $2`,
        [roomId, id],
      );
      if (changed === 0) throw new MovedMeanwhile();
      const subject = { kind: 'thread', id };
      await this.order.record(tx, 'thread.unresolved', actor, roomId, subject, { threadId: id }, seq);
    });
  }

  /** Who comes second, between two who resolve at once, is told. */
  private async mark(tx: EntityManager, actor: Actor, { id, roomId }: Thread, postId: string): Promise<void> {
    const seq = await this.order.next(tx, roomId);
    const [post] = await tx.query<unknown[]>(
      `select 1 from posts where room_id = $1 and thread_id = $2 and id = $3 and withdrawn_at is null`,
      [roomId, id, postId],
    );
    if (!post) throw Invalid.field('postId', 'errors:field.id');
    const [, changed] = await tx.query<[unknown, number]>(
      `update threads set resolved_at = clock_timestamp(), resolved_by = $3, resolution_id = $4
       where room_id = $1 and id = $2 and resolved_at is null`,
      [roomId, id, actor.person?.id ?? null, postId],
    );
    if (changed === 0) throw new MovedMeanwhile();
    const subject = { kind: 'thread', id };
    await this.order.record(tx, 'thread.resolved', actor, roomId, subject, { threadId: id }, seq);
  }
}
