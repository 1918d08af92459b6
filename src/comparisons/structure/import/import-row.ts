import type { FieldProblem } from '../../../core/errors/refusal';
import { invalid } from '../../../core/http/issues';
import type { Locale } from '../../../core/i18n/locales';
import { problemsOf, withTotal } from '../../answering/value/answer-rules';
import { newAnswer, type NewAnswer } from '../../answering/value/answer.schema';
import type { AskedQuestion } from '../../answering/value/asked-question';
import { readNumber } from '../../answering/value/read-number';
import type { FilledRow } from './import-columns';
import type { FileRow } from './import-file';

const NUMBERS = ['number', 'women', 'men', 'notStated', 'score'] as const;

const VALUES = [...NUMBERS, 'options', 'text', 'note', 'period'] as const;

/** A row of a question that nobody has filled in. */
export const isBlank = ({ row, formulas }: FileRow): boolean =>
  formulas.length === 0 &&
  VALUES.every((column) => !row[column]?.trim()) &&
  ['', 'value'].includes(row.standing?.trim() ?? '');

export type ReadRow = { answer: NewAnswer } | { problems: FieldProblem[] };

/** Reads a row as the form of an answer would. @param locale in which numbers may be written, and words are unless it says so */
export function readRow(
  { row, formulas }: FileRow,
  { country, locale, question }: { country: string; locale: Locale; question: AskedQuestion },
): ReadRow {
  if (formulas.length > 0)
    return { problems: formulas.map((path) => ({ path, key: 'comparisons:problem.formula' })) };
  const unreadable = NUMBERS.filter((column) => isUnreadable(row[column], locale));
  if (unreadable.length > 0)
    return { problems: unreadable.map((path) => ({ path, key: 'errors:field.number' })) };
  const read = newAnswer.safeParse(inputOf(row, country, locale));
  if (!read.success) return { problems: [...invalid(read.error.issues).fields] };
  const { unit } = read.data;
  const said = withTotal({ ...NO_VALUE, ...read.data });
  const problems = problemsOf(said, question);
  if (unit && unit !== question.unit) problems.push({ path: 'unit', key: 'comparisons:problem.unit' });
  return problems.length > 0 ? { problems } : { answer: read.data };
}

const NO_VALUE = {
  ...{ standing: 'value' as const, number: null, women: null, men: null, notStated: null, score: null },
  ...{ options: [], period: '' },
};

function inputOf(row: FilledRow, country: string, locale: Locale): Record<string, unknown> {
  const trimmed = Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      column === 'text' || column === 'note' ? value : value.trim(),
    ]),
  ) as FilledRow;
  const numbers = NUMBERS.map((column) => [column, numberIn(trimmed[column], locale)]);
  return {
    ...trimmed,
    ...(Object.fromEntries(numbers) as Record<string, string | null>),
    country,
    standing: trimmed.standing || 'value',
    period: trimmed.period ?? '',
    options: listIn(trimmed.options),
    flags: listIn(trimmed.flags),
    text: trimmed.text ?? null,
    note: trimmed.note ?? null,
    confidence: trimmed.confidence?.toLowerCase() ?? null,
    validOn: dayIn(trimmed.validOn),
    unit: trimmed.unit?.toUpperCase() ?? null,
    locale: trimmed.locale?.toLowerCase() ?? locale,
  };
}

const isUnreadable = (typed: string | undefined, locale: Locale): boolean =>
  Boolean(typed?.trim()) && readNumber(typed!, locale) === undefined;

const numberIn = (typed: string | undefined, locale: Locale): string | null =>
  (typed && readNumber(typed, locale)) || null;

const listIn = (typed = ''): string[] => typed.split(/[;,\s]+/).filter((part) => part !== '');

/** Days that all spreadsheets number alike, as spreadsheets turn what was typed into a number. */
const SERIAL = /^[2-7]\d{4}$/;

function dayIn(typed: string | undefined): string | null {
  if (!typed) return null;
  if (!SERIAL.test(typed)) return typed;
  return new Date(Date.UTC(1899, 11, 30) + Number(typed) * 86_400_000).toISOString().slice(0, 10);
}
