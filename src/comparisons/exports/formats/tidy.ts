import { LOCALES } from '../../../core/i18n/locales';
import { Language } from '../../../core/i18n/language';
import type { EvidenceStanding } from '../../../evidence/relation';
import type { DataAnswer } from '../../comparison-data';
import { geoOf, SEX_CODES } from '../codes';
import type { Observation } from '../observation';
import { observations } from '../observations';
import { answerAddress, fundingText, type Publication } from '../publication';
import { citation, labelIn } from '../said';

export type TidyCell = string | { number: string } | { date: string } | null;

export interface TidyColumn {
  /** The same in all languages. */
  name: string;
  /** In characters, on a sheet. */
  width: number;
  of: (observation: Observation) => TidyCell;
}

/** Between several values of one cell. */
const BETWEEN = ' | ';

/** What is said of the answer as a whole, beside its number of everybody. */
const once =
  (of: (answer: DataAnswer) => TidyCell) =>
  ({ answer, sex }: Observation): TidyCell =>
    answer && (sex === 'T' || firstSex(answer) === sex) ? of(answer) : null;

/** Where there is no number of everybody, the words stand with the first that there is. */
const firstSex = ({ number, women, men }: DataAnswer): string =>
  number !== null ? 'T' : women !== null ? 'F' : men !== null ? 'M' : 'O';

const count = (value: number | undefined): TidyCell =>
  value === undefined ? null : { number: String(value) };

/** One observation in a row, one fact in a column. */
export function tidyColumns(publication: Publication): TidyColumn[] {
  const { data } = publication;
  const [funding, owner] = [fundingText(publication), data.partnership.name];
  return [
    { name: 'geo', width: 8, of: ({ country }) => geoOf(country.code) },
    { name: 'iso_3166', width: 9, of: ({ country }) => country.code },
    { name: 'dimension', width: 10, of: ({ dimension }) => dimension.code },
    { name: 'question', width: 10, of: ({ question }) => question.code },
    { name: 'kind', width: 10, of: ({ question }) => question.kind },
    { name: 'sex', width: 5, of: ({ sex }) => SEX_CODES[sex] },
    { name: 'time_period', width: 12, of: ({ period }) => period },
    { name: 'standing', width: 14, of: ({ standing }) => standing },
    { name: 'value', width: 12, of: ({ value }) => (value === null ? null : { number: value }) },
    { name: 'category', width: 16, of: once(({ options }) => options.join(BETWEEN)) },
    { name: 'unit', width: 8, of: ({ unit }) => unit },
    { name: 'unit_mult', width: 9, of: (row) => (row.unit ? count(row.question.unitMultiplier) : null) },
    { name: 'obs_flags', width: 9, of: ({ answer }) => answer?.flags.join(' ') ?? null },
    { name: 'conf_status', width: 11, of: ({ confidentiality }) => confidentiality },
    { name: 'confidence', width: 11, of: ({ answer }) => answer?.confidence ?? null },
    { name: 'valid_on', width: 12, of: ({ answer }) => (answer?.validOn ? { date: answer.validOn } : null) },
    ...spreadColumns(),
    { name: 'text', width: 60, of: once(({ text }) => text?.text ?? null) },
    { name: 'note', width: 30, of: once(({ note }) => note?.text ?? null) },
    { name: 'language', width: 9, of: once(({ text, note }) => (text ?? note)?.locale ?? null) },
    { name: 'sources', width: 50, of: once(sourcesOf) },
    { name: 'evidence', width: 9, of: once(({ evidence }) => count(evidence.length)) },
    { name: 'evidence_standing', width: 16, of: once(worstStanding) },
    { name: 'answer_version', width: 14, of: ({ answer }) => count(answer?.version) },
    {
      ...{ name: 'address', width: 40 },
      of: ({ country, question }) => answerAddress(publication, country.code, question.code),
    },
    ...labelColumns(),
    { name: 'comparison_version', width: 18, of: () => ({ number: String(data.version) }) },
    { name: 'published', width: 12, of: () => (data.publishedOn ? { date: data.publishedOn } : null) },
    { name: 'source', width: 30, of: () => owner },
    { name: 'licence', width: 12, of: () => data.licence },
    { name: 'funding', width: 30, of: () => funding },
  ];
}

/** How far respondents lie apart, where there are enough of them. */
function spreadColumns(): TidyColumn[] {
  const of = (name: 'count' | 'minimum' | 'lower' | 'upper' | 'maximum') =>
    once(({ groupResult }) => count(groupResult?.spread?.[name]));
  return [
    { name: 'respondents', width: 11, of: of('count') },
    { name: 'minimum', width: 9, of: of('minimum') },
    { name: 'lower_quartile', width: 13, of: of('lower') },
    { name: 'upper_quartile', width: 13, of: of('upper') },
    { name: 'maximum', width: 9, of: of('maximum') },
  ];
}

const sourcesOf = ({ evidence }: DataAnswer): string =>
  evidence.flatMap(({ source }) => (source ? [citation(source)] : [])).join(BETWEEN);

const FROM_GOOD_TO_BAD: EvidenceStanding[] = ['sound', 'changed', 'replaced', 'withdrawn', 'dead'];

const worstStanding = ({ evidence }: DataAnswer): string | null =>
  FROM_GOOD_TO_BAD.filter((standing) => evidence.some((each) => each.standing === standing)).at(-1) ?? null;

/** What codes mean, in each language in which somebody has said it. */
function labelColumns(): TidyColumn[] {
  return LOCALES.flatMap((locale): TidyColumn[] => {
    const language = Language.of(locale);
    return [
      {
        ...{ name: `geo_label_${locale}`, width: 16 },
        of: ({ country }) => countryName(language, country.code),
      },
      {
        ...{ name: `dimension_label_${locale}`, width: 24 },
        of: ({ dimension }) => labelIn(dimension.title, locale),
      },
      {
        ...{ name: `question_label_${locale}`, width: 40 },
        of: ({ question }) => labelIn(question.question, locale),
      },
      {
        ...{ name: `category_label_${locale}`, width: 24 },
        of: (row) =>
          once(({ options }) =>
            options
              .map((code) => row.question.options.find((option) => option.code === code))
              .map((option) => (option ? labelIn(option.label, locale) : ''))
              .filter((label) => label !== '')
              .join(BETWEEN),
          )(row),
      },
    ];
  });
}

/** Several countries together have no name of their own: their code says which. */
export const countryName = (language: Language, code: string): string =>
  code.length === 2 ? language.country(code) : code;

/** The names of the columns, then a row for each observation. */
export function tidyRows(publication: Publication): { columns: TidyColumn[]; rows: TidyCell[][] } {
  const columns = tidyColumns(publication);
  const rows = observations(publication.data).map((row) => columns.map(({ of }) => of(row)));
  return { columns, rows };
}
