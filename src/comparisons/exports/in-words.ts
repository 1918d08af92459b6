import type { Language } from '../../core/i18n/language';
import { regionOf } from '../../core/i18n/locales';
import type { DataAnswer } from '../comparison-data';
import { observations } from './observations';
import type { Observation } from './observation';
import { said } from './said';
import type { ComparisonData } from '../comparison-data';

/** The row of everybody for each country and question, the newest period first. */
export function answersByCell(data: ComparisonData): Map<string, Observation[]> {
  const cells = new Map<string, Observation[]>();
  for (const row of observations(data)) {
    const key = cellKey(row.question.code, row.country.code);
    const others = cells.get(key) ?? [];
    // Where there is no number of everybody, the first of those that there are speaks for the answer.
    if (row.answer && others.some(({ answer }) => answer === row.answer)) continue;
    cells.set(key, [...others, row]);
  }
  return cells;
}

export const cellKey = (question: string, country: string): string => `${question} ${country}`;

/** What a country answers, in a few words of the reader's language: the value, or why there is none. */
export function valueInWords({ standing, value, question, answer }: Observation, language: Language): string {
  if (standing !== 'value') return language.t(`comparisons:standing.${standing}`);
  if (value !== null) return decimal(value, question.kind === 'statement' ? 1 : question.decimals, language);
  if (question.kind === 'category' && answer) return categories(question.options, answer, language);
  return answer?.text ? said(answer.text, language.locale).text : '–';
}

/** Flags in words, each with its letter: `e: estimated`. */
export const flagsInWords = (flags: readonly DataAnswer['flags'][number][], { t }: Language): string =>
  flags.map((flag) => t(`comparisons:flag.${flag}`)).join(', ');

function categories(
  options: Observation['question']['options'],
  answer: DataAnswer,
  { locale }: Language,
): string {
  const labels = answer.options.map((code) => {
    const option = options.find((each) => each.code === code);
    return option ? said(option.label, locale).text : code;
  });
  return labels.join('; ');
}

const formats = new Map<string, Intl.NumberFormat>();

/** With as many decimals as are shown of it, never through a binary float. */
export function decimal(value: string, decimals: number, { locale }: Language): string {
  const key = `${locale} ${decimals}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(regionOf(locale), { maximumFractionDigits: decimals });
    formats.set(key, format);
  }
  return format.format(value as unknown as number);
}
