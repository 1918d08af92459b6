import { regionOf, type Locale } from '../../core/i18n/locales';
import type { BookGlossary, BookIndexEntry } from '../book';
import type { Labels } from './labels';
import type { PrintedGlossary, Register } from './printed';
import { spoken } from './spoken';
import { wordsIn } from './words';

const CASE = 'case:';

/** Entries under their letters, in the order of the edition's language: Č after C in Slovenian, Å after Z in Swedish. */
export function register(
  name: string,
  entries: readonly BookIndexEntry[],
  labels: Labels,
  locale: Locale,
): Register {
  const { compare } = new Intl.Collator(regionOf(locale), { numeric: true });
  const groups: Register['groups'] = [];
  for (const { word, at } of entries.toSorted((a, b) => compare(a.word, b.word))) {
    const to = at.map((slug) => labelOf(slug, labels)).filter((label) => label !== undefined);
    if (to.length === 0) continue;
    const letter = letterOf(word, locale);
    if (groups.at(-1)?.letter !== letter) groups.push({ letter, entries: [] });
    groups.at(-1)!.entries.push({ term: wordsIn(locale, word), to });
  }
  return { name, groups };
}

const labelOf = (slug: string, labels: Labels): string | undefined =>
  slug.startsWith(CASE) ? labels.of('case', slug.slice(CASE.length)) : labels.of('chapter', slug);

/** A letter with a mark is one of its own where the language sorts it as such, otherwise it is the bare one. */
function letterOf(word: string, locale: Locale): string {
  const base = new Intl.Collator(regionOf(locale), { sensitivity: 'base' });
  const first = [...word.normalize('NFC')][0] ?? '';
  const bare = [...first.normalize('NFD')][0] ?? '';
  return wordsIn(
    locale,
    (base.compare(first, bare) === 0 ? bare : first).toLocaleUpperCase(regionOf(locale)),
  );
}

/** The edition's own language stands first: its words are the ones that are looked up. */
export function glossaryOf(
  { locales, rows }: BookGlossary,
  locale: Locale,
  nameOf: (locale: Locale) => string,
): PrintedGlossary {
  const columns = [...new Set([locale, ...locales])];
  const { compare } = new Intl.Collator(regionOf(locale), { numeric: true });
  const term = (row: BookGlossary['rows'][number], column: Locale) => row.term[column] ?? '';
  return {
    languages: columns.map((column) => ({ name: nameOf(column), ...spoken(column) })),
    rows: rows
      .toSorted((a, b) => compare(term(a, locale), term(b, locale)))
      .map((row) => ({
        terms: columns.map((column) =>
          row.term[column] ? { text: wordsIn(column, term(row, column)), ...spoken(column) } : null,
        ),
        definition: row.definition && wordsIn(locale, row.definition),
      })),
  };
}
