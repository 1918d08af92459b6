import { Defective, type Piece } from './piece';

/** How marks are written for a provider. */
export type Wire = 'xml' | 'html';

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' };

/** Whatever looks like a tag, also with another case and with spaces in it. */
const TAG = /<\s*(\/?)\s*([a-z][a-z\d]*)((?:[^<>"']|"[^"<>]*"|'[^'<>]*')*)>/gi;
const IDENTITY =
  /^\s*id\s*=\s*["'“”«»„]?\s*([a-z]?)\s*(\d{1,5})\s*["'“”«»„]?\s*(?:translate\s*=\s*["']?no["']?\s*)?(\/?)\s*$/i;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi;

/** The text of a run for the provider; numbers count from the first mark, so that equal texts are equal. */
export function toWire(pieces: readonly Piece[], wire: Wire): string {
  const numbers = new Map<number, number>();
  let next = 0;
  return pieces
    .map((piece) => {
      if (piece.kind === 'text') return piece.text.replace(/[&<>]/g, (sign) => ESCAPED[sign]!);
      if (piece.kind === 'atom') return atomTag(++next, wire);
      if (piece.kind === 'close') return wire === 'xml' ? '</g>' : '</b>';
      numbers.set(piece.pair, ++next);
      return wire === 'xml' ? `<g id="${next}">` : `<b id="g${next}">`;
    })
    .join('');
}

/** In HTML the mark needs words of its own: what is empty is put anywhere by some. */
const atomTag = (number: number, wire: Wire): string =>
  wire === 'xml' ? `<x id="${number}"/>` : `<code id="x${number}" translate="no">X${number}</code>`;

interface Marks {
  atoms: Map<number, Piece>;
  pairs: Map<number, { open: Piece; close: Piece }>;
}

function marksOf(pieces: readonly Piece[]): Marks {
  const marks: Marks = { atoms: new Map(), pairs: new Map() };
  let next = 0;
  for (const piece of pieces) {
    if (piece.kind === 'atom') marks.atoms.set(++next, piece);
    if (piece.kind !== 'open') continue;
    const close = pieces.find((each) => each.kind === 'close' && each.pair === piece.pair)!;
    marks.pairs.set(++next, { open: piece, close });
  }
  return marks;
}

/**
 * What came back, as pieces of the run it was made from: each mark exactly once, pairs inside each other.
 * @throws Defective
 */
export function fromWire(answer: string, source: readonly Piece[], wire: Wire): Piece[] {
  return new Reading(answer, marksOf(source), wire).pieces();
}

class Reading {
  private readonly read: Piece[] = [];
  private readonly open: { number: number; at: number }[] = [];
  private readonly seen = new Set<number>();
  /** The number of the atom whose words are being read. */
  private inside: number | undefined;
  private words = '';

  constructor(
    private readonly answer: string,
    private readonly marks: Marks,
    private readonly wire: Wire,
  ) {}

  pieces(): Piece[] {
    let end = 0;
    for (const found of this.answer.matchAll(TAG)) {
      this.text(this.answer.slice(end, found.index));
      this.tag(found[1] === '/', found[2]!.toLowerCase(), found[3]!);
      end = found.index + found[0].length;
    }
    this.text(this.answer.slice(end));
    if (this.inside !== undefined || this.open.length > 0) throw new Defective('nesting');
    if (this.seen.size < this.marks.atoms.size + this.marks.pairs.size) throw new Defective('lost');
    return this.read;
  }

  private text(raw: string): void {
    if (raw.includes('<')) throw new Defective('markup');
    const text = decoded(raw).replace(/\s*\n\s*/g, ' '); // lines are marks: these are of the answer's own making
    if (this.inside !== undefined) this.words += text;
    else if (text) this.read.push({ kind: 'text', text });
  }

  private tag(closes: boolean, name: string, rest: string): void {
    const [atom, pair] = this.wire === 'xml' ? ['x', 'g'] : ['code', 'b'];
    if (name !== atom && name !== pair) throw new Defective('markup');
    if (closes) return name === atom ? this.closeAtom() : this.closePair();
    const [, letter, digits, empty] = IDENTITY.exec(rest) ?? [];
    if (digits === undefined) throw new Defective('markup');
    if (letter && letter.toLowerCase() !== (name === atom ? 'x' : 'g')) throw new Defective('markup');
    const number = Number(digits);
    this.meet(number, name === atom ? this.marks.atoms : this.marks.pairs);
    if (name === atom) this.openAtom(number, empty === '/');
    else this.openPair(number, empty === '/');
  }

  /** @throws Defective for a mark that was never sent, or that was here before */
  private meet(number: number, known: ReadonlyMap<number, unknown>): void {
    if (!known.has(number)) throw new Defective('invented');
    if (this.seen.has(number)) throw new Defective('doubled');
    if (this.inside !== undefined) throw new Defective('nesting');
    this.seen.add(number);
  }

  private openAtom(number: number, empty: boolean): void {
    this.read.push(this.marks.atoms.get(number)!);
    if (empty) return;
    this.inside = number;
    this.words = '';
  }

  /** Words that were moved into a mark would be lost with it. */
  private closeAtom(): void {
    const words = this.words.replace(/\s/g, '').toLowerCase();
    const own = this.wire === 'xml' ? '' : `x${this.inside}`;
    if (this.inside === undefined || words !== own) throw new Defective('nesting');
    this.inside = undefined;
  }

  private openPair(number: number, empty: boolean): void {
    if (empty) throw new Defective('nesting');
    this.open.push({ number, at: this.read.length });
    this.read.push(this.marks.pairs.get(number)!.open);
  }

  /** Marks of emphasis hold only where no space stands beside them: it is put outside. */
  private closePair(): void {
    const begun = this.open.pop();
    if (!begun || this.inside !== undefined) throw new Defective('nesting');
    const first = this.read[begun.at + 1];
    if (!first) throw new Defective('nesting');
    const before = first.kind === 'text' ? /^\s*/.exec(first.text)![0] : '';
    if (before) {
      this.read[begun.at + 1] = { ...first, text: first.text.slice(before.length) };
      this.read.splice(begun.at, 0, { kind: 'text', text: before });
    }
    const last = this.read.at(-1)!;
    const after = last.kind === 'text' ? last.text.slice(last.text.trimEnd().length) : '';
    if (after) this.read[this.read.length - 1] = { ...last, text: last.text.trimEnd() };
    this.read.push(this.marks.pairs.get(begun.number)!.close);
    if (after) this.read.push({ kind: 'text', text: after });
  }
}

/** Once: what is still written as an entity afterwards was meant as one, and is found by who looks for markup. */
function decoded(text: string): string {
  return text.replace(ENTITY, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name) return NAMED[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : parseInt(hexadecimal!, 16);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
}
