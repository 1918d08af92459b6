import { Invalid, type FieldProblem } from '../../core/errors/refusal';
import type { NewResult } from './practice-row.schema';

/**
 * What must hold within one result: people are women, men, and those of whom it is not stated, and together they are
 * the value. @throws Invalid
 */
export function soundResult<Result extends NewResult>(result: Result): Result {
  const problems: FieldProblem[] = [];
  const { persons, value, women, men, notStated, periodFrom, periodTo } = result;
  const sum = (women ?? 0) + (men ?? 0) + (notStated ?? 0);
  if (persons && Number(value) !== sum)
    problems.push({ path: 'value', key: 'practices:problem.split', values: { sum } });
  if (periodTo < periodFrom.slice(0, periodTo.length))
    problems.push({ path: 'periodTo', key: 'practices:problem.period_order' });
  if (problems.length > 0) throw new Invalid(problems);
  return persons
    ? { ...result, women: women ?? 0, men: men ?? 0, notStated: notStated ?? 0 }
    : { ...result, women: null, men: null, notStated: null };
}
