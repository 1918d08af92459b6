import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { PartnershipAccess } from '../partnership.access';

/** Whether a second pair of eyes reviews what somebody has translated; the organisers decide. */
@Injectable()
export class ReviewRules {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: PartnershipAccess,
  ) {}

  /** For those who edit the record. */
  async of(actor: Actor, slug: string): Promise<boolean> {
    const { id } = await this.access.to(actor, 'edit', slug);
    const [row] = await this.database.query<{ separate_review: boolean }[]>(
      'select separate_review from translation_rules where partnership_id = $1',
      [id],
    );
    return row?.separate_review ?? false;
  }

  /** Setting it to what it is changes nothing. */
  async set(actor: Actor, slug: string, separateReview: boolean): Promise<void> {
    const { id: partnershipId } = await this.access.to(actor, 'appoint', slug);
    await this.transactions.run(async (tx) => {
      const changed = await tx.query<unknown[]>(
        `insert into translation_rules as rule (partnership_id, separate_review) values ($1, $2)
         on conflict (partnership_id) do update set separate_review = excluded.separate_review
         where rule.separate_review <> excluded.separate_review returning 1`,
        [partnershipId, separateReview],
      );
      if (changed.length === 0) return;
      await this.access.record(tx, 'review_rule.set', { actor, partnershipId, data: { separateReview } });
    });
  }
}
