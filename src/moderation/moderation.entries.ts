import type { Locale } from '../core/i18n/locales';
import type { Measure } from './decisions/measure';

/** What happens in moderation. Who reported stands in none of it. */
declare module '../core/journal/entry' {
  interface Entries {
    'report.received': { caseId: string };
    'case.opened': Record<string, never>;
    'case.taken': Record<string, never>;
    'case.assigned': { personId: string };
    'case.noted': { noteId: string };
    'case.decided': { decisionId: string; measure: Measure };
    'case.appealed': { appealId: string };
    'case.cleared': Record<string, never>;
    'house_rules.written': Record<string, never>;
    'house_rules.ended': Record<string, never>;
    'house_rules.translated': { locale: Locale };
  }
}
