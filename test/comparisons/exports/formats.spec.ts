import { readCsv } from '../../../src/core/csv/csv';
import { Language } from '../../../src/core/i18n/language';
import { LOCALES } from '../../../src/core/i18n/locales';
import type { ComparisonData, DataAnswer } from '../../../src/comparisons/comparison-data';
import { geoOf, MEASURED, SEX_CODES, statusCodes } from '../../../src/comparisons/exports/codes';
import { csv, deskCsv } from '../../../src/comparisons/exports/formats/csv';
import { codesCsv, codesOf } from '../../../src/comparisons/exports/formats/code-lists';
import { publishedComparison } from '../../../src/comparisons/exports/formats/json';
import { jsonStat } from '../../../src/comparisons/exports/formats/json-stat';
import { sdmxCsv } from '../../../src/comparisons/exports/formats/sdmx-csv';
import { eurostatTsv } from '../../../src/comparisons/exports/formats/tsv';
import { observations } from '../../../src/comparisons/exports/observations';
import type { Publication } from '../../../src/comparisons/exports/publication';
import { comparisonWorkbook } from '../../../src/comparisons/exports/workbook/comparison-workbook';
import { comparisonData } from '../../factories/comparison-data';
import { sheetsOf } from '../../support/workbook';

const publicationOf = (data: ComparisonData, locale = 'en'): Publication => ({
  ...{ data, whole: data, narrowing: {}, language: Language.of(locale), origin: 'https://hub.example' },
  contact: 'hub@example.org',
  funding: { statement: 'Funded by the Fund.', lang: 'en', emblem: true, name: 'Fund' },
});

type Row = Record<string, string>;

function tableOf(text: string): Row[] {
  const [header, ...rows] = readCsv(text).map(({ cells }) => cells);
  return rows.map((cells) => Object.fromEntries(header!.map((name, place) => [name, cells[place] ?? ''])));
}

/** What every file must say: a number for each key, or an empty text where there is none. */
const expected = (data: ComparisonData): Map<string, string> =>
  new Map(
    observations(data).map(({ country, question, period, sex, value }) => [
      [geoOf(country.code), question.code, period, SEX_CODES[sex]].join(' '),
      value ?? '',
    ]),
  );

const numberOf = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'string' ? String(value) : '';
const sorted = (values: Map<string, string>): [string, string][] =>
  [...values].sort(([a], [b]) => (a < b ? -1 : 1));

/** As factories leave out: an aggregate, periods, thousands, a negative number, a group, a text with everything. */
function variousData(seed: number): ComparisonData {
  const data = comparisonData({ countries: 8, questions: 60, aggregate: true, seed });
  const numbers = data.questions.filter(({ kind }) => kind === 'number');
  numbers[2]!.unitMultiplier = 3;
  const of = (question: { id: string }) => data.answers.filter((each) => each.question === question.id);
  for (const answer of of(numbers[1]!)) answer.number = answer.number && `-${answer.number}.250000`;
  const [first] = of(numbers[2]!) as [DataAnswer];
  data.answers.push(
    { ...first, id: `${first.id}-2`, period: '2018-01-01/P18M' },
    { ...first, id: 'x', period: '' },
  );
  return data;
}

