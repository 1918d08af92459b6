import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Chore } from '../../core/jobs/chore';
import { RoomOrder } from '../../rooms/live/room-order';
import { ofConclusion } from '../conclusion.access';

/** How long the room may not know yet that the time is over: positions are refused at the moment all the same. Milliseconds. */
const PATIENCE = 15_000;

/** Conclusions on which the time for positions is over: the room hears of it, once. */
@Injectable()
export class Closing extends Chore {
  private looked = 0;

  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly order: RoomOrder,
  ) {
    super();
  }

  async perform(): Promise<boolean> {
    if (Date.now() - this.looked < PATIENCE) return false;
    this.looked = Date.now();
    await this.closeAll();
    return false;
  }

  /** One by one, each under the lock of its room. */
  async closeAll(): Promise<void> {
    const over = `state = 'positions' and positions_until <= now() and closing_told_at is null`;
    const rows = await this.database.query<{ id: string; roomId: string; threadId: string | null }[]>(
      `select id, room_id as "roomId", thread_id as "threadId" from conclusions where ${over}`,
    );
    for (const row of rows)
      await this.transactions.run(async (tx) => {
        await tx.query('select 1 from rooms where id = $1 for update', [row.roomId]);
        const [, changed] = await tx.query<[unknown, number]>(
          `update conclusions set closing_told_at = clock_timestamp() where id = $1 and ${over}`,
          [row.id],
        );
        if (changed === 0) return;
        const subject = { kind: 'conclusion', id: row.id };
        await this.order.record(
          tx,
          'conclusion.closed',
          Actor.system,
          row.roomId,
          subject,
          ofConclusion(row),
        );
      });
  }
}
