import { type CsvCell, writeTable } from '../../../core/csv/csv';
import { geoOf, SEX_CODES, statusCodes } from '../codes';
import type { Observation } from '../observation';
import { observations } from '../observations';
import type { Publication } from '../publication';
import { sdmxPeriod } from '../stretch';

/** Between several values of one cell, as the first cell of the header says. */
const BETWEEN = ';';

const HEADER = [
  ...[`STRUCTURE[${BETWEEN}]`, 'STRUCTURE_ID', 'ACTION'],
  ...['REF_AREA', 'DIMENSION', 'QUESTION', 'SEX', 'TIME_PERIOD'],
  ...['OBS_VALUE', 'OBS_CODE[]'],
  ...['OBS_STATUS[]', 'CONF_STATUS', 'UNIT_MEASURE', 'UNIT_MULT', 'COMMENT_OBS', 'COMMENT_LANG'],
];

/**
 * SDMX-CSV 2.0: one row per observation, two measures (a number, or codes of the question's list), attributes that may
 * have several values marked with brackets.
 */
export function sdmxCsv({ data }: Publication): string {
  const structure = `${agencyOf(data.partnership)}:${dataflowOf(data.slug)}(${data.version}.0.0)`;
  const rows = observations(data).map((row) => [...['dataflow', structure, 'I'], ...cells(row)]);
  return writeTable([HEADER, ...rows], { separator: ',', decimal: '.', marked: false });
}

function cells({ country, dimension, question, sex, ...row }: Observation): CsvCell[] {
  const { period, value, unit, standing, confidentiality, answer } = row;
  const own = sex === 'T' ? answer : null;
  return [
    ...[
      geoOf(country.code),
      identifier(dimension.code),
      identifier(question.code),
      SEX_CODES[sex],
      sdmxPeriod(period),
    ],
    ...[value === null ? '' : { number: value }, own?.options.map(identifier).join(BETWEEN) ?? ''],
    ...[statusCodes(standing, answer?.flags ?? []).join(BETWEEN), confidentiality, unit ?? ''],
    ...[unit ? String(question.unitMultiplier) : '', own?.text?.text ?? '', own?.text?.locale ?? ''],
  ];
}

/** Identifiers of SDMX have letters, digits and a few signs, and no dots in codes: D1.2 → D1_2. */
const identifier = (code: string): string => code.replace(/[^A-Za-z0-9_@$-]/g, '_');

/** Those of maintainers and dataflows are in capitals and begin with a letter. */
const name = (text: string): string => {
  const plain = identifier(text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()).replace(/-/g, '_');
  return /^[A-Z]/.test(plain) ? plain : `P_${plain}`;
};

const agencyOf = ({ acronym, slug }: Publication['data']['partnership']): string => name(acronym ?? slug);
const dataflowOf = (slug: string): string => `DF_${name(slug)}`;
