import { Injectable } from '@nestjs/common';
import type { Actor } from '../core/access/actor';
import { Grants } from '../core/access/grants.service';
import { revise } from '../core/database/revise';
import { freeSlug } from '../core/database/slug';
import { Transactions } from '../core/database/transactions';
import { Conflict } from '../core/errors/refusal';
import { PartnershipAccess } from './partnership.access';
import { Partnership, PartnershipTranslation } from './partnership.entity';
import { newPartnershipPolicy } from './partnership.policy';
import { assertRecord, originalOf } from './partnership.record';
import type { PartnershipChanges, PartnershipRecordInput } from './partnership.schema';

export type NewPartnership = Pick<PartnershipRecordInput, 'name' | 'locale'> &
  Partial<PartnershipRecordInput>;

const KIND = {
  name: 'partnership',
  entity: Partnership,
  translation: PartnershipTranslation,
  strings: ['name' as const, 'programme' as const, 'purpose' as const],
};

/** Writes the records of partnerships. */
@Injectable()
export class PartnershipRecords {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: PartnershipAccess,
    private readonly grants: Grants,
  ) {}

  /** Who creates it organises it. */
  async create(actor: Actor, input: NewPartnership): Promise<{ id: string; slug: string }> {
    newPartnershipPolicy.allow(actor, 'create', undefined);
    assertRecord(input);
    return this.transactions.run(async (tx) => {
      const slug = await freeSlug(tx, 'partnerships', input.acronym ?? input.name);
      const { identifiers } = await tx.insert(Partnership, { ...input, slug });
      const { id } = identifiers[0] as { id: string };
      if (actor.person) await this.grants.give(tx, actor.person.id, 'organiser', id);
      await this.access.record(tx, 'partnership.created', { actor, partnershipId: id, data: {} });
      return { id, slug };
    });
  }

  /** The record in its own language, for a form. */
  async original(actor: Actor, slug: string): Promise<Partnership> {
    return this.access.to(actor, 'edit', slug);
  }

  /** @throws Conflict with what stands now, when somebody saved first */
  async edit(
    actor: Actor,
    slug: string,
    { revision, weight, ...changes }: PartnershipChanges,
  ): Promise<void> {
    const row = await this.access.to(actor, 'edit', slug);
    assertRecord({ ...originalOf(row), ...changes });
    const saved = await this.transactions.run(async (tx) => {
      if (!(await revise(tx, KIND, row.id, revision, changes, { by: actor, weight }))) return false;
      const data = { revision: revision + 1 };
      await this.access.record(tx, 'partnership.edited', { actor, partnershipId: row.id, data });
      return true;
    });
    if (!saved) throw new Conflict(originalOf(await this.access.to(actor, 'edit', slug)));
  }
}
