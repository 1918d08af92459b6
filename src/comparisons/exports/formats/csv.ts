import { type CsvCell, type CsvDialect, writeTable } from '../../../core/csv/csv';
import { regionOf, type Locale } from '../../../core/i18n/locales';
import type { Publication } from '../publication';
import { type TidyCell, tidyRows } from './tidy';

const EXACT: CsvDialect = { separator: ',', decimal: '.', marked: false };

/** For programs: RFC 4180. */
export const csv = (publication: Publication): string => table(publication, EXACT);

/** For a desk: as the spreadsheets of a language open a file by a double click. */
export const deskCsv = (publication: Publication): string =>
  table(publication, dialectOf(publication.language.locale));

function table(publication: Publication, dialect: CsvDialect): string {
  const { columns, rows } = tidyRows(publication);
  return writeTable([columns.map(({ name }) => name), ...rows.map((row) => row.map(csvCell))], dialect);
}

function csvCell(cell: TidyCell): CsvCell {
  if (cell === null) return '';
  if (typeof cell === 'string' || 'number' in cell) return cell;
  return cell.date;
}

/** Where the comma parts decimals, semicolons part columns. */
export function dialectOf(locale: Locale): CsvDialect {
  const parts = new Intl.NumberFormat(regionOf(locale)).formatToParts(1.5);
  const decimal = parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
  return { decimal, separator: decimal === ',' ? ';' : ',', marked: true };
}
