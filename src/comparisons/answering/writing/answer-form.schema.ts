import { z } from 'zod';
import type { Language } from '../../../core/i18n/language';
import type { Locale } from '../../../core/i18n/locales';
import { FLAGS } from '../../comparison-facts';
import { answerChanges, newAnswer } from '../value/answer.schema';
import { readNumber, typedNumber } from '../value/read-number';
import type { AnswerView, AskedView } from '../work/answer-view.schema';

export const NUMBERS = ['number', 'women', 'men', 'notStated'] as const;
export const flagBox = (flag: string): string => `flag_${flag}`;
export const optionBox = (code: string): string => `option_${code}`;

type Typed = Record<string, unknown>;

/** What the form of an answer sends, as programs send it: boxes gathered, numbers read as that language writes them. */
function gathered(question: AskedView, locale: Locale) {
  const boxes = new Set([
    ...FLAGS.map(flagBox),
    ...(question.kind === 'category'
      ? [...question.options.map(({ code }) => optionBox(code)), 'option']
      : []),
  ]);
  return (form: unknown): Typed => {
    const typed = (form ?? {}) as Typed;
    const others = Object.entries(typed).filter(([name]) => !boxes.has(name) && name !== 'then');
    const said = {
      ...Object.fromEntries(others),
      flags: FLAGS.filter((flag) => typed[flagBox(flag)] === 'true'),
    };
    return { ...said, ...valueIn(typed, question, locale) };
  };
}

/** Who does not know has no value: what was chosen before cannot be taken back without a script. */
function valueIn(typed: Typed, question: AskedView, locale: Locale): Typed {
  const none = typed['standing'] !== undefined && typed['standing'] !== 'value';
  const numbers = [...NUMBERS, 'score'].filter((name) => name in typed);
  const read: Typed = Object.fromEntries(
    numbers.map((name) => [name, none ? null : numberIn(typed[name], locale)]),
  );
  if (question.kind !== 'category') return read;
  const single = typeof typed['option'] === 'string' && typed['option'] ? [typed['option']] : [];
  const ticked = question.options.filter(({ code }) => typed[optionBox(code)] === 'true');
  const options = question.several ? ticked.map(({ code }) => code) : single;
  return { ...read, options: none ? [] : options };
}

const numberIn = (typed: unknown, locale: Locale): unknown => {
  if (typeof typed !== 'string' || typed.trim() === '') return null;
  return readNumber(typed, locale) ?? '?';
};

export const answerForm = (question: AskedView, { locale }: Language) =>
  z.preprocess(gathered(question, locale), answerChanges);

/** @param place what the address says and the form does not */
export const newAnswerForm = (
  question: AskedView,
  { locale }: Language,
  place: { question: string; country: string },
) => z.preprocess((form: unknown) => ({ ...gathered(question, locale)(form), ...place }), newAnswer);

/** Which button was pressed: on to the next question, or to this answer. */
export const thenIn = (body: unknown): 'next' | 'answer' =>
  (body as Typed | undefined)?.['then'] === 'next' ? 'next' : 'answer';

/** An answer as its form shows it. */
export function typedAnswer(of: AnswerView, language: Language): Record<string, string> {
  const boxes = [
    ...of.flags.map((flag) => [flagBox(flag), 'true']),
    ...of.options.map((code) => [optionBox(code), 'true']),
  ];
  const numbers = NUMBERS.map((name) => [name, typedNumber(of[name], language.locale)]);
  return {
    ...(Object.fromEntries([...boxes, ...numbers]) as Record<string, string>),
    standing: of.standing,
    option: of.options[0] ?? '',
    score: of.score ?? '',
    text: of.original.text ?? '',
    note: of.original.note ?? '',
    confidence: of.confidence ?? '',
    period: of.period,
    validOn: of.validOn ?? '',
    locale: of.locale,
    revision: String(of.revision),
  };
}
