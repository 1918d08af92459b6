import { z } from 'zod';
import { locale, prose } from '../../core/http/text.schema';
import { orNone } from '../practice.schema';
import { CRITERIA, JUDGED_GATES, type Criterion, type JudgedGate, type Score } from '../reviews/verdict';
import { CHECKS, type Check } from './check';
import { countryCheck } from './workflow.schema';

/** What the forms of a case send, beside what programs send. */

export const nothing = z.strictObject({});

export const checkBox = (check: Check) => `check_${check}` as const;
export const scoreField = (criterion: Criterion) => `score_${criterion}` as const;
export const gateField = (gate: JudgedGate) => `gate_${gate}` as const;

/** A box that is not ticked is not sent. */
export const checkForm = z.preprocess((form: unknown) => {
  const typed = (form ?? {}) as Record<string, unknown>;
  const boxes = new Set<string>(CHECKS.map(checkBox));
  return {
    ...Object.fromEntries(Object.entries(typed).filter(([name]) => !boxes.has(name))),
    checks: Object.fromEntries(CHECKS.map((check) => [check, typed[checkBox(check)] === 'true'])),
  };
}, countryCheck);

const score = z.enum(['0', '1', '2', '3', '4']);
const answer = z.enum(['yes', 'no']);

export const judgementForm = z
  .strictObject({
    ...(Object.fromEntries(CRITERIA.map((criterion) => [scoreField(criterion), score])) as Record<
      ReturnType<typeof scoreField>,
      typeof score
    >),
    ...(Object.fromEntries(JUDGED_GATES.map((gate) => [gateField(gate), answer])) as Record<
      ReturnType<typeof gateField>,
      typeof answer
    >),
    comment: prose(3000),
    locale,
  })
  .transform(({ comment, locale: language, ...typed }) => ({
    comment,
    locale: language,
    scores: Object.fromEntries(
      CRITERIA.map((criterion) => [criterion, Number(typed[scoreField(criterion)]) as Score]),
    ) as Record<Criterion, Score>,
    gates: Object.fromEntries(JUDGED_GATES.map((gate) => [gate, typed[gateField(gate)] === 'yes'])) as Record<
      JudgedGate,
      boolean
    >,
  }));

export const noteForm = z.strictObject({ note: orNone(prose(500)).default(null) });
