import type { Locale } from '../core/i18n/locales';

declare module '../core/journal/entry' {
  interface Entries {
    'translator.appointed': { locale: Locale };
    'translator.removed': { locale: Locale };
    'wording.noted': { locale: Locale; noteId: string };
    'wording.answered': { locale: Locale; noteId: string; state: string };
  }
}
