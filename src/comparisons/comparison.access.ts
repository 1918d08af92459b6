import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { NotFound } from '../core/errors/refusal';
import type { Entries, EntryName } from '../core/journal/entry';
import { Journal } from '../core/journal/journal';
import type { Partnership } from '../partnerships/partnership.entity';
import { Comparison } from './comparison.entity';
import { comparisonPolicy, worksIn, type ComparisonSubject } from './comparison.policy';

/** A comparison with whose it is and which platforms stand in it. */
export type ComparisonRow = Comparison & ComparisonSubject & { partnership: Partnership };

type Ability = Parameters<typeof comparisonPolicy.may>[1];

/** The one way to a comparison for every verb: through what the actor may see, then what she may do. */
@Injectable()
export class ComparisonAccess {
  constructor(
    private readonly database: DataSource,
    private readonly journal: Journal,
  ) {}

  readable(actor: Actor): SelectQueryBuilder<Comparison> {
    const { where, parameters } = comparisonPolicy.readable(actor, 'comparison');
    return this.database
      .createQueryBuilder(Comparison, 'comparison')
      .innerJoinAndSelect('comparison.partnership', 'partnership')
      .where(where, parameters);
  }

  /** @throws NotFound, SignInRequired, Forbidden */
  async to(actor: Actor, ability: Ability, slug: string): Promise<ComparisonRow> {
    const row = await this.readable(actor).andWhere('comparison.slug = :slug', { slug }).getOne();
    return this.allowed(actor, ability, row);
  }

  /** @throws NotFound, SignInRequired, Forbidden */
  async toId(actor: Actor, ability: Ability, id: string): Promise<ComparisonRow> {
    const row = await this.readable(actor).andWhere('comparison.id = :id', { id }).getOne();
    return this.allowed(actor, ability, row);
  }

  /** To the work under way, which only those see who do it. @throws NotFound */
  async toWork(actor: Actor, slug: string): Promise<ComparisonRow> {
    const row = await this.to(actor, 'read', slug);
    if (!worksIn(actor, row)) throw new NotFound();
    return row;
  }

  /** Keeps others from changing its structure until the transaction ends. */
  async lock(tx: EntityManager, { id }: Pick<Comparison, 'id'>): Promise<void> {
    await tx.query('select 1 from comparisons where id = $1 for update', [id]);
  }

  /** Writes a fact into the partnership's feed. */
  async record<Name extends EntryName>(
    tx: EntityManager,
    name: Name,
    fact: {
      actor: Actor;
      partnershipId: string;
      subject: { kind: string; id: string };
      data: Entries[Name];
    },
  ): Promise<void> {
    const { actor, partnershipId, subject, data } = fact;
    const scope = { kind: 'partnership', id: partnershipId };
    await this.journal.record(tx, name, { actor, subject, scope, data });
  }

  private async allowed(actor: Actor, ability: Ability, row: Comparison | null): Promise<ComparisonRow> {
    if (!row) throw new NotFound();
    const seats = await this.database.query<{ platform_id: string }[]>(
      'select platform_id from comparison_countries where comparison_id = $1 and platform_id is not null',
      [row.id],
    );
    const platformIds = seats.map(({ platform_id }) => platform_id);
    const found = Object.assign(row, { platformIds }) as ComparisonRow;
    comparisonPolicy.allow(actor, ability, found);
    return found;
  }
}
