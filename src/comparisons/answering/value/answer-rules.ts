import { Invalid, type FieldProblem } from '../../../core/errors/refusal';
import type { Answer } from '../answer.entity';
import type { AskedQuestion } from './asked-question';
import { decimalsIn, millionths, sumOf } from './decimal';

/** What an answer gives as its value. */
export type Value = Pick<
  Answer,
  'standing' | 'number' | 'women' | 'men' | 'notStated' | 'score' | 'options' | 'period'
>;

type Field = keyof Value | 'unit';
type Check = (said: Value, question: AskedQuestion) => (FieldProblem & { path: Field })[];

const PARTS = ['women', 'men', 'notStated'] as const;
const NUMBERS = ['number', ...PARTS] as const;

const wrong = (path: Field, key: FieldProblem['key'], values?: FieldProblem['values']) => ({
  ...{ path, key },
  ...(values && { values }),
});

/** “Don’t know” and “not applicable” are answers without a value: neither of them is 0. */
const noValueBeside: Check = (said) => {
  const given = [...NUMBERS, 'score' as const].filter((name) => said[name] !== null);
  const filled: Field[] = said.options.length > 0 ? [...given, 'options'] : given;
  return said.standing === 'value'
    ? []
    : filled.map((path) => wrong(path, 'comparisons:problem.value_beside'));
};

/** Only what was asked: no score for a number. */
const asAsked: Check = (said, { kind, bySex }) => {
  const problems: ReturnType<Check> = [];
  if (kind !== 'number' && said.number !== null)
    problems.push(wrong('number', 'comparisons:problem.not_asked'));
  if (!(kind === 'number' && bySex))
    for (const part of PARTS)
      if (said[part] !== null) problems.push(wrong(part, 'comparisons:problem.not_asked'));
  if (kind !== 'statement' && said.score !== null)
    problems.push(wrong('score', 'comparisons:problem.not_asked'));
  if (kind !== 'category' && said.options.length > 0)
    problems.push(wrong('options', 'comparisons:problem.not_asked'));
  return problems;
};

const offered: Check = ({ options }, question) => {
  if (question.kind !== 'category') return [];
  const codes = question.options;
  if (options.some((code) => !codes.includes(code))) return [wrong('options', 'errors:field.choice')];
  return !question.several && options.length > 1 ? [wrong('options', 'comparisons:problem.one_option')] : [];
};

/** From 0 to 10 in halves. */
const scored: Check = ({ score }) =>
  score === null || (inRange(score, '0', '10') && millionths(score) % 500_000n === 0n)
    ? []
    : [wrong('score', 'comparisons:problem.score')];

const inRange = (decimal: string, from: string | null, to: string | null): boolean =>
  (from === null || millionths(decimal) >= millionths(from)) &&
  (to === null || millionths(decimal) <= millionths(to));

/** Counts and amounts are never negative unless the question says so. */
const measured: Check = (said, { decimals, minimum, maximum }) =>
  NUMBERS.flatMap((name) => {
    const value = said[name];
    if (value === null) return [];
    if (decimalsIn(value) > decimals)
      return [wrong(name, 'comparisons:problem.decimals', { count: decimals })];
    const lowest = minimum ?? '0';
    if (!inRange(value, name === 'number' ? lowest : '0', null))
      return [wrong(name, 'comparisons:problem.too_low', { minimum: name === 'number' ? lowest : '0' })];
    if (maximum !== null && !inRange(value, null, maximum))
      return [wrong(name, 'comparisons:problem.too_high', { maximum })];
    return [];
  });

/** The parts are what the total says, as far as they are known. */
const total: Check = (said) => {
  const parts = PARTS.flatMap((name) => said[name] ?? []);
  if (said.number === null || parts.length === 0) return [];
  const sum = sumOf(parts);
  const whole = said.women !== null && said.men !== null;
  const fits = whole
    ? millionths(sum) === millionths(said.number)
    : millionths(sum) <= millionths(said.number);
  return fits ? [] : [wrong('number', 'comparisons:problem.total', { sum })];
};

const CHECKS: readonly Check[] = [noValueBeside, asAsked, offered, scored, measured, total];

/** All that is wrong with a value; what is still missing is no fault of a draft. */
export const problemsOf = (said: Value, question: AskedQuestion): FieldProblem[] =>
  CHECKS.flatMap((check) => check(said, question));

/** @throws Invalid */
export function assertValue(said: Value, question: AskedQuestion): void {
  const problems = problemsOf(said, question);
  if (problems.length > 0) throw new Invalid(problems);
}

/** Women and men that are known make the total. */
export function withTotal<Said extends Value>(said: Said): Said {
  const { number, women, men, notStated } = said;
  if (number !== null || women === null || men === null) return said;
  return { ...said, number: sumOf([women, men, notStated ?? '0']) };
}

export type Lacking = 'value' | 'text' | 'confidence' | 'validOn' | 'evidence' | 'reason';

interface Support {
  /** How much it rests on. */
  evidence: number;
  /** Of the members who responded, if they are enough. */
  median: number | null;
}

/** What an answer lacks before its platform can sign it off; a score other than the members' needs a reason. */
export function lackingIn(
  said: Value & Pick<Answer, 'text' | 'note' | 'confidence' | 'validOn'>,
  { kind }: Pick<AskedQuestion, 'kind'>,
  { evidence, median }: Support,
): Lacking[] {
  if (said.standing !== 'value') return [];
  const given = { text: said.text, category: said.options[0], number: said.number, statement: said.score }[
    kind
  ];
  const lacking: Lacking[] = [];
  if ((given ?? null) === null) lacking.push(kind === 'text' ? 'text' : 'value');
  if (said.confidence === null) lacking.push('confidence');
  if (said.validOn === null) lacking.push('validOn');
  if (evidence === 0) lacking.push('evidence');
  const other = median !== null && said.score !== null && Number(said.score) !== median;
  if (other && said.note === null) lacking.push('reason');
  return lacking;
}
