import { escapeAttribute, writableParts } from '../xml/write-xml';
import { styleOf } from './styles';
import type { Cell } from './workbook';

/** A spreadsheet keeps numbers as binary floats, which hold so many digits and no more. */
const MOST_DIGITS = 15;
/** What a cell holds at most. */
const LONGEST = 32_767;
const DAY = 86_400_000;
/** The first day that all spreadsheets number alike: before it, some believe in a 29 February 1900. */
const FIRST_DAY = '1900-03-01';
/** What a spreadsheet would perform if somebody edited the cell. */
const FORMULA = /^[=+\-@\t\r]/;

/** `A`, `Z`, `AA`: by place from 0. */
export function columnName(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : columnName(Math.floor(place / 26) - 1) + letter;
}

/**
 * Words as XML, without what XML cannot write. Spreadsheets read `_x0041_` as a character; words that happen to look
 * like that are marked so that they stay words.
 */
export function escaped(text: string): string {
  const writable = writableParts(text)
    .filter((part) => part.writable)
    .map((part) => part.text)
    .join('');
  return escapeAttribute(writable.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}

/** @param at where it stands: `B7` */
export function writeCell(cell: Cell, at: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'string') return words(cell, at, FORMULA.test(cell) ? styleOf.quoted : styleOf.plain);
  if ('number' in cell) return number(cell.number, cell.decimals, at);
  if ('date' in cell) return date(cell.date, at);
  const { text, look, address } = cell;
  const own = address ? styleOf.link : look ? styleOf.look(look) : styleOf.plain;
  return words(text, at, FORMULA.test(text) && !look ? styleOf.quoted : own);
}

const words = (text: string, at: string, style: number): string =>
  `<c r="${at}" t="inlineStr"${attribute(style)}><is><t xml:space="preserve">` +
  `${escaped(text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)}</t></is></c>`;

/** What would not come back as it is stays words. */
function number(value: string, decimals: number | undefined, at: string): string {
  const plain = /^-?\d+(?:\.\d+)?$/.test(value);
  if (!plain || value.replace(/\D/g, '').replace(/^0+/, '').length > MOST_DIGITS)
    return words(value, at, styleOf.plain);
  const style = decimals === undefined ? styleOf.plain : styleOf.decimals(decimals);
  return `<c r="${at}"${attribute(style)}><v>${value}</v></c>`;
}

function date(value: string, at: string): string {
  const day = Date.parse(`${value.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day) || value < FIRST_DAY) return words(value, at, styleOf.plain);
  const serial = Math.round((day - Date.UTC(1899, 11, 30)) / DAY);
  return `<c r="${at}"${attribute(styleOf.date)}><v>${serial}</v></c>`;
}

const attribute = (style: number): string => (style === styleOf.plain ? '' : ` s="${style}"`);
