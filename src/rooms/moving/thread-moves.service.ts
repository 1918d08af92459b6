import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Invalid } from '../../core/errors/refusal';
import { SearchIndex } from '../../search/index/search-index.service';
import { RoomOrder } from '../live/room-order';
import type { Room } from '../room.entity';
import { roomPolicy } from '../room.policy';
import { Rooms } from '../rooms.service';
import { MovedMeanwhile } from '../threads/moved-meanwhile';
import type { Thread } from '../threads/thread.entity';
import { threadPolicy } from '../threads/thread.policy';
import { Threads } from '../threads/threads.service';
import { lockRooms, recount } from './room-locks';

/** Threads go to other rooms, with all that hangs by them. Their addresses stay. */
@Injectable()
export class ThreadMoves {
  constructor(
    private readonly transactions: Transactions,
    private readonly order: RoomOrder,
    private readonly rooms: Rooms,
    private readonly threads: Threads,
    private readonly index: SearchIndex,
  ) {}

  /** The thread, for who may move it. */
  async forMoving(actor: Actor, id: string): Promise<Thread> {
    const thread = await this.threads.find(actor, id);
    threadPolicy.allow(actor, 'move', thread);
    return thread;
  }

  /** @throws Invalid at `roomId` for a room that cannot be reached, or the one where it stands */
  async target(actor: Actor, thread: Thread, roomId: string): Promise<Room> {
    if (roomId === thread.roomId) throw Invalid.field('roomId', 'rooms:problem.same_room');
    const room = await this.rooms.find(actor, roomId);
    roomPolicy.allow(actor, 'open', room);
    return room;
  }

  async move(actor: Actor, id: string, roomId: string): Promise<void> {
    const thread = await this.forMoving(actor, id);
    const { id: to } = await this.target(actor, thread, roomId);
    const from = thread.roomId;
    await this.transactions.run(async (tx) => {
      await lockRooms(tx, [from, to]);
      await this.carry(tx, { id, from, to });
      const subject = { kind: 'thread', id };
      const data = { threadId: id, toRoomId: to };
      await this.order.record(tx, 'thread.moved', actor, from, subject, data);
      const seq = await this.order.next(tx, to);
      await tx.query('update posts set seq = $3 where room_id = $1 and thread_id = $2', [to, id, seq]);
      await this.order.record(tx, 'thread.moved', actor, to, subject, data, seq);
      await recount(tx, [from, to]);
    });
  }

  /** All that names the thread together with its room follows by its keys (moving.migrations). */
  private async carry(
    tx: EntityManager,
    { id, from, to }: { id: string; from: string; to: string },
  ): Promise<void> {
    await tx.query(
      `update posts set client_id = gen_random_uuid()
       where room_id = $1 and thread_id = $2 and exists (
         select from posts other where other.room_id = $3 and other.author_id = posts.author_id
           and other.client_id = posts.client_id)`,
      [from, id, to],
    );
    const [, moved] = await tx.query<[unknown, number]>(
      `update threads set room_id = $3, pinned_at = null
       where room_id = $1 and id = $2 and merged_into_id is null`,
      [from, id, to],
    );
    if (moved === 0) throw new MovedMeanwhile();
    const posts = await tx.query<{ id: string }[]>(
      'select id from posts where room_id = $1 and thread_id = $2 and moved_to_id is null',
      [to, id],
    );
    await this.index.askFor(
      tx,
      'post',
      posts.map((post) => post.id),
    );
  }
}
