import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { NotFound } from '../core/errors/refusal';
import type { Entries, EntryName } from '../core/journal/entry';
import { Journal } from '../core/journal/journal';
import { ComparisonAccess, type ComparisonRow } from '../comparisons/comparison.access';
import { Recommendation } from './recommendation.entity';
import { recommendationPolicy } from './recommendation.policy';

/** A recommendation with the comparison that it comes from. */
export type RecommendationRow = Recommendation & { comparison: ComparisonRow };

type Ability = Parameters<typeof recommendationPolicy.may>[1];

/** The one way to a recommendation for every verb: through what the actor may see, then what she may do. */
@Injectable()
export class RecommendationAccess {
  constructor(
    private readonly database: DataSource,
    private readonly comparisons: ComparisonAccess,
    private readonly journal: Journal,
  ) {}

  readable(actor: Actor, tx: EntityManager | DataSource = this.database): SelectQueryBuilder<Recommendation> {
    const { where, parameters } = recommendationPolicy.readable(actor, 'recommendation');
    return tx
      .createQueryBuilder(Recommendation, 'recommendation')
      .innerJoinAndSelect('recommendation.comparison', 'comparison')
      .innerJoinAndSelect('comparison.partnership', 'partnership')
      .where(where, parameters);
  }

  /** @throws NotFound, SignInRequired, Forbidden */
  async to(actor: Actor, ability: Ability, id: string, tx?: EntityManager): Promise<RecommendationRow> {
    const row = await this.readable(actor, tx).andWhere('recommendation.id = :id', { id }).getOne();
    if (!row) throw new NotFound();
    const comparison = await this.comparisons.toId(actor, 'read', row.comparisonId);
    const found = Object.assign(row, { comparison });
    recommendationPolicy.allow(actor, ability, found);
    return found;
  }

  /** The same, kept from others until the transaction ends: what was allowed is still so when it is done. */
  async lock(tx: EntityManager, actor: Actor, ability: Ability, id: string): Promise<RecommendationRow> {
    await tx.query('select 1 from recommendations where id = $1 for update', [id]);
    return this.to(actor, ability, id, tx);
  }

  /** Writes a fact into the partnership's feed. */
  async record<Name extends EntryName>(
    tx: EntityManager,
    actor: Actor,
    name: Name,
    { comparison }: Pick<RecommendationRow, 'comparison'>,
    subject: { kind: string; id: string },
    data: Entries[Name],
  ): Promise<void> {
    const scope = { kind: 'partnership', id: comparison.partnershipId };
    await this.journal.record(tx, name, { actor, subject, scope, data });
  }
}

export const KIND = 'recommendation';
export const subjectOf = ({ id }: { id: string }) => ({ kind: KIND, id });
