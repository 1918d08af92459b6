import type { Inline, Reference } from '../../core/documents/document';
import type { Locale } from '../../core/i18n/locales';
import { printable } from '../../core/print/fonts';
import type { Book, BookBlock, BookBody } from '../book';
import type { Labels } from './labels';
import { figureOf, type Pictures } from './pictures';
import type { PrintedBlock, PrintedInline, Section } from './printed';
import { spoken } from './spoken';
import { sharesOf } from './table-widths';
import { Typography } from './typography';
import { absolute, breakable, plain, shortened, wordsIn } from './words';

type Of<Kind extends BookBlock['kind']> = Extract<BookBlock, { kind: Kind }>;

interface Place {
  book: Book;
  labels: Labels;
  pictures: Pictures;
  locale: Locale;
  /** Makes labels of headings and notes unique in the book. */
  name: string;
  /** Level of the heading that it stands under. */
  level: number;
  /** The chapter that the heads of the pages name. */
  chapter?: string;
}

/** One text of the book, as the templates read it. */
export class PrintedText {
  private readonly referred = new Set<number>();
  private headings = 0;
  /** Number of the note that is being written. */
  private within = 0;
  private last: number;

  constructor(private readonly place: Place) {
    this.last = place.level;
  }

  /** Notes are to be read after the text that refers to them: `blocks` first. */
  blocks(blocks: readonly BookBlock[]): PrintedBlock[] {
    return blocks.map((block) => this.block(block));
  }

  notes({ footnotes }: BookBody): PrintedBlock[][] {
    return footnotes.map((note, at) => {
      this.within = at + 1;
      return this.blocks(note);
    });
  }

  /** @param remote whether the address of a link is printed at the foot of the page */
  inlines(inlines: readonly Inline[], remote = false): PrintedInline[] {
    const typography = new Typography(this.place.locale);
    const each = (nodes: readonly Inline[]): PrintedInline[] =>
      nodes.map((node) => this.inline(node, each, typography, remote));
    return each(inlines);
  }

  private inline(
    node: Inline,
    each: (nodes: readonly Inline[]) => PrintedInline[],
    typography: Typography,
    remote: boolean,
  ): PrintedInline {
    switch (node.kind) {
      case 'text':
        return { kind: 'text', text: printable(typography.set(node.text)) };
      case 'code':
        typography.pass('x');
        return { kind: 'code', text: printable(node.text) };
      case 'break':
        typography.pass(' ');
        return node;
      case 'footnote':
        return this.footnote(node.number);
      case 'link':
        return this.link(node.address, each(node.children), remote);
      case 'reference':
        return this.reference(node, each);
      default:
        return { kind: node.kind, children: each(node.children) };
    }
  }

  /** A note may refer to a later one; back to itself it would never end. */
  private footnote(number: number): PrintedInline {
    if (number <= this.within) return { kind: 'words', children: [] };
    const again = this.referred.has(number);
    this.referred.add(number);
    return { kind: 'footnote', number, label: `note-${this.place.name}-${number}`, again };
  }

  private link(address: string, children: PrintedInline[], remote: boolean): PrintedInline {
    const whole = absolute(address, this.place.book.partnership.address);
    if (whole === '' || whole.length > LONGEST_ADDRESS) return { kind: 'words', children };
    const shown = shortened(whole);
    const told = shortened(plain(children)) === shown || !/^https?:/.test(whole);
    const note = remote && !told ? breakable(shown) : null;
    return { kind: 'link', address: whole, note, children };
  }

  private reference(
    { to, of, children }: Extract<Inline, { kind: 'reference' }>,
    each: (nodes: readonly Inline[]) => PrintedInline[],
  ): PrintedInline {
    const named: Inline[] = [{ kind: 'text', text: this.nameOf(to, of) }];
    const words = each(children.length > 0 ? children : named);
    const label = this.place.labels.of(to, of);
    if (label === undefined) return { kind: 'words', children: words };
    return { kind: 'reference', to: label, children: words };
  }

  /** A name and its number stay together. */
  private nameOf(to: Reference, of: string): string {
    const name = this.place.book.words.references[`${to}:${of}`] ?? '';
    return name.replace(/ (?=\d)/g, '\u00a0');
  }

