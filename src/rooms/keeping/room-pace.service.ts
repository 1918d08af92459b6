import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { RoomOrder } from '../live/room-order';
import { Rooms } from '../rooms.service';
import type { NewPace } from './pace.schema';
import { logMeasure } from './room-measures';

/** Slow mode: how fast one person may write in a room. Those who keep order are not slowed down. */
@Injectable()
export class RoomPace {
  constructor(
    private readonly transactions: Transactions,
    private readonly order: RoomOrder,
    private readonly rooms: Rooms,
  ) {}

  /** Open pages hear of it; nobody's socket closes. Setting what stands is nothing. */
  async set(actor: Actor, key: string, { paceSeconds, reason }: NewPace): Promise<void> {
    const { id } = await this.rooms.kept(actor, key);
    await this.transactions
      .run(async (tx) => {
        const seq = await this.order.next(tx, id);
        const [, changed] = await tx.query<[unknown, number]>(
          'update rooms set pace_seconds = $2 where id = $1 and pace_seconds <> $2',
          [id, paceSeconds],
        );
        if (changed === 0) throw new Unchanged();
        const data = { paceSeconds, reason };
        await this.order.record(tx, 'room.pace_set', actor, id, { kind: 'room', id }, data, seq);
        await logMeasure(tx, actor, { roomId: id, measure: 'slow', amount: paceSeconds, reason });
      })
      .catch((error: unknown) => {
        if (!(error instanceof Unchanged)) throw error;
      });
  }
}

/** Gives the number back. */
class Unchanged extends Error {}
