import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Invalid } from '../../core/errors/refusal';
import { invalid } from '../../core/http/issues';
import { Concept } from '../concepts/concept.entity';
import { termbasePolicy } from '../concepts/concept.policy';
import { Concepts } from '../concepts/concepts.service';
import { CountryNote } from '../notes/country-note.entity';
import { CountryNotes } from '../notes/country-notes.service';
import { byStanding, type Term } from '../terms/term';
import { Terms } from '../terms/terms.service';
import { conceptRecord, type ConceptRecord, type CountryNoteRecord, type TermRecord } from './concept-record';

/** What an import did. */
export interface Imported {
  added: number;
  changed: number;
  same: number;
}

const records = z.array(conceptRecord).max(20_000);

/** The termbase as a whole, for files that go out and come in. */
@Injectable()
export class Termbase {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly concepts: Concepts,
    private readonly terms: Terms,
    private readonly notes: CountryNotes,
  ) {}

  /** Every concept that has not been withdrawn, in an order that stays: by slug, terms by language and standing. */
  async all(): Promise<ConceptRecord[]> {
    const rows = await this.database.query<(ConceptRecord & { id: string })[]>(
      `select id, slug, domain, locale, definition, note, sources from concepts
       where withdrawn_at is null order by slug collate "C"`,
    );
    const ids = rows.map(({ id }) => id);
    const terms = groupBy(await this.terms.of(ids), ({ conceptId }) => conceptId);
    const notes = groupBy(await this.notesOf(ids), ({ conceptId }) => conceptId);
    return rows.map(({ id, ...concept }) => ({
      ...concept,
      terms: (terms.get(id) ?? []).sort(inOrder).map(termIn),
      countryNotes: (notes.get(id) ?? []).map(noteIn),
    }));
  }

  /**
   * Adds what is new and changes what differs, all of it or nothing; what a file does not speak of stays as it is.
   * @throws Invalid with paths such as `12.terms.0.word`
   */
  async import(actor: Actor, input: readonly ConceptRecord[]): Promise<Imported> {
    termbasePolicy.allow(actor, 'import', null);
    const read = records.safeParse(input);
    if (!read.success) throw invalid(read.error.issues);
    return this.transactions.run((tx) => this.take(tx, actor, read.data));
  }

  private async take(tx: EntityManager, actor: Actor, all: ConceptRecord[]): Promise<Imported> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('polylog termbase'))`);
    const slugs = all.map(({ slug }) => slug);
    const rows = await tx
      .createQueryBuilder(Concept, 'concept')
      .where('concept.slug = any(:slugs)', { slugs })
      .getMany();
    const known = new Map(rows.map((row) => [row.slug, row]));
    refuseWhatCannotBe(all, known);
    const done: Imported = { added: 0, changed: 0, same: 0 };
    for (const record of all) {
      const row = known.get(record.slug);
      if (!row) await this.add(tx, actor, record);
      const changed = row && (await this.change(tx, actor, row, record));
      done[!row ? 'added' : changed ? 'changed' : 'same'] += 1;
    }
    return done;
  }

  private async add(tx: EntityManager, actor: Actor, { terms, countryNotes, ...concept }: ConceptRecord) {
    const id = await this.concepts.insert(tx, actor, concept);
    for (const term of [...terms].sort(byStanding)) await this.terms.insert(tx, actor, id, term);
    for (const note of countryNotes) await this.notes.put(tx, actor, id, null, note);
  }

  /** Whether anything was changed. */
  private async change(tx: EntityManager, actor: Actor, row: Concept, record: ConceptRecord) {
    const { terms, countryNotes, slug: _, ...concept } = record;
    let changed = false;
    if (!same(concept, conceptIn(row))) {
      const edited = { ...concept, revision: row.revision, weight: 'meaning' as const };
      changed = await this.concepts.revise(tx, actor, row, edited);
    }
    const own = await this.terms.of([row.id], tx);
    for (const term of [...terms].sort((a, b) => byStanding(b, a)))
      changed = (await this.putTerm(tx, actor, { id: row.id, own }, term)) || changed;
    const notes = await tx.findBy(CountryNote, { conceptId: row.id });
    for (const note of countryNotes) {
      const standing = notes.find(({ country }) => country === note.country) ?? null;
      if (standing && same(noteIn(standing), note)) continue;
      await this.notes.put(tx, actor, row.id, standing, note);
      changed = true;
    }
    return changed;
  }

  private async putTerm(
    tx: EntityManager,
    actor: Actor,
    { id, own }: { id: string; own: Term[] },
    term: TermRecord,
  ): Promise<boolean> {
    const standing = own.find(({ locale, word }) => locale === term.locale && word === term.word);
    if (standing && same(termIn(standing), term)) return false;
    if (standing) await this.terms.update(tx, actor, standing, term);
    else await this.terms.insert(tx, actor, id, term);
    return true;
  }

  private notesOf(ids: string[]): Promise<CountryNote[]> {
    return this.database
      .createQueryBuilder(CountryNote, 'note')
      .where('note.conceptId = any(:ids)', { ids })
      .orderBy('note.country')
      .getMany();
  }
}

function refuseWhatCannotBe(all: readonly ConceptRecord[], known: ReadonlyMap<string, Concept>): void {
  const seen = new Set<string>();
  const problems = all.flatMap(({ slug, terms }, place) => {
    const twice = seen.has(slug);
    seen.add(slug);
    const words = terms.map(({ locale, word }) => `${locale} ${word}`);
    const preferred = terms.filter(({ standing }) => standing === 'preferred').map(({ locale }) => locale);
    return [
      ...(twice ? [{ path: `${place}.slug`, key: 'glossary:problem.concept_twice' as const }] : []),
      ...(known.get(slug)?.withdrawnAt
        ? [{ path: `${place}.slug`, key: 'glossary:problem.concept_withdrawn' as const }]
        : []),
      ...repeated(words).map((at) => ({
        path: `${place}.terms.${at}.word`,
        key: 'glossary:problem.term_exists' as const,
      })),
      ...repeated(preferred).map(() => ({
        path: `${place}.terms`,
        key: 'glossary:problem.preferred_twice' as const,
      })),
    ];
  });
  if (problems.length > 0) throw new Invalid(problems);
}

/** Places of what has been there before. */
const repeated = (all: string[]): number[] =>
  all.flatMap((each, place) => (all.indexOf(each) < place ? [place] : []));

const conceptIn = ({ domain, locale, definition, note, sources }: Concept) => ({
  ...{ domain, locale, definition, note, sources },
});

const termIn = ({
  locale,
  word,
  standing,
  confidence,
  partOfSpeech,
  gender,
  note,
  sources,
}: Term): TermRecord => ({
  ...{ locale, word, standing, confidence, partOfSpeech, gender, note, sources },
});

const noteIn = ({ country, locale, text }: CountryNote): CountryNoteRecord => ({ country, locale, text });

/** By what they say, in whatever order they were put together. */
const same = (a: object, b: object): boolean => isDeepStrictEqual(a, b);

const inOrder = (a: Term, b: Term): number =>
  compare(a.locale, b.locale) || byStanding(a, b) || compare(a.word, b.word);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
