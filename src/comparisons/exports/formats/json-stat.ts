import { geoOf, MEASURED, SEX_CODES, SEXES, statusCodes } from '../codes';
import type { Observation } from '../observation';
import { observations } from '../observations';
import { fundingText, permanentAddress, type Publication } from '../publication';
import { said } from '../said';
import { countryName } from './tidy';
import { statusLabels } from './status-labels';

interface Dimension {
  label: string;
  category: {
    index: string[];
    label: Record<string, string>;
    unit?: Record<string, { label: string; decimals: number }>;
  };
}

/** JSON-stat 2.0: what is measured, as a cube of countries, questions, periods and sexes. */
export function jsonStat(publication: Publication): string {
  const { data, language } = publication;
  const { t, locale } = language;
  const rows = observations(data).filter(({ question }) => MEASURED.includes(question.kind));
  const dimension = dimensionsOf(publication, rows);
  const id = Object.keys(dimension);
  const size = id.map((name) => dimension[name]!.category.index.length);
  return JSON.stringify(
    {
      ...{ version: '2.0', class: 'dataset', href: permanentAddress(publication) },
      label: said(data.title, locale).text,
      source: data.partnership.name,
      ...(data.publishedOn && { updated: data.publishedOn }),
      note: [t('comparisons:data.no_rank'), ...[fundingText(publication)].filter(Boolean)],
      role: { geo: ['geo'], time: ['time'], metric: ['question'] },
      ...{ id, size, dimension, ...cells(rows, dimension, size) },
      extension: { licence: data.licence, version: data.version, language: locale, status: statusLabels(t) },
    },
    null,
    1,
  );
}

type Translate = Publication['language']['t'];

function dimensionsOf({ language }: Publication, rows: readonly Observation[]): Record<string, Dimension> {
  const { t, locale } = language;
  const questions = [...new Set(rows.map(({ question }) => question))];
  const [countries, periods] = [
    [...new Set(rows.map(({ country }) => country.code))],
    [...new Set(rows.map(({ period }) => period))].sort(),
  ];
  const sexes = SEXES.filter((sex) => rows.some((row) => row.sex === sex));
  const metric = labelled(
    t('comparisons:data.question'),
    questions.map(({ code, question }) => [code, said(question, locale).text]),
  );
  metric.category.unit = Object.fromEntries(
    questions.map((question) => [
      question.code,
      { label: unitLabel(t, question), decimals: question.decimals },
    ]),
  );
  return {
    geo: labelled(
      t('comparisons:data.country'),
      countries.map((code) => [geoOf(code), countryName(language, code)]),
    ),
    question: metric,
    time: labelled(
      t('comparisons:data.period'),
      periods.map((period) => [period, period]),
    ),
    sex: labelled(
      t('comparisons:data.sex'),
      sexes.map((sex) => [SEX_CODES[sex], t(`comparisons:sex.${sex}`)]),
    ),
  };
}

const labelled = (label: string, entries: readonly (readonly [string, string])[]): Dimension => ({
  label,
  category: { index: entries.map(([code]) => code), label: Object.fromEntries(entries) },
});

/** With its power of ten, where it has one. */
export function unitLabel(t: Translate, { kind, unit, unitMultiplier }: Observation['question']): string {
  const name = kind === 'statement' ? t('comparisons:unit.SCORE') : unit ? t(`comparisons:unit.${unit}`) : '';
  return unitMultiplier > 0 ? `${name} × ${10 ** unitMultiplier}` : name;
}

/** Only cells that something is known of, by their place in the cube. */
function cells(rows: readonly Observation[], dimension: Record<string, Dimension>, size: readonly number[]) {
  const places = Object.values(dimension).map(
    ({ category }) => new Map(category.index.map((code, place) => [code, place])),
  );
  const value: Record<string, number | null> = {};
  const status: Record<string, string> = {};
  for (const row of rows) {
    const codes = [geoOf(row.country.code), row.question.code, row.period, SEX_CODES[row.sex]];
    const place = codes.reduce((sum, code, at) => sum * size[at]! + places[at]!.get(code)!, 0);
    value[place] = row.value === null ? null : Number(row.value);
    const told = statusCodes(row.standing, row.answer?.flags ?? []).join(';');
    if (told !== 'A') status[place] = told;
  }
  return { value, status };
}
