import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Weight } from '../../core/texts/original-revisions';
import type { Actor } from '../../core/access/actor';
import { revise } from '../../core/database/revise';
import { Transactions } from '../../core/database/transactions';
import { withTranslations } from '../../core/database/translation';
import { Conflict, NotFound } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import { PartnershipAccess } from '../partnership.access';
import { SourceNote, SourceNoteTranslation } from './source-note.entity';

interface Texts {
  issue: string;
  treatment: string;
}

const KIND = {
  name: 'source_note',
  entity: SourceNote,
  translation: SourceNoteTranslation,
  strings: ['issue' as const, 'treatment' as const],
};

/** What is known to be wrong in the source of a record, and what was done about it. */
@Injectable()
export class SourceNotes {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: PartnershipAccess,
  ) {}

  of(partnershipId: string, locales: readonly string[]): Promise<SourceNote[]> {
    const query = this.database
      .createQueryBuilder(SourceNote, 'note')
      .where('note.partnershipId = :partnershipId', { partnershipId });
    return withTranslations(query, 'note', locales).orderBy('note.number').getMany();
  }

  /** Returns its id. */
  async add(
    actor: Actor,
    slug: string,
    { issue, treatment, locale }: Texts & { locale: Locale },
  ): Promise<string> {
    const partnership = await this.access.to(actor, 'edit', slug);
    const partnershipId = partnership.id;
    return this.transactions.run(async (tx) => {
      await this.access.lock(tx, partnership);
      const last = await tx.maximum(SourceNote, 'number', { partnershipId });
      const row = { partnershipId, number: (last ?? 0) + 1, issue, treatment, locale };
      const { identifiers } = await tx.insert(SourceNote, row);
      const { id } = identifiers[0] as { id: string };
      const subject = { kind: 'source_note', id };
      await this.access.record(tx, 'source_note.added', { actor, partnershipId, subject, data: {} });
      return id;
    });
  }

  /** @throws Conflict with what stands now, when somebody saved first */
  async edit(
    actor: Actor,
    slug: string,
    id: string,
    { revision, weight, ...changes }: Texts & { locale: Locale; revision: number; weight: Weight },
  ): Promise<void> {
    const { partnershipId } = await this.note(actor, slug, id);
    const saved = await this.transactions.run(async (tx) => {
      if (!(await revise(tx, KIND, id, revision, changes, { by: actor, weight }))) return false;
      const subject = { kind: 'source_note', id };
      const data = { revision: revision + 1 };
      await this.access.record(tx, 'source_note.edited', { actor, partnershipId, subject, data });
      return true;
    });
    if (saved) return;
    const now = await this.note(actor, slug, id);
    throw new Conflict({
      revision: now.revision,
      issue: now.issue,
      treatment: now.treatment,
      locale: now.locale,
    });
  }

  async remove(actor: Actor, slug: string, id: string): Promise<void> {
    const { partnershipId } = await this.note(actor, slug, id);
    await this.transactions.run(async (tx) => {
      await tx.delete(SourceNote, id);
      const subject = { kind: 'source_note', id };
      await this.access.record(tx, 'source_note.removed', { actor, partnershipId, subject, data: {} });
    });
  }

  private async note(actor: Actor, slug: string, id: string): Promise<SourceNote> {
    const partnership = await this.access.to(actor, 'edit', slug);
    const row = await this.database.manager.findOneBy(SourceNote, { id, partnershipId: partnership.id });
    if (!row) throw new NotFound();
    return row;
  }
}
