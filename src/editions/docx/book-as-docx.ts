import sharp from 'sharp';
import { Language } from '../../core/i18n/language';
import { regionOf } from '../../core/i18n/locales';
import { block, writeXml, type XmlNode } from '../../core/xml/write-xml';
import { zipOf } from '../../core/zip/zip';
import type { Book } from '../book';
import type { Means } from '../building/writer';
import { emblem } from '../markup/emblem';
import { picturesOf } from '../markup/pictures';
import { writable } from '../../core/xml/writable';
import { Chapters } from './chapters';
import { field, NAMESPACES, paragraph, value, words, x } from './ooxml';
import { numbering, Stock } from './stock';
import { stylesDocument } from './styles';
import { Texts } from './texts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Parts beside the text, by their name in the folder of the text. */
const PARTS = ['styles', 'numbering', 'settings', 'footnotes', 'header', 'footer'] as const;

/** A book for those who must edit it elsewhere: the same bytes for the same edition. */
export async function bookAsDocx(given: Book, means: Means): Promise<Buffer> {
  const book = writable(given);
  const pictures = await picturesOf(book, means);
  const stock = new Stock();
  const drawn = book.imprint.funding.some((each) => each.emblem);
  const flag = drawn
    ? await sharp(Buffer.from(emblem('EU')))
        .resize(600)
        .png()
        .toBuffer()
    : undefined;
  const body = new Chapters(book, new Texts(book, pictures, stock), stock, flag).body();
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relations([
      ['document', `${OFFICE}/officeDocument`, 'word/document.xml'],
      ['core', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': coreProperties(book),
    'word/document.xml': writeXml(x('w:document', NAMESPACES, x('w:body', {}, ...body, section()))),
    'word/_rels/document.xml.rels': relations([
      ...PARTS.map((part): Relation => [part, `${OFFICE}/${part}`, `${part}.xml`]),
      ...stock.media.map(({ name, relation }): Relation => [relation, `${OFFICE}/image`, name]),
    ]),
    'word/styles.xml': stylesDocument(book),
    'word/numbering.xml': writeXml(numbering(stock.lists, NAMESPACES)),
    'word/settings.xml': settings(book),
    'word/footnotes.xml': writeXml(footnotes(stock, book)),
    'word/header.xml': writeXml(x('w:hdr', NAMESPACES, headLine(book))),
    'word/footer.xml': writeXml(x('w:ftr', NAMESPACES, footLine(book))),
  };
  const texts = Object.entries(parts).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
  const media = stock.media.map(({ name, bytes }) => ({ name: `word/${name}`, bytes, stored: true }));
  return zipOf([...texts, ...media], book.frozenOn);
}

type Relation = [id: string, type: string, target: string];

const relations = (all: readonly Relation[]): string =>
  writeXml(
    block(
      'Relationships',
      { xmlns: `${PACKAGE}/relationships` },
      all.map(([Id, Type, Target]) => block('Relationship', { Id, Type, Target })),
    ),
  );

function contentTypes(): string {
  const kept = (Extension: string, ContentType: string) => block('Default', { Extension, ContentType });
  const part = (PartName: string, ContentType: string) => block('Override', { PartName, ContentType });
  return writeXml(
    block('Types', { xmlns: `${PACKAGE}/content-types` }, [
      kept('rels', 'application/vnd.openxmlformats-package.relationships+xml'),
      kept('xml', 'application/xml'),
      kept('png', 'image/png'),
      kept('jpeg', 'image/jpeg'),
      part('/word/document.xml', `${WORD}.document.main+xml`),
      ...PARTS.map((name) => part(`/word/${name}.xml`, `${WORD}.${name}+xml`)),
      part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    ]),
  );
}

function coreProperties({ title, subtitle, locale, imprint, frozenOn }: Book): string {
  const day = `${frozenOn.slice(0, 10)}T00:00:00Z`;
  const moment = (name: string) => x(name, { 'xsi:type': 'dcterms:W3CDTF' }, day);
  return writeXml(
    x(
      'cp:coreProperties',
      {
        'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      x('dc:title', {}, title),
      ...(subtitle ? [x('dc:subject', {}, subtitle)] : []),
      x('dc:creator', {}, imprint.editors.join('; ')),
      x('dc:language', {}, regionOf(locale)),
      moment('dcterms:created'),
      moment('dcterms:modified'),
    ),
  );
}

/** A4, with another first page, which has neither head nor foot. */
const section = (): XmlNode =>
  x(
    'w:sectPr',
    {},
    x('w:headerReference', { 'w:type': 'default', 'r:id': 'header' }),
    x('w:footerReference', { 'w:type': 'default', 'r:id': 'footer' }),
    x('w:pgSz', { 'w:w': 11906, 'w:h': 16838 }),
    x('w:pgMar', {
      ...{ 'w:top': 1418, 'w:right': 1418, 'w:bottom': 1418, 'w:left': 1418 },
      ...{ 'w:header': 709, 'w:footer': 709, 'w:gutter': 0 },
    }),
    x('w:titlePg'),
  );

const settings = ({ locale }: Book): string =>
  writeXml(
    x(
      'w:settings',
      NAMESPACES,
      x('w:autoHyphenation'),
      x('w:footnotePr', {}, x('w:footnote', { 'w:id': 0 }), x('w:footnote', { 'w:id': 1 })),
      value('themeFontLang', regionOf(locale)),
    ),
  );

function footnotes({ notes }: Stock, { locale }: Book): XmlNode {
  const line = (id: number, type: string) =>
    x(
      'w:footnote',
      { 'w:type': type, 'w:id': id },
      paragraph({ style: 'FootnoteText' }, x('w:r', {}, x(`w:${type}`))),
    );
  const mark = x('w:r', {}, x('w:rPr', {}, value('rStyle', 'FootnoteReference')), x('w:footnoteRef'));
  const marked = paragraph({ style: 'FootnoteText' }, mark, words(' ', { locale }));
  return x(
    'w:footnotes',
    NAMESPACES,
    line(0, 'separator'),
    line(1, 'continuationSeparator'),
    ...notes.map(({ id, paragraphs }) => {
      const [first, ...rest] = paragraphs;
      // The mark stands in the line of the first words, behind what says how the paragraph looks.
      const joined =
        first?.name === 'w:p'
          ? {
              ...first,
              children: [first.children[0]!, ...marked.children.slice(1), ...first.children.slice(1)],
            }
          : marked;
      return x('w:footnote', { 'w:id': id }, joined, ...(joined === marked ? paragraphs : rest));
    }),
  );
}

const headLine = ({ title, locale }: Book): XmlNode =>
  paragraph({ style: 'Header' }, words(title, { locale }));

function footLine({ partnership, edition, locale, words: said, frozenOn }: Book): XmlNode {
  const day = Language.of(locale).calendarDate(frozenOn.slice(0, 10));
  const name = partnership.acronym ?? partnership.name;
  return paragraph(
    { style: 'Footer' },
    words(`${name} · ${said.edition} ${edition}, ${day} · `, { locale }),
    field('PAGE', words('1', { locale })),
  );
}
