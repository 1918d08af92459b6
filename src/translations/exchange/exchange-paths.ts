import type { TranslationOf } from '../segment-store';

/** Where texts go out and translations come back, without the locale of the page. */
export const EXCHANGE = '/translations/exchange';

/** The files of one text. */
export const exchangePath = ({ kind, id, locale }: TranslationOf): string =>
  `${EXCHANGE}?place=text.${kind}.${id}&to=${locale}`;
