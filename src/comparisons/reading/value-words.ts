import type { RenderedText } from '../../core/database/rendered';
import type { Language } from '../../core/i18n/language';
import type { Locale } from '../../core/i18n/locales';
import type { DataAnswer, DataQuestion } from '../comparison-data';
import { scoreIn } from './fact-words';
import { scoreOf } from './figures';
import { shownCounts, type ShownCount } from './shown-counts';
import { wordsIn } from './words-in';

/** What an answer amounts to in the reader's words, without its text. */
export interface ValueWords {
  /** Of a value in people's own words: their language. */
  parts: { text: string; lang: Locale | undefined }[];
  /** There is a value, and it may be shown. */
  shown: boolean;
}

type Asked = Pick<DataQuestion, 'kind' | 'unit' | 'unitMultiplier' | 'decimals' | 'options'>;

const plain = (text: string, shown: boolean): ValueWords => ({ parts: [{ text, lang: undefined }], shown });

/** A number in the unit of its question; null: nothing was given. */
export function countWords(
  language: Language,
  { unit, unitMultiplier, decimals }: Asked,
  count: ShownCount,
): string {
  if (count === null) return '';
  if (count === 'suppressed') return language.t('comparisons:standing.suppressed');
  const number = language.decimal(count, decimals);
  const multiplied = unitMultiplier
    ? language.t(unitMultiplier === 3 ? 'comparisons:reading.thousand' : 'comparisons:reading.million', {
        number,
      })
    : number;
  if (unit === 'PC') return language.t('comparisons:reading.percent', { number: multiplied });
  if (unit === 'EUR' || unit === 'SEK' || unit === 'GBP') return `${multiplied}\u00a0${unit}`;
  return multiplied;
}

export function valueWords(
  language: Language,
  locales: readonly string[],
  question: Asked,
  answer: DataAnswer | undefined,
): ValueWords {
  if (!answer) return plain(language.t('comparisons:standing.missing'), false);
  if (answer.standing === 'unknown') return plain(language.t('comparisons:standing.unknown'), false);
  if (answer.standing === 'not_applicable')
    return plain(language.t('comparisons:standing.not_applicable'), false);
  return (
    ofKind(language, locales, question, answer) ?? plain(language.t('comparisons:standing.missing'), false)
  );
}

function ofKind(
  language: Language,
  locales: readonly string[],
  question: Asked,
  answer: DataAnswer,
): ValueWords | null {
  switch (question.kind) {
    case 'number': {
      const { number } = shownCounts(question, answer);
      return number === null ? null : plain(countWords(language, question, number), number !== 'suppressed');
    }
    case 'statement': {
      const score = scoreOf(answer);
      return score === null ? null : plain(scoreIn(language, score), true);
    }
    case 'category': {
      const labels = labelsOf(question, answer, locales);
      return labels.length
        ? { parts: labels.map(({ text, locale }) => ({ text, lang: locale })), shown: true }
        : null;
    }
    case 'text': {
      const said = answer.text && wordsIn(answer.text, locales);
      return said && { parts: [{ text: said.text, lang: said.locale }], shown: true };
    }
  }
}

/** What was chosen of a list, in its order. */
export const labelsOf = (
  { options }: Pick<DataQuestion, 'options'>,
  answer: Pick<DataAnswer, 'options'>,
  locales: readonly string[],
): RenderedText[] =>
  options.filter(({ code }) => answer.options.includes(code)).map(({ label }) => wordsIn(label, locales));
