import { createInstance, type TFunction } from 'i18next';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES_DIR } from './language-folders';
import { FALLBACK_LOCALE, LOCALES, type Locale } from './locales';
import type { Key, Values } from './keys';

function readNamespaces(locale: Locale): Record<string, object> {
  const files = readdirSync(join(LOCALES_DIR, locale)).filter(
    (name) => name.endsWith('.json') && name !== 'language.json',
  );
  return Object.fromEntries(
    files.map((name) => [
      name.replace('.json', ''),
      JSON.parse(readFileSync(join(LOCALES_DIR, locale, name), 'utf8')) as object,
    ]),
  );
}

const spaces = Object.keys(readNamespaces(FALLBACK_LOCALE));

const i18n = createInstance({
  lng: FALLBACK_LOCALE,
  fallbackLng: FALLBACK_LOCALE,
  supportedLngs: [...LOCALES],
  resources: Object.fromEntries(LOCALES.map((locale) => [locale, readNamespaces(locale)])),
  ns: spaces,
  interpolation: { escapeValue: false },
  returnNull: false,
});
void i18n.init({ initAsync: false });

const fixed = new Map<Locale, TFunction>(LOCALES.map((locale) => [locale, i18n.getFixedT(locale)]));

/**
 * Looking up words costs more than drawing a page, so each sentence is looked up once, with marks in the place
 * of its values. Only a count has to be known then: it chooses the plural.
 */
const sentences = new Map<string, string>();
/** Counts are many; what is said of a rare one is looked up again. */
const MOST_SENTENCES = 20_000;

/** The words of the interface for a key, in one language. Missing keys are caught by the architecture test. */
export function say(locale: Locale, key: Key, values?: Values): string {
  if (!values) return sentence(locale, key, [], undefined);
  const names = Object.keys(values);
  const words = sentence(locale, key, names, values['count']);
  if (!words.includes('\u0001')) return words;
  return words.replace(/\u0001(\w+)\u0002/g, (_, name: string) => String(values[name]));
}

function sentence(locale: Locale, key: Key, names: string[], count: string | number | undefined): string {
  const id = `${locale} ${key} ${names.join(' ')} ${count ?? ''}`;
  const known = sentences.get(id);
  if (known !== undefined) return known;
  const marks = Object.fromEntries(names.map((name) => [name, `\u0001${name}\u0002`]));
  const words = fixed.get(locale)!(key, { ...marks, ...(count !== undefined && { count }) });
  if (sentences.size > MOST_SENTENCES) sentences.clear();
  sentences.set(id, words);
  return words;
}

/** The keys whose words hold what somebody has seen, or, filled in, are all of it: for those who mend words. */
export function keysSaying(locale: Locale, seen: string): string[] {
  const part = seen.trim().toLowerCase();
  const holds = (words: string) => words.toLowerCase().includes(part) || filledIn(words.toLowerCase(), part);
  return spaces.flatMap((space) =>
    leaves(i18n.getResourceBundle(locale, space) as Tree | undefined)
      .filter(([, words]) => holds(words))
      .map(([key]) => `${space}:${key}`),
  );
}

type Tree = { [name: string]: string | Tree };

const leaves = (tree: Tree = {}): [key: string, words: string][] =>
  Object.entries(tree).flatMap(([name, words]) =>
    typeof words === 'string'
      ? [[name, words]]
      : leaves(words).map(([key, all]): [string, string] => [`${name}.${key}`, all]),
  );

/** Whether these words with something in their placeholders can be what was seen. */
function filledIn(words: string, seen: string): boolean {
  const pieces = words.split(/\{\{\w+\}\}/);
  if (pieces.length === 1 || pieces.join('').trim().length < 4) return false;
  let from = 0;
  for (const piece of pieces) {
    const found = seen.indexOf(piece, from);
    if (found < 0) return false;
    from = found + piece.length;
  }
  return seen.startsWith(pieces[0]!) && seen.endsWith(pieces.at(-1)!);
}

export function isKey(value: string): value is Key {
  return i18n.exists(value);
}

/** Whether a language has words of its own for this, which another one need not have. */
export function isSaid(locale: Locale, value: string): value is Key {
  return i18n.exists(value, { lng: locale, fallbackLng: false });
}
