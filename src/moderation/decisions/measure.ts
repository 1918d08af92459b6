import type { Locale } from '../../core/i18n/locales';
import type { Ground } from '../grounds';

/** What can be decided. */
export const MEASURES = ['keep', 'hide', 'restore', 'lock', 'unlock', 'withdrawn'] as const;
export type Measure = (typeof MEASURES)[number];

/** What was decided and why, whoever reads it. */
export interface Decision {
  id: string;
  number: string;
  measure: Measure;
  /** Of an appeal; null: it was the first decision. */
  outcome: 'upheld' | 'overturned' | null;
  ground: Ground | null;
  facts: string;
  locale: Locale;
  decidedAt: Date;
}

/** The author is told of these, and why; that nothing was found against her is not her business. */
const TOLD: readonly Measure[] = ['hide', 'restore', 'lock', 'unlock'];
/** These take something from the author: they need a rule or a law. */
const TAKING: readonly Measure[] = ['hide', 'lock'];

export const isTold = (measure: Measure): boolean => TOLD.includes(measure);
export const isTaking = (measure: Measure): boolean => TAKING.includes(measure);

/** What undoes it. */
export const OPPOSITE: Partial<Record<Measure, Measure>> = {
  hide: 'restore',
  restore: 'hide',
  lock: 'unlock',
  keep: 'hide',
};

/** What can be done with a post and its thread as they stand. */
export function possibleMeasures({
  hidden,
  gone,
  locked,
}: {
  hidden: boolean;
  gone: boolean;
  locked: boolean;
}): Measure[] {
  if (gone) return locked ? ['withdrawn', 'unlock'] : ['withdrawn', 'lock'];
  const ofPost: Measure[] = hidden ? ['restore'] : ['keep', 'hide'];
  return [...ofPost, locked ? 'unlock' : 'lock'];
}
