import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { rendered } from '../../core/database/rendered';
import { withTranslations } from '../../core/database/translation';
import { NotFound } from '../../core/errors/refusal';
import type { Reader } from '../../core/http/reader';
import type { Language } from '../../core/i18n/language';
import type { Locale } from '../../core/i18n/locales';
import { ConceptAccess } from '../concepts/concept-access.service';
import { Concept } from '../concepts/concept.entity';
import { conceptPolicy, termPolicy } from '../concepts/concept.policy';
import type {
  ConceptTip,
  ConceptView,
  GlossaryFilters,
  GlossaryPage,
  ListedConcept,
} from '../concepts/concept.schema';
import type { CountryNoteView } from '../notes/country-note.schema';
import { CountryNotes } from '../notes/country-notes.service';
import { headword } from '../terms/headword';
import { byStanding, type Term } from '../terms/term';
import { TermIndex, type IndexedConcept, type IndexedTerm } from '../terms/term-index.service';
import type { SourceView, TermView } from '../terms/term.schema';
import { Terms } from '../terms/terms.service';
import { matching } from './matching';

/** The termbase for somebody who reads it: in her languages, in the order of her alphabet. */
@Injectable()
export class GlossaryReading {
  constructor(
    private readonly database: DataSource,
    private readonly access: ConceptAccess,
    private readonly index: TermIndex,
    private readonly terms: Terms,
    private readonly notes: CountryNotes,
  ) {}

  async list(
    reader: Reader,
    { q, domain, page, limit }: Omit<GlossaryFilters, 'locale'>,
  ): Promise<GlossaryPage> {
    const { concepts } = await this.index.current();
    const shown = concepts.filter((each) => !each.withdrawn && (!domain || each.domain === domain));
    const found = inOrder(reader, q ? matching(shown, q) : shown);
    const pages = Math.max(1, Math.ceil(found.length / limit));
    const items = await this.defined(reader, found.slice((page - 1) * limit, page * limit));
    return { items, total: found.length, page, pages };
  }

  /** @throws NotFound */
  async one({ actor, locales }: Reader, slug: string): Promise<ConceptView> {
    const row = await withTranslations(this.access.readable(actor), 'concept', locales)
      .andWhere('concept.slug = :slug', { slug })
      .getOne();
    if (!row) throw new NotFound();
    const [terms, notes] = await Promise.all([this.terms.of([row.id]), this.notesOf(row.id, locales)]);
    const known = await this.known([...row.sources, ...terms.flatMap(({ sources }) => sources)]);
    const sorted = inLanguages(terms, locales);
    return {
      ...{ id: row.id, slug, domain: row.domain, locale: row.locale, revision: row.revision },
      headword: named(headword({ ...row, terms: [...terms].sort(byStanding) }, locales)),
      definition: rendered(row, ({ definition }) => definition, locales)!,
      note: rendered(row, ({ note }) => note, locales),
      terms: sorted.map((term) => termView(actor, row, term, known)),
      countryNotes: notes,
      sources: row.sources.map((key) => known.get(key) ?? unknown(key)),
      threadId: row.threadId,
      withdrawn: row.withdrawnAt !== null,
      can: conceptPolicy.can(actor, row),
    };
  }

  /** @throws NotFound */
  async tip(reader: Reader, slug: string): Promise<ConceptTip> {
    const { headword: word, definition, terms } = await this.one(reader, slug);
    const { t, locale } = reader.language;
    const elsewhere = terms.filter((term) => term.standing === 'preferred' && term.locale !== word.locale);
    return {
      ...{ word: word.word, locale: word.locale },
      unverified: word.confidence === 'low' ? t('glossary:unverified') : null,
      ...{ definition: definition.text, definitionLocale: definition.locale },
      state: stateWords(definition, locale, t),
      elsewhere: elsewhere.map((term) => ({ locale: term.locale, word: term.word })),
    };
  }

  private async notesOf(conceptId: string, locales: readonly Locale[]): Promise<CountryNoteView[]> {
    const rows = await this.notes.of(conceptId, locales);
    return rows
      .map((row) => ({
        ...{ id: row.id, country: row.country, locale: row.locale, revision: row.revision },
        text: rendered(row, ({ text }) => text, locales)!,
      }))
      .sort((a, b) => (a.country < b.country ? -1 : 1));
  }

  /** Sources that the termbase has names for, by key. */
  private async known(keys: string[]): Promise<Map<string, SourceView>> {
    if (keys.length === 0) return new Map();
    const rows = await this.database.query<SourceView[]>(
      'select key, title, address from glossary_sources where key = any($1)',
      [keys],
    );
    return new Map(rows.map((row) => [row.key, row]));
  }

  private async defined({ locales }: Reader, concepts: readonly IndexedConcept[]): Promise<ListedConcept[]> {
    const query = this.database
      .createQueryBuilder(Concept, 'concept')
      .where('concept.id = any(:ids)', { ids: concepts.map(({ id }) => id) });
    const rows = new Map(
      (await withTranslations(query, 'concept', locales).getMany()).map((row) => [row.id, row]),
    );
    return concepts.flatMap((concept) => {
      const row = rows.get(concept.id);
      if (!row) return [];
      const { id, slug, domain, terms } = concept;
      const definition = rendered(row, (each) => each.definition, locales)!;
      return { id, slug, domain, terms, headword: named(headword(concept, locales)), definition };
    });
  }
}

function inOrder({ language, locales }: Reader, concepts: readonly IndexedConcept[]): IndexedConcept[] {
  return language.sort(concepts, (concept) => headword(concept, locales).word);
}

/** The reader's languages first. */
function inLanguages(terms: readonly Term[], locales: readonly Locale[]): Term[] {
  const place = (locale: Locale) => (locales.includes(locale) ? locales.indexOf(locale) : locales.length);
  return [...terms].sort(
    (a, b) =>
      place(a.locale) - place(b.locale) ||
      a.locale.localeCompare(b.locale) ||
      byStanding(a, b) ||
      a.word.localeCompare(b.word, a.locale),
  );
}

const named = ({ locale, word, standing, confidence }: IndexedTerm): IndexedTerm => ({
  ...{ locale, word, standing, confidence },
});

/** Nothing that a machine made is ever shown without saying so. */
function stateWords(
  { state, outdated, locale }: ConceptView['definition'],
  readerLocale: Locale,
  t: Language['t'],
): string | null {
  if (state === 'original') return locale === readerLocale ? null : t('ui:state.missing');
  return t(outdated && state !== 'machine' ? 'ui:state.outdated' : `ui:state.${state}`);
}

const unknown = (key: string): SourceView => ({ key, title: key, address: null });

function termView(actor: Actor, concept: Concept, term: Term, known: Map<string, SourceView>): TermView {
  const { conceptId: _, sources, ...rest } = term;
  return {
    ...rest,
    sources: sources.map((key) => known.get(key) ?? unknown(key)),
    can: termPolicy.can(actor, { locale: term.locale, concept }),
  };
}
