import type { TranslationOf } from './segment-store';

/** Where a text is translated, without the locale of the page. */
export const deskPath = ({ kind, id, locale }: TranslationOf): string =>
  `/translations/${kind}/${id}/${locale}`;

/** Where programs translate it. */
export const deskApi = ({ kind, id, locale }: TranslationOf): string =>
  `/api/v1/texts/${kind}/${id}/translations/${locale}`;
