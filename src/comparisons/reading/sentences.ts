import type { Language } from '../../core/i18n/language';
import type { DataDimension, DataQuestion } from '../comparison-data';
import { scoreIn } from './fact-words';
import { rounded, type Figures } from './figures';
import { wordsIn } from './words-in';

/** A whole class of the scale: less is no difference worth a sentence. */
const FAR = 2;
/** Difference of a country from the middle that is worth a sentence. */
const APART = 1;

interface Telling {
  figures: Figures;
  language: Language;
  locales: readonly string[];
}

const namesOf = ({ locales }: Telling, dimensions: readonly DataDimension[]): string =>
  dimensions.map(({ title }) => wordsIn(title, locales).text).join('; ');

/** What a comparison amounts to, from its data alone: how much it holds, where countries differ, what is missing. */
export function comparisonSentences(telling: Telling): string[] {
  const { figures, language } = telling;
  const { t } = language;
  const { data, countries } = figures;
  const counts = [
    t('comparisons:reading.countries', { count: countries.length }),
    t('comparisons:reading.questions', { count: data.questions.length }),
    t('comparisons:reading.dimensions', { count: data.dimensions.length }),
  ];
  const few = tooFew(figures);
  const differing = data.questions.filter(({ id }) => figures.definitionDiffers(id)).length;
  const missing = missingIn(figures);
  return [
    `${counts.join(', ')}.`,
    ...farAndNear(telling),
    ...(few > 0 ? [t('comparisons:reading.too_few', { count: few })] : []),
    ...(differing > 0 ? [t('comparisons:reading.definitions_differ', { count: differing })] : []),
    ...(missing > 0 ? [t('comparisons:reading.missing', { count: missing })] : []),
  ];
}

/** Where countries lie furthest apart, and where closest together. */
function farAndNear(telling: Telling): string[] {
  const { figures, language } = telling;
  const ranges = figures.data.dimensions.flatMap((dimension) => {
    const range = figures.range(dimension.id);
    return range === null ? [] : [{ dimension, range }];
  });
  ranges.sort((a, b) => b.range - a.range);
  const far = ranges.filter(({ range }) => range >= FAR).slice(0, 2);
  const near = ranges.filter(({ range }) => range < FAR).slice(-2);
  const names = (found: typeof ranges) =>
    namesOf(
      telling,
      found.map(({ dimension }) => dimension),
    );
  return [
    ...(far.length ? [language.t('comparisons:reading.far', { dimensions: names(far) })] : []),
    ...(near.length ? [language.t('comparisons:reading.near', { dimensions: names(near) })] : []),
  ];
}

function tooFew(figures: Figures): number {
  const asked = figures.scoredDimensions();
  return figures.countries.reduce(
    (sum, { code }) => sum + asked.filter(({ id }) => figures.cell(code, id).mean === null).length,
    0,
  );
}

/** What no country has said anything to; don't know and not applicable are something. */
function missingIn(figures: Figures): number {
  const said = figures.countries.reduce((sum, { code }) => sum + figures.answeredBy(code), 0);
  return figures.countries.length * figures.data.questions.length - said;
}

/** How one country stands to the middle of all. */
export function countrySentences(telling: Telling, country: string): string[] {
  const { figures, language } = telling;
  const { t } = language;
  const gaps = figures.data.dimensions.flatMap((dimension) => {
    const [{ mean }, median] = [figures.cell(country, dimension.id), figures.median(dimension.id)];
    return mean === null || median === null ? [] : [{ dimension, gap: rounded(mean) - rounded(median) }];
  });
  const above = gaps.filter(({ gap }) => gap >= APART).map(({ dimension }) => dimension);
  const below = gaps.filter(({ gap }) => gap <= -APART).map(({ dimension }) => dimension);
  const count = figures.answeredBy(country);
  return [
    t('comparisons:reading.answered_questions', { count, asked: figures.data.questions.length }),
    ...(above.length ? [t('comparisons:reading.above', { dimensions: namesOf(telling, above) })] : []),
    ...(below.length ? [t('comparisons:reading.below', { dimensions: namesOf(telling, below) })] : []),
  ];
}

export function dimensionSentences({ figures, language }: Telling, { id }: DataDimension): string[] {
  const { t } = language;
  const means = figures.countries.flatMap(({ code }) => figures.cell(code, id).mean ?? []);
  const questions = t('comparisons:reading.questions', { count: figures.questionsOf(id).length });
  if (means.length === 0) return [`${questions}.`];
  if (!figures.mayRankDimension(id)) return [`${questions}.`, t('comparisons:reading.not_ranked')];
  const [lowest, highest] = [Math.min(...means), Math.max(...means)].map((mean) =>
    scoreIn(language, mean),
  ) as [string, string];
  const median = figures.median(id);
  return [
    `${questions}.`,
    t('comparisons:reading.between', { lowest, highest }),
    ...(median === null ? [] : [t('comparisons:reading.middle', { median: scoreIn(language, median) })]),
  ];
}

export function questionSentences({ figures, language, locales }: Telling, question: DataQuestion): string[] {
  const { t } = language;
  const answers = figures.countries.flatMap(({ code }) => figures.answer(question.id, code) ?? []);
  const told = answers.filter(({ standing }) => standing === 'value');
  const chosen = question.options.flatMap(({ code, label }) => {
    const count = told.filter(({ options }) => options.includes(code)).length;
    return count ? [`${wordsIn(label, locales).text}: ${count}`] : [];
  });
  return [
    t('comparisons:reading.answered_countries', { count: told.length, asked: figures.countries.length }),
    ...(chosen.length ? [`${chosen.join('; ')}.`] : []),
    ...(figures.definitionDiffers(question.id) ? [t('comparisons:reading.not_ranked')] : []),
  ];
}
