import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rendered } from '../../core/database/rendered';
import { withTranslations } from '../../core/database/translation';
import { type DocumentBlock, everyBlock, wordsOf } from '../../core/documents/document';
import { Language } from '../../core/i18n/language';
import { LOCALES, type Locale } from '../../core/i18n/locales';
import { Concept } from '../../glossary/concepts/concept.entity';
import { Recognition } from '../../glossary/recognition/recognition.service';
import { headword } from '../../glossary/terms/headword';
import { type IndexedConcept, TermIndex } from '../../glossary/terms/term-index.service';
import type { BookGlossary } from '../book';
import type { ChapterText } from './chapter-text';
import type { Manuscript } from './manuscript';

type Terms = Pick<Manuscript, 'definitions' | 'glossary' | 'subjects'>;

/** The termbase as far as a book speaks of it: definitions, the index of subjects, the glossary at its end. */
@Injectable()
export class ManuscriptTerms {
  constructor(
    private readonly database: DataSource,
    private readonly index: TermIndex,
    private readonly recognition: Recognition,
  ) {}

  /** @param chapters by slug, in the order of reading */
  async of(
    chapters: ReadonlyMap<string, ChapterText>,
    wanted: readonly string[],
    locale: Locale,
  ): Promise<Terms> {
    const { concepts } = await this.index.current();
    const known = new Map(concepts.filter(({ withdrawn }) => !withdrawn).map((each) => [each.slug, each]));
    const places = await this.places(chapters);
    const slugs = [...new Set([...places.keys(), ...wanted])].filter((slug) => known.has(slug));
    const spoken = slugs.map((slug) => known.get(slug)!);
    const rows = await this.rows(spoken, locale);
    const word = (concept: IndexedConcept) => headword(concept, [locale]).word;
    return {
      definitions: new Map(
        spoken.map((concept) => {
          const definition = rendered(rows.get(concept.id)!, (row) => row.definition, [locale])!;
          return [concept.slug, { id: concept.id, term: word(concept), definition }];
        }),
      ),
      glossary: glossaryOf(spoken, locale),
      subjects: new Map(spoken.map((concept) => [word(concept), places.get(concept.slug) ?? []])),
    };
  }

  /** Slugs of chapters by the slug of the concept that stands in them; each language is looked through by its own. */
  private async places(chapters: ReadonlyMap<string, ChapterText>): Promise<Map<string, string[]>> {
    const places = new Map<string, string[]>();
    for (const [chapter, { told, title, tree }] of chapters) {
      const recogniser = await this.recognition.of(told.locale);
      const text = [title.text, ...[...everyBlock(tree)].map(wordsIn)].join('\n\n');
      for (const { slug } of recogniser.recognise(text)) {
        const at = places.get(slug) ?? [];
        if (!at.includes(chapter)) places.set(slug, [...at, chapter]);
      }
    }
    return places;
  }

  private async rows(concepts: readonly IndexedConcept[], locale: Locale): Promise<Map<string, Concept>> {
    const query = this.database
      .createQueryBuilder(Concept, 'concept')
      .where('concept.id = any(:ids)', { ids: concepts.map(({ id }) => id) });
    const rows = await withTranslations(query, 'concept', [locale]).getMany();
    return new Map(rows.map((row) => [row.id, row]));
  }
}

function wordsIn(block: DocumentBlock): string {
  if (block.kind === 'table') return [...block.head, ...block.rows.flat()].map(wordsOf).join('\n');
  if (block.kind === 'figure') return wordsOf(block.caption);
  return 'children' in block ? wordsOf(block.children) : '';
}

/** A column per language of the hub, the book's own first; in its alphabet. */
function glossaryOf(concepts: readonly IndexedConcept[], locale: Locale): BookGlossary {
  const locales = [locale, ...LOCALES.filter((each) => each !== locale)];
  const rows = concepts.map(({ terms }) => {
    const preferred = terms.filter(({ standing }) => standing === 'preferred' || standing === 'accepted');
    const term = Object.fromEntries(
      locales.map((each) => [each, preferred.find((one) => one.locale === each)?.word ?? '']),
    );
    return { term, definition: null };
  });
  const own = rows.filter(({ term }) => term[locale]);
  return { locales, rows: Language.of(locale).sort(own, ({ term }) => term[locale]!) };
}
