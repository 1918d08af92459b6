import type { AnswerStanding } from './comparison-facts';

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

/** What one respondent says, and for which stakeholder group. */
export interface Respondent {
  group: string;
  standing: AnswerStanding;
  /** Null unless there is a value. */
  score: number | null;
}

/** All of them together; null where there are too few of them to be shown at all. */
export function groupResultOf(respondents: readonly Respondent[]): GroupResult | null {
  if (respondents.length < FEWEST) return null;
  const scored = respondents.flatMap(({ group, score }) => (score === null ? [] : [{ group, score }]));
  const count = (standing: AnswerStanding) => respondents.filter((each) => each.standing === standing).length;
  const spread = spreadOf(scored.map(({ score }) => score));
  return {
    ...{ scored: scored.length, unknown: count('unknown'), notApplicable: count('not_applicable'), spread },
    groups: spread ? splitOf(scored) : [],
  };
}

/**
 * By group, those of enough people only. Who is left over can be worked out from the whole: when that would be one or
 * two people, the smallest group that could be shown is not, so that they are hidden among others.
 */
function splitOf(scored: readonly { group: string; score: number }[]): GroupResult['groups'] {
  const groups = new Map<string, number[]>();
  for (const { group, score } of scored) groups.set(group, [...(groups.get(group) ?? []), score]);
  const bySize = [...groups].sort(
    ([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1),
  );
  let shown = bySize.filter(([, scores]) => scores.length >= FEWEST);
  const left = () => scored.length - shown.reduce((sum, [, scores]) => sum + scores.length, 0);
  while (shown.length > 0 && left() > 0 && left() < FEWEST) shown = shown.slice(0, -1);
  return shown
    .map(([group, scores]) => ({ group, ...spreadOf(scores)! }))
    .sort((a, b) => (a.group < b.group ? -1 : 1));
}
