import { type CsvCell, writeTable } from '../../../core/csv/csv';
import type { Key } from '../../../core/i18n/keys';
import { Language } from '../../../core/i18n/language';
import { type Locale, LOCALES } from '../../../core/i18n/locales';
import type { Words } from '../../comparison-data';
import { CONFIDENCES, FLAGS, QUESTION_KINDS } from '../../comparison-facts';
import { CONFIDENTIALITIES, geoOf, OBSERVATION_STANDINGS, SEX_CODES, SEXES, type UnitCode } from '../codes';
import type { Publication } from '../publication';
import { said } from '../said';
import { statusLabels } from './status-labels';
import { countryName } from './tidy';

/** One code of one column, and what it means. */
export interface Code {
  /** Name of the column in the tidy table, or of the attribute in SDMX. */
  list: string;
  /** Codes of categories are those of one question. */
  within: string;
  code: string;
  label: (language: Language) => string;
}

/** Everything that stands in a file as a code. */
export const codesOf = (publication: Publication): Code[] => [
  ...ownCodes(publication),
  ...fixedCodes(publication),
];

function ownCodes({ data }: Publication): Code[] {
  return [
    ...data.countries.map(({ code }) => ({
      ...{ list: 'geo', within: '', code: geoOf(code) },
      label: (language: Language) => countryName(language, code),
    })),
    ...data.dimensions.map(({ code, title }) => ({
      ...{ list: 'dimension', within: '', code, label: inWords(title) },
    })),
    ...data.questions.flatMap(({ code, question, options }) => [
      { list: 'question', within: '', code, label: inWords(question) },
      ...options.map((option) => ({
        ...{ list: 'category', within: code, code: option.code, label: inWords(option.label) },
      })),
    ]),
  ];
}

const inWords =
  (words: Words) =>
  ({ locale }: Language): string =>
    said(words, locale).text;

function fixedCodes({ data }: Publication): Code[] {
  const units = new Set<UnitCode>(
    data.questions.flatMap(({ kind, unit }) => (kind === 'statement' ? 'SCORE' : (unit ?? []))),
  );
  const named = (list: string, code: string, key: Key): Code => ({
    ...{ list, within: '', code },
    label: ({ t }) => t(key),
  });
  return [
    ...QUESTION_KINDS.map((kind) => named('kind', kind, `comparisons:kind.${kind}`)),
    ...SEXES.map((sex) => named('sex', SEX_CODES[sex], `comparisons:sex.${sex}`)),
    ...OBSERVATION_STANDINGS.map((each) => named('standing', each, `comparisons:standing.${each}`)),
    ...[...units].map((unit) => named('unit', unit, `comparisons:unit.${unit}`)),
    ...FLAGS.map((flag) => named('obs_flags', flag, `comparisons:flag.${flag}`)),
    ...CONFIDENTIALITIES.map((each) => named('conf_status', each, `comparisons:confidential.${each}`)),
    ...CONFIDENCES.map((each) => named('confidence', each, `comparisons:confidence.${each}`)),
    ...Object.keys(statusLabels(Language.of(LOCALES[0]!).t)).map((code) => ({
      ...{ list: 'OBS_STATUS', within: '', code },
      label: ({ t }: Language) => statusLabels(t)[code]!,
    })),
  ];
}

/** All codes with what they mean in all languages. */
export function codesCsv(publication: Publication): string {
  const languages = LOCALES.map((locale: Locale) => Language.of(locale));
  const header = ['list', 'within', 'code', ...LOCALES.map((locale) => `label_${locale}`)];
  const rows = codesOf(publication).map(({ list, within, code, label }): CsvCell[] => [
    ...[list, within, code, ...languages.map(label)],
  ]);
  return writeTable([header, ...rows], { separator: ',', decimal: '.', marked: false });
}
