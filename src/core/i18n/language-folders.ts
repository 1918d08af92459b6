import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';

/** What a folder of words may say about its language in `language.json`; what it leaves out is known by Intl. */
const facts = z.strictObject({
  /** As the menu of languages shows it, in itself. */
  name: z.string().min(1).max(60).optional(),
  /** Its place in the menu; languages without one follow by their tags. */
  order: z.number().optional(),
  /** Numbers, dates and money are written as in this region: `en-GB`. */
  region: z.string().refine(isTag, 'must be a language and a region, such as en-GB').optional(),
  /** Where most people who choose this language live. */
  timeZone: z.string().optional(),
});

export interface LanguageFacts {
  /** BCP 47 tag, the name of the folder. */
  locale: string;
  name: string;
  region: string;
  timeZone: string;
}

/** The nearest folder of words above this file: it stands beside `src` and beside `dist`. */
function standardFolder(from: string): string {
  const here = join(from, 'locales');
  return existsSync(here) || dirname(from) === from ? here : standardFolder(dirname(from));
}

/** Words are read when the first file that speaks is loaded, before there are settings: see `Config`. */
export const LOCALES_DIR = resolve(process.env['LOCALES_DIR'] || standardFolder(__dirname));

/**
 * The languages for which there are words, in the order in which they are offered.
 * @throws Error when there is no folder of words, or one says about its language what cannot be
 */
export function readLanguages(folder: string): LanguageFacts[] {
  const tags = existsSync(folder) ? readdirSync(folder).filter((name) => /^[a-z]{2,3}$/.test(name)) : [];
  return tags
    .map((locale) => ({ locale, ...readFacts(folder, locale) }))
    .sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || (a.locale < b.locale ? -1 : 1))
    .map(({ locale, name, region = likelyRegion(locale), timeZone }) => ({
      locale,
      name: name ?? nameInItself(locale),
      region,
      timeZone: timeZone ?? likelyTimeZone(region),
    }));
}

function readFacts(folder: string, locale: string): z.infer<typeof facts> {
  const file = join(folder, locale, 'language.json');
  if (!existsSync(file)) return {};
  const read = facts.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(`${file}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

/** A capital as a label, although Swedes, Slovenes and Italians write their languages small. */
export function nameInItself(locale: string): string {
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

function likelyRegion(locale: string): string {
  const { region } = new Intl.Locale(locale).maximize();
  return region ? `${locale}-${region}` : locale;
}

/** Node 20 knows the zones of a region as a property, newer ones as a method. */
function likelyTimeZone(region: string): string {
  const known = new Intl.Locale(region) as { timeZones?: string[]; getTimeZones?: () => string[] };
  return (known.getTimeZones?.() ?? known.timeZones ?? [])[0] ?? 'Europe/Brussels';
}

function isTag(value: string): boolean {
  return /^[a-z]{2,3}-[A-Z]{2}$/.test(value);
}
