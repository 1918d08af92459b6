import { writeCsv } from '../../core/csv/csv';
import type { FundingNotice } from '../../core/http/page';
import type { ListedPractice } from '../listing/listing.schema';
import type { PracticeResult } from '../rows/practice-result.entity';

/** One case as files tell of it. */
export interface ExportedPractice {
  practice: ListedPractice;
  /** Its address in the hub, to be opened from anywhere. */
  address: string;
  licence: string;
  period: { startsOn: string | null; endsOn: string | null; ongoing: boolean };
  checkedAt: string | null;
  results: PracticeResult[];
  funding: FundingNotice | undefined;
}

/** The wording of the grant goes wherever the data go; in a column, since other lines would break the table. */
const fundingOf = ({ funding }: ExportedPractice): string =>
  [funding?.statement, funding?.disclaimer].filter(Boolean).join(' ');

const CASE_COLUMNS = [
  ...['case', 'address', 'title', 'title_language', 'original_language', 'languages', 'owner', 'partnership'],
  ...['country', 'nuts', 'region', 'municipality', 'level', 'themes', 'cooperation', 'starts_on', 'ends_on'],
  ...[
    'ongoing',
    'state',
    'rating',
    'planned',
    'version',
    'published',
    'checked',
    'useful',
    'licence',
    'funding',
  ],
];

/** One line per case. Several values of a cell are separated by spaces. */
export const casesCsv = (cases: readonly ExportedPractice[]): string =>
  writeCsv([CASE_COLUMNS, ...cases.map(caseLine)]);

function caseLine(exported: ExportedPractice): string[] {
  const { practice, address, licence, period, checkedAt } = exported;
  const { slug, title, languages, owner, partnership, country, nuts, region, municipality } = practice;
  const { level, themes, cooperations, state, rating, planned, version, publishedAt, useful } = practice;
  return [
    ...[slug, address, title.text, title.locale, title.originalLocale, languages.join(' ')],
    ...[owner?.name, partnership.name, country, nuts, region, municipality, level],
    ...[themes.join(' '), cooperations.join(' '), period.startsOn, period.endsOn, yes(period.ongoing)],
    ...[state, rating, yes(planned), String(version), publishedAt?.slice(0, 10), checkedAt, String(useful)],
    ...[licence, fundingOf(exported)],
  ].map((cell) => cell ?? '');
}

const yes = (value: boolean): string => (value ? 'yes' : 'no');

const RESULT_COLUMNS = [
  ...['case', 'indicator', 'indicator_language', 'value', 'unit', 'geo', 'time_period', 'sex', 'flag'],
  ...['method', 'source', 'counterfactual', 'licence', 'funding'],
];

/** One observation per line, with the codes that statisticians expect. */
export const resultsCsv = (cases: readonly ExportedPractice[]): string =>
  writeCsv([RESULT_COLUMNS, ...cases.flatMap(resultLines)]);

function resultLines(exported: ExportedPractice): string[][] {
  const { practice, licence, results } = exported;
  return results.flatMap((result) =>
    bySex(result).map(([sex, value]) => [
      ...[practice.slug, result.indicator, result.locale, value, result.unit, geoOf(practice)],
      ...[periodOf(result), sex, practice.planned ? 'f' : '', result.method, result.source ?? ''],
      ...[yes(result.counterfactual), licence, fundingOf(exported)],
    ]),
  );
}

/** Total, women, men, and those who did not say. */
function bySex({ value, persons, women, men, notStated }: PracticeResult): [string, string][] {
  const total: [string, string] = ['_T', plainNumber(value)];
  if (!persons) return [total];
  const parts: [string, number | null][] = [
    ['F', women],
    ['M', men],
    ['NRP', notStated],
  ];
  return [
    total,
    ...parts.flatMap(([sex, count]) => (count === null ? [] : [[sex, String(count)] as const])),
  ].map(([sex, count]) => [sex, count]);
}

/** `42.0000` → 42 */
export const plainNumber = (value: string): string =>
  value.includes('.') ? value.replace(/\.?0+$/, '') : value;

/** Two countries have another code in the EU's statistics than in ISO 3166. */
const EUROSTAT: Record<string, string> = { GB: 'UK', GR: 'EL' };

const geoOf = ({ nuts, country }: ListedPractice): string => nuts ?? EUROSTAT[country ?? ''] ?? country ?? '';

const periodOf = ({ periodFrom, periodTo }: PracticeResult): string =>
  periodFrom === periodTo ? periodFrom : `${periodFrom}/${periodTo}`;

/** The same for programs: what lists know of each case, and its results. */
export const casesJson = (cases: readonly ExportedPractice[]): string =>
  `${JSON.stringify(
    {
      readAt: new Date().toISOString(),
      cases: cases.map((exported) => ({
        ...exported.practice,
        address: exported.address,
        licence: exported.licence,
        ...exported.period,
        checkedAt: exported.checkedAt,
        funding: fundingOf(exported) || null,
        results: exported.results.map((result) => ({
          indicator: result.indicator,
          language: result.locale,
          value: Number(result.value),
          unit: result.unit,
          geo: geoOf(exported.practice),
          period: periodOf(result),
          ...(result.persons && { women: result.women, men: result.men, notStated: result.notStated }),
          method: result.method,
          source: result.source,
          counterfactual: result.counterfactual,
        })),
      })),
    },
    null,
    2,
  )}\n`;
