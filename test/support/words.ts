import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES, type Locale } from '../../src/core/i18n/locales';

type Tree = { [name: string]: string | Tree };
type Words = Map<string, string>;

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Every word of the interface in one language, by `namespace:path.to.key`. */
function read(locale: Locale): Words {
  const words: Words = new Map();
  const add = (prefix: string, tree: Tree): void => {
    for (const [name, value] of Object.entries(tree)) {
      if (typeof value === 'string') words.set(`${prefix}${name}`, value);
      else add(`${prefix}${name}.`, value);
    }
  };
  for (const file of namespaces(locale)) {
    add(`${file}:`, JSON.parse(readFileSync(join('locales', locale, `${file}.json`), 'utf8')) as Tree);
  }
  return words;
}

export function namespaces(locale: Locale): string[] {
  const files = readdirSync(join('locales', locale)).filter((name) => name !== 'language.json');
  return files.map((name) => name.replace(/\.json$/, ''));
}

const known = new Map(LOCALES.map((locale) => [locale, read(locale)]));
export const words = (locale: Locale): Words => known.get(locale)!;

const counted = new Set(
  LOCALES.flatMap((locale) => [...words(locale).keys()])
    .filter((key) => key.endsWith('_other'))
    .map((key) => key.replace(PLURAL, '')),
);

/** The key as the code says it: without the plural form. */
export const spoken = (key: string): string => {
  const base = key.replace(PLURAL, '');
  return counted.has(base) ? base : key;
};

/** Spoken key → its plural forms; none for words that do not count. */
export function forms(locale: Locale): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const key of words(locale).keys()) {
    const others = found.get(spoken(key)) ?? [];
    found.set(spoken(key), spoken(key) === key ? others : [...others, key.slice(spoken(key).length + 1)]);
  }
  return found;
}

/** Spoken key → the placeholders in any of its forms. */
export function placeholders(locale: Locale): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const [key, text] of words(locale)) {
    const names = found.get(spoken(key)) ?? new Set();
    for (const [, name] of text.matchAll(/\{\{(\w+)\}\}/g)) names.add(name!);
    found.set(spoken(key), names);
  }
  return new Map([...found].map(([key, names]) => [key, [...names].sort()]));
}

export function sourceFiles(folder = 'src'): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.tsx?$/.test(name));
}

/** The keys that the source speaks of: whole ones, and patterns where a part is filled in at run time. */
export function keysInSource(): { whole: Map<string, string>; patterns: Map<RegExp, string> } {
  const whole = new Map<string, string>();
  const patterns = new Map<RegExp, string>();
  const literal = new RegExp(
    `(['"\`])((?:${namespaces('en').join('|')}):[\\w.]*(?:\\$\\{[^}]*\\}[\\w.]*)*)\\1`,
    'g',
  );
  for (const file of sourceFiles()) {
    for (const [, , key] of readFileSync(file, 'utf8').matchAll(literal)) {
      if (!key!.includes('${')) whole.set(key!, file);
      else
        patterns.set(new RegExp(`^${key!.replace(/\./g, '\\.').replace(/\$\{[^}]*\}/g, '[\\w.]+')}$`), file);
    }
  }
  return { whole, patterns };
}
