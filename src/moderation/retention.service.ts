import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Actor } from '../core/access/actor';
import { Transactions } from '../core/database/transactions';
import { Chore } from '../core/jobs/chore';
import { Cases } from './cases/cases.service';

const HOUR = 3_600_000;
const KEPT = '12 months';
const AT_ONCE = 100;

/** A year after a case was closed nobody can find out any more who reported: what was decided stays in the log. */
@Injectable()
export class ModerationRetention extends Chore {
  private looked = 0;

  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly cases: Cases,
  ) {
    super();
  }

  async perform(): Promise<boolean> {
    if (Date.now() - this.looked < HOUR) return false;
    const more = await this.clearDue();
    if (!more) this.looked = Date.now();
    return more;
  }

  /** @returns whether there may be more */
  async clearDue(): Promise<boolean> {
    const due = await this.database.query<{ id: string }[]>(
      `select id from moderation_cases
       where state = 'decided' and cleared_at is null and decided_at < now() - interval '${KEPT}'
       order by decided_at limit ${AT_ONCE}`,
    );
    for (const { id } of due) await this.clear(id);
    return due.length === AT_ONCE;
  }

  private async clear(id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const [mine] = await tx.query<[unknown[], number]>(
        `update moderation_cases set cleared_at = clock_timestamp(), assignee_id = null
         where id = $1 and cleared_at is null and state = 'decided' returning id`,
        [id],
      );
      if (mine.length === 0) return;
      await tx.query(
        `update moderation_reports set reporter_id = null, name = null, email = null, explanation = ''
         where case_id = $1`,
        [id],
      );
      await tx.query('delete from moderation_notes where case_id = $1', [id]);
      await tx.query('delete from moderation_readings where case_id = $1', [id]);
      await tx.query(
        `update moderation_appeals set person_id = null, words = '' where decision_id in (
           select id from moderation_decisions where case_id = $1)`,
        [id],
      );
      await this.cases.record(tx, 'case.cleared', Actor.system, id, {});
    });
  }
}
