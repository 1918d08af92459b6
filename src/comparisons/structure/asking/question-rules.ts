import type { EntityManager } from 'typeorm';
import { Invalid, Refusal } from '../../../core/errors/refusal';
import type { QuestionKind } from '../../comparison-facts';
import type { Question } from '../question.entity';
import { FIELDS_OF_KIND, type QuestionChanges } from './question.schema';

type Fields = Partial<Omit<QuestionChanges, 'revision' | 'weight'>>;

/** What numbers mean: not to be changed under those who have given some. */
const MEASURE = ['unit', 'unitMultiplier', 'bySex', 'several'] as const;

const OF_SOME_KIND = new Set(Object.values(FIELDS_OF_KIND).flat());

/** @throws Invalid when something is said that questions of this kind do not have */
export function assertOfKind(kind: QuestionKind, fields: Fields): void {
  const foreign = Object.entries(fields)
    .filter(([name, value]) => OF_SOME_KIND.has(name) && !FIELDS_OF_KIND[kind].includes(name) && says(value))
    .map(([path]) => ({ path, key: 'comparisons:problem.other_kind' as const }));
  if (foreign.length > 0) throw new Invalid(foreign);
}

const says = (value: unknown): boolean =>
  value !== null && value !== false && value !== 0 && value !== undefined;

/** @throws Invalid */
export function assertRange({ minimum, maximum }: Pick<Question, 'minimum' | 'maximum'>): void {
  if (minimum != null && maximum != null && Number(minimum) > Number(maximum))
    throw Invalid.field('maximum', 'comparisons:problem.maximum');
}

/** @throws Refusal when answers stand there that would mean something else */
export function assertSameMeasure(question: Question, changes: Fields): void {
  const other = MEASURE.some((name) => name in changes && changes[name] !== question[name]);
  if (other) throw new Refusal(422, 'comparisons:refusal.measure_answered');
}

export async function answersTo(tx: EntityManager, questionId: string): Promise<number> {
  const [{ count }] = await tx.query<[{ count: number }]>(
    'select count(*)::int as count from answers where question_id = $1',
    [questionId],
  );
  return count;
}
