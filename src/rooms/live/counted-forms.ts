import type { Key } from '../../core/i18n/keys';
import type { Language } from '../../core/i18n/language';

/** Counted words in all forms of the language, with `{count}` in the place of the number: for scripts. */
export const countedForms = (
  language: Language,
  key: Key,
  more: Record<string, string> = {},
): Record<string, string> =>
  Object.fromEntries(
    [100, 11, 0, 5, 3, 2, 1].map((count) => [
      language.pluralForm(count),
      language.t(key, { ...more, count }).replace(String(count), '{count}'),
    ]),
  );
