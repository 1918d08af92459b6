import { Conflict } from '../../core/errors/refusal';
import type { TranslationOf } from '../segment-store';

/** What an import has done. */
export interface Performed {
  /** Entries of the file that were written. */
  count: number;
  /** Translations that readers are to be shown. */
  translations: TranslationOf[];
}

/** @throws Conflict when something else would be done than was shown */
export function assertSeen(now: string, seen: string): void {
  if (now !== seen) throw new Conflict(undefined, 'translations:exchange.refusal.changed');
}
