import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { LOCALES } from '../core/i18n/locales';
import type { Domain } from '../glossary/concepts/concept.entity';
import { CONFIDENCES, type TermData, type TermStanding } from '../glossary/terms/term';
import countryNotes from './data/country-notes.json';
import data from './data/glossary.json';
import documents from './data/glossary-sources.json';
import { fact, founded, record } from './facts';
import { idOf, insert, type Row } from './rows';

const DOMAINS: Record<string, Domain> = {
  concept: 'ideas',
  actor: 'actors',
  'legal form': 'legal_forms',
  law: 'law',
  'partnership work': 'partnership_work',
  output: 'outputs',
  'finance and procurement': 'finance',
  'plans and measurement': 'measurement',
};

const words = z.object({ term: z.string(), synonyms: z.array(z.string()), acronyms: z.array(z.string()) });

const concept = z
  .looseObject({
    id: z.string(),
    domain: z.string().transform((name) => DOMAINS[name]!),
    pos: z.enum(['noun', 'proper noun']),
    definitionEn: z.string(),
    confidence: z.partialRecord(z.string(), z.enum(CONFIDENCES)),
    sources: z.array(z.string()),
    note: z.string().nullish(),
  })
  .transform((each) => ({
    ...each,
    words: LOCALES.flatMap((locale) => {
      const read = words.safeParse(each[locale]);
      return read.success ? [{ locale, ...read.data }] : [];
    }),
  }));

type Concept = z.output<typeof concept>;

const sources = z
  .record(z.string(), z.object({ title: z.string(), locale: z.string().nullable() }))
  .parse(documents);

const notes = z
  .array(z.strictObject({ concept: z.string(), notes: z.record(z.string(), z.string()) }))
  .parse(countryNotes);

const addresses = z.record(z.string(), z.string()).parse(data.meta.sourceKeys);

/** The document that says so itself: nothing but a proposal. */
const PROPOSAL = 'OWN';

/**
 * The termbase of the data file, once. English is the language of its definitions and says nothing of how far its own
 * terms were checked: they count as good usage.
 */
export async function loadGlossary(tx: EntityManager, now: Date): Promise<number> {
  const [{ empty }] = await tx.query<[{ empty: boolean }]>(
    'select not exists (select from concepts) as empty',
  );
  if (!empty) return 0;
  const at = founded(now);
  const concepts = z.array(concept).parse(data.terms);
  const terms = concepts.flatMap((each) => termsOf(each).map((term) => ({ concept: each, term })));
  await insert(tx, 'glossary_sources', sourceRows());
  await insert(
    tx,
    'concepts',
    concepts.map((each) => conceptRow(each, at)),
  );
  await insert(
    tx,
    'concept_terms',
    terms.map(({ concept: { id }, term }) => termRow(id, term)),
  );
  await insert(tx, 'country_notes', noteRows(at));
  await insert(
    tx,
    'concept_changes',
    concepts.map(({ id }) => changeRow(id, at)),
  );
  await record(
    tx,
    concepts.map(({ id }) => fact('concept.added', { kind: 'concept', id: conceptId(id) }, {}, { at })),
  );
  return concepts.length;
}

const conceptId = (key: string): string => idOf('concept', key);

const sourceRows = (): Row[] =>
  Object.entries(sources).map(([key, { title }]) => {
    const address = addresses[key] ?? '';
    return { key, title, address: /^https?:/.test(address) ? address : null };
  });

const conceptRow = ({ id, domain, definitionEn, note, sources: keys }: Concept, at: Date): Row => ({
  ...{ id: conceptId(id), slug: id, domain, definition: definitionEn, note: note ?? null, locale: 'en' },
  sources: keys.filter((key) => sources[key] === undefined || sources[key].locale === 'en'),
  created_at: at,
});

/** A document supports the words of its own language; a proposal those that are nothing more. */
function termsOf({ words: all, confidence, pos, sources: keys }: Concept): TermData[] {
  return all.flatMap(({ locale, term, synonyms, acronyms }) => {
    const certain = confidence[locale] ?? 'medium';
    const own = keys.filter((key) =>
      key === PROPOSAL ? certain === 'low' : locale !== 'en' && sources[key]?.locale === locale,
    );
    const as = (standing: TermStanding) => (word: string) => ({
      ...{ locale, word, standing, confidence: certain, gender: null, note: null, sources: own },
      partOfSpeech: pos === 'noun' ? ('noun' as const) : ('proper_noun' as const),
    });
    return [...[term].map(as('preferred')), ...synonyms.map(as('accepted')), ...acronyms.map(as('acronym'))];
  });
}

const termRow = (key: string, { partOfSpeech, ...term }: TermData): Row => ({
  ...{ id: idOf('term', `${key} ${term.locale} ${term.word}`), concept_id: conceptId(key) },
  ...term,
  ...{ part_of_speech: partOfSpeech, revision: 1 },
});

const noteRows = (at: Date): Row[] =>
  notes.flatMap(({ concept: key, notes: byCountry }) =>
    Object.entries(byCountry).map(([country, text]) => ({
      ...{ id: idOf('country note', `${key} ${country}`), concept_id: conceptId(key) },
      ...{ country, text, locale: 'en', created_at: at },
    })),
  );

const changeRow = (key: string, at: Date): Row => ({
  ...{ concept_id: conceptId(key), name: 'concept.added', changed_at: at },
});
