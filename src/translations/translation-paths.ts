import type { Locale } from '../core/i18n/locales';
import { textDeskPath } from '../ui/paths';
import type { TranslationOf } from './segment-store';

/** Where a text is translated, without the locale of the page. */
export const deskPath = ({ kind, id, locale }: TranslationOf): string => textDeskPath(kind, id, locale);

export const deskHistoryPath = (of: TranslationOf): string => `${deskPath(of)}/history`;

/** Where a text and its translation are read side by side. */
export const besidePath = (kind: string, id: string, locale?: Locale): string =>
  `/texts/${kind}/${id}${locale ? `?language=${locale}` : ''}`;

/** Who translates into which language. */
export const TRANSLATORS = '/translations/people';

/** Where programs translate it. */
export const deskApi = ({ kind, id, locale }: TranslationOf): string =>
  `/api/v1/texts/${kind}/${id}/translations/${locale}`;
