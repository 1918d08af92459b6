import { inline, type XmlNode } from '../../core/xml/write-xml';
import { regionOf } from '../../core/i18n/locales';

/** Namespaces that every part declares. */
export const NAMESPACES = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture',
};

type Attributes = Record<string, string | number | undefined>;

/** An element of the format; white space counts everywhere in it. */
export const x = (name: string, attributes: Attributes = {}, ...children: (XmlNode | string)[]): XmlNode =>
  inline(
    name,
    Object.fromEntries(
      Object.entries(attributes).map(([key, value]) => [
        key,
        value === undefined ? undefined : String(value),
      ]),
    ),
    children,
  );

/** `<w:name w:val="…"/>` */
export const value = (name: string, of: string | number): XmlNode => x(`w:${name}`, { 'w:val': of });

/** How some words look, and in which language they are. */
export interface Look {
  locale: string;
  bold?: boolean;
  italic?: boolean;
  struck?: boolean;
  /** Name of a style of characters. */
  style?: string;
}

/** The order is the schema's. */
function properties({ locale, bold, italic, struck, style }: Look): XmlNode {
  return x(
    'w:rPr',
    {},
    ...(style ? [value('rStyle', style)] : []),
    ...(bold ? [x('w:b')] : []),
    ...(italic ? [x('w:i')] : []),
    ...(struck ? [x('w:strike')] : []),
    value('lang', regionOf(locale)),
  );
}

export const run = (look: Look, ...children: XmlNode[]): XmlNode =>
  x('w:r', {}, properties(look), ...children);

/** Words; a line break where they have one. */
export function words(text: string, look: Look): XmlNode {
  const lines = text
    .split('\n')
    .flatMap((line, place) => [
      ...(place > 0 ? [x('w:br')] : []),
      x('w:t', { 'xml:space': 'preserve' }, line),
    ]);
  return run(look, ...lines);
}

export interface Shape {
  style: string;
  /** A list and its level. */
  list?: { id: number; level: number };
  /** Twentieths of a point. */
  indent?: number;
  align?: 'left' | 'center' | 'right';
  newPage?: boolean;
}

export function paragraph(shape: Shape, ...children: XmlNode[]): XmlNode {
  const { style, list, indent, align, newPage } = shape;
  const form = x(
    'w:pPr',
    {},
    value('pStyle', style),
    ...(newPage ? [x('w:pageBreakBefore')] : []),
    ...(list ? [x('w:numPr', {}, value('ilvl', list.level), value('numId', list.id))] : []),
    ...(indent ? [x('w:ind', { 'w:left': indent })] : []),
    ...(align ? [value('jc', align)] : []),
  );
  return x('w:p', {}, form, ...children);
}

/** A field that a word processor works out. @param shown until then */
export const field = (instruction: string, ...shown: XmlNode[]): XmlNode =>
  x('w:fldSimple', { 'w:instr': ` ${instruction} ` }, ...shown);

const CELL_WIDTH = 9000;

/** @param rows the first one is repeated on every page */
export function table(rows: readonly (readonly XmlNode[][])[]): XmlNode[] {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const width = Math.floor(CELL_WIDTH / columns);
  const cell = (content: XmlNode[]) =>
    x('w:tc', {}, x('w:tcPr', {}, x('w:tcW', { 'w:w': width, 'w:type': 'dxa' })), ...content);
  const lines = rows.map((row, place) =>
    x('w:tr', {}, ...(place === 0 ? [x('w:trPr', {}, x('w:tblHeader'))] : []), ...row.map(cell)),
  );
  const form = x(
    'w:tblPr',
    {},
    value('tblStyle', 'TableGrid'),
    x('w:tblW', { 'w:w': 5000, 'w:type': 'pct' }),
    x('w:tblLook', { 'w:val': '0020', 'w:firstRow': 1 }),
  );
  const grid = x('w:tblGrid', {}, ...Array.from({ length: columns }, () => x('w:gridCol', { 'w:w': width })));
  // Two tables that touch are one: a paragraph stands behind each.
  return [x('w:tbl', {}, form, grid, ...lines), paragraph({ style: 'BodyText' })];
}
