import type { Language } from '../../core/i18n/language';
import type { BookCase, BookIndexEntry } from '../book';
import type { Manuscript } from './manuscript';

/** Where in the book each theme and each place stands: themes and places of its cases, and the terms of its text. */
export function indexOf(
  { subjects }: Manuscript,
  cases: readonly BookCase[],
  language: Language,
): { themes: BookIndexEntry[]; places: BookIndexEntry[] } {
  const themes = new Map([...subjects].map(([word, at]) => [word, [...at]]));
  const places = new Map<string, string[]>();
  for (const { slug, themes: own, places: where } of cases) {
    for (const word of own) add(themes, word, slug);
    for (const word of where) add(places, word, slug);
  }
  return { themes: sorted(themes, language), places: sorted(places, language) };
}

function add(entries: Map<string, string[]>, word: string, slug: string): void {
  entries.set(word, [...(entries.get(word) ?? []), `case:${slug}`]);
}

const sorted = (entries: Map<string, string[]>, language: Language): BookIndexEntry[] =>
  language.sort(
    [...entries].map(([word, at]) => ({ word, at })),
    ({ word }) => word,
  );
