import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Invalid } from '../../core/errors/refusal';
import { PracticeEditing } from '../editing/practice-editing.service';
import { PracticeAccess, type Reason } from '../practice-access.service';
import type { PracticeAbility } from '../practice.policy';
import type { PracticeCase } from '../practice-case';
import type { PracticeState } from '../practice-facts';
import { PracticeVersions } from '../versions/practice-versions.service';
import type { CountryCheck, Reasoned } from './workflow.schema';

/** When what a case says is asked again (good-practice §3, field 27). */
const NEXT_REVIEW = '24 months';

/** The stations of a case, and who moves it from one to the next. */
@Injectable()
export class Workflow {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: PracticeAccess,
    private readonly editing: PracticeEditing,
    private readonly versions: PracticeVersions,
  ) {}

  /** To the host of its country. @throws Invalid with all that is missing */
  async submit(actor: Actor, slug: string): Promise<void> {
    await this.step(actor, 'submit', slug, 'submitted', async (tx, found) => {
      const { missing } = await this.editing.lookAt(found, tx);
      if (missing.length > 0)
        throw new Invalid(missing.map(({ field }) => ({ path: field, key: 'errors:field.required' })));
      const again = found.state === 'draft' ? 0 : 1;
      await tx.query('update practices set planned = false, round = round + $2 where id = $1', [
        found.id,
        again,
      ]);
    });
  }

  /** On to the reviewers when all is in order, otherwise back with comments. */
  async check(
    actor: Actor,
    slug: string,
    { decision, checks, comment, locale }: CountryCheck,
  ): Promise<void> {
    const reason = comment === null ? undefined : { text: comment, locale };
    const to = decision === 'pass' ? 'review' : 'returned';
    await this.step(
      actor,
      'check',
      slug,
      to,
      async (tx, { id }) => {
        await tx.query('update practices set checked_by = $2 where id = $1', [id, actor.person?.id ?? null]);
      },
      { ...(reason && { reason }), checks },
    );
  }

  /** From the reviewers to those who make it ready for print. */
  async take(actor: Actor, slug: string): Promise<void> {
    await this.step(actor, 'take', slug, 'editing');
  }

  /** Locks the original as its next version: what was published before is published anew. Returns its number. */
  async freeze(actor: Actor, slug: string, note: string | null): Promise<number> {
    return this.transactions.run(async (tx) => {
      const found = await this.access.lock(tx, actor, 'freeze', slug);
      const { missing } = await this.editing.lookAt(found, tx);
      if (missing.length > 0)
        throw new Invalid(missing.map(({ field }) => ({ path: field, key: 'errors:field.required' })));
      const version = await this.versions.freeze(tx, actor, found, note);
      if (found.publishedAt !== null) await this.checkedToday(tx, found);
      await this.access.move(tx, actor, found, found.publishedAt === null ? 'frozen' : 'published');
      return version;
    });
  }

  async publish(actor: Actor, slug: string): Promise<void> {
    await this.step(actor, 'publish', slug, 'published', async (tx, found) => {
      await tx.query('update practices set published_at = clock_timestamp() where id = $1', [found.id]);
      await this.checkedToday(tx, found);
    });
  }

  /** For a next version; until that is frozen, readers see the one that stands. */
  async reopen(actor: Actor, slug: string, { reason, locale }: Reasoned): Promise<void> {
    await this.step(actor, 'reopen', slug, 'editing', undefined, { reason: { text: reason, locale } });
  }

  /** Its page stays and says why. */
  async withdraw(actor: Actor, slug: string, { reason, locale }: Reasoned): Promise<void> {
    await this.step(actor, 'withdraw', slug, 'withdrawn', undefined, { reason: { text: reason, locale } });
  }

  private async checkedToday(tx: EntityManager, { id }: PracticeCase): Promise<void> {
    await tx.query(
      `update practices set checked_at = current_date, next_review_at = current_date + interval '${NEXT_REVIEW}'
       where id = $1`,
      [id],
    );
  }

  private async step(
    actor: Actor,
    ability: PracticeAbility,
    slug: string,
    to: PracticeState,
    before: (tx: EntityManager, found: PracticeCase) => Promise<void> = async () => undefined,
    said: { reason?: Reason; checks?: object } = {},
  ): Promise<void> {
    await this.transactions.run(async (tx) => {
      const found = await this.access.lock(tx, actor, ability, slug);
      await before(tx, found);
      await this.access.move(tx, actor, found, to, said);
    });
  }
}
