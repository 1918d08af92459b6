import type { Reader } from '../core/http/reader';
import type { Locale } from '../core/i18n/locales';

/** Languages that the content of a room is shown in, best first; none: originals only. */
export const chosenLocales = (
  { locales, wished }: Reader,
  originals: boolean | null | undefined,
): Locale[] => (originals == null ? locales : originals ? [] : wished);
