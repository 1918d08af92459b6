import { z } from 'zod';
import { responsesInput, type ResponsesView } from './responses.schema';

type DimensionView = ResponsesView['dimensions'][number];

export const scoreField = (code: string): string => `score_${code}`;
export const reasonField = (code: string): string => `reason_${code}`;

export const SCORES = Array.from({ length: 11 }, (_, score) => String(score));

/** One radio holds a score or says that there is none; what nobody has touched is not sent. */
export const respondForm = ({ questions }: DimensionView) =>
  z.preprocess((form: unknown) => {
    const typed = (form ?? {}) as Record<string, unknown>;
    const open = questions.filter(({ locked }) => !locked).map(({ question }) => question.code);
    const known = new Set([...open.flatMap((code) => [scoreField(code), reasonField(code)]), 'then']);
    return {
      ...Object.fromEntries(Object.entries(typed).filter(([name]) => !known.has(name))),
      responses: open
        .filter((code) => typed[scoreField(code)] || typed[reasonField(code)])
        .map((code) => ({
          ...{ question: code, reason: typed[reasonField(code)] ?? '' },
          ...chosen(typed[scoreField(code)]),
        })),
    };
  }, responsesInput);

function chosen(typed: unknown): object {
  if (typed === 'unknown' || typed === 'not_applicable') return { standing: typed };
  return { standing: 'value', score: SCORES.includes(typed as string) ? Number(typed) : null };
}

/** Where a problem of the data stands in the form. */
export function fieldOf({ questions }: DimensionView, typed: Record<string, string>, path: string): string {
  const [, place, name] = /^responses\.(\d+)\.(\w+)$/.exec(path) ?? [];
  const sent = questions
    .filter(({ locked }) => !locked)
    .map(({ question }) => question.code)
    .filter((code) => typed[scoreField(code)] || typed[reasonField(code)]);
  const code = sent[Number(place)];
  if (place === undefined || code === undefined) return path;
  return name === 'reason' ? reasonField(code) : scoreField(code);
}

/** As they were given. */
export function typedResponses({ questions }: DimensionView, locale: string): Record<string, string> {
  const given = questions.flatMap(({ question: { code }, own }) =>
    own
      ? [
          [scoreField(code), own.standing === 'value' ? String(own.score) : own.standing],
          [reasonField(code), own.reason ?? ''],
        ]
      : [],
  );
  return { ...(Object.fromEntries(given) as Record<string, string>), locale };
}
