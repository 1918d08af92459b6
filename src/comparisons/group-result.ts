/** Fewer say too little, and could be recognised (comparison.md §2.1). */
export const FEWEST = 3;

/** Scores of several people: the middle one, and how far they lie apart. */
export interface Spread {
  count: number;
  minimum: number;
  lower: number;
  median: number;
  upper: number;
  maximum: number;
}

/** What the respondents of a platform said together; null where there are too few of them to be shown. */
export interface GroupResult {
  /** How many gave a score; those who did not know, and those to whom it did not apply. */
  scored: number;
  unknown: number;
  notApplicable: number;
  spread: Spread | null;
  /** By the slug of their stakeholder group, only groups of `FEWEST` and more. */
  groups: ({ group: string } & Spread)[];
}

/** @param scores in any order. Quartiles lie between neighbours, as spreadsheets have them. */
export function spreadOf(scores: readonly number[]): Spread | null {
  if (scores.length < FEWEST) return null;
  const sorted = [...scores].sort((a, b) => a - b);
  const at = (share: number): number => {
    const place = (sorted.length - 1) * share;
    const below = Math.floor(place);
    const above = Math.ceil(place);
    return sorted[below]! + (sorted[above]! - sorted[below]!) * (place - below);
  };
  return {
    count: sorted.length,
    minimum: sorted[0]!,
    lower: at(0.25),
    median: at(0.5),
    upper: at(0.75),
    maximum: sorted.at(-1)!,
  };
}
