import { isUtf8 } from 'node:buffer';
import { CsvFault, readCsv } from '../../../core/csv/csv';
import { Refusal } from '../../../core/errors/refusal';
import { readWorkbook, type ReadCell, WorkbookFault } from '../../../core/spreadsheets/read-workbook';
import { columnIn, type Filled, type FilledRow } from './import-columns';

/** One row of a file that is not empty. */
export interface FileRow {
  /** As the program that it was written with numbers it. */
  line: number;
  row: FilledRow;
  /** Columns with a formula: its result is nobody’s word. */
  formulas: Filled[];
}

interface Line {
  line: number;
  cells: readonly ReadCell[];
}

/** Thirty countries with every question would be fewer. */
const MOST_ROWS = 3000;
const LONGEST_CELL = 20_000;
const WORKBOOK = Buffer.from('PK\u0003\u0004');

/** @throws Refusal when it is no table that the hub can read */
export async function readAnswerFile(bytes: Buffer): Promise<FileRow[]> {
  if (bytes.length === 0) throw refused('no_file');
  const lines = bytes.subarray(0, 4).equals(WORKBOOK) ? await workbook(bytes) : csv(bytes);
  const [head, ...rest] = lines;
  const columns = (head?.cells ?? []).map((cell) => (typeof cell === 'string' ? columnIn(cell) : undefined));
  if (!columns.includes('question')) throw refused('no_question_column');
  if (rest.length > MOST_ROWS) throw refused('too_many_rows', { max: MOST_ROWS });
  return rest.map((line) => rowOf(line, columns)).filter(({ row }) => Object.keys(row).length > 0);
}

function rowOf({ line, cells }: Line, columns: readonly (Filled | undefined)[]): FileRow {
  const row: FilledRow = {};
  const formulas: Filled[] = [];
  for (const [place, cell] of cells.entries()) {
    const column = columns[place];
    if (!column || cell === '') continue;
    if (typeof cell === 'string') row[column] = cell.slice(0, LONGEST_CELL);
    else formulas.push(column);
  }
  return { line, row, formulas };
}

async function workbook(bytes: Buffer): Promise<Line[]> {
  try {
    return await readWorkbook(bytes);
  } catch (error) {
    if (error instanceof WorkbookFault) throw refused('no_workbook');
    throw error;
  }
}

function csv(bytes: Buffer): Line[] {
  if (!isUtf8(bytes)) throw refused('not_utf8');
  try {
    return readCsv(bytes.toString());
  } catch (error) {
    if (error instanceof CsvFault)
      throw new Refusal(422, 'comparisons:refusal.no_table', { line: error.line });
    throw error;
  }
}

const refused = (
  name: 'no_file' | 'no_question_column' | 'too_many_rows' | 'no_workbook' | 'not_utf8',
  values?: Record<string, number>,
): Refusal => new Refusal(422, `comparisons:refusal.${name}`, values);
