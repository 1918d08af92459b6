import { geoOf, MEASURED, SEX_CODES } from '../codes';
import type { Observation } from '../observation';
import { observations } from '../observations';
import type { Publication } from '../publication';

const KEY = ['unit', 'unit_mult', 'question', 'sex', 'geo'];

/**
 * As Eurostat lays out its tables: a series in a row, a period in a column; `:` stands for what there is not, letters
 * behind a space are flags. Only what is measured.
 */
export function eurostatTsv({ data }: Publication): string {
  const measured = observations(data).filter(
    ({ question, standing }) => MEASURED.includes(question.kind) && standing !== 'missing',
  );
  const periods = [...new Set(measured.map(({ period }) => period))].sort();
  const series = new Map<string, Map<string, string>>();
  for (const row of measured) {
    const key = keyOf(row);
    series.set(key, (series.get(key) ?? new Map<string, string>()).set(row.period, shown(row)));
  }
  const lines = [...series].map(([key, values]) =>
    [key, ...periods.map((period) => values.get(period) ?? ':')].join('\t'),
  );
  return [[`${KEY.join(',')}\\TIME_PERIOD`, ...periods].join('\t'), ...lines, ''].join('\n');
}

const keyOf = ({ unit, question, sex, country }: Observation): string =>
  [unit, question.unitMultiplier, question.code, SEX_CODES[sex], geoOf(country.code)].join(',');

/** Their letter for what cannot exist is `m`, for what is confidential `c`, whatever the reason. */
function shown({ value, standing, answer }: Observation): string {
  const own = standing === 'suppressed' ? 'c' : standing === 'not_applicable' ? 'm' : '';
  const flags = [...new Set([...own, ...(answer?.flags ?? [])])].join('');
  return [value ?? ':', flags].filter((part) => part !== '').join(' ');
}
