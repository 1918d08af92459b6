import type { Inline } from '../../core/documents/document';
import type { XmlNode } from '../../core/xml/write-xml';
import type { Book, BookBlock, BookBody, BookCase } from '../book';
import type { Pictures } from '../markup/pictures';
import { publicAddress } from '../markup/public-address';
import { field, paragraph, run, table, words, x, type Look, type Shape } from './ooxml';
import type { Stock } from './stock';

/** Where a block stands: in what kind of text, under which heading. */
interface Around {
  shape: Shape;
  look: Look;
  /** Level of the heading above it. */
  level: number;
  notes: readonly BookBlock[][];
  /** Notes cannot stand in notes. */
  inNote?: boolean;
}

const DEEPEST_HEADING = 6;

/** Texts of a book as paragraphs of a word processor. */
export class Texts {
  private readonly written = new Set<string>();

  constructor(
    private readonly book: Book,
    private readonly pictures: Pictures,
    private readonly stock: Stock,
  ) {}

  text(body: BookBody, locale: string, level: number): XmlNode[] {
    const around = { shape: { style: 'BodyText' }, look: { locale }, level, notes: body.footnotes };
    return this.blocks(body.blocks, around);
  }

  heading(level: number, place: string, title: string, look: Look, number: string | null = null): XmlNode {
    const own = { locale: this.book.locale };
    const said = [...(number === null ? [] : [words(`${number} `, own)]), words(title, look)];
    const style = `Heading${Math.min(DEEPEST_HEADING, level)}`;
    return paragraph({ style, newPage: level === 1 }, ...this.stock.mark(place, ...said));
  }

  /** In full where it stands first; later it is referred to. */
  case(found: BookCase, level: number): XmlNode[] {
    const own = { locale: this.book.locale };
    const look = { locale: found.locale };
    const place = `case:${found.slug}`;
    if (this.written.has(found.slug))
      return [paragraph({ style: 'BodyText' }, this.stock.linkTo(place, found.title, look))];
    this.written.add(found.slug);
    return [
      this.heading(Math.max(2, level), place, found.title, look),
      paragraph({ style: 'Lead' }, words(found.strapline, look)),
      ...(found.rating ? [paragraph({ style: 'BodyText' }, words(found.rating, own))] : []),
      ...this.facts(found.facts),
      ...(found.credit ? [paragraph({ style: 'Credit' }, words(found.credit, own))] : []),
      ...this.text(found.body as BookBody, found.locale, Math.max(2, level)),
      ...this.live(found.address),
    ];
  }

  facts(facts: readonly { label: string; value: string }[]): XmlNode[] {
    const own = { locale: this.book.locale };
    return facts.map(({ label, value }) =>
      paragraph({ style: 'Imprint' }, words(`${label}: `, { ...own, bold: true }), words(value, own)),
    );
  }

  live(address: string): XmlNode[] {
    const href = publicAddress(address, this.book.partnership.address);
    const look = { locale: this.book.locale };
    if (href === null) return [];
    return [paragraph({ style: 'Credit' }, this.link(href, [words(this.book.words.liveVersion, look)]))];
  }

  private blocks(blocks: readonly BookBlock[], around: Around): XmlNode[] {
    return blocks.flatMap((block) => this.block(block, around));
  }

  private block(block: BookBlock, around: Around): XmlNode[] {
    const { shape, look, level } = around;
    const { words: said } = this.book;
    switch (block.kind) {
      case 'heading': {
        const style = `Heading${Math.min(DEEPEST_HEADING, level + block.level - 1)}`;
        return [paragraph({ style }, ...this.inlines(block.children, around))];
      }
      case 'paragraph':
        return [paragraph(shape, ...this.inlines(block.children, around))];
      case 'list':
        return this.list(block, around);
      case 'quote':
        return this.blocks(block.blocks, { ...around, shape: { style: 'Quote' } });
      case 'code':
        return [paragraph({ style: 'Code' }, words(block.text, look))];
      case 'rule':
        return [paragraph({ style: 'Rule' })];
      case 'table':
        return this.table(block, around);
      case 'figure':
        return this.figure(block, around);
      case 'callout':
        return [
          this.boxTitle(said.tones[block.tone]),
          ...this.blocks(block.blocks, { ...around, shape: { style: 'Callout' } }),
        ];
      case 'definition': {
        const own = { locale: block.locale };
        const term = words(block.term, { ...own, bold: true });
        const says = words(`: ${block.definition}`, own);
        return [this.boxTitle(said.definition), paragraph({ style: 'Callout' }, term, says)];
      }
      case 'message':
        return [
          this.boxTitle(block.label ?? said.message),
          paragraph({ style: 'Callout' }, words(block.text, { locale: block.locale, italic: true })),
          ...(block.address ? [paragraph({ style: 'Callout' }, words(block.address, look))] : []),
        ];
      case 'case': {
        const found = this.book.cases[block.place];
        return found ? this.case(found, level + 1) : [this.gone(shape)];
      }
      default:
        return [this.gone(shape)];
    }
  }

