import type { RenderedText } from '../../core/database/rendered';
import type { Locale } from '../../core/i18n/locales';
import type { DataSource, Words } from '../comparison-data';
import { wordsIn } from '../reading/words-in';

/**
 * A text as files say it: translated by people, or as it was written. What only a machine has translated would stand in
 * a file without its mark (docs/decisions/015).
 */
export function said(words: Words, locale: Locale): RenderedText {
  const byPeople = words.translations.filter(({ status }) => status !== 'machine');
  return wordsIn({ ...words, translations: byPeople }, [locale]);
}

const labels = new WeakMap<Words, Map<Locale, string>>();

/** In exactly this language, or nothing. A label stands in thousands of rows, so it is looked for once. */
export function labelIn(words: Words, locale: Locale): string {
  const known = labels.get(words) ?? new Map<Locale, string>();
  labels.set(words, known);
  const found = known.get(locale);
  if (found !== undefined) return found;
  const { text, locale: in_ } = said(words, locale);
  const label = in_ === locale ? text : '';
  known.set(locale, label);
  return label;
}

/** A source in one line: who says what, where, and when it was read. */
export function citation({ title, publisher, published, address, readOn }: DataSource): string {
  const where = [address, published, readOn].filter((part): part is string => Boolean(part)).join(', ');
  return [publisher, title, where].filter(Boolean).join('. ');
}
