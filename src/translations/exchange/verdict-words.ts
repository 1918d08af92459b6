import type { Key } from '../../core/i18n/keys';
import type { Report } from './report';
import type { Verdict } from './verdict';

/** Translations land as drafts; entries of the memory and the termbase are what they are. */
export function verdictKey(kind: Report['kind'], verdict: Verdict): Key {
  if (kind !== 'translations' && (verdict === 'new' || verdict === 'changed'))
    return `translations:exchange.entry.${verdict}`;
  return `translations:exchange.verdict.${verdict}`;
}
