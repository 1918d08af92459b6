import { createHash } from 'node:crypto';
import { block, inline, writeXml, type XmlNode } from '../../core/xml/write-xml';
import { Language } from '../../core/i18n/language';
import type { Book, BookChapter } from '../book';

/** A file of the publication. */
export interface Item {
  id: string;
  href: string;
  type: string;
  bytes: Buffer;
  properties?: string;
  /** Whether it is read in its turn. */
  spine: boolean;
}

const DC = 'http://purl.org/dc/elements/1.1/';

/** What the publication says of itself, and what belongs to it in which order. */
export function packageDocument(book: Book, items: readonly Item[]): string {
  return writeXml(
    block(
      'package',
      {
        xmlns: 'http://www.idpf.org/2007/opf',
        version: '3.0',
        'unique-identifier': 'id',
        'xml:lang': book.locale,
        prefix: 'schema: http://schema.org/',
      },
      [
        block('metadata', { 'xmlns:dc': DC }, metadataOf(book, items)),
        block('manifest', {}, items.map(manifested)),
        block(
          'spine',
          {},
          items.filter(({ spine }) => spine).map(({ id }) => block('itemref', { idref: id })),
        ),
      ],
    ),
  );
}

const manifested = ({ id, href, type, properties }: Item): XmlNode =>
  block('item', { id, href, 'media-type': type, properties });

function metadataOf(book: Book, items: readonly Item[]): XmlNode[] {
  const { imprint, partnership } = book;
  const authors = [...new Set(everyChapter(book.chapters).flatMap(({ authors: names }) => names))];
  return [
    inline('dc:identifier', { id: 'id' }, [identifierOf(book)]),
    inline('dc:title', { id: 'title' }, [book.title]),
    meta('title-type', 'main', '#title'),
    ...(book.subtitle
      ? [inline('dc:title', { id: 'subtitle' }, [book.subtitle]), meta('title-type', 'subtitle', '#subtitle')]
      : []),
    inline('dc:language', {}, [book.locale]),
    ...[...languagesIn(book)].map((locale) => inline('dc:language', {}, [locale])),
    inline('dc:publisher', {}, [partnership.name]),
    inline('dc:date', {}, [book.frozenOn.slice(0, 10)]),
    inline('dc:rights', {}, [imprint.licence]),
    inline('dc:source', {}, [partnership.address]),
    ...authors.flatMap((name, place) => person('creator', name, 'aut', place)),
    ...imprint.editors.flatMap((name, place) => person('contributor', name, 'edt', place)),
    ...imprint.translators.flatMap((name, place) => person('contributor', name, 'trl', place)),
    ...imprint.funding.map(({ statement, locale }) =>
      inline('dc:description', { 'xml:lang': locale }, [statement]),
    ),
    meta('dcterms:modified', `${book.frozenOn.slice(0, 10)}T00:00:00Z`),
    ...accessibilityOf(book, items),
  ];
}

const meta = (property: string, value: string, refines?: string): XmlNode =>
  inline('meta', { property, refines }, [value]);

function person(element: 'creator' | 'contributor', name: string, role: string, place: number): XmlNode[] {
  const id = `${role}-${place + 1}`;
  return [
    inline(`dc:${element}`, { id }, [name]),
    inline('meta', { property: 'role', refines: `#${id}`, scheme: 'marc:relators' }, [role]),
  ];
}

function accessibilityOf(book: Book, items: readonly Item[]): XmlNode[] {
  const pictures = items.some(({ type }) => type === 'image/jpeg' || type === 'image/png');
  const index = book.index.themes.length + book.index.places.length > 0;
  const features = [
    ...['tableOfContents', 'structuralNavigation', 'readingOrder', 'displayTransformability'],
    ...(pictures ? ['alternativeText'] : []),
    ...(index ? ['index'] : []),
  ];
  return [
    meta('schema:accessMode', 'textual'),
    ...(pictures ? [meta('schema:accessMode', 'visual')] : []),
    meta('schema:accessModeSufficient', 'textual'),
    ...features.map((feature) => meta('schema:accessibilityFeature', feature)),
    meta('schema:accessibilityHazard', 'none'),
    meta('schema:accessibilitySummary', Language.of(book.locale).t('editions:formats.accessibility')),
  ];
}

/** Number of the book, or, without one, the same for the same edition wherever and whenever it is written. */
function identifierOf({ imprint, partnership, locale, edition }: Book): string {
  const digits = (imprint.isbn ?? '').replace(/[^\dXx]/g, '');
  if (digits.length === 10 || digits.length === 13) return `urn:isbn:${digits.toUpperCase()}`;
  const hash = createHash('sha256').update(`${partnership.address} ${locale} ${edition}`).digest('hex');
  const variant = ((parseInt(hash[16]!, 16) & 3) | 8).toString(16);
  return `urn:uuid:${[hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, variant + hash.slice(17, 20), hash.slice(20, 32)].join('-')}`;
}

function languagesIn({ locale, chapters, cases }: Book): Set<string> {
  const all = new Set([...everyChapter(chapters), ...cases].map((each) => each.locale));
  all.delete(locale);
  return all;
}

const everyChapter = (chapters: readonly BookChapter[]): BookChapter[] =>
  chapters.flatMap((chapter) => [chapter, ...everyChapter(chapter.children)]);
