import type { Look } from './workbook';

const MOST_DECIMALS = 6;
/** Numbers of our own formats begin there. */
const OWN_FORMATS = 164;

const LOOKS: Look[] = ['title', 'head', 'strong', 'wrapped', 'soft'];

/** Which style a cell has, by its number in the list below. */
export const styleOf = {
  plain: 0,
  look: (look: Look): number => LOOKS.indexOf(look) + 1,
  /** Words that a spreadsheet might take for a formula when somebody edits them. */
  quoted: LOOKS.length + 1,
  date: LOOKS.length + 2,
  link: LOOKS.length + 3,
  decimals: (count: number): number => LOOKS.length + 4 + Math.min(count, MOST_DECIMALS),
};

const decimals = Array.from({ length: MOST_DECIMALS + 1 }, (_, count) => count);
const format = (count: number): string => (count === 0 ? '#,##0' : `#,##0.${'0'.repeat(count)}`);

const font = (size: number, inside = ''): string =>
  `<font>${inside}<sz val="${size}"/><name val="Calibri"/><family val="2"/></font>`;
const WRAP = '<alignment vertical="top" wrapText="1"/>';
const TOP = '<alignment vertical="top"/>';

const style = (fontId: number, alignment = TOP, more = '', formatId = 0): string =>
  `<xf numFmtId="${formatId}" fontId="${fontId}" fillId="0" borderId="0" xfId="0" applyFont="1" ` +
  `applyNumberFormat="1" applyAlignment="1"${more}>${alignment}</xf>`;

/** The order is that of `styleOf`. */
const CELLS = [
  style(0),
  style(1),
  style(2, WRAP).replace('borderId="0"', 'borderId="1" applyBorder="1"'),
  style(2, WRAP),
  style(0, WRAP),
  style(3, WRAP),
  style(0, WRAP, ' quotePrefix="1"'),
  style(0, TOP, '', OWN_FORMATS),
  style(4, WRAP),
  ...decimals.map((count) => style(0, TOP, '', OWN_FORMATS + 1 + count)),
];

const FONTS = [
  font(11),
  font(16, '<b/>'),
  font(11, '<b/>'),
  '<font><sz val="11"/><color rgb="FF525952"/><name val="Calibri"/><family val="2"/></font>',
  '<font><u/><sz val="11"/><color rgb="FF0B5563"/><name val="Calibri"/><family val="2"/></font>',
];

const list = (name: string, items: readonly string[]): string =>
  `<${name} count="${items.length}">${items.join('')}</${name}>`;

const none = '<left/><right/><top/>';

export const STYLES =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  list('numFmts', [
    `<numFmt numFmtId="${OWN_FORMATS}" formatCode="yyyy\\-mm\\-dd"/>`,
    ...decimals.map(
      (count) => `<numFmt numFmtId="${OWN_FORMATS + 1 + count}" formatCode="${format(count)}"/>`,
    ),
  ]) +
  list('fonts', FONTS) +
  list('fills', [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ]) +
  list('borders', [
    `<border>${none}<bottom/><diagonal/></border>`,
    `<border>${none}<bottom style="thin"><color rgb="FF1C201D"/></bottom><diagonal/></border>`,
  ]) +
  list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
  list('cellXfs', CELLS) +
  list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) +
  '</styleSheet>';
