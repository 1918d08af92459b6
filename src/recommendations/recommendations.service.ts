import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ComparisonAccess, type ComparisonRow } from '../comparisons/comparison.access';
import type { Actor } from '../core/access/actor';
import { revise } from '../core/database/revise';
import { Transactions } from '../core/database/transactions';
import { Conflict, Invalid, Refusal } from '../core/errors/refusal';
import { Evidence } from '../evidence/evidence.service';
import { KIND, RecommendationAccess, subjectOf } from './recommendation-access.service';
import { Recommendation, RecommendationTranslation } from './recommendation.entity';
import { recommendationPolicy } from './recommendation.policy';
import type {
  NewRecommendation,
  RecommendationChanges,
  Replacement,
  Withdrawal,
} from './recommendation.schema';

const TEXT = {
  name: KIND,
  entity: Recommendation,
  translation: RecommendationTranslation,
  strings: ['text' as const, 'addressee' as const, 'reasoning' as const],
};

/** What a comparison advises: from a draft to its publication, and out of it again. */
@Injectable()
export class Recommendations {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly comparisons: ComparisonAccess,
    private readonly access: RecommendationAccess,
    private readonly evidence: Evidence,
  ) {}

  /** The comparison, for those who may add to its recommendations. @throws NotFound, SignInRequired, Forbidden */
  async workbench(actor: Actor, slug: string): Promise<ComparisonRow> {
    const comparison = await this.comparisons.to(actor, 'read', slug);
    recommendationPolicy.allow(actor, 'keep', { status: 'published', comparison });
    return comparison;
  }

  /** Begins a draft. Returns its id. */
  async add(actor: Actor, slug: string, input: NewRecommendation): Promise<string> {
    const comparison = await this.workbench(actor, slug);
    return this.transactions.run(async (tx) => {
      await this.comparisons.lock(tx, comparison);
      const facts = await this.factsOf(tx, comparison, input);
      const [{ number }] = await tx.query<[{ number: number }]>(
        'select coalesce(max(number), 0) + 1 as number from recommendations where comparison_id = $1',
        [comparison.id],
      );
      const row = { ...facts, number, comparisonId: comparison.id, authorId: actor.person?.id ?? null };
      const { identifiers } = await tx.insert(Recommendation, row);
      const { id } = identifiers[0] as { id: string };
      await this.access.record(tx, actor, 'recommendation.added', { comparison }, subjectOf({ id }), {
        number,
      });
      return id;
    });
  }

  /** @throws Conflict with what stands now, when somebody saved first */
  async edit(actor: Actor, id: string, { revision, weight, ...input }: RecommendationChanges): Promise<void> {
    const saved = await this.transactions.run(async (tx) => {
      const row = await this.access.lock(tx, actor, 'edit', id);
      const facts = await this.factsOf(tx, row.comparison, input);
      if (!(await revise(tx, TEXT, id, revision, facts, { by: actor, weight }))) return false;
      const data = { revision: revision + 1 };
      await this.access.record(tx, actor, 'recommendation.edited', row, subjectOf(row), data);
      return true;
    });
    if (saved) return;
    const now = await this.access.to(actor, 'edit', id);
    const { addressee, text, reasoning, locale } = now;
    throw new Conflict({ revision: now.revision, addressee, text, reasoning, locale });
  }

  /** @throws Refusal when it rests on nothing */
  async publish(actor: Actor, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const row = await this.access.lock(tx, actor, 'publish', id);
      const grounds = (await this.evidence.facts(KIND, [id], tx)).get(id) ?? [];
      if (!grounds.some(({ standing }) => standing !== 'withdrawn'))
        throw new Refusal(409, 'recommendations:refusal.no_evidence');
      await tx.query(
        `update recommendations set status = 'published', published_at = clock_timestamp() where id = $1`,
        [id],
      );
      const { number } = row;
      await this.access.record(tx, actor, 'recommendation.published', row, subjectOf(row), { number });
    });
  }

  /** A draft that is not wanted after all. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const row = await this.access.lock(tx, actor, 'remove', id);
      const { number } = row;
      await tx.query('delete from evidence where statement_kind = $1 and statement_id = $2', [KIND, id]);
      await tx.delete(Recommendation, id);
      await this.access.record(tx, actor, 'recommendation.removed', row, subjectOf({ id }), { number });
    });
  }

  /** It is no longer advised; its address stays and says why. */
  async withdraw(actor: Actor, id: string, { reason, locale }: Withdrawal): Promise<void> {
    await this.transactions.run(async (tx) => {
      const row = await this.access.lock(tx, actor, 'withdraw', id);
      await tx.update(Recommendation, id, { status: 'withdrawn', reason, reasonLocale: locale });
      const { number } = row;
      await this.access.record(tx, actor, 'recommendation.withdrawn', row, subjectOf(row), { number });
    });
  }

  /** Another published one of the same comparison takes its place. */
  async replace(actor: Actor, id: string, { by }: Replacement): Promise<void> {
    await this.transactions.run(async (tx) => {
      const row = await this.access.lock(tx, actor, 'replace', id);
      const { comparisonId } = row;
      const other = await tx.findOneBy(Recommendation, { id: by, comparisonId, status: 'published' });
      if (!other || other.id === id) throw Invalid.field('by', 'errors:field.choice');
      await tx.update(Recommendation, id, { status: 'replaced', replacedBy: by });
      await this.access.record(tx, actor, 'recommendation.replaced', row, subjectOf(row), { by });
    });
  }

  /** Other published ones that could take its place. */
  async successors(
    comparisonId: string,
    id: string,
  ): Promise<Pick<Recommendation, 'id' | 'number' | 'text' | 'locale'>[]> {
    return this.database.query(
      `select id, number, text, locale from recommendations
       where comparison_id = $1 and id <> $2 and status = 'published' order by number`,
      [comparisonId, id],
    );
  }

  async dimensionCode({ dimensionId }: Pick<Recommendation, 'dimensionId'>): Promise<string | null> {
    const [row] = await this.database.query<{ code: string }[]>('select code from dimensions where id = $1', [
      dimensionId,
    ]);
    return row?.code ?? null;
  }

  /** What was written, for the columns. @throws Invalid for a dimension or country that is not compared */
  private async factsOf(tx: EntityManager, { id }: ComparisonRow, input: NewRecommendation) {
    const { dimension, country, ...rest } = input;
    const [found] = await tx.query<[{ dimension_id: string | null; compared: boolean }]>(
      `select (select id from dimensions where comparison_id = $1 and lower(code) = lower($2)) as dimension_id,
         exists (select from comparison_countries where comparison_id = $1 and code = $3) as compared`,
      [id, dimension, country],
    );
    if (dimension && !found.dimension_id) throw Invalid.field('dimension', 'errors:field.choice');
    if (country && !found.compared) throw Invalid.field('country', 'errors:field.choice');
    return { ...rest, dimensionId: found.dimension_id, country };
  }
}
