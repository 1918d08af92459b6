import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../../core/access/actor';
import { revise } from '../../../core/database/revise';
import { freeSlug } from '../../../core/database/slug';
import { Transactions } from '../../../core/database/transactions';
import { Conflict, NotFound, Refusal } from '../../../core/errors/refusal';
import { Partnership } from '../../../partnerships/partnership.entity';
import type { ComparisonStatus } from '../../comparison-facts';
import { ComparisonAccess } from '../../comparison.access';
import { Comparison, ComparisonTranslation } from '../../comparison.entity';
import { newComparisonPolicy } from '../../comparison.policy';
import { ComparisonTemplate } from '../template/comparison-template.service';
import { isReady } from './readiness';
import type { ComparisonChanges, NewComparison } from './comparison.schema';

const KIND = {
  name: 'comparison',
  entity: Comparison,
  translation: ComparisonTranslation,
  strings: ['title' as const, 'summary' as const],
};

const MOVES = {
  draft: 'comparison.drafted',
  open: 'comparison.opened',
  closed: 'comparison.closed',
} as const;

/** How a comparison begins, and what is said of the whole of it. */
@Injectable()
export class ComparisonEditing {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: ComparisonAccess,
    private readonly template: ComparisonTemplate,
  ) {}

  /** Partnerships that the actor may begin one in, by name. */
  async choices(actor: Actor): Promise<Partnership[]> {
    const { where, parameters } = newComparisonPolicy.readable(actor, 'partnership');
    const rows = await this.database
      .createQueryBuilder(Partnership, 'partnership')
      .where(where, parameters)
      .orderBy('partnership.name')
      .getMany();
    return rows.filter((row) => newComparisonPolicy.may(actor, 'create', row));
  }

  /** A draft. Returns the name of its address. @throws NotFound, Forbidden */
  async begin(actor: Actor, input: NewComparison): Promise<{ id: string; slug: string }> {
    const { title, locale, period } = input;
    const { where, parameters } = newComparisonPolicy.readable(actor, 'partnership');
    const partnership = await this.database
      .createQueryBuilder(Partnership, 'partnership')
      .where(where, parameters)
      .andWhere('partnership.slug = :slug', { slug: input.partnership })
      .getOne();
    if (!partnership) throw new NotFound();
    newComparisonPolicy.allow(actor, 'create', partnership);
    const partnershipId = partnership.id;
    return this.transactions.run(async (tx) => {
      const slug = await freeSlug(tx, 'comparisons', title);
      const row = { partnershipId, slug, title, locale, period, createdBy: actor.person?.id ?? null };
      const { identifiers } = await tx.insert(Comparison, row);
      const { id } = identifiers[0] as { id: string };
      if (input.template) await this.template.lay(tx, id);
      const subject = { kind: 'comparison', id };
      const data = { template: input.template };
      await this.access.record(tx, 'comparison.begun', { actor, partnershipId, subject, data });
      return { id, slug };
    });
  }

  /** @throws Conflict with what stands now, when somebody saved first */
  async edit(actor: Actor, slug: string, { revision, weight, ...changes }: ComparisonChanges): Promise<void> {
    const { id, partnershipId } = await this.access.to(actor, 'edit', slug);
    const saved = await this.transactions.run(async (tx) => {
      const change = { by: actor, weight };
      if (!(await revise(tx, KIND, id, revision, changes as Partial<Comparison>, change))) return false;
      const subject = { kind: 'comparison', id };
      const data = { revision: revision + 1 };
      await this.access.record(tx, 'comparison.edited', { actor, partnershipId, subject, data });
      return true;
    });
    if (saved) return;
    const now = await this.access.to(actor, 'edit', slug);
    const { title, summary, locale, period, licence, doi } = now;
    throw new Conflict({ revision: now.revision, title, summary, locale, period, licence, doi });
  }

  /** @throws Refusal when it is to be opened and nobody or nothing is asked */
  async turn(actor: Actor, slug: string, status: ComparisonStatus): Promise<void> {
    const comparison = await this.access.to(actor, 'publish', slug);
    const { id, partnershipId } = comparison;
    await this.transactions.run(async (tx) => {
      await this.access.lock(tx, comparison);
      if (status === 'open' && !(await isReady(tx, id)))
        throw new Refusal(422, 'comparisons:refusal.nothing_asked');
      if (!(await turned(tx, id, status))) return;
      const subject = { kind: 'comparison', id };
      await this.access.record(tx, MOVES[status], { actor, partnershipId, subject, data: {} });
    });
  }
}

/** Whether it stood anywhere else. */
async function turned(tx: EntityManager, id: string, status: ComparisonStatus): Promise<boolean> {
  const { affected } = await tx
    .createQueryBuilder()
    .update(Comparison)
    .set({ status })
    .where('id = :id and status <> :status', { id, status })
    .execute();
  return affected === 1;
}
