import type { Locale } from '../../core/i18n/locales';
import type { IndexedConcept, IndexedTerm } from './term-index.service';

/** What a concept is called for somebody who reads these languages: the first of them that has a word for it. */
export function headword(
  { slug, locale, terms }: Pick<IndexedConcept, 'slug' | 'locale' | 'terms'>,
  locales: readonly Locale[],
): IndexedTerm {
  const writable = terms.filter(({ standing }) => standing !== 'forbidden');
  for (const each of [...locales, locale]) {
    const found = writable.find((term) => term.locale === each);
    if (found) return found;
  }
  return writable[0] ?? { locale, word: slug, standing: 'accepted', confidence: 'low' };
}
