/** The languages of the hub, in the order in which they are offered. BCP 47 tags. */
export const LOCALES = ['sv', 'sl', 'it', 'en'] as const;

export type Locale = (typeof LOCALES)[number];

/** The language of the hub when nothing else is known about the reader. */
export const FALLBACK_LOCALE: Locale = 'en';

/** Regional formats behind each language: numbers, dates and money follow these (ui-terms §2). */
export const REGIONS: Record<Locale, string> = { sv: 'sv-SE', sl: 'sl-SI', it: 'it-IT', en: 'en-GB' };

export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale);
}

/** The first language of an Accept-Language header that the hub speaks, by quality. */
export function localeFromHeader(header: string | undefined): Locale | undefined {
  return (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', quality = 'q=1'] = part.trim().split(';');
      return { locale: tag.slice(0, 2).toLowerCase(), quality: Number(quality.trim().slice(2)) || 0 };
    })
    .sort((a, b) => b.quality - a.quality)
    .map(({ locale }) => locale)
    .find(isLocale);
}
