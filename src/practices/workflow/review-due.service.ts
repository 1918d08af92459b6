import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Chore } from '../../core/jobs/chore';
import { PracticeAccess } from '../practice-access.service';
import { casesOf } from '../practice-case';

const HOUR = 3_600_000;

/** Published cases whose day has come: from then on those who answer for them have them among their tasks. */
@Injectable()
export class ReviewDue extends Chore {
  private looked = 0;

  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: PracticeAccess,
  ) {
    super();
  }

  async perform(): Promise<boolean> {
    if (Date.now() - this.looked < HOUR) return false;
    this.looked = Date.now();
    await this.markAll();
    return false;
  }

  /** One by one, each under its lock: somebody may be moving it at this moment. */
  async markAll(): Promise<void> {
    const due = `state = 'published' and next_review_at <= current_date`;
    const rows = await this.database.query<{ id: string }[]>(`select id from practices where ${due}`);
    for (const { id } of rows)
      await this.transactions.run(async (tx) => {
        const [locked] = await tx.query<unknown[]>(
          `select 1 from practices where id = $1 and ${due} for update`,
          [id],
        );
        const found = (await casesOf(tx, [id])).get(id);
        if (locked && found) await this.access.move(tx, Actor.system, found, 'due');
      });
  }
}
