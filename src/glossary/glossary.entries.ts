import type { Locale } from '../core/i18n/locales';

declare module '../core/journal/entry' {
  interface Entries {
    'concept.added': Record<string, never>;
    'concept.edited': { revision: number };
    'concept.withdrawn': Record<string, never>;
    'concept.restored': Record<string, never>;
    'concept.translated': { locale: Locale };
    'concept.term_added': { termId: string; locale: Locale };
    'concept.term_changed': { termId: string; locale: Locale };
    'concept.term_removed': { termId: string; locale: Locale };
    'concept.discussed': { threadId: string };
    'country_note.written': { conceptId: string };
    'country_note.changed': { conceptId: string; revision: number };
    'country_note.removed': { conceptId: string };
    'country_note.translated': { conceptId: string; locale: Locale };
  }
}
