import type { Locale } from '../core/i18n/locales';

declare module '../core/journal/entry' {
  interface Entries {
    'organisation.listed': Record<string, never>;
    'organisation.edited': { revision: number };
    'organisation.translated': { locale: Locale };
  }
}
