import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Forbidden, Invalid } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import { ConclusionAccess, type Step } from '../conclusion.access';
import type { ConclusionAbility } from '../conclusion.policy';
import { Positions } from '../positions/positions.service';
import type { StandingConclusion } from '../standing-conclusion';
import { ConclusionVersions } from '../versions/conclusion-versions.service';
import type { Adoption, MaybeReasoned, Opening, Reasoned } from './deciding.schema';

/** The stations of a conclusion, and who moves it from one to the next. */
@Injectable()
export class Deciding {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: ConclusionAccess,
    private readonly positions: Positions,
    private readonly versions: ConclusionVersions,
  ) {}

  /** Asks the members where they stand. @throws Invalid as long as it rests on nothing */
  async open(actor: Actor, id: string, { until }: Opening): Promise<void> {
    await this.step(
      actor,
      'open',
      id,
      { to: 'positions', entry: 'conclusion.opened', until },
      async (tx, found) => {
        await assertPassages(tx, found);
        await tx.query(
          `update conclusions set round = round + 1, positions_until = $2, closing_told_at = null where id = $1`,
          [id, until],
        );
      },
    );
  }

  /** Back to writing: the positions of this round stay in the record, and all are asked anew. */
  async redraft(actor: Actor, id: string, { reason, locale }: MaybeReasoned): Promise<void> {
    const said = saidWhy(reason, locale);
    await this.step(actor, 'redraft', id, { to: 'draft', entry: 'conclusion.redrafted', reason: said });
  }

  /**
   * Locks it as its next version.
   * @throws Forbidden before its time is over, unless everyone who may has taken a position, or a reason is given
   */
  async adopt(actor: Actor, id: string, { early, locale }: Adoption): Promise<number> {
    return this.transactions.run(async (tx) => {
      const found = await this.access.lock(tx, actor, 'adopt', id);
      await assertPassages(tx, found);
      const isEarly = found.positionsUntil! > new Date() && !(await this.positions.areComplete(tx, found));
      if (isEarly && !early) throw new Forbidden('conclusions:refusal.too_early');
      const reason = isEarly ? saidWhy(early, locale) : null;
      const version = await this.versions.adopt(tx, actor, found, reason);
      await this.access.move(tx, actor, found, {
        to: 'adopted',
        entry: 'conclusion.adopted',
        version,
        reason,
      });
      return version;
    });
  }

  /** For a next version; until that is adopted, others read the one that stands. */
  async amend(actor: Actor, id: string, { reason, locale }: Reasoned): Promise<void> {
    const said = saidWhy(reason, locale);
    await this.step(actor, 'amend', id, { to: 'draft', entry: 'conclusion.amended', reason: said });
  }

  /** Another conclusion of the room takes its place. @throws Invalid unless that one was adopted and stands */
  async replace(actor: Actor, id: string, by: string): Promise<void> {
    await this.step(
      actor,
      'replace',
      id,
      { to: 'replaced', entry: 'conclusion.replaced' },
      async (tx, found) => {
        const [row] = await tx.query<unknown[]>(
          `select 1 from conclusions where id = $1 and room_id = $2 and id <> $3 and state = 'adopted'`,
          [by, found.roomId, id],
        );
        if (!row) throw Invalid.field('by', 'conclusions:problem.not_adopted');
        await tx.query('update conclusions set replaced_by = $2 where id = $1', [id, by]);
      },
    );
  }

  /** Its page stays and says why. */
  async withdraw(actor: Actor, id: string, { reason, locale }: Reasoned): Promise<void> {
    const said = saidWhy(reason, locale);
    await this.step(actor, 'withdraw', id, { to: 'withdrawn', entry: 'conclusion.withdrawn', reason: said });
  }

  /** Lets everyone read what a closed room has adopted, or takes that back. */
  async show(actor: Actor, id: string, everyone: boolean): Promise<void> {
    await this.transactions.run(async (tx) => {
      const found = await this.access.lock(tx, actor, 'show', id);
      await tx.query('update conclusions set public = $2 where id = $1', [id, everyone]);
      await this.access.record(tx, 'conclusion.shown', actor, found, { everyone });
    });
  }

  private async step(
    actor: Actor,
    ability: ConclusionAbility,
    id: string,
    step: Step,
    before: (tx: EntityManager, found: StandingConclusion) => Promise<void> = async () => undefined,
  ): Promise<void> {
    await this.transactions.run(async (tx) => {
      const found = await this.access.lock(tx, actor, ability, id);
      await before(tx, found);
      await this.access.move(tx, actor, found, step);
    });
  }
}

const saidWhy = (text: string | null, locale: Locale | undefined): Step['reason'] => {
  if (text && !locale) throw Invalid.field('locale', 'errors:field.required');
  return text ? { text, locale: locale! } : null;
};

async function assertPassages(tx: EntityManager, { id }: StandingConclusion): Promise<void> {
  const [row] = await tx.query<unknown[]>(
    `select 1 from evidence where statement_kind = 'conclusion' and statement_id = $1
       and relation = 'concluded_from' limit 1`,
    [id],
  );
  if (!row) throw new Forbidden('conclusions:refusal.no_passages');
}
