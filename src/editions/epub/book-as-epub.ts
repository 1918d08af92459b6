import { escapeHtml } from '../../core/documents/html';
import { block, writeXml } from '../../core/xml/write-xml';
import { zipOf } from '../../core/zip/zip';
import type { Book, BookChapter } from '../book';
import type { Means } from '../building/writer';
import { BookMarkup } from '../markup/book-markup';
import { BookSheets } from '../markup/book-sheets';
import { bookStyle } from '../markup/book-style';
import { picturesOf, type Pictures } from '../markup/pictures';
import { Places } from '../markup/places';
import { writable } from '../../core/xml/writable';
import { coverDrawing } from './cover';
import { packageDocument, type Item } from './package';

const ENDINGS = { 'image/jpeg': 'jpg', 'image/png': 'png' } as const;
const CASES = 'cases.xhtml';

/** A book as an EPUB 3: the same bytes for the same edition. */
export async function bookAsEpub(given: Book, means: Means): Promise<Buffer> {
  const book = writable(given);
  const pictures = await picturesOf(book, means);
  const items = new EpubWriter(book, pictures).items();
  const content = items.map(({ href, bytes, type }) => ({
    name: `EPUB/${href}`,
    bytes,
    stored: type.startsWith('image/') && type !== 'image/svg+xml',
  }));
  const named = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });
  const first = { ...named('mimetype', 'application/epub+zip'), stored: true };
  const container = named('META-INF/container.xml', CONTAINER);
  const description = named('EPUB/package.opf', packageDocument(book, items));
  return zipOf([first, container, description, ...content], book.frozenOn);
}

const CONTAINER = writeXml(
  block('container', { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' }, [
    block('rootfiles', {}, [
      block('rootfile', {
        'full-path': 'EPUB/package.opf',
        'media-type': 'application/oebps-package+xml',
      }),
    ]),
  ]),
);

interface Sheet {
  href: string;
  title: string;
  html: string;
  properties?: string;
  /** What it is in the vocabulary of EPUB, for the landmarks. */
  landmark?: string;
}

/** The files of one publication. */
class EpubWriter {
  private readonly markup: BookMarkup;
  private readonly sheets: BookSheets;

  constructor(
    private readonly book: Book,
    private readonly pictures: Pictures,
  ) {
    const places = new Places(book, (order) => `chapter-${order}.xhtml`, CASES);
    this.markup = new BookMarkup(book, places, {
      ebook: true,
      picture: (file) => (book.figures[file] ? this.pictureName(file) : undefined),
    });
    this.sheets = new BookSheets(this.markup);
  }

  items(): Item[] {
    const chapters = this.book.chapters.flatMap((chapter) => this.chapterSheets(chapter, 1));
    const front = [this.cover(), ...this.frontSheets()];
    const back = this.backSheets();
    const nav = this.nav([...front, ...chapters, ...back], back);
    const sheets = [...front, nav, ...chapters, ...back].map((sheet, place) => this.item(sheet, place));
    const style = {
      ...{ id: 'style', href: 'style.css', type: 'text/css', spine: false },
      bytes: Buffer.from(bookStyle(this.book.partnership.accent)),
    };
    return [...sheets, style, ...this.pictureItems()];
  }

  private chapterSheets(chapter: BookChapter, depth: number): Sheet[] {
    const { page } = this.markup.places.chapter(chapter.slug)!;
    const title = [chapter.number, chapter.title].filter(Boolean).join(' ');
    const own = { href: page, title, html: this.markup.chapter(chapter, 1) };
    const below = depth < 2 ? chapter.children.flatMap((child) => this.chapterSheets(child, depth + 1)) : [];
    return [own, ...below];
  }

  private cover(): Sheet {
    const { title } = this.book;
    const image = `<img src="${this.coverName()}" alt="${escapeHtml(title)}"/>`;
    const html = `<section epub:type="cover" style="text-align: center">${image}</section>`;
    return { href: 'cover.xhtml', title, html, landmark: 'cover' };
  }

  private frontSheets(): Sheet[] {
    const { title, words, imprint } = this.book;
    const drawn = imprint.funding.some(({ emblem }) => emblem);
    return [
      {
        ...{ href: 'title.xhtml', title, landmark: 'titlepage' },
        html: `<section epub:type="titlepage">${this.sheets.title()}</section>`,
      },
      {
        ...{ href: 'imprint.xhtml', title: words.imprint, landmark: 'imprint' },
        html: `<section epub:type="imprint">${this.sheets.imprint(heading)}</section>`,
        ...(drawn && { properties: 'svg' }),
      },
    ];
  }

