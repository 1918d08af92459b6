import type { FormState } from '../../core/http/form';
import type { Locale } from '../../core/i18n/locales';
import type { OpenCase } from './case-reading.service';

/** Which of the forms on the page was refused. */
export type RefusedAt = 'take' | 'assign' | 'note' | 'decide' | 'review';

export interface CasePageProps extends OpenCase {
  locales: readonly Locale[];
  refused?: { at: RefusedAt; form: FormState };
}