  private list(block: BookBlock & { kind: 'list' }, around: Around): XmlNode[] {
    const id = this.stock.list(block.ordered ? block.start : undefined);
    const level = Math.min(8, (around.shape.list?.level ?? -1) + 1);
    const item: Shape = { style: 'ListParagraph', list: { id, level } };
    const rest: Shape = { style: 'ListParagraph', indent: 360 * (level + 1) };
    return block.items.flatMap(([first, ...more]) => [
      ...(first ? this.block(first, { ...around, shape: item }) : [paragraph(item)]),
      ...more.flatMap((each) => this.block(each, { ...around, shape: each.kind === 'list' ? item : rest })),
    ]);
  }

  private table({ align, head, rows }: BookBlock & { kind: 'table' }, around: Around): XmlNode[] {
    const cells = (row: Inline[][], bold: boolean) =>
      row.map((inlines, place) => {
        const side = align[place];
        const shape = { style: 'TableText', ...(side && { align: side }) };
        return [paragraph(shape, ...this.inlines(inlines, { ...around, look: { ...around.look, bold } }))];
      });
    return table([cells(head, true), ...rows.map((row) => cells(row, false))]);
  }

  private figure({ file, caption }: BookBlock & { kind: 'figure' }, around: Around): XmlNode[] {
    const facts = this.book.figures[file];
    const picture = this.pictures.get(file);
    const own = { locale: this.book.locale };
    if (!facts || !picture) return [this.gone({ style: 'BodyText' })];
    const number = facts.number === null ? '' : `${this.book.words.figure} ${facts.number}. `;
    const said = [
      words(number, { ...own, bold: true }),
      ...this.inlines(caption, around),
      ...(facts.credit ? [words(` ${facts.credit}`, own)] : []),
    ];
    const below = paragraph({ style: 'Caption' }, ...this.stock.mark(`figure:${file}`, ...said));
    // Pictures of notes would need relations of their own.
    if (around.inNote) return [paragraph({ style: 'Caption' }, words(facts.alt, own)), below];
    const drawn = this.stock.picture({ ...facts, ...picture }, { locale: facts.altLocale });
    return [paragraph({ style: 'Figure' }, drawn), below];
  }

  private boxTitle(title: string): XmlNode {
    return paragraph({ style: 'CalloutTitle' }, words(title, { locale: this.book.locale }));
  }

  private gone(shape: Shape): XmlNode {
    return paragraph(shape, words(this.book.words.gone, { locale: this.book.locale, italic: true }));
  }

  private inlines(inlines: readonly Inline[], around: Around): XmlNode[] {
    return inlines.flatMap((each) => this.inline(each, around));
  }

  private inline(inline: Inline, around: Around): XmlNode[] {
    const { look } = around;
    const looking = (more: Partial<Look>) => ({ ...around, look: { ...look, ...more } });
    switch (inline.kind) {
      case 'text':
        return [words(inline.text, look)];
      case 'code':
        return [words(inline.text, { ...look, style: 'CodeCharacter' })];
      case 'break':
        return [run(look, x('w:br'))];
      case 'strong':
        return this.inlines(inline.children, looking({ bold: true }));
      case 'emphasis':
        return this.inlines(inline.children, looking({ italic: true }));
      case 'struck':
        return this.inlines(inline.children, looking({ struck: true }));
      case 'footnote':
        return this.footnote(inline.number, around);
      case 'link':
        return this.outwards(inline, around);
      case 'reference':
        return this.reference(inline, around);
    }
  }

  /** A note that is referred to twice stands twice: word processors know each by one mark. */
  private footnote(number: number, { look, notes, inNote, level }: Around): XmlNode[] {
    const note = notes[number - 1];
    if (!note || inNote) return [words(`[${number}]`, look)];
    const { locale } = look;
    const around = { shape: { style: 'FootnoteText' }, look: { locale }, level, notes, inNote: true };
    return [this.stock.note(this.blocks(note, around), { locale })];
  }

  private outwards({ address, children }: Inline & { kind: 'link' }, around: Around): XmlNode[] {
    const href = publicAddress(address, this.book.partnership.address);
    const said = this.inlines(children.length ? children : [{ kind: 'text', text: address }], {
      ...around,
      ...(href !== null && { look: { ...around.look, style: 'Hyperlink' }, inNote: true }),
    });
    return href === null ? said : [this.link(href, said)];
  }

  /** As a field, which needs no relation and so can stand in notes. */
  private link(href: string, said: XmlNode[]): XmlNode {
    return field(`HYPERLINK "${href.replaceAll('"', '%22').replaceAll('\\', '%5C')}"`, ...said);
  }

  private reference({ to, of, children }: Inline & { kind: 'reference' }, around: Around): XmlNode[] {
    const label = this.book.words.references[`${to}:${of}`];
    const there = label !== undefined && (to === 'chapter' || this.pictures.has(of));
    const said = this.inlines(children, around);
    if (!there) return said.length ? said : [words(this.book.words.gone, { ...around.look, italic: true })];
    const link = this.stock.linkTo(`${to}:${of}`, label, around.look);
    return said.length ? [...said, words(' (', around.look), link, words(')', around.look)] : [link];
  }
}
