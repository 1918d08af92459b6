import { LOCALES_DIR, nameInItself, readLanguages, type LanguageFacts } from './language-folders';

/** The name of a folder of words: a BCP 47 tag of two or three letters. */
export type Locale = string;

const languages = new Map<Locale, LanguageFacts>(
  readLanguages(LOCALES_DIR).map((facts) => [facts.locale, facts]),
);

/** The languages of the hub, in the order in which they are offered: the folders of `locales/` at its start. */
export const LOCALES: readonly Locale[] = [...languages.keys()];

/** The language of the hub when nothing else is known about the reader, and of words that another one lacks. */
export const FALLBACK_LOCALE: Locale = 'en';

if (!languages.has(FALLBACK_LOCALE))
  throw new Error(
    `There are no words in ${LOCALES_DIR}/${FALLBACK_LOCALE}. See LOCALES_DIR in .env.example.`,
  );

export function isLocale(value: unknown): value is Locale {
  return languages.has(value as Locale);
}

/** The language in itself, as the menu of languages shows it: the same in every language. */
export function ownName(locale: Locale): string {
  return languages.get(locale)?.name ?? nameInItself(locale);
}

/** Regional formats behind each language: numbers, dates and money follow these (ui-terms §2). */
export function regionOf(locale: Locale): string {
  return languages.get(locale)?.region ?? locale;
}

/** Where most of those live who choose this language; an IANA name. */
export function timeZoneOf(locale: Locale): string {
  return languages.get(locale)?.timeZone ?? 'Europe/Brussels';
}

const BEGINS_WITH_LOCALE = new RegExp(`^/(?:${LOCALES.join('|')})(?=[/?#]|$)`);

/** The path of a page without the language that it begins with: `/sl/rooms` → `/rooms`, `/sl` → ``. */
export const withoutLocale = (path: string): string => path.replace(BEGINS_WITH_LOCALE, '');

/** The first language of an Accept-Language header that the hub speaks, by quality. */
export function localeFromHeader(header: string | undefined): Locale | undefined {
  return (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', quality = 'q=1'] = part.trim().split(';');
      return { locale: tag.split('-')[0]!.toLowerCase(), quality: Number(quality.trim().slice(2)) || 0 };
    })
    .sort((a, b) => b.quality - a.quality)
    .map(({ locale }) => locale)
    .find(isLocale);
}
