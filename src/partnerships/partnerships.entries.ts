import type { Locale } from '../core/i18n/locales';
import type { PartnerRole } from './partners/partner.entity';
import type { StatementKind } from './statements/statement.entity';

interface InPartnership {
  kind: StatementKind;
}

interface Appointment {
  personId: string;
}

declare module '../core/journal/entry' {
  interface Entries {
    'partnership.created': Record<string, never>;
    'partnership.edited': { revision: number };
    'partnership.translated': { locale: Locale };
    'statement.added': InPartnership;
    'statement.edited': InPartnership & { revision: number };
    'statement.translated': InPartnership & { locale: Locale };
    'statement.moved': InPartnership & { number: number };
    'statement.removed': InPartnership;
    'source_note.added': Record<string, never>;
    'source_note.edited': { revision: number };
    'source_note.translated': { locale: Locale };
    'source_note.removed': Record<string, never>;
    'partner.added': { organisationId: string; role: PartnerRole };
    'partner.changed': { organisationId: string; role: PartnerRole };
    'partner.removed': { organisationId: string };
    'review_rule.set': { separateReview: boolean };
    'funding_notice.added': { version: number };
    'organiser.appointed': Appointment;
    'organiser.removed': Appointment;
    'editor.appointed': Appointment;
    'editor.removed': Appointment;
  }
}
