import type { Rating } from '../practice-facts';

/** What reviewers judge, and how much each weighs, in per cent (good-practice §3.2). */
export const WEIGHTS_OF_CRITERIA = {
  effect: 25,
  cooperation: 20,
  transferability: 20,
  sustainability: 15,
  inclusion: 10,
  novelty: 10,
} as const;

export type Criterion = keyof typeof WEIGHTS_OF_CRITERIA;
export const CRITERIA = Object.keys(WEIGHTS_OF_CRITERIA) as Criterion[];

/** none, claimed, described, documented, documented and checked by others */
export const SCORES = [0, 1, 2, 3, 4] as const;
export type Score = (typeof SCORES)[number];

/** Questions that reviewers answer with yes, or it is not published. */
export const JUDGED_GATES = ['relevant', 'measured', 'ethics'] as const;
export type JudgedGate = (typeof JUDGED_GATES)[number];
/** The last one is computed from the period. */
export type Gate = JudgedGate | 'time';

export interface Judgement {
  scores: Record<Criterion, Score>;
  gates: Record<JudgedGate, boolean>;
}

/** What a case says of itself that decides as well. */
export interface Measured {
  months: number | null;
  resultsWithSource: number;
}

export interface Verdict {
  rating: Rating | null;
  /** Weighted, from 0 to 4. */
  mean: number;
  means: Record<Criterion, number>;
  gates: Record<Gate, boolean>;
  reviewers: number;
}

const [GOOD, PROMISING, LOWEST] = [2.5, 1.5, 1.5];
const [MONTHS, MONTHS_OF_GOOD] = [12, 24];
const MOST_APART = 1;

/** On what two reviewers are further apart than a third one need not be asked for. */
export function disagreement(judgements: readonly Judgement[]): Criterion[] {
  return CRITERIA.filter((criterion) => {
    const scores = judgements.map(({ scores }) => scores[criterion]);
    return Math.max(...scores) - Math.min(...scores) > MOST_APART;
  });
}

/** Two agree, or a third one has judged as well. */
export const isDecided = (judgements: readonly Judgement[]): boolean =>
  judgements.length >= 3 || (judgements.length === 2 && disagreement(judgements).length === 0);

/** How many reviewers a case needs: a third one when two are too far apart. */
export const neededFor = (judgements: readonly Judgement[]): 2 | 3 =>
  judgements.length >= 2 && disagreement(judgements.slice(0, 2)).length > 0 ? 3 : 2;

/** What they make of it together. Compared as whole numbers: 2.5 is 2.5 however it came about. */
export function verdictOn(
  judgements: readonly Judgement[],
  { months, resultsWithSource }: Measured,
): Verdict {
  const count = judgements.length;
  const sums = Object.fromEntries(
    CRITERIA.map((criterion) => [
      criterion,
      judgements.reduce((sum, { scores }) => sum + scores[criterion], 0),
    ]),
  ) as Record<Criterion, number>;
  const total = CRITERIA.reduce(
    (sum, criterion) => sum + sums[criterion] * WEIGHTS_OF_CRITERIA[criterion],
    0,
  );
  const all = (gate: JudgedGate) => judgements.every(({ gates }) => gates[gate]);
  const gates = {
    relevant: all('relevant'),
    measured: all('measured') && resultsWithSource > 0,
    ethics: all('ethics'),
    time: months !== null && months >= MONTHS,
  };
  const even = CRITERIA.every((criterion) => sums[criterion] >= LOWEST * count);
  const good = total >= GOOD * 100 * count && even && months !== null && months >= MONTHS_OF_GOOD;
  const promising = total >= PROMISING * 100 * count;
  const passed = Object.values(gates).every(Boolean);
  return {
    rating: passed && good ? 'good' : passed && promising ? 'promising' : null,
    mean: total / (100 * count),
    means: Object.fromEntries(
      CRITERIA.map((criterion) => [criterion, sums[criterion] / count]),
    ) as Verdict['means'],
    gates,
    reviewers: count,
  };
}
