import { isTaking, type Measure } from '../decisions/measure';

export type Party = 'author' | 'reporter';

const MONTHS = 6;

interface Made {
  measure: Measure;
  outcome: 'upheld' | 'overturned' | null;
  decidedAt: Date;
  appealed: boolean;
}

/**
 * Until when one side may ask for another look; null: it may not. The author against what was taken from her, who
 * reported against what was left; what was looked at twice stays.
 */
export function appealable(party: Party, { measure, outcome, decidedAt, appealed }: Made): Date | null {
  if (outcome !== null || appealed || measure === 'withdrawn') return null;
  const against = party === 'author' ? isTaking(measure) : measure === 'keep' || measure === 'restore';
  if (!against) return null;
  const until = new Date(decidedAt);
  until.setUTCMonth(until.getUTCMonth() + MONTHS);
  return until > new Date() ? until : null;
}
