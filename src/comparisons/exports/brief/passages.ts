import type { Locale } from '../../../core/i18n/locales';
import { regionOf } from '../../../core/i18n/locales';
import { printable } from '../../../core/print/fonts';
import type { Words } from '../../comparison-data';
import { said } from '../said';
import type { Passage, Spoken } from './brief';

/** A language as the typesetter wants to be told of it. */
export const spoken = (locale: Locale): Spoken => ({
  lang: locale.split('-')[0]!,
  region: regionOf(locale).split('-')[1] ?? null,
});

/** What is never empty, even when nothing of it can be printed. */
const NOTHING = '\u25a1';

export const passage = (text: string, locale: Locale): Passage => ({
  text: printable(text).trim() || NOTHING,
  language: spoken(locale),
});

/** As people have said it in this language, or else as it was written. */
export function passageOf(words: Words, locale: Locale): Passage {
  const { text, locale: found } = said(words, locale);
  return passage(text, found);
}