  private block(block: BookBlock): PrintedBlock {
    const { book, labels } = this.place;
    switch (block.kind) {
      case 'paragraph':
        return { kind: 'paragraph', children: this.inlines(block.children, true) };
      case 'heading':
        return this.heading(block);
      case 'list':
        return { ...block, items: block.items.map((item) => this.blocks(item)) };
      case 'quote':
        return { kind: 'quote', blocks: this.blocks(block.blocks) };
      case 'code':
        return { kind: 'code', text: block.text.split('\n').map(printable).join('\n') };
      case 'rule':
        return block;
      case 'table':
        return this.table(block);
      case 'figure':
        return this.figure(block);
      case 'callout':
        return { kind: 'callout', title: book.words.tones[block.tone], ...box(this.blocks(block.blocks)) };
      case 'definition':
        return this.included('definition', block.locale, block.term, block.definition);
      case 'message':
        return this.message(block);
      case 'case': {
        const { title, strapline, slug, locale } = book.cases[block.place]!;
        const words = { title: wordsIn(locale, title), strapline: wordsIn(locale, strapline) };
        return { kind: 'case', to: labels.of('case', slug)!, ...words, ...spoken(locale) };
      }
      case 'gone':
        return this.gone();
    }
  }

  /** No level is left out on the way down: who listens to a book goes by them. */
  private heading({ level, children }: Of<'heading'>): PrintedBlock {
    const { name, chapter, locale } = this.place;
    const printed = this.inlines(children);
    if (plain(printed).trim() === '') return { kind: 'paragraph', children: printed };
    this.last = Math.min(this.place.level + level - 1, this.last + 1, 6);
    const section: Section | null =
      chapter !== undefined && this.last === this.place.level + 1
        ? { title: plain(printed), chapter, language: spoken(locale) }
        : null;
    this.headings += 1;
    return {
      kind: 'heading',
      level: this.last,
      label: `heading-${name}-${this.headings}`,
      section,
      children: printed,
    };
  }

  private table({ align, head, rows }: Of<'table'>): PrintedBlock {
    const cells = (row: Inline[][]) => head.map((_, column) => this.inlines(row[column] ?? []));
    return {
      kind: 'table',
      align: head.map((_, column) => align[column] ?? 'left'),
      widths: sharesOf(head, rows),
      head: cells(head),
      rows: rows.map(cells),
    };
  }

  private figure({ file, caption }: Of<'figure'>): PrintedBlock {
    const { book, labels, pictures, locale } = this.place;
    const picture = figureOf(book, pictures, file, locale);
    if (!picture) return this.gone();
    const label = labels.once(labels.of('figure', file));
    const words = this.inlines(caption);
    // Who listens hears something of every picture, even of one that nobody has described.
    const alt = picture.alt.trim() || plain(words).trim() || book.words.figure;
    return { ...picture, kind: 'figure', alt, label, caption: words };
  }

  private gone(): PrintedBlock {
    const { book } = this.place;
    const words = wordsIn(book.locale, book.words.gone);
    return { kind: 'gone', text: words, ...spoken(book.locale) };
  }

  /** Its address stands below it: whoever reads on paper can go there. */
  private message({ locale, text, label, address }: Of<'message'>): PrintedBlock {
    const printed = this.included('message', locale, '', address ? `${text}\n\n${address}` : text);
    return label === undefined ? printed : ({ ...printed, name: label } as PrintedBlock);
  }

  private included(
    kind: 'definition' | 'message',
    locale: Locale,
    title: string,
    words: string,
  ): PrintedBlock {
    const text = new PrintedText({ ...this.place, locale });
    const paragraphs = words.split(/\n{2,}/).map((paragraph) => [{ kind: 'text' as const, text: paragraph }]);
    const { words: named } = this.place.book;
    return {
      ...{ kind, ...spoken(locale), name: kind === 'definition' ? named.definition : named.message },
      title: wordsIn(locale, title),
      ...box(paragraphs.map((children) => ({ kind: 'paragraph', children: text.inlines(children) }))),
    };
  }
}

/** The typesetter refuses a book with a longer one. */
const LONGEST_ADDRESS = 2000;

/** Characters of JSON, which is two or three times as much as there is to read. */
const SHORT = 1600;

const box = (blocks: PrintedBlock[]) => ({ blocks, whole: JSON.stringify(blocks).length < SHORT });
