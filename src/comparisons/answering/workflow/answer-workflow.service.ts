import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../core/access/actor';
import { Transactions } from '../../../core/database/transactions';
import { Conflict, Invalid, Refusal } from '../../../core/errors/refusal';
import type { AnswerState } from '../../comparison-facts';
import { AnswerAccess, type AnswerRow } from '../answer-access.service';
import type { AnswerAbility } from '../answer.policy';
import { lackingIn, type Lacking } from '../value/answer-rules';
import { askedById } from '../value/asked-question';
import { groupResult } from '../respondents/group-results';
import { Answers } from '../writing/answers.service';
import { signVersion } from './answer-versions';
import { CHECKS, type PeerCheck, type Reasoned } from './workflow.schema';

type Before = (tx: EntityManager, found: AnswerRow) => Promise<void>;

/** Days that a comment period lasts at most. */
const LONGEST = 60;

/** The stations of an answer, and who moves it from one to the next (comparison.md §2.2). */
@Injectable()
export class AnswerWorkflow {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: AnswerAccess,
    private readonly answers: Answers,
  ) {}

  /** To the members of all platforms, who comment until that day. */
  async present(actor: Actor, id: string, until: string): Promise<void> {
    await this.step(actor, 'present', id, 'commented', async (tx, found) => {
      const lacking = (await this.lacking(tx, found)).filter((name) => name === 'value' || name === 'text');
      assertWhole(lacking);
      const [{ fits }] = await tx.query<[{ fits: boolean }]>(
        `select $1::date between current_date and current_date + ${LONGEST} as fits`,
        [until],
      );
      if (!fits) throw Invalid.field('until', 'comparisons:problem.until', { days: LONGEST });
      await tx.query('update answers set comments_until = $2 where id = $1', [id, until]);
    });
  }

  /** Its platform stands behind what it says now: locked, as its next version. Returns its number. */
  async agree(actor: Actor, id: string, revision: number): Promise<number> {
    return this.transactions.run(async (tx) => {
      const found = await this.access.lock(tx, actor, 'agree', id);
      if (found.revision !== revision) throw new Conflict({ revision: found.revision });
      assertWhole(await this.lacking(tx, found));
      const together = await groupResult(tx, found);
      await tx.query('update answers set group_result = $2 where id = $1', [
        id,
        together && JSON.stringify(together),
      ]);
      const version = await signVersion(tx, actor, id);
      await this.access.move(tx, actor, found, 'agreed');
      return version;
    });
  }

  /** Another country finds it understandable, comparable and sourced, or says why not. */
  async check(actor: Actor, id: string, said: PeerCheck): Promise<void> {
    await this.transactions.run(async (tx) => {
      const found = await this.access.lock(tx, actor, 'check', id);
      if (found.version !== said.version) throw new Refusal(409, 'comparisons:refusal.other_state');
      const remarks = CHECKS.flatMap((name) => (said[name] ? [] : [said[`${name}Remark`]!]));
      await tx.query(
        `insert into answer_checks (answer_id, version, country, understandable, understandable_remark, comparable,
           comparable_remark, sourced, sourced_remark, locale, checked_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          ...[id, found.version, await countryOf(tx, actor, found)],
          ...CHECKS.flatMap((name) => [said[name], said[`${name}Remark`]]),
          ...[said.locale, actor.person?.id ?? null],
        ],
      );
      const to = remarks.length > 0 ? 'disputed' : 'checked';
      const reason = remarks.length > 0 ? { text: remarks.join('\n\n'), locale: said.locale } : null;
      await this.access.move(tx, actor, found, to, reason);
    });
  }

  /** Back to its platform, for a next version; readers go on reading the one that was published. */
  async resume(actor: Actor, id: string, { reason, locale }: Reasoned): Promise<void> {
    const clear: Before = async (tx) => {
      await tx.query('update answers set comments_until = null where id = $1', [id]);
    };
    await this.step(actor, 'resume', id, 'draft', clear, { text: reason, locale });
  }

  /** Those who write the comparison let a disputed one through, and say why. */
  async release(actor: Actor, id: string, { reason, locale }: Reasoned): Promise<void> {
    await this.step(actor, 'release', id, 'checked', async () => undefined, { text: reason, locale });
  }

  /** What it lacks before it can be signed off. */
  async lacking(tx: EntityManager, found: AnswerRow): Promise<Lacking[]> {
    const [{ count }] = await tx.query<[{ count: number }]>(
      `select count(*)::int as count from evidence where statement_kind = 'answer' and statement_id = $1`,
      [found.id],
    );
    const together = await groupResult(tx, found);
    const support = { evidence: count, median: together?.spread?.median ?? null };
    return lackingIn(found, await askedById(tx, found.questionId), support);
  }

  /** What the members of the platform say together becomes its score. @throws Forbidden, Refusal when they are too few */
  async takeMedian(actor: Actor, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const found = await this.access.lock(tx, actor, 'edit', id);
      const together = await groupResult(tx, found);
      if (!together?.spread) throw new Refusal(409, 'comparisons:refusal.not_enough');
      await this.answers.editIn(tx, actor, id, {
        ...{ standing: 'value', score: String(together.spread.median) },
        ...{ revision: found.revision, weight: 'meaning' },
      });
    });
  }

  private async step(
    actor: Actor,
    ability: AnswerAbility,
    id: string,
    to: AnswerState,
    before: Before,
    reason?: { text: string; locale: string },
  ): Promise<void> {
    await this.transactions.run(async (tx) => {
      const found = await this.access.lock(tx, actor, ability, id);
      await before(tx, found);
      await this.access.move(tx, actor, found, to, reason);
    });
  }
}

/** @throws Invalid with all that is missing */
function assertWhole(lacking: readonly Lacking[]): void {
  if (lacking.length > 0)
    throw new Invalid(lacking.map((path) => ({ path, key: `comparisons:lacking.${path}` as const })));
}

/** The country whose platform the checker hosts. */
async function countryOf(tx: EntityManager, actor: Actor, found: AnswerRow): Promise<string> {
  const hosted = found.comparison.platformIds.filter(
    (id) => id !== found.platformId && actor.holds('host', id),
  );
  const [row] = await tx.query<{ code: string }[]>(
    'select code from comparison_countries where comparison_id = $1 and platform_id = any($2) order by position limit 1',
    [found.comparisonId, hosted],
  );
  return row?.code ?? found.country;
}
