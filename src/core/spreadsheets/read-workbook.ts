import { Unzip, UnzipInflate, type UnzipFile } from 'fflate';
import { posix } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { readXml } from '../xml/read-xml';
import type { XmlElement } from '../xml/xml-element';
import { XmlFault } from '../xml/xml-fault';

/** A cell as it stands; what is worked out by a formula is told apart, and never worked out here. */
export type ReadCell = string | { formula: true };

export interface ReadRow {
  /** As the spreadsheet numbers it, from 1. */
  line: number;
  cells: ReadCell[];
}

/** No workbook, or more in it than any honest one has. */
export class WorkbookFault extends Error {}

/** Unpacked, all parts that are read together. */
const MOST_BYTES = 24 * 1024 * 1024;
const MOST_FILES = 2000;
const MOST_ROWS = 10_000;
const MOST_CELLS = 200;
/** Packed bytes between two looks at how much came out: a thousand times as many at worst. */
const SLICE = 4096;

const WANTED = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/;

/** The first sheet of an XLSX file. @throws WorkbookFault */
export async function readWorkbook(bytes: Buffer): Promise<ReadRow[]> {
  const parts = await unpacked(bytes);
  try {
    const sheet = await firstSheet(parts);
    const strings = parts.get('xl/sharedStrings.xml');
    const shared = strings ? (await readXml(strings)).elements('si').map(wordsOf) : [];
    return rowsOf(sheet, shared);
  } catch (error) {
    if (error instanceof XmlFault) throw new WorkbookFault(error.message);
    throw error;
  }
}

/** Counts what really comes out: what a file says of itself may be a lie. */
async function unpacked(bytes: Buffer): Promise<Map<string, Buffer>> {
  const chunks = new Map<string, Uint8Array[]>();
  let [files, size] = [0, 0];
  const take = (file: UnzipFile): void => {
    if (++files > MOST_FILES) throw new WorkbookFault('Too many files');
    if (!WANTED.test(file.name) || chunks.has(file.name)) return;
    const own: Uint8Array[] = [];
    chunks.set(file.name, own);
    file.ondata = (error, chunk) => {
      if (error) throw new WorkbookFault(error.message);
      size += chunk.length;
      if (size > MOST_BYTES) throw new WorkbookFault('Too large');
      own.push(chunk);
    };
    file.start();
  };
  const unzip = new Unzip(take);
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += SLICE) {
      unzip.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length);
      if (at % (SLICE * 32) === 0) await setImmediate();
    }
  } catch (error) {
    throw error instanceof WorkbookFault ? error : new WorkbookFault('Not a ZIP file');
  }
  return new Map([...chunks].map(([name, own]) => [name, Buffer.concat(own)]));
}

async function firstSheet(parts: ReadonlyMap<string, Buffer>): Promise<XmlElement> {
  const [book, relations] = [parts.get('xl/workbook.xml'), parts.get('xl/_rels/workbook.xml.rels')];
  if (!book || !relations) throw new WorkbookFault('Not a workbook');
  const [first] = (await readXml(book)).element('sheets')?.elements('sheet') ?? [];
  const id =
    first?.attribute('{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id') ??
    first?.attribute('{http://purl.oclc.org/ooxml/officeDocument/relationships}id');
  const relation = (await readXml(relations)).elements().find((each) => each.attribute('Id') === id);
  const target = relation?.attribute('Target') ?? '';
  const name = target.startsWith('/') ? target.slice(1) : posix.join('xl', target);
  const sheet = parts.get(name);
  if (!sheet) throw new WorkbookFault('Without a sheet');
  return readXml(sheet);
}

function rowsOf(sheet: XmlElement, shared: readonly string[]): ReadRow[] {
  const rows = sheet.element('sheetData')?.elements('row') ?? [];
  if (rows.length > MOST_ROWS) throw new WorkbookFault('Too many rows');
  return rows.map((row, place) => {
    const cells: ReadCell[] = [];
    for (const cell of row.elements('c')) {
      const column = columnOf(cell.attribute('r')) ?? cells.length;
      if (column >= MOST_CELLS) throw new WorkbookFault('Too many cells');
      while (cells.length < column) cells.push('');
      cells[column] = valueOf(cell, shared);
    }
    return { line: Number(row.attribute('r') ?? place + 1), cells };
  });
}

/** `C7` stands in the third column. */
function columnOf(at: string | undefined): number | undefined {
  const [, letters] = /^([A-Z]{1,3})\d+$/.exec(at ?? '') ?? [];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function valueOf(cell: XmlElement, shared: readonly string[]): ReadCell {
  if (cell.element('f')) return { formula: true };
  const value = cell.element('v')?.text ?? '';
  switch (cell.attribute('t')) {
    case 's':
      return shared[Number(value)] ?? '';
    case 'inlineStr': {
      const inline = cell.element('is');
      return inline ? wordsOf(inline) : '';
    }
    case undefined:
    case 'n':
      return decimalOf(value);
    default:
      return unescaped(value);
  }
}

/** Runs of one text with different looks; how it is pronounced is left out. */
const wordsOf = (item: XmlElement): string =>
  unescaped(
    item
      .elements()
      .map((part) =>
        part.name === 't' ? part.text : part.name === 'r' ? (part.element('t')?.text ?? '') : '',
      )
      .join(''),
  );

/** Spreadsheets write characters that XML has no place for as `_x000D_`. */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** A spreadsheet keeps 7.4 as 7.4000000000000004: fifteen figures are what it shows. */
function decimalOf(value: string): string {
  if (!/^-?\d+\.\d{10,}$/.test(value)) return value;
  const short = String(Number(Number(value).toPrecision(15)));
  return short.includes('e') ? value : short;
}
