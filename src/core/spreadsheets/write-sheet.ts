import { setImmediate } from 'node:timers/promises';
import { columnName, escaped, writeCell } from './cells';
import type { Cell, Sheet } from './workbook';

/** Rows between two pauses in which the process serves others. */
const SLICE = 250;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Parts of the package by name: the sheet, and where its links lead. */
export async function writeSheet(sheet: Sheet, number: number): Promise<[name: string, content: string][]> {
  const links: { at: string; address: string }[] = [];
  const rows: string[] = [];
  for (const [place, row] of sheet.rows.entries()) {
    rows.push(writeRow(row, place + 1, links));
    if (place % SLICE === SLICE - 1) await setImmediate();
  }
  const content =
    `<worksheet xmlns="${MAIN}" xmlns:r="${RELATION}">` +
    `${sheet.landscape ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : ''}${views(sheet)}${columns(sheet)}` +
    `<sheetData>${rows.join('')}</sheetData>${filter(sheet)}${hyperlinks(links)}` +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    `${sheet.landscape ? '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' : ''}</worksheet>`;
  const name = `xl/worksheets/sheet${number}.xml`;
  if (links.length === 0) return [[name, content]];
  return [
    [name, content],
    [`xl/worksheets/_rels/sheet${number}.xml.rels`, relations(links)],
  ];
}

function writeRow(row: readonly Cell[], number: number, links: { at: string; address: string }[]): string {
  const cells = row.map((cell, place) => {
    const at = columnName(place) + String(number);
    if (cell !== null && typeof cell === 'object' && 'address' in cell && cell.address)
      links.push({ at, address: cell.address });
    return writeCell(cell, at);
  });
  return `<row r="${number}">${cells.join('')}</row>`;
}

function views({ frozen }: Sheet): string {
  if (!frozen) return '<sheetViews><sheetView workbookViewId="0"/></sheetViews>';
  const { rows, columns: fixed } = frozen;
  const pane = rows > 0 && fixed > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  return (
    '<sheetViews><sheetView workbookViewId="0"><pane' +
    `${fixed > 0 ? ` xSplit="${fixed}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}` +
    ` topLeftCell="${columnName(fixed)}${rows + 1}" activePane="${pane}" state="frozen"/></sheetView></sheetViews>`
  );
}

function columns({ widths }: Sheet): string {
  if (widths.length === 0) return '';
  const each = widths.map(
    (width, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`,
  );
  return `<cols>${each.join('')}</cols>`;
}

function filter({ filtered, rows }: Sheet): string {
  const across = rows[0]?.length ?? 0;
  return filtered && across > 0 ? `<autoFilter ref="A1:${columnName(across - 1)}${rows.length}"/>` : '';
}

function hyperlinks(links: readonly { at: string }[]): string {
  if (links.length === 0) return '';
  return `<hyperlinks>${links.map(({ at }, place) => `<hyperlink ref="${at}" r:id="rId${place + 1}"/>`).join('')}</hyperlinks>`;
}

const relations = (links: readonly { address: string }[]): string =>
  `<Relationships xmlns="${PACKAGE}">` +
  links
    .map(
      ({ address }, place) =>
        `<Relationship Id="rId${place + 1}" Type="${RELATION}/hyperlink" Target="${escaped(address)}" TargetMode="External"/>`,
    )
    .join('') +
  '</Relationships>';
