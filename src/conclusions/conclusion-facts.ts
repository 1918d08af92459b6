/** draft → positions (people say where they stand, until a moment) → adopted; then perhaps replaced or withdrawn. */
export const CONCLUSION_STATES = ['draft', 'positions', 'adopted', 'replaced', 'withdrawn'] as const;
export type ConclusionState = (typeof CONCLUSION_STATES)[number];

export const POSITIONS = ['agree', 'accept', 'disagree'] as const;
/** `accept`: she can live with it. */
export type Position = (typeof POSITIONS)[number];

/** Characters as readers see them. */
export const STATEMENT_LIMIT = 600;
export const REASONING_LIMIT = 4000;
export const REASON_LIMIT = 600;
export const COMMENT_LIMIT = 2000;

/** Before it is decided: its words are not everyone's yet. */
export const UNDER_WAY: readonly ConclusionState[] = ['draft', 'positions'];

/** Nobody is surprised, and nobody waits for ever. Days. */
export const SHORTEST = 1;
export const LONGEST = 60;
/** What a form suggests. Days. */
export const USUAL = 10;
