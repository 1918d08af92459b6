import type { ComparisonData, DataAnswer } from '../comparison-data';

/**
 * When each answer of one country to one question is true. Statisticians' formats need a period: an answer of none takes
 * that of the comparison, or else the day it was held to be true, or the year of publication, whichever is not taken.
 */
export function periodsOf(
  { period, publishedOn }: ComparisonData,
  answers: readonly DataAnswer[],
): Map<DataAnswer, string> {
  const taken = new Set(answers.map((answer) => answer.period));
  return new Map(
    answers.map((answer) => {
      if (answer.period !== '') return [answer, answer.period];
      const others = [period, answer.validOn, publishedOn?.slice(0, 4), publishedOn];
      return [answer, others.find((each) => each && !taken.has(each)) ?? ''];
    }),
  );
}

/** All periods that are spoken of. */
export const periodsTold = ({ period, answers }: ComparisonData): Set<string> =>
  new Set([period ?? '', ...answers.map((answer) => answer.period)].filter((each) => each !== ''));