describe('The files of a comparison', () => {
  it.each([1, 2, 3])('say the same numbers, whatever their format (%i)', async (seed) => {
    const data = variousData(seed);
    const publication = publicationOf(data, LOCALES[seed % LOCALES.length]);
    const want = expected(data);
    const measured = new Set(
      data.questions.filter(({ kind }) => MEASURED.includes(kind)).map(({ code }) => code),
    );
    const wantMeasured = new Map([...want].filter(([key]) => measured.has(key.split(' ')[1]!)));
    expect(want.size).toBe(observations(data).length);
    expect([...want.values()].filter((value) => value !== '').length).toBeGreaterThan(200);

    const tidy = (rows: Row[], numeric = (value: string) => value) =>
      new Map(
        rows.map(({ geo, question, time_period, sex, value }) => [
          [geo, question, time_period, sex].join(' '),
          numeric(value!),
        ]),
      );
    expect(sorted(tidy(tableOf(csv(publication))))).toEqual(sorted(want));
    expect(sorted(tidy(tableOf(deskCsv(publication)), (value) => value.replace(',', '.')))).toEqual(
      sorted(want),
    );

    const sdmx = tableOf(sdmxCsv(publication)).map((row): [string, string] => [
      `${row['REF_AREA']!} ${row['QUESTION']!.replace('_', '.')} ${row['TIME_PERIOD']!} ${row['SEX']!}`,
      row['OBS_VALUE']!,
    ]);
    expect(sorted(new Map(sdmx))).toEqual(sorted(want));

    const cube = JSON.parse(jsonStat(publication));
    const got = new Map<string, string>();
    const codes: string[][] = cube.id.map((id: string) => cube.dimension[id].category.index);
    for (const place of new Set([...Object.keys(cube.value), ...Object.keys(cube.status)])) {
      let rest = Number(place);
      const key = [...codes].reverse().map((list) => {
        const code = list[rest % list.length]!;
        rest = Math.floor(rest / list.length);
        return code;
      });
      got.set(key.reverse().join(' '), numberOf(cube.value[place]));
    }
    expect(sorted(got)).toEqual(sorted(wantMeasured));

    const [head, ...series] = eurostatTsv(publication)
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    const told = series.flatMap(([key, ...values]) => {
      const [, , question, sex, geo] = key!.split(',');
      return values.flatMap((value, place): [string, string][] => {
        const number = value.split(' ')[0]!.replace(':', '');
        return number ? [[[geo, question, head![place + 1], sex].join(' '), number]] : [];
      });
    });
    expect(sorted(new Map(told))).toEqual(sorted(new Map([...wantMeasured].filter(([, value]) => value))));

    const [, sheet] = await sheetsOf(await comparisonWorkbook(publication));
    const [names, ...rows] = sheet!.rows as unknown as [string[], ...unknown[][]];
    const column = (name: string) => names.indexOf(name);
    const cells = rows.map((row): [string, string] => [
      ['geo', 'question', 'time_period', 'sex'].map((name) => row[column(name)]).join(' '),
      numberOf(row[column('value')]),
    ]);
    expect(sorted(new Map(cells))).toEqual(sorted(want));

    const json = publishedComparison(publication);
    for (const answer of json.answers) {
      const key = (sex: string) => [geoOf(answer.country), answer.question, answer.period, sex].join(' ');
      for (const [sex, value] of [
        ['_T', answer.number],
        ['F', answer.women],
        ['M', answer.men],
      ] as const)
        if (value && answer.period) expect(value === 'suppressed' ? '' : value).toBe(want.get(key(sex)));
    }
  });

  it('tell don’t know, not applicable, no answer, too few and nought apart', () => {
    const data = variousData(4);
    const rows = tableOf(csv(publicationOf(data)));
    const standings = new Set(rows.map(({ standing }) => standing));
    expect([...standings].sort()).toEqual(['missing', 'not_applicable', 'suppressed', 'unknown', 'value']);
    expect(rows.some(({ value }) => value === '0')).toBe(true);
    const statuses = tableOf(sdmxCsv(publicationOf(data))).map((row) => [
      row['OBS_STATUS[]'],
      row['OBS_VALUE'],
    ]);
    for (const code of ['L', 'M', 'O', 'Q'])
      expect(statuses.some(([status, value]) => status!.split(';')[0] === code && value === '')).toBe(true);
    expect(statusCodes('value', [])).toEqual(['A']);
    expect(statusCodes('not_applicable', ['m', 'p'])).toEqual(['M', 'P']);
  });

  it('show no count of one to four persons, and none from which it could be told', () => {
    const data = variousData(5);
    const persons = new Set(data.questions.filter(({ unit }) => unit === 'PS').map(({ code }) => code));
    const rows = tableOf(csv(publicationOf(data))).filter((row) => persons.has(row['question']!));
    const hidden = rows.filter(({ standing }) => standing === 'suppressed');
    expect(hidden.length).toBeGreaterThan(5);
    expect(new Set(hidden.map((row) => row['conf_status']))).toEqual(new Set(['C', 'N']));
    for (const { value } of rows) if (value) expect(Number(value) === 0 || Number(value) > 4).toBe(true);
    const groups = new Map<string, Row[]>();
    for (const row of rows) {
      const key = `${row['geo']} ${row['question']} ${row['time_period']}`;
      groups.set(key, [...(groups.get(key) ?? []), row]);
    }
    for (const group of groups.values())
      expect(group.filter(({ standing }) => standing === 'suppressed')).not.toHaveLength(
        1 + Number(group.length === 1),
      );
  });

  it('perform nothing that somebody has written, and still say it', async () => {
    const data = comparisonData({ countries: 3, questions: 12 });
    const nasty = [
      '=HYPERLINK("http://x";"y")',
      '+1',
      '-1+1',
      '@SUM(A1)',
      '\t=1',
      '\r=2',
      "'=3",
      '\n=4',
      'a;b,"c"',
    ];
    const [first, ...others] = data.answers.filter(({ text }) => text);
    const written = [first!, ...others].slice(0, nasty.length);
    for (const [place, answer] of written.entries()) answer.text!.text = nasty[place]!;
    data.partnership.name = '=1+1';
    data.questions[0]!.question.text = '@cmd';
    for (const text of [
      csv(publicationOf(data)),
      deskCsv(publicationOf(data, 'sv')),
      sdmxCsv(publicationOf(data)),
    ]) {
      const cells = readCsv(text).flatMap(({ cells: row }) => row);
      for (const answer of nasty) expect(cells).toContain(answer);
      // As a spreadsheet finds it: what is between separators, without quotation marks.
      const raw = text.replace(/""/g, '').split(/[,;\r\n](?=(?:[^"]*"[^"]*")*[^"]*$)/);
      for (const cell of raw) expect(cell.replace(/^"/, '')).not.toMatch(/^[=+@\t]|^-(?!\d+(?:[.,]\d+)?$)/);
    }
    const sheets = await sheetsOf(await comparisonWorkbook(publicationOf(data)));
    const [, tidy] = sheets;
    for (const answer of nasty) expect(tidy!.rows.flat()).toContain(answer);
  });

  it('keep the sign of negative numbers', () => {
    const data = variousData(6);
    const values = tableOf(csv(publicationOf(data))).map(({ value }) => value!);
    expect(values.some((value) => /^-\d+\.25$/.test(value))).toBe(true);
    expect(/;-\d+,25;/.test(deskCsv(publicationOf(data, 'sl')))).toBe(true);
    expect(/,-\d+\.25,/.test(deskCsv(publicationOf(data, 'en')))).toBe(true);
    expect(csv(publicationOf(data)).startsWith('\ufeff')).toBe(false);
    expect(deskCsv(publicationOf(data)).startsWith('\ufeff')).toBe(true);
  });

  it('have the codes that statisticians expect', () => {
    const data = comparisonData({ countries: 30, questions: 12, aggregate: true });
    const rows = tableOf(sdmxCsv(publicationOf(data)));
    expect(sdmxCsv(publicationOf(data)).startsWith('STRUCTURE[;],STRUCTURE_ID,ACTION,')).toBe(true);
    expect(Object.keys(rows[0]!).slice(0, 3)).toEqual(['STRUCTURE[;]', 'STRUCTURE_ID', 'ACTION']);
    expect(rows[0]!['STRUCTURE_ID']).toMatch(/^[A-Z][A-Z0-9_]*:[A-Z][A-Z0-9_]*\(1\.0\.0\)$/);
    const areas = new Set(rows.map((row) => row['REF_AREA']));
    for (const code of ['EL', 'UK', 'EU27_2020']) expect(areas).toContain(code);
    for (const code of ['GR', 'GB']) expect(areas).not.toContain(code);
    const tidy = tableOf(csv(publicationOf(data)));
    expect(new Set(tidy.map((row) => row['iso_3166']))).toContain('GR');
    for (const row of rows) {
      expect(row['QUESTION']).toMatch(/^[A-Za-z0-9_@$-]+$/);
      expect(row['TIME_PERIOD']).not.toBe('');
    }
  });

  it('say what every code means, in all languages', () => {
    const publication = publicationOf(comparisonData({ countries: 6, questions: 60, aggregate: true }));
    const codes = new Set(codesOf(publication).map(({ list, within, code }) => `${list} ${within} ${code}`));
    for (const row of tableOf(csv(publication))) {
      for (const list of ['geo', 'dimension', 'question', 'kind', 'sex', 'standing', 'conf_status'])
        expect(codes).toContain(`${list}  ${row[list]!}`);
      for (const code of row['category']!.split(' | ').filter(Boolean))
        expect(codes).toContain(`category ${row['question']!} ${code}`);
      for (const flag of row['obs_flags']!.split(' ').filter(Boolean))
        expect(codes).toContain(`obs_flags  ${flag}`);
    }
    for (const row of tableOf(sdmxCsv(publication)))
      for (const status of row['OBS_STATUS[]']!.split(';').filter((code) => code !== 'A'))
        expect(codes).toContain(`OBS_STATUS  ${status}`);
    for (const row of tableOf(codesCsv(publication)))
      for (const locale of LOCALES) expect(row[`label_${locale}`]).not.toBe('');
  });

  it('show nothing that only a machine has translated', async () => {
    const data = comparisonData({ countries: 3, questions: 12 });
    for (const answer of data.answers)
      for (const translation of answer.text?.translations ?? []) {
        translation.status = 'machine';
        translation.text = 'MACHINE';
      }
    for (const { question } of data.questions)
      for (const translation of question.translations)
        Object.assign(translation, { status: 'machine', text: 'MACHINE' });
    for (const text of [csv, deskCsv, sdmxCsv, jsonStat, codesCsv])
      expect(text(publicationOf(data, 'sl'))).not.toContain('MACHINE');
    const sheets = await sheetsOf(await comparisonWorkbook(publicationOf(data, 'sl')));
    expect(JSON.stringify(sheets)).not.toContain('MACHINE');
  });

  it('begin, as a workbook, with all that must be known before a number is used', async () => {
    const sheets = await sheetsOf(
      await comparisonWorkbook(publicationOf(comparisonData({ version: 2 }), 'sv')),
    );
    expect(sheets.map(({ name }) => name)).toEqual(['Läs mig', 'Data', 'Kodlistor', 'Tabell']);
    const said = JSON.stringify(sheets[0]!.rows);
    for (const words of [
      'Funded by the Fund.',
      'CC BY 4.0',
      '1 februari 2026',
      'hub@example.org',
      'New figures.',
    ])
      expect(said).toContain(words);
    expect(said).toContain('https://hub.example/comparisons/ecosystems/versions/2');
    expect(said).toContain('ingen rangordning');
    const [, , , table] = sheets;
    expect(table!.rows[0]).toEqual(['Kod', 'Fråga', 'Belgien', 'Bulgarien', 'Tjeckien', 'Danmark']);
    expect(table!.rows.flat().some((cell) => typeof cell === 'number')).toBe(true);
  });
});
