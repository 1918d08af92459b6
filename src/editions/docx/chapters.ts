import { Language } from '../../core/i18n/language';
import type { Key } from '../../core/i18n/keys';
import type { XmlNode } from '../../core/xml/write-xml';
import type { Book, BookChapter, BookIndexEntry } from '../book';
import { paragraph, table, value, words, x } from './ooxml';
import type { Stock } from './stock';
import type { Texts } from './texts';

/** The order of a book: title, imprint, contents, chapters, cases, glossary, registers. */
export class Chapters {
  private readonly language: Language;
  private readonly own: { locale: string };

  constructor(
    private readonly book: Book,
    private readonly texts: Texts,
    private readonly stock: Stock,
    private readonly flag: Buffer | undefined,
  ) {
    this.language = Language.of(book.locale);
    this.own = { locale: book.locale };
  }

  body(): XmlNode[] {
    const { chapters, cases, words: said, index } = this.book;
    const text = chapters.flatMap((chapter) => this.chapter(chapter, 1));
    return [
      ...this.title(),
      ...this.imprint(),
      ...this.contents(),
      ...text,
      ...(cases.length ? [this.part('cases', said.listOfCases)] : []),
      ...cases.flatMap((each) => this.texts.case(each, 2)),
      ...this.glossary(),
      ...this.register('themes', said.indexOfThemes, index.themes),
      ...this.register('places', said.indexOfPlaces, index.places),
    ];
  }

  private title(): XmlNode[] {
    const { title, subtitle, partnership, edition, words: said } = this.book;
    return [
      this.line('BodyText', partnership.acronym ?? partnership.name),
      this.line('Title', title),
      ...(subtitle ? [this.line('Subtitle', subtitle)] : []),
      this.line('BodyText', `${said.edition} ${edition}, ${this.day()}`),
    ];
  }

  private imprint(): XmlNode[] {
    const { imprint, partnership, edition, words: said } = this.book;
    const { t } = this.language;
    const say = (key: Key, words: string | null) => (words ? [{ label: t(key), value: words }] : []);
    const people = (names: string[]) => (names.length ? this.language.list(names) : null);
    return [
      this.part('imprint', said.imprint),
      ...this.texts.facts([
        ...say('editions:formats.partnership', partnership.name),
        ...say('editions:formats.programme', partnership.programme),
        ...say('editions:formats.contract', partnership.contract),
        { label: said.edition, value: `${edition}, ${this.day()}` },
        ...(imprint.isbn ? [{ label: 'ISBN', value: imprint.isbn }] : []),
        ...(imprint.issn ? [{ label: 'ISSN', value: imprint.issn }] : []),
        ...say('editions:formats.editors', people(imprint.editors)),
        ...say('editions:formats.translators', people(imprint.translators)),
        { label: said.licence, value: imprint.licence },
      ]),
      ...imprint.notes.map((note) => this.line('Imprint', note)),
      ...imprint.funding.flatMap((each) => this.funding(each)),
    ];
  }

  private funding({ statement, disclaimer, locale, emblem }: Book['imprint']['funding'][number]): XmlNode[] {
    const look = { locale };
    const picture = { bytes: this.flag!, type: 'image/png' as const, width: 90, height: 60, alt: statement };
    return [
      ...(emblem && this.flag ? [paragraph({ style: 'Figure' }, this.stock.picture(picture, look))] : []),
      paragraph({ style: 'Funding' }, words(statement, { ...look, bold: true })),
      ...(disclaimer ? [paragraph({ style: 'Funding' }, words(disclaimer, look))] : []),
    ];
  }

  /** A field that gets its page numbers from the word processor; until then the headings, with links. */
  private contents(): XmlNode[] {
    const lines = this.book.chapters.flatMap((chapter) => this.contentsOf(chapter, 1));
    const sign = (type: string) => x('w:r', {}, x('w:fldChar', { 'w:fldCharType': type }));
    const instruction = x(
      'w:r',
      {},
      x('w:instrText', { 'xml:space': 'preserve' }, ' TOC \\o "1-3" \\h \\z \\u '),
    );
    const begin = x(
      'w:p',
      {},
      x('w:pPr', {}, value('pStyle', 'TOC1')),
      ...[sign('begin'), instruction, sign('separate')],
    );
    return [
      paragraph({ style: 'TOCHeading', newPage: true }, words(this.book.words.contents, this.own)),
      begin,
      ...lines,
      x('w:p', {}, sign('end')),
    ];
  }

  private contentsOf({ number, title, slug, locale, children }: BookChapter, level: number): XmlNode[] {
    const label = [number, title].filter(Boolean).join(' ');
    const line = paragraph(
      { style: `TOC${Math.min(3, level)}` },
      this.stock.linkTo(`chapter:${slug}`, label, { locale }),
    );
    return [line, ...children.flatMap((child) => this.contentsOf(child, level + 1))];
  }

  private chapter(chapter: BookChapter, level: number): XmlNode[] {
    const { slug, title, locale, number, authors, lead, credit, body, address, children } = chapter;
    return [
      this.texts.heading(level, `chapter:${slug}`, title, { locale }, number),
      ...(authors.length ? [this.line('Authors', this.language.list(authors))] : []),
      ...(lead ? [paragraph({ style: 'Lead' }, words(lead, { locale }))] : []),
      ...(credit ? [this.line('Credit', credit)] : []),
      ...this.texts.text(body, locale, level),
      ...this.texts.live(address),
      ...children.flatMap((child) => this.chapter(child, level + 1)),
    ];
  }

  private glossary(): XmlNode[] {
    const { glossary, words: said, locale: own } = this.book;
    if (glossary.rows.length === 0) return [];
    const cell = (text: string, look: Parameters<typeof words>[1]) => [
      paragraph({ style: 'TableText' }, words(text, look)),
    ];
    const head = glossary.locales.map((locale) =>
      cell(this.language.languageName(locale), { ...this.own, bold: true }),
    );
    const rows = glossary.rows.map(({ term, definition }) =>
      glossary.locales.map((locale) => [
        ...cell(term[locale] ?? '', { locale }),
        ...(definition && locale === own ? cell(definition, { locale, italic: true }) : []),
      ]),
    );
    return [this.part('glossary', said.glossary), ...table([head, ...rows])];
  }

  private register(place: string, title: string, entries: readonly BookIndexEntry[]): XmlNode[] {
    if (entries.length === 0) return [];
    const lines = entries.map(({ word, at }) => {
      const links = at.flatMap((of, order) => [
        words(order === 0 ? ': ' : ', ', this.own),
        this.stock.linkTo(of.startsWith('case:') ? of : `chapter:${of}`, this.labelOf(of), this.own),
      ]);
      return paragraph({ style: 'BodyText' }, words(word, this.own), ...links);
    });
    return [this.part(place, title), ...lines];
  }

  private labelOf(of: string): string {
    const { cases, words: said } = this.book;
    if (!of.startsWith('case:')) return said.references[`chapter:${of}`] ?? of;
    return cases.find(({ slug }) => `case:${slug}` === of)?.title ?? of;
  }

  private part(place: string, title: string): XmlNode {
    return this.texts.heading(1, place, title, this.own);
  }

  private line(style: string, text: string): XmlNode {
    return paragraph({ style }, words(text, this.own));
  }

  private day(): string {
    return this.language.calendarDate(this.book.frozenOn.slice(0, 10));
  }
}
