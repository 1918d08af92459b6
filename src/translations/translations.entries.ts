import type { Locale } from '../core/i18n/locales';

declare module '../core/journal/entry' {
  interface Entries {
    'wording.noted': { locale: Locale; noteId: string };
    'wording.answered': { locale: Locale; noteId: string; state: string };
  }
}
