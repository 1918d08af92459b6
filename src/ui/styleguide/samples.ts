import { Language } from '../../core/i18n/language';
import { LOCALES, type Locale } from '../../core/i18n/locales';

/** A moment that does not move, so that pictures of the page can be compared. */
export const MOMENT = new Date('2026-03-02T09:12:00Z');

/** Samples of content in another language than the page, said by the same keys. */
export function otherLanguage(locale: Locale, steps = 1): Language {
  const place = (LOCALES.indexOf(locale) + steps) % LOCALES.length;
  return Language.of(LOCALES[place] ?? 'en');
}
