import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { RoomOrder } from '../live/room-order';
import { postPolicy } from '../posts/post.policy';
import type { StandingPost } from '../posts/posts.service';

/** Closes the thread of a post, and opens it again, in the transaction of a decision that says why. */
@Injectable()
export class ThreadLocking {
  constructor(private readonly order: RoomOrder) {}

  lock = (tx: EntityManager, actor: Actor, post: StandingPost) => this.mark(tx, actor, post, true);
  unlock = (tx: EntityManager, actor: Actor, post: StandingPost) => this.mark(tx, actor, post, false);

  /** Who may hide a post may close its thread. Closing twice is closing once. */
  private async mark(tx: EntityManager, actor: Actor, post: StandingPost, closed: boolean): Promise<void> {
    postPolicy.allow(actor, 'hide', post);
    const { roomId, threadId } = post.view;
    await tx.query('select 1 from rooms where id = $1 for no key update', [roomId]);
    const [changed] = await tx.query<[unknown[], number]>(
      `update threads set closed_at = case when $3 then clock_timestamp() end, closed_reason = null,
         closed_reason_locale = null
       where room_id = $1 and id = $2 and (closed_at is null) = $3 returning id`,
      [roomId, threadId, closed],
    );
    if (changed.length === 0) return;
    const name = closed ? 'thread.closed' : 'thread.reopened';
    await this.order.record(tx, name, actor, roomId, { kind: 'thread', id: threadId }, { threadId });
  }
}
