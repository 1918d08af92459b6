import type { Locale } from '../../core/i18n/locales';
import { bare } from '../terms/term';

/** What stands under one letter of the register. */
export interface RegisterLetter<Item> {
  letter: string;
  /** For addresses: `letter-c-u30c` cannot be read, but Č and C are not the same. */
  id: string;
  items: Item[];
}

const collators = new Map<Locale, Intl.Collator>();

/** The letter of the alphabet of a language under which a word stands: Å is its own in Swedish, É is not. */
export function letterOf(word: string, locale: Locale): string {
  const first = [...bare(word).replace(/^[^\p{L}\p{N}]+/u, '')][0] ?? '#';
  const letter = first.toLocaleUpperCase(locale);
  const base = letter.normalize('NFD').replace(/\p{M}/gu, '');
  let collator = collators.get(locale);
  if (!collator) {
    collator = new Intl.Collator(locale, { sensitivity: 'base' });
    collators.set(locale, collator);
  }
  return collator.compare(letter, base) === 0 ? base : letter;
}

/** Items that are in order already, under their letters. */
export function register<Item>(
  items: readonly Item[],
  word: (item: Item) => string,
  locale: Locale,
): RegisterLetter<Item>[] {
  const letters: RegisterLetter<Item>[] = [];
  for (const item of items) {
    const letter = letterOf(word(item), locale);
    if (letters.at(-1)?.letter !== letter)
      letters.push({
        letter,
        id: `letter-${letter.codePointAt(0)!.toString(16)}-${letters.length}`,
        items: [],
      });
    letters.at(-1)!.items.push(item);
  }
  return letters;
}
