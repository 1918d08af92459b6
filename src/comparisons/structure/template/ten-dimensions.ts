import type { Unit } from '../../comparison-facts';

interface Measure {
  unit: Unit;
  unitMultiplier?: 0 | 3 | 6;
  decimals?: number;
  bySex?: true;
}

const persons: Measure = { unit: 'PS', bySex: true };
const count: Measure = { unit: 'NR' };
const days: Measure = { unit: 'DAY' };
const posts: Measure = { unit: 'FTE', decimals: 1 };
const euros: Measure = { unit: 'EUR', decimals: 2 };
const millions: Measure = { unit: 'EUR', unitMultiplier: 6, decimals: 2 };

/** How the numbers of the ten dimensions are measured (comparison.md §2); none of them can be below zero. */
export const MEASURES: Readonly<Record<string, Measure>> = {
  'D2.7': count,
  'D2.8': count,
  'D2.9': days,
  'D2.10': euros,
  'D3.4': millions,
  'D3.5': count,
  'D5.6': count,
  'D5.7': millions,
  'D5.8': count,
  'D6.6': count,
  'D6.7': count,
  'D6.8': count,
  'D7.6': posts,
  'D7.7': count,
  'D7.8': persons,
  'D8.5': count,
  'D8.6': count,
  'D8.7': count,
  'D9.5': count,
  'D9.6': persons,
  'D9.7': { unit: 'FTE' },
  'D9.8': millions,
  'D9.9': persons,
};

/** Lists of which several may be true. */
export const SEVERAL: ReadonlySet<string> = new Set([
  ...['D1.3', 'D2.1', 'D2.4', 'D4.1', 'D4.2', 'D4.3', 'D4.4', 'D4.5', 'D9.10'],
]);
