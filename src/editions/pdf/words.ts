import type { Locale } from '../../core/i18n/locales';
import { printable } from '../../core/print/fonts';
import type { PrintedInline } from './printed';
import { Typography } from './typography';

/** A line of words as its language sets them and the fonts can print them. */
export const wordsIn = (locale: Locale, text: string): string => printable(new Typography(locale).set(text));

/** A title is never empty, even when nothing of it can be printed: who listens goes by them. */
export const titleIn = (locale: Locale, text: string): string => wordsIn(locale, text).trim() || '\u25a1';

/** Words alone, for the heads of pages. */
export const plain = (inlines: readonly PrintedInline[]): string =>
  inlines
    .map((inline) => ('children' in inline ? plain(inline.children) : 'text' in inline ? inline.text : ' '))
    .join('');

/** A path of the hub as an address that is true on paper, too. */
export function absolute(address: string, base: string): string {
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}

/** As people read an address aloud: without what every address begins and ends with. */
export const shortened = (address: string): string =>
  address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');

/** May go on in the next line after its signs. */
export const breakable = (address: string): string => printable(address).replace(/[/.?&=_-]+/g, '$&\u200b');
