import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { revise } from '../../core/database/revise';
import { Transactions } from '../../core/database/transactions';
import { Conflict, NotFound } from '../../core/errors/refusal';
import { Synthesis, SynthesisTranslation } from '../answering/synthesis.entity';
import { ComparisonAccess, type ComparisonRow } from '../comparison.access';
import { Dimension } from '../structure/dimension.entity';
import { SYNTHESIS, type SynthesisInput } from './editorial.schema';

const KIND = {
  ...{ name: 'synthesis', entity: Synthesis, translation: SynthesisTranslation },
  strings: [...SYNTHESIS],
};

interface Found {
  comparison: ComparisonRow;
  dimension: Dimension;
  synthesis: Pick<Synthesis, 'alike' | 'different' | 'reasons' | 'locale' | 'revision'>;
}

/** What the editors make of each dimension: what is alike, what differs, and why. */
@Injectable()
export class Syntheses {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: ComparisonAccess,
  ) {}

  /** For who may write it. @throws NotFound, Forbidden */
  async of(actor: Actor, slug: string, code: string): Promise<Found> {
    const comparison = await this.access.to(actor, 'edit', slug);
    const dimension = await this.database
      .createQueryBuilder(Dimension, 'dimension')
      .where('dimension.comparisonId = :id and lower(dimension.code) = lower(:code)', {
        id: comparison.id,
        code,
      })
      .getOne();
    if (!dimension) throw new NotFound();
    const row = await this.database.manager.findOneBy(Synthesis, { dimensionId: dimension.id });
    const empty = { alike: null, different: null, reasons: null, locale: comparison.locale, revision: 0 };
    return { comparison, dimension, synthesis: row ?? empty };
  }

  /** @throws Conflict with what stands now, when somebody saved first */
  async write(actor: Actor, slug: string, code: string, input: SynthesisInput): Promise<void> {
    const { comparison, dimension } = await this.of(actor, slug, code);
    const saved = await this.transactions.run(async (tx) => {
      const id = await this.save(tx, actor, dimension, input);
      if (!id) return false;
      await this.access.record(tx, 'synthesis.edited', {
        ...{ actor, partnershipId: comparison.partnershipId, subject: { kind: 'synthesis', id } },
        data: { revision: input.revision + 1 },
      });
      return true;
    });
    if (saved) return;
    const { alike, different, reasons, locale, revision } = (await this.of(actor, slug, code)).synthesis;
    throw new Conflict({ alike, different, reasons, locale, revision });
  }

  /** @returns its id, or nothing when somebody saved first */
  private async save(
    tx: EntityManager,
    actor: Actor,
    { id: dimensionId, comparisonId }: Dimension,
    { revision, weight, ...words }: SynthesisInput,
  ): Promise<string | undefined> {
    const author = { authorId: actor.person?.id ?? null, editedAt: new Date() };
    if (revision > 0) {
      const row = await tx.findOneBy(Synthesis, { dimensionId });
      const change = { by: actor, weight };
      const done = row && (await revise(tx, KIND, row.id, revision, { ...words, ...author }, change));
      return done ? row.id : undefined;
    }
    const made = await tx
      .createQueryBuilder()
      .insert()
      .into(Synthesis)
      .values({ ...words, ...author, comparisonId, dimensionId })
      .orIgnore()
      .returning('id')
      .execute();
    return (made.raw as { id: string }[])[0]?.id;
  }
}
