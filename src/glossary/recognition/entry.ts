import { lower, words } from '../../search/stemming/words';
import { stems } from '../../search/stemming/stems';
import { bare, type TermStanding } from '../terms/term';

/** One word of a term, and what a word of a text must have in common with it. */
export interface EntryWord {
  /** As it is written in the term, in lower case. */
  plain: string;
  stems: readonly string[];
  /** Short words (of, za, di) and acronyms have no forms. */
  exact: boolean;
}

/** A term as it is looked for. */
export interface Entry {
  conceptId: string;
  slug: string;
  term: string;
  standing: TermStanding;
  words: EntryWord[];
  /** WISE, not wise. */
  caseMatters: boolean;
}

const SHORTEST_WITH_FORMS = 3;

interface Named {
  conceptId: string;
  slug: string;
  word: string;
  standing: TermStanding;
}

/** `undefined` for what has no letters. */
export function entryOf({ conceptId, slug, word, standing }: Named, locale: string): Entry | undefined {
  const caseMatters = standing === 'acronym';
  const parts = words(bare(word)).map((each) => entryWord(each.word, locale, caseMatters));
  if (parts.length === 0) return undefined;
  return { conceptId, slug, term: word, standing, words: parts, caseMatters };
}

function entryWord(word: string, locale: string, caseMatters: boolean): EntryWord {
  const plain = caseMatters ? word : evenedOut(lower(word), locale);
  const exact = caseMatters || plain.length < SHORTEST_WITH_FORMS || UNCHANGING[locale]?.has(plain) === true;
  return {
    plain,
    stems: exact ? [plain] : formsOf(plain, locale).flatMap((form) => stems(form, locale)),
    exact,
  };
}

/** Swedish makes the plural of some words from another one: ansökan, ansökningar. */
const formsOf = (plain: string, locale: string): string[] =>
  locale === 'sv' && /(?:sök|mäl)an$/.test(plain) ? [plain, plain.replace(/an$/, 'ning')] : [plain];

/** Words within terms that have no forms of their own, and would be mixed up with others that do. */
const UNCHANGING: Record<string, ReadonlySet<string>> = {
  en: new Set(['for', 'and', 'non', 'per', 'with']),
  sv: new Set(['och', 'för', 'med', 'över', 'den', 'det', 'till', 'enligt']),
  sl: new Set(['tipa', 'brez']),
  it: new Set(['non', 'per', 'con', 'senza']),
};

/** Articles that Italian puts into its prepositions: ricerca di partner, ricerca dei partner. */
const PREPOSITIONS: readonly [RegExp, string][] = [
  [/^(?:del|dello|della|dell|dei|degli|delle|d)$/, 'di'],
  [/^(?:nel|nello|nella|nell|nei|negli|nelle)$/, 'in'],
  [/^(?:al|allo|alla|all|ai|agli|alle)$/, 'a'],
];

/** What is written in two ways, in one of them. */
export function evenedOut(plain: string, locale: string): string {
  if (locale === 'it') return PREPOSITIONS.find(([form]) => form.test(plain))?.[1] ?? plain;
  if (locale === 'en') return plain.replace(/iz(?=ation|e|ing)/, 'is');
  return plain;
}
