import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../../core/access/actor';
import { revise } from '../../../core/database/revise';
import { Transactions } from '../../../core/database/transactions';
import { Conflict, NotFound, Refusal } from '../../../core/errors/refusal';
import { ComparisonAccess, type ComparisonRow } from '../../comparison.access';
import { Dimension, DimensionTranslation } from '../dimension.entity';
import { nextDimensionCode, number } from './codes';
import type { DimensionChanges, NewDimension } from './dimension.schema';
import { type Direction, moveOne, nextPlace } from './order';

const KIND = {
  name: 'dimension',
  entity: Dimension,
  translation: DimensionTranslation,
  strings: ['title' as const, 'description' as const],
};

/** The sides from which the countries are looked at. */
@Injectable()
export class Dimensions {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: ComparisonAccess,
  ) {}

  /** Stands last. Returns its id. */
  add(actor: Actor, slug: string, input: NewDimension): Promise<string> {
    return this.change(actor, slug, async (tx, comparison) => {
      const code = await nextDimensionCode(tx, comparison.id);
      const position = await nextPlace(tx, 'dimensions', comparison.id);
      const row = { ...input, comparisonId: comparison.id, code, position };
      const { identifiers } = await tx.insert(Dimension, row);
      const { id } = identifiers[0] as { id: string };
      await this.record(tx, actor, comparison, 'dimension.added', { id, code });
      return id;
    });
  }

  /** @throws Conflict with what stands now, when somebody saved first */
  async edit(actor: Actor, slug: string, id: string, changes: DimensionChanges): Promise<void> {
    const { revision, weight, ...fields } = changes;
    const saved = await this.change(actor, slug, async (tx, comparison) => {
      const { code } = await within(tx, comparison, id);
      const change = { by: actor, weight };
      if (!(await revise(tx, KIND, id, revision, fields as Partial<Dimension>, change))) return false;
      const data = { code, revision: revision + 1 };
      const subject = { kind: 'dimension', id };
      const { partnershipId } = comparison;
      await this.access.record(tx, 'dimension.edited', { actor, partnershipId, subject, data });
      return true;
    });
    if (saved) return;
    const now = await this.database.manager.findOneByOrFail(Dimension, { id });
    const { title, description, locale } = now;
    throw new Conflict({ revision: now.revision, title, description, locale });
  }

  move(actor: Actor, slug: string, id: string, direction: Direction): Promise<void> {
    return this.change(actor, slug, async (tx, comparison) => {
      await within(tx, comparison, id);
      if (!(await moveOne(tx, 'dimensions', { id, parentId: comparison.id }, direction))) return;
      await number(tx, comparison.id);
      const { code } = await within(tx, comparison, id);
      await this.record(tx, actor, comparison, 'dimension.moved', { id, code });
    });
  }

  /** With its questions. @throws Refusal when one of them was answered */
  remove(actor: Actor, slug: string, id: string): Promise<void> {
    return this.change(actor, slug, async (tx, comparison) => {
      const { code } = await within(tx, comparison, id);
      const [{ answered }] = await tx.query<[{ answered: boolean }]>(
        `select exists (select from answers join questions on questions.id = answers.question_id
           where questions.dimension_id = $1) as answered`,
        [id],
      );
      if (answered) throw new Refusal(422, 'comparisons:refusal.dimension_answered');
      await tx.query('delete from questions where dimension_id = $1', [id]);
      await tx.delete(Dimension, id);
      await number(tx, comparison.id);
      await this.record(tx, actor, comparison, 'dimension.removed', { id, code });
    });
  }

  private async change<Result>(
    actor: Actor,
    slug: string,
    act: (tx: EntityManager, comparison: ComparisonRow) => Promise<Result>,
  ): Promise<Result> {
    const comparison = await this.access.to(actor, 'edit', slug);
    return this.transactions.run(async (tx) => {
      await this.access.lock(tx, comparison);
      return act(tx, comparison);
    });
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    { partnershipId }: ComparisonRow,
    name: 'dimension.added' | 'dimension.moved' | 'dimension.removed',
    { id, code }: { id: string; code: string },
  ): Promise<void> {
    const subject = { kind: 'dimension', id };
    await this.access.record(tx, name, { actor, partnershipId, subject, data: { code } });
  }
}

async function within(
  tx: EntityManager,
  { id: comparisonId }: ComparisonRow,
  id: string,
): Promise<Dimension> {
  const row = await tx.findOneBy(Dimension, { id, comparisonId });
  if (!row) throw new NotFound();
  return row;
}
