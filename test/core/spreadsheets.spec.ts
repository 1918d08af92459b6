import { unzipSync, strFromU8 } from 'fflate';
import { writeWorkbook } from '../../src/core/spreadsheets/write-workbook';
import type { Cell, Workbook } from '../../src/core/spreadsheets/workbook';
import { readXml } from '../../src/core/xml/read-xml';
import { sheetsOf } from '../support/workbook';

const book = (rows: Cell[][], more: Partial<Workbook['sheets'][number]> = {}): Workbook => ({
  ...{ title: 'Two & <two>', creator: 'Polylog', language: 'sl', day: '2026-11-22' },
  sheets: [
    { name: 'Read me', widths: [20], rows: [[{ text: 'Hello', look: 'title' }]] },
    { name: 'Data', widths: [20, 10], rows, ...more },
  ],
});

describe('A workbook', () => {
  it('is of well-formed parts that refer only to parts that are there', async () => {
    const bytes = await writeWorkbook(
      book([[{ text: 'Source', address: 'https://example.org/?a=1&b=2' }]], {
        frozen: { rows: 1, columns: 1 },
      }),
    );
    const parts = unzipSync(bytes);
    for (const part of Object.values(parts)) await readXml(Buffer.from(part));
    const types = strFromU8(parts['[Content_Types].xml']!);
    for (const [, name] of types.matchAll(/PartName="\/([^"]+)"/g)) expect(parts).toHaveProperty([name!]);
    expect(strFromU8(parts['xl/worksheets/_rels/sheet2.xml.rels']!)).toContain('a=1&amp;b=2');
  });

  it('has the same bytes for the same sheets', async () => {
    const [one, two] = [await writeWorkbook(book([['a']])), await writeWorkbook(book([['a']]))];
    expect(one.equals(two)).toBe(true);
  });

  it('keeps numbers as numbers, dates as dates, and words as words whatever they look like', async () => {
    const words = [
      '=1+1',
      '+49',
      '-7',
      '@SUM(A1)',
      '\t=1',
      '007',
      '1e3',
      '_x0041_',
      ' both ends ',
      'å\nč',
      '<b>&"',
    ];
    const numbers = ['0', '-0.5', '398612', '1234567.891', '-12'];
    const bytes = await writeWorkbook(
      book([
        words,
        numbers.map((number) => ({ number })),
        [{ date: '2024-02-29' }, { date: '2026-11-22' }, { number: '12345678901234567.5' }, null, ''],
      ]),
    );
    const [, { rows }] = (await sheetsOf(bytes)) as [unknown, { rows: unknown[][] }];
    expect(rows[0]).toEqual(words);
    expect(rows[1]).toEqual(numbers.map(Number));
    expect(rows[2]).toEqual([{ date: '2024-02-29' }, { date: '2026-11-22' }, '12345678901234567.5']);
    expect(strFromU8(unzipSync(bytes)['xl/worksheets/sheet2.xml']!)).not.toContain('<f>');
  });

  it('leaves out what no spreadsheet can hold, and names its sheets as they can be named', async () => {
    const bytes = await writeWorkbook({
      ...book([['a\u0000b\ud800c'], ['x'.repeat(40_000)]]),
      sheets: [
        { name: "'A/B: [1]'", widths: [], rows: [['a\u0000b\ud800c'], ['x'.repeat(40_000)]] },
        { name: 'a b', widths: [], rows: [] },
        { name: '', widths: [], rows: [] },
      ],
    });
    const sheets = await sheetsOf(bytes);
    expect(sheets[0]!.rows[0]).toEqual(['abc']);
    expect(sheets[0]!.rows[1]![0]).toHaveLength(32_767);
    const names = sheets.map(({ name }) => name);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(3);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
  });
});
