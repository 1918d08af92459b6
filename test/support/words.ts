import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES_DIR, readLanguages } from '../../src/core/i18n/language-folders';
import type { Locale } from '../../src/core/i18n/locales';

type Tree = { [name: string]: string | Tree };
type Words = Map<string, string>;

const PLURAL = /_(zero|one|two|few|many|other)$/;
/** A language may say in one phrase what others say with a name: “in German”. */
const PHRASE = /^ui:(in|from)\.[a-z]{2,3}$/;

/** The words of the interface in all languages that have a folder. */
export class WordFolders {
  readonly locales: Locale[];
  private readonly read: Map<Locale, Words>;
  private readonly counted: Set<string>;

  constructor(private readonly folder = LOCALES_DIR) {
    this.locales = readLanguages(folder).map(({ locale }) => locale);
    this.read = new Map(this.locales.map((locale) => [locale, this.readAll(locale)]));
    const keys = [...this.read.values()].flatMap((words) => [...words.keys()]);
    this.counted = new Set(
      keys.filter((key) => key.endsWith('_other')).map((key) => key.replace(PLURAL, '')),
    );
  }

  /** Every word in one language, by `namespace:path.to.key`. */
  words(locale: Locale): Words {
    return this.read.get(locale)!;
  }

  namespaces(locale: Locale): string[] {
    const files = readdirSync(join(this.folder, locale)).filter(
      (name) => name.endsWith('.json') && name !== 'language.json',
    );
    return files.map((name) => name.replace(/\.json$/, ''));
  }

  /** The key as the code says it: without the plural form. */
  spoken(key: string): string {
    const base = key.replace(PLURAL, '');
    return this.counted.has(base) ? base : key;
  }

  /** Spoken key → its plural forms; none for words that do not count. */
  forms(locale: Locale): Map<string, string[]> {
    const found = new Map<string, string[]>();
    for (const key of this.words(locale).keys()) {
      const spoken = this.spoken(key);
      const others = found.get(spoken) ?? [];
      found.set(spoken, spoken === key ? others : [...others, key.slice(spoken.length + 1)]);
    }
    return found;
  }

  /** What a language has too little or too much, so that it cannot say what English says. */
  faults(locale: Locale): string[] {
    return [...this.missing(locale), ...this.wrongForms(locale), ...this.wrongPlaceholders(locale)];
  }

  private missing(locale: Locale): string[] {
    const [own, english] = [this.forms(locale), this.forms('en')];
    const empty = [...this.words(locale)].filter(([, text]) => text.trim() === '');
    const more = [...own.keys()].filter((key) => !english.has(key) && !PHRASE.test(key));
    return [
      ...[...english.keys()].filter((key) => !own.has(key)).map((key) => `${key} is missing`),
      ...more.map((key) => `${key} is not in English`),
      ...empty.map(([key]) => `${key} is empty`),
    ];
  }

  private wrongForms(locale: Locale): string[] {
    const right = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.sort().join(', ');
    const wrong = [...this.forms(locale)].filter(
      ([, own]) => own.length > 0 && [...own].sort().join(', ') !== right,
    );
    return wrong.map(([key, own]) => `${key} counts ${own.join(', ')} instead of ${right}`);
  }

  private wrongPlaceholders(locale: Locale): string[] {
    const english = this.placeholders('en');
    const differing = [...this.placeholders(locale)].filter(
      ([key, names]) => english.has(key) && names !== english.get(key),
    );
    return differing.map(([key, names]) => `${key} is filled with ${names} instead of ${english.get(key)}`);
  }

  /** Spoken key → the placeholders in any of its forms. */
  private placeholders(locale: Locale): Map<string, string> {
    const found = new Map<string, Set<string>>();
    for (const [key, text] of this.words(locale)) {
      const names = found.get(this.spoken(key)) ?? new Set();
      for (const [, name] of text.matchAll(/\{\{(\w+)\}\}/g)) names.add(name!);
      found.set(this.spoken(key), names);
    }
    return new Map([...found].map(([key, names]) => [key, [...names].sort().join(', ')]));
  }

  private readAll(locale: Locale): Words {
    const words: Words = new Map();
    const add = (prefix: string, tree: Tree): void => {
      for (const [name, value] of Object.entries(tree)) {
        if (typeof value === 'string') words.set(`${prefix}${name}`, value);
        else add(`${prefix}${name}.`, value);
      }
    };
    for (const file of this.namespaces(locale)) {
      const text = readFileSync(join(this.folder, locale, `${file}.json`), 'utf8');
      add(`${file}:`, JSON.parse(text) as Tree);
    }
    return words;
  }
}

export function sourceFiles(folder = 'src'): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.tsx?$/.test(name));
}

/** The keys that the source speaks of: whole ones, and patterns where a part is filled in at run time. */
export function keysInSource(namespaces: string[]): {
  whole: Map<string, string>;
  patterns: Map<RegExp, string>;
} {
  const whole = new Map<string, string>();
  const patterns = new Map<RegExp, string>();
  const literal = new RegExp(
    `(['"\`])((?:${namespaces.join('|')}):[\\w.]*(?:\\$\\{[^}]*\\}[\\w.]*)*)\\1`,
    'g',
  );
  for (const file of sourceFiles()) {
    for (const [, , key] of readFileSync(file, 'utf8').matchAll(literal)) {
      if (!key!.includes('${')) whole.set(key!, file);
      else
        patterns.set(new RegExp(`^${key!.replace(/\./g, '\\.').replace(/\$\{[^}]*\}/g, '[\\w.-]+')}$`), file);
    }
  }
  return { whole, patterns };
}
