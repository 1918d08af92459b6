import { unzipSync } from 'fflate';
import { readXml } from '../../src/core/xml/read-xml';
import type { XmlElement } from '../../src/core/xml/xml-element';

export interface ReadSheet {
  name: string;
  rows: (string | number | { date: string } | undefined)[][];
}

/** What a spreadsheet would show of a workbook that the hub has written. */
export async function sheetsOf(bytes: Buffer): Promise<ReadSheet[]> {
  const parts = unzipSync(bytes);
  const read = (name: string) => readXml(Buffer.from(parts[name]!));
  const dates = datesOf(await read('xl/styles.xml'));
  const workbook = await read('xl/workbook.xml');
  const sheets = workbook.element('sheets')!.elements('sheet');
  return Promise.all(
    sheets.map(async (sheet, place) => ({
      name: sheet.attribute('name')!,
      rows: (await read(`xl/worksheets/sheet${place + 1}.xml`))
        .element('sheetData')!
        .elements('row')
        .map((row) => rowOf(row, dates)),
    })),
  );
}

/** Numbers of the styles that show a date. */
function datesOf(styles: XmlElement): Set<string> {
  const formats = styles.element('numFmts')!.elements('numFmt');
  const ofDates = formats
    .filter((format) => /y/.test(format.attribute('formatCode')!))
    .map((format) => format.attribute('numFmtId'));
  const cells = styles.element('cellXfs')!.elements('xf');
  return new Set(
    cells.flatMap((cell, place) => (ofDates.includes(cell.attribute('numFmtId')) ? [String(place)] : [])),
  );
}

function rowOf(row: XmlElement, dates: Set<string>): ReadSheet['rows'][number] {
  const cells: ReadSheet['rows'][number] = [];
  for (const cell of row.elements('c')) {
    const letters = cell.attribute('r')!.replace(/\d/g, '');
    const place = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    while (cells.length < place) cells.push(undefined);
    cells.push(valueOf(cell, dates));
  }
  return cells;
}

function valueOf(cell: XmlElement, dates: Set<string>): ReadSheet['rows'][number][number] {
  if (cell.attribute('t') === 'inlineStr') return cell.text.replaceAll('_x005F_', '_');
  const value = Number(cell.element('v')!.text);
  if (!dates.has(cell.attribute('s') ?? '')) return value;
  return { date: new Date(Date.UTC(1899, 11, 30) + value * 86_400_000).toISOString().slice(0, 10) };
}
