import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { revise } from '../../core/database/revise';
import { Transactions } from '../../core/database/transactions';
import { withTranslations } from '../../core/database/translation';
import type { Weight } from '../../core/texts/original-revisions';
import { Conflict, NotFound } from '../../core/errors/refusal';
import { ConceptAccess } from '../concepts/concept-access.service';
import { CountryNote, CountryNoteTranslation } from './country-note.entity';
import type { CountryNoteInput } from './country-note.schema';

const KIND = {
  name: 'country_note',
  entity: CountryNote,
  translation: CountryNoteTranslation,
  strings: ['text' as const],
};

/** What the law of single countries means by a concept. */
@Injectable()
export class CountryNotes {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: ConceptAccess,
  ) {}

  of(conceptId: string, locales: readonly string[]): Promise<CountryNote[]> {
    const query = this.database
      .createQueryBuilder(CountryNote, 'note')
      .where('note.conceptId = :conceptId', { conceptId });
    return withTranslations(query, 'note', locales).getMany();
  }

  /** The one of a country, in its own language; `null` when there is none yet. @throws Forbidden */
  async editable(actor: Actor, slug: string, country: string): Promise<CountryNote | null> {
    const concept = await this.access.to(actor, 'edit', slug);
    return this.database.manager.findOneBy(CountryNote, { conceptId: concept.id, country });
  }

  /** @throws Conflict with what stands now, when somebody saved first */
  async write(actor: Actor, slug: string, country: string, input: CountryNoteInput) {
    const { revision, text, locale, weight } = input;
    const concept = await this.access.to(actor, 'edit', slug);
    const known = await this.editable(actor, slug, country);
    if ((known?.revision ?? null) !== revision) throw conflict(known);
    const saved = await this.transactions.run((tx) =>
      this.put(tx, actor, concept.id, known, { country, text, locale }, weight),
    );
    if (!saved) throw conflict(await this.editable(actor, slug, country));
  }

  /** Within a transaction. `false` when somebody saved first. @param known what stands there */
  async put(
    tx: EntityManager,
    actor: Actor,
    conceptId: string,
    known: CountryNote | null,
    note: Pick<CountryNote, 'country' | 'text' | 'locale'>,
    weight: Weight = 'meaning',
  ): Promise<boolean> {
    if (!known) return this.insert(tx, actor, conceptId, note);
    const { country, text, locale } = note;
    const { id, revision } = known;
    if (!(await revise(tx, KIND, id, revision, { text, locale }, { by: actor, weight }))) return false;
    await this.access.record(tx, 'country_note.changed', conceptId, {
      actor,
      subject: { kind: 'country_note', id },
      data: { conceptId, revision: revision + 1 },
      before: { country, text: known.text, locale: known.locale },
      after: { country, text, locale },
    });
    return true;
  }

  async remove(actor: Actor, slug: string, country: string): Promise<void> {
    const known = await this.editable(actor, slug, country);
    if (!known) throw new NotFound();
    const { id, conceptId, text, locale } = known;
    await this.transactions.run(async (tx) => {
      await tx.delete(CountryNote, id);
      const subject = { kind: 'country_note', id };
      const before = { country, text, locale };
      await this.access.record(tx, 'country_note.removed', conceptId, {
        ...{ actor, subject, before, data: { conceptId } },
      });
    });
  }

  private async insert(
    tx: EntityManager,
    actor: Actor,
    conceptId: string,
    { country, text, locale }: Pick<CountryNote, 'country' | 'text' | 'locale'>,
  ): Promise<boolean> {
    const [row] = await tx.query<{ id: string }[]>(
      `insert into country_notes (concept_id, country, text, locale) values ($1, $2, $3, $4)
       on conflict do nothing returning id`,
      [conceptId, country, text, locale],
    );
    if (!row) return false;
    const subject = { kind: 'country_note', id: row.id };
    const after = { country, text, locale };
    await this.access.record(tx, 'country_note.written', conceptId, {
      ...{ actor, subject, after, data: { conceptId } },
    });
    return true;
  }
}

const conflict = (now: CountryNote | null): Conflict =>
  new Conflict(now ? { revision: now.revision, text: now.text, locale: now.locale } : undefined);
