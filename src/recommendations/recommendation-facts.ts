/** Who is spoken to, from near to far. */
export const LEVELS = ['local', 'regional', 'national', 'eu'] as const;
export type Level = (typeof LEVELS)[number];

/** What following it costs, as far as that is known. */
export const COSTS = ['none', 'low', 'medium', 'high', 'unknown'] as const;
export type Cost = (typeof COSTS)[number];

export const RECOMMENDATION_STATUSES = ['draft', 'published', 'withdrawn', 'replaced'] as const;
export type RecommendationStatus = (typeof RECOMMENDATION_STATUSES)[number];

/** How far somebody has come with it. */
export const UPTAKE_STATES = ['considering', 'decided', 'in_progress', 'done', 'rejected'] as const;
export type UptakeState = (typeof UPTAKE_STATES)[number];

/** Nothing is left to be asked about. */
export const SETTLED: readonly UptakeState[] = ['done', 'rejected'];

/** Characters at most, as readers see them. */
export const LIMITS = {
  addressee: 160,
  text: 1000,
  reasoning: 2000,
  reason: 500,
  name: 160,
  proof: 1000,
} as const;

/** How it is called in running text: R3. */
export const codeOf = ({ number }: { number: number }): string => `R${number}`;
