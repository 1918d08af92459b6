/** A row of a file and the line that it begins in, from 1. */
export interface CsvRow {
  cells: string[];
  line: number;
}

/** Not a table: quotation marks that do not match, or more of something than any honest file has. */
export class CsvFault extends Error {
  constructor(readonly line: number) {
    super(`Line ${line} is not of a table`);
  }
}

const MARK = '\ufeff';
const MOST_CELLS = 200;

/**
 * Spreadsheets take a cell that begins like this for a formula and perform it. An apostrophe before it says that it is
 * text; reading takes the apostrophe away again, so that nothing is changed by a file that goes out and comes back.
 */
const FORMULA = /^'*[=+\-@\t\r\n]/;

/** Words, or a decimal number, which is no formula whatever its sign. */
export type CsvCell = string | { number: string };

export interface CsvDialect {
  separator: ',' | ';' | '\t';
  /** Between the whole and its parts. */
  decimal: '.' | ',';
  /** Begins with a mark of UTF-8, without which Excel takes it for something else. */
  marked: boolean;
}

const EXCEL: CsvDialect = { separator: ',', decimal: '.', marked: true };

/** RFC 4180 with a mark of UTF-8 in front. */
export const writeCsv = (rows: readonly (readonly string[])[]): string => writeTable(rows, EXCEL);

/** A table in one dialect or another; what is exact in RFC 4180 is exact in all of them. */
export const writeTable = (rows: readonly (readonly CsvCell[])[], dialect: CsvDialect): string =>
  (dialect.marked ? MARK : '') +
  rows.map((row) => `${row.map((cell) => written(cell, dialect)).join(dialect.separator)}\r\n`).join('');

function written(cell: CsvCell, dialect: CsvDialect): string {
  if (typeof cell === 'string') return quoted(FORMULA.test(cell) ? `'${cell}` : cell, dialect);
  const { decimal, separator } = dialect;
  const number = decimal === '.' ? cell.number : cell.number.replace('.', ',');
  return decimal === separator ? quoted(number, dialect) : number;
}

/** Spreadsheets guess what separates; programs know, and quote no more than they must. */
function quoted(text: string, { marked, separator }: CsvDialect): string {
  const special = marked ? /[",;\r\n\t]|^\s|\s$/ : /["\r\n]|^\s|\s$/;
  if (!special.test(text) && !text.includes(separator)) return text;
  return `"${text.replaceAll('"', '""')}"`;
}

/**
 * Reads a table as spreadsheets write it: separated by commas, semicolons or tabs, as its first line shows.
 * Empty lines are left out. @throws CsvFault
 */
export function readCsv(text: string): CsvRow[] {
  const table = text.startsWith(MARK) ? text.slice(1) : text;
  return new Reading(table, separatorOf(table)).rows();
}

function separatorOf(table: string): string {
  const head = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/
    .exec(table.slice(0, 10_000))![0]
    .replace(/"(?:[^"]|"")*"/g, '');
  const count = (sign: string) => head.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

class Reading {
  private at = 0;
  private line = 1;

  constructor(
    private readonly table: string,
    private readonly separator: string,
  ) {}

  rows(): CsvRow[] {
    const rows: CsvRow[] = [];
    while (this.at < this.table.length) {
      const row = this.row();
      if (row.cells.length > 1 || row.cells[0] !== '') rows.push(row);
    }
    return rows;
  }

  private row(): CsvRow {
    const line = this.line;
    const cells: string[] = [];
    for (;;) {
      cells.push(unmarked(this.table[this.at] === '"' ? this.quoted() : this.plain()));
      if (cells.length > MOST_CELLS) throw new CsvFault(line);
      if (this.table[this.at] !== this.separator) break;
      this.at += 1;
    }
    this.endOfLine();
    return { cells, line };
  }

  private plain(): string {
    const start = this.at;
    while (this.at < this.table.length && !this.ends(this.table[this.at]!)) this.at += 1;
    return this.table.slice(start, this.at);
  }

  private ends(sign: string): boolean {
    return sign === this.separator || sign === '\n' || sign === '\r';
  }

  private quoted(): string {
    const parts: string[] = [];
    do {
      const end = this.table.indexOf('"', this.at + 1);
      if (end === -1) throw new CsvFault(this.line);
      const part = this.table.slice(this.at + 1, end);
      this.line += part.split('\n').length - 1;
      parts.push(part);
      this.at = end + 1;
    } while (this.table[this.at] === '"');
    return parts.join('"');
  }

  private endOfLine(): void {
    const [end] = /^(?:\r\n|\r|\n|$)/.exec(this.table.slice(this.at, this.at + 2)) ?? [];
    if (end === undefined) throw new CsvFault(this.line);
    this.at += end.length;
    this.line += 1;
  }
}

const unmarked = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
