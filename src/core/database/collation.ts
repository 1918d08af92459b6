import { regionOf, type Locale } from '../i18n/locales';

/** The order of a reader's alphabet, to stand after `collate`; for a language that ICU does not know, its common one. */
export function collation(locale: Locale): string {
  const [known = 'und'] = Intl.Collator.supportedLocalesOf(regionOf(locale));
  return `"${known}-x-icu"`;
}
