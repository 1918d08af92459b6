import type { Key } from '../core/i18n/keys';

/** Characters at most for what is written about a case, as readers see them (good-practice §3). */
export const LIMITS = {
  title: 100,
  strapline: 160,
  problem: 600,
  solution: 1500,
  participation: 500,
  resources: 300,
  evidence: 500,
  law: 300,
  difficulties: 400,
  conditions: 1000,
  adaptable: 1000,
  essential: 1000,
  beginning: 1000,
  sustainability: 300,
  equality: 150,
  environment: 150,
  integration: 150,
  health: 150,
  quote: 200,
  speaker: 100,
} as const;

export type PracticeString = keyof typeof LIMITS;

/** How one can learn from it: these four have their limit together. */
export const TRANSFER = ['conditions', 'adaptable', 'essential', 'beginning'] as const;
export const TRANSFER_LIMIT = 1000;

const LINES = new Set<PracticeString>(['title', 'strapline', 'speaker']);

/** Every string of a case, the title first, as text kinds declare them. */
export const PRACTICE_STRINGS = (Object.keys(LIMITS) as PracticeString[]).map((name) => ({
  name,
  form: LINES.has(name) ? ('line' as const) : ('prose' as const),
  limit: LIMITS[name],
  visible: true as const,
  label: `practices:field.${name}` as Key,
}));
