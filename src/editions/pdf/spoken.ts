import { regionOf, type Locale } from '../../core/i18n/locales';
import type { Spoken } from './printed';

/** A language as the typesetter wants to be told of it: for hyphens, marks, and who reads aloud. */
export function spoken(locale: Locale): Spoken {
  return { lang: locale.split('-')[0]!, region: regionOf(locale).split('-')[1] ?? null };
}
