import { CsvFault, readCsv, writeCsv, writeTable } from '../../src/core/csv/csv';
import { dice } from '../support/dice';
import { randomText } from '../support/random-text';

const cellsOf = (text: string): string[][] => readCsv(text).map(({ cells }) => cells);

describe('Tables as CSV', () => {
  it('come back as they went, whatever stands in them', () => {
    const chance = dice(7);
    for (let round = 0; round < 500; round += 1) {
      const width = 2 + chance(4);
      const rows = Array.from({ length: 1 + chance(5) }, () =>
        Array.from({ length: width }, () => randomText(chance)),
      );
      const written = writeCsv([Array.from({ length: width }, (_, place) => `column${place}`), ...rows]);
      expect(cellsOf(written).slice(1)).toEqual(rows);
    }
  });

  it('are no formulas for a spreadsheet, and still come back as they went', () => {
    const formulas = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      "'=1",
      "''=1",
      "'s",
      '=HYPERLINK("x";"y")',
    ];
    const written = writeCsv([['a', 'b'], formulas]);
    expect(cellsOf(written)[1]).toEqual(formulas);
    const cells = written.split('\r\n')[1]!;
    for (const cell of cells.split(',')) expect(cell).toMatch(/^"?'/);
  });

  it('keep the sign of numbers, in the dialect of whoever opens them', () => {
    const rows = [
      ['a', 'b'],
      ['-x', { number: '-1234.5' }],
    ];
    expect(writeTable(rows, { separator: ',', decimal: '.', marked: false })).toBe("a,b\r\n'-x,-1234.5\r\n");
    const [, row] = cellsOf(writeTable(rows, { separator: ';', decimal: ',', marked: true }));
    expect(row).toEqual(['-x', '-1234,5']);
  });

  it('are read with commas, semicolons and tabs, all ends of lines, with and without a mark', () => {
    const want = [
      ['a', 'b;c'],
      ['1', 'x,"y"\nz'],
    ];
    expect(cellsOf('a,b;c\r\n1,"x,""y""\nz"\r\n')).toEqual(want);
    expect(cellsOf('\ufeffa;"b;c"\n\n1;"x,""y""\nz"')).toEqual(want);
    expect(cellsOf('a\t"b;c"\r1\t"x,""y""\nz"\r')).toEqual(want);
    expect(readCsv('a,b\n"1\n2",3\n4,5').map(({ line }) => line)).toEqual([1, 2, 4]);
    expect(cellsOf('')).toEqual([]);
  });

  it('are refused when quotation marks do not match, or when there is no end of columns', () => {
    for (const bad of ['a,"b', 'a,"b"c', '"a"b\n', 'a\n"b', ','.repeat(1000)])
      expect(() => readCsv(bad)).toThrow(CsvFault);
  });
});
