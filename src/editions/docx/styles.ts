import { regionOf } from '../../core/i18n/locales';
import { writeXml, type XmlNode } from '../../core/xml/write-xml';
import { accentOf } from '../../core/print/accents';
import type { Book } from '../book';
import { NAMESPACES, value, x } from './ooxml';

interface StyleFacts {
  name: string;
  basedOn?: string;
  next?: string;
  /** Half points. */
  size?: number;
  bold?: boolean;
  italic?: boolean;
  colour?: string;
  font?: string;
  before?: number;
  after?: number;
  indent?: number;
  outline?: number;
  keepNext?: boolean;
  border?: 'left' | 'bottom';
}

const CODE = 'Courier New';

/** Names that word processors know by themselves are theirs, so that people find them where they look. */
const paragraphs = (accent: string): Record<string, StyleFacts> => ({
  Title: { name: 'Title', basedOn: 'Normal', size: 56, after: 200, before: 2400 },
  Subtitle: { name: 'Subtitle', basedOn: 'Normal', size: 30, after: 400 },
  ...Object.fromEntries(
    [36, 30, 26, 24, 22, 22].map((size, place) => [
      `Heading${place + 1}`,
      {
        name: `heading ${place + 1}`,
        ...{ basedOn: 'Normal', next: 'BodyText', size, bold: true, outline: place, keepNext: true },
        ...{ before: 480 - place * 60, after: 120, ...(place === 0 && { colour: accent }) },
      },
    ]),
  ),
  BodyText: { name: 'Body Text', basedOn: 'Normal', after: 140 },
  Lead: { name: 'Lead', basedOn: 'BodyText', size: 26, italic: true, after: 200 },
  Authors: { name: 'Authors', basedOn: 'BodyText', bold: true },
  Credit: { name: 'Credit', basedOn: 'BodyText', size: 18 },
  Imprint: { name: 'Imprint', basedOn: 'BodyText', size: 20, after: 60 },
  Funding: { name: 'Funding', basedOn: 'Normal', size: 20, font: 'Arial', after: 120 },
  ListParagraph: { name: 'List Paragraph', basedOn: 'BodyText', after: 60 },
  Quote: { name: 'Quote', basedOn: 'BodyText', italic: true, indent: 500 },
  Callout: { name: 'Callout', basedOn: 'BodyText', indent: 300, border: 'left' },
  CalloutTitle: { name: 'Callout Title', basedOn: 'Callout', bold: true, colour: accent, keepNext: true },
  Code: { name: 'Code', basedOn: 'Normal', font: CODE, size: 19, after: 140 },
  Rule: { name: 'Rule', basedOn: 'Normal', border: 'bottom', after: 240 },
  Figure: { name: 'Figure', basedOn: 'Normal', before: 200, after: 60, keepNext: true },
  Caption: { name: 'caption', basedOn: 'Normal', size: 19, after: 240 },
  TableText: { name: 'Table Text', basedOn: 'Normal', size: 20, after: 40 },
  FootnoteText: { name: 'footnote text', basedOn: 'Normal', size: 18 },
  Header: { name: 'header', basedOn: 'Normal', size: 18 },
  Footer: { name: 'footer', basedOn: 'Normal', size: 18 },
  TOCHeading: { name: 'TOC Heading', basedOn: 'Normal', size: 36, bold: true, colour: accent, after: 200 },
  TOC1: { name: 'toc 1', basedOn: 'Normal', after: 60 },
  TOC2: { name: 'toc 2', basedOn: 'Normal', indent: 300, after: 40 },
  TOC3: { name: 'toc 3', basedOn: 'Normal', indent: 600, after: 20 },
});

/** The styles of the document, in the partnership's colour. */
export function stylesDocument({ locale, partnership }: Book): string {
  const accent = accentOf(partnership.accent).slice(1);
  const styles = Object.entries(paragraphs(accent)).map(([id, facts]) => paragraphStyle(id, facts));
  return writeXml(
    x(
      'w:styles',
      NAMESPACES,
      x(
        'w:docDefaults',
        {},
        x(
          'w:rPrDefault',
          {},
          x('w:rPr', {}, font('Cambria'), value('sz', 22), value('lang', regionOf(locale))),
        ),
        x(
          'w:pPrDefault',
          {},
          x('w:pPr', {}, x('w:spacing', { 'w:after': 0, 'w:line': 276, 'w:lineRule': 'auto' })),
        ),
      ),
      x(
        'w:style',
        { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
        value('name', 'Normal'),
        x('w:qFormat'),
      ),
      ...styles,
      characterStyle('CodeCharacter', 'Code Character', font(CODE)),
      characterStyle('Hyperlink', 'Hyperlink', value('color', accent), value('u', 'single')),
      characterStyle('FootnoteReference', 'footnote reference', value('vertAlign', 'superscript')),
      tableStyle(),
    ),
  );
}

const font = (name: string): XmlNode => x('w:rFonts', { 'w:ascii': name, 'w:hAnsi': name, 'w:cs': name });

function paragraphStyle(id: string, facts: StyleFacts): XmlNode {
  const { name, basedOn, next, size, bold, italic, colour, font: face } = facts;
  const { before, after, indent, outline, keepNext, border } = facts;
  const spacing = before !== undefined || after !== undefined;
  const line = { 'w:val': 'single', 'w:sz': border === 'left' ? 18 : 6, 'w:space': 8, 'w:color': 'auto' };
  return x(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': id },
    value('name', name),
    ...(basedOn ? [value('basedOn', basedOn)] : []),
    ...(next ? [value('next', next)] : []),
    x('w:qFormat'),
    x(
      'w:pPr',
      {},
      ...(keepNext ? [x('w:keepNext')] : []),
      ...(border ? [x('w:pBdr', {}, x(`w:${border}`, line))] : []),
      ...(spacing ? [x('w:spacing', { 'w:before': before, 'w:after': after })] : []),
      ...(indent ? [x('w:ind', { 'w:left': indent })] : []),
      ...(outline !== undefined ? [value('outlineLvl', outline)] : []),
    ),
    x(
      'w:rPr',
      {},
      ...(face ? [font(face)] : []),
      ...(bold ? [x('w:b')] : []),
      ...(italic ? [x('w:i')] : []),
      ...(colour ? [value('color', colour)] : []),
      ...(size ? [value('sz', size)] : []),
    ),
  );
}

const characterStyle = (id: string, name: string, ...look: XmlNode[]): XmlNode =>
  x('w:style', { 'w:type': 'character', 'w:styleId': id }, value('name', name), x('w:rPr', {}, ...look));

function tableStyle(): XmlNode {
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  const border = { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '83867C' };
  return x(
    'w:style',
    { 'w:type': 'table', 'w:styleId': 'TableGrid' },
    value('name', 'Table Grid'),
    x('w:tblPr', {}, x('w:tblBorders', {}, ...sides.map((side) => x(`w:${side}`, border)))),
    x('w:tblStylePr', { 'w:type': 'firstRow' }, x('w:rPr', {}, x('w:b'))),
  );
}