  private backSheets(): Sheet[] {
    const { words, cases, glossary, index } = this.book;
    const sheet = (href: string, title: string, landmark: string, html: string): Sheet => ({
      ...{ href, title, landmark },
      html: `<section${landmark ? ` epub:type="${landmark}"` : ''}>${html}</section>`,
    });
    const { sheets } = this;
    const themes = () => sheets.index(words.indexOfThemes, index.themes, 'themes.xhtml', heading);
    const places = () => sheets.index(words.indexOfPlaces, index.places, 'places.xhtml', heading);
    return [
      ...(cases.length ? [sheet(CASES, words.listOfCases, '', sheets.cases(heading, CASES, 2))] : []),
      ...(glossary.rows.length
        ? [sheet('glossary.xhtml', words.glossary, 'glossary', sheets.glossary(heading))]
        : []),
      ...(index.themes.length ? [sheet('themes.xhtml', words.indexOfThemes, 'index', themes())] : []),
      ...(index.places.length ? [sheet('places.xhtml', words.indexOfPlaces, 'index', places())] : []),
    ];
  }

  private nav(all: readonly Sheet[], back: readonly Sheet[]): Sheet {
    const { words } = this.book;
    const href = 'nav.xhtml';
    const titled = (some: readonly Sheet[]) =>
      some.map(({ title, href: page }) => ({ title, place: { page, anchor: 'top' } }));
    const imprint = all.filter(({ landmark }) => landmark === 'imprint');
    const contents = this.sheets.contents(href, titled(imprint), titled(back));
    const first = this.markup.places.chapter(this.book.chapters[0]?.slug ?? '')?.page;
    const marks = [
      ...all.filter(({ landmark }) => landmark).map((sheet) => ({ ...sheet, landmark: sheet.landmark! })),
      { href, title: words.contents, landmark: 'toc' },
      ...(first ? [{ href: first, title: this.book.title, landmark: 'bodymatter' }] : []),
    ];
    const lines = marks.map(
      ({ href: to, title, landmark }) =>
        `<li><a epub:type="${landmark}" href="${to}">${escapeHtml(title)}</a></li>`,
    );
    const html = [
      `<nav epub:type="toc" id="toc"><h1>${escapeHtml(words.contents)}</h1>${contents}</nav>`,
      `<nav epub:type="landmarks" hidden="hidden"><h2>${escapeHtml(this.book.title)}</h2><ol>${lines.join('')}</ol></nav>`,
    ].join('\n');
    return { href, title: words.contents, html, properties: 'nav' };
  }

  private item({ href, title, html, properties }: Sheet, place: number): Item {
    const lang = escapeHtml(this.book.locale);
    const document = `<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${lang}" xml:lang="${lang}">
<head><title>${escapeHtml(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body id="top">
${html}
</body>
</html>
`;
    return {
      ...{ id: `sheet-${place + 1}`, href, type: 'application/xhtml+xml', spine: true },
      bytes: Buffer.from(document),
      ...(properties && { properties }),
    };
  }

  private pictureItems(): Item[] {
    const pictures = [...this.pictures].map(([file, { bytes, type }], place) => ({
      ...{ id: `picture-${place + 1}`, href: this.pictureName(file), type, bytes, spine: false },
      ...(file === this.book.cover && { properties: 'cover-image' }),
    }));
    if (this.coverName() !== DRAWN_COVER) return pictures;
    const drawn = {
      ...{ id: 'cover', href: DRAWN_COVER, type: 'image/svg+xml', spine: false, properties: 'cover-image' },
      bytes: Buffer.from(coverDrawing(this.book)),
    };
    return [drawn, ...pictures];
  }

  private pictureName(file: string): string {
    const place = [...this.pictures.keys()].indexOf(file) + 1;
    return `picture-${place}.${ENDINGS[this.pictures.get(file)!.type]}`;
  }

  private coverName(): string {
    const { cover } = this.book;
    return cover === null ? DRAWN_COVER : this.pictureName(cover);
  }
}

const DRAWN_COVER = 'cover.svg';

const heading = (title: string): string => `<h1>${escapeHtml(title)}</h1>`;
