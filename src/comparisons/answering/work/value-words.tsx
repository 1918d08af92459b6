import type { Language } from '../../../core/i18n/language';
import { typedNumber } from '../value/read-number';
import type { AnswerView, AskedView } from './answer-view.schema';

export type GivenValue = Pick<
  AnswerView,
  'standing' | 'number' | 'women' | 'men' | 'notStated' | 'score' | 'options'
>;

/** A number as it was given, in the unit of the question. */
export function numberWords(
  language: Language,
  decimal: string,
  { unit, unitMultiplier }: Pick<AskedView, 'unit' | 'unitMultiplier'>,
): string {
  const [whole = '', rest = ''] = decimal.split('.');
  const exact = whole.length + rest.length < 15 && rest.length <= 2;
  const number = exact ? language.number(Number(decimal)) : typedNumber(decimal, language.locale);
  const multiplied = unitMultiplier ? `${number} × 10${unitMultiplier === 3 ? '³' : '⁶'}` : number;
  return unit && unit !== 'NR' ? `${multiplied} ${language.t(`comparisons:unit.${unit}`)}` : multiplied;
}

/** What an answer gives as its value, in the reader's words; `null` where only words were asked, or nothing is said yet. */
export function valueWords(language: Language, said: GivenValue, question: AskedView): string | null {
  if (said.standing !== 'value') return language.t(`comparisons:standing.${said.standing}`);
  if (said.score !== null) return typedNumber(said.score, language.locale);
  if (said.number !== null) return numberWords(language, said.number, question);
  const chosen = question.options.filter(({ code }) => said.options.includes(code));
  return chosen.length > 0 ? chosen.map(({ label }) => label.text).join('; ') : null;
}
