import { delimiter, emphasised, type Delimiter } from './emphasis';
import { atomPiece, joined, textPiece, type Piece } from './piece';

/** What is known about a text beside its words. */
export interface Surroundings {
  /** Names and terms that stay as they are, in every language. */
  terms: readonly string[];
  /** Names of references that the whole text defines: `[label]: address`. */
  labels: ReadonlySet<string>;
}

const ESCAPE = /\\(?:[!-/:-@[-`{-~]|(?=\n))/y;
const BREAK = /[ \t]*\n[ \t]*/y;
const BLANK = /[^\S\n]+/y;
const ANGLES = /<[^<>\n]{1,500}>/y;
const FOOTNOTE = /\[\^[^\s\]]{1,60}\]/y;
const DESTINATION =
  /\(\s*(?:<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)(?:\s+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?\s*\)/y;
const REFERENCE = /\[[^[\]\n]{0,200}\]/y;
const ADDRESS = /(?:https?:\/\/|mailto:|ftp:\/\/|www\.)[^\s<>|]{1,2000}/iy;
const MAIL = /[\p{L}\p{N}][\p{L}\p{N}._+-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/uy;
const MENTION = /@[\p{L}\p{N}][\p{L}\p{N}_.-]{0,60}/uy;
const FIELD = /\{\{[^{}\n]{1,60}\}\}/y;
const WITH_UNDERSCORES = /[\p{L}\p{N}]+(?:_+[\p{L}\p{N}]+)+/uy;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/uy;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iy;
const EMOJI =
  /(?:\p{Regional_Indicator}{2}|[#*0-9]\uFE0F?\u20E3|\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier}|\u200D\p{Extended_Pictographic})*)/uy;
const MARKS = /\*+|_+|~+/y;
const BACKTICKS = /`+/y;
/** What Markdown might take for something: never a part of words. */
const ACTIVE = /[\\`*_[\]<~|]/;
const CLOSING_PUNCTUATION = /[.,;:!?'"”’»)\]}*_~]+$/;

/** Beyond these, marks stay single: nobody has written that to be read. */
const MOST_MARKS = 400;
const DEEPEST = 6;

/** Words, in Markdown or plain, taken apart into what is translated and what must come back as it is. */
export class InlinePieces {
  private pairs = 0;
  private line = 0;
  private readonly brackets: Map<number, number>;
  private readonly terms: RegExp | undefined;
  /** Lengths of backticks that nothing closes any more. */
  private readonly unclosed = new Set<number>();

  /** @param prefixes what begins each line: `> ` in a quotation */
  constructor(
    private readonly source: string,
    private readonly surroundings: Surroundings,
    private readonly prefixes: readonly string[],
    private readonly markdown: boolean,
  ) {
    this.brackets = markdown ? bracketsOf(source) : new Map<number, number>();
    this.terms = termsOf(surroundings.terms);
  }

  all(): Piece[] {
    return joined(this.between(0, this.source.length, 0));
  }

  private between(start: number, end: number, depth: number): Piece[] {
    const parts: (Piece | Delimiter)[] = [];
    let marks = 0;
    for (let at = start; at < end;) {
      const [found, length] = this.next(at, end, depth);
      parts.push(...found);
      if (found.some((part) => !('kind' in part))) marks += 1;
      at += length;
    }
    if (marks <= MOST_MARKS) return emphasised(parts, () => ++this.pairs);
    return parts.map((part) => ('kind' in part ? part : atomPiece(part.marks)));
  }

  /** What stands here, and how long it is. */
  private next(at: number, end: number, depth: number): [(Piece | Delimiter)[], number] {
    const own = this.markdown ? this.inMarkdown(at, end, depth) : undefined;
    return own ?? this.anywhere(at);
  }

  private inMarkdown(at: number, end: number, depth: number): [(Piece | Delimiter)[], number] | undefined {
    const letter = this.source[at]!;
    if (letter === '\\') return this.atom(this.at(ESCAPE, at) ?? letter);
    if (letter === '`') return this.code(at);
    if (letter === '&') return this.atom(this.at(ENTITY, at));
    if (letter === '[') return this.bracket(at, end, depth);
    if (letter === '*' || letter === '_' || letter === '~') return this.marks(at);
    return undefined;
  }

  private anywhere(at: number): [Piece[], number] {
    const { source } = this;
    if (/\s/.test(source[at]!)) return this.space(at);
    const begins = at === 0 || !/[\p{L}\p{N}]/u.test(source[at - 1]!);
    const whole =
      (begins && this.terms && this.at(this.terms, at)) ||
      (begins && (this.address(at) ?? this.at(MAIL, at) ?? this.at(MENTION, at))) ||
      (this.at(ANGLES, at) ?? this.at(FIELD, at) ?? this.at(EMOJI, at)) ||
      (this.markdown && this.at(WITH_UNDERSCORES, at));
    if (whole) return [[atomPiece(whole)], whole.length];
    const word = this.at(WORD, at) ?? String.fromCodePoint(source.codePointAt(at)!);
    return [[ACTIVE.test(word) ? atomPiece(word) : textPiece(word)], word.length];
  }

  /** The end of a line is kept with what begins the next one. */
  private space(at: number): [Piece[], number] {
    const line = this.at(BREAK, at);
    if (line === undefined) {
      const blank = this.at(BLANK, at)!;
      return [[textPiece(blank)], blank.length];
    }
    this.line += 1;
    return [[atomPiece(line + (this.prefixes[this.line] ?? ''))], line.length];
  }

  private code(at: number): [Piece[], number] {
    const ticks = this.at(BACKTICKS, at)!;
    const closing = new RegExp(`(?<!\`)\`{${ticks.length}}(?!\`)`, 'g');
    closing.lastIndex = at + ticks.length;
    const found = this.unclosed.has(ticks.length) ? null : closing.exec(this.source);
    if (!found) this.unclosed.add(ticks.length);
    const span = found ? this.source.slice(at, closing.lastIndex) : ticks;
    const whole = span.replaceAll('\n', () => `\n${this.prefixes[++this.line] ?? ''}`);
    return [[atomPiece(whole)], span.length];
  }

  private marks(at: number): [Delimiter[] | Piece[], number] | undefined {
    const marks = this.at(MARKS, at)!;
    const before = [...this.source.slice(Math.max(0, at - 2), at)].at(-1) ?? '';
    const after = [...this.source.slice(at + marks.length, at + marks.length + 2)][0] ?? '';
    return [[delimiter(marks, before, after)], marks.length];
  }

  /** A link, by address or by reference: its words are translated between two marks. */
  private bracket(at: number, end: number, depth: number): [Piece[], number] {
    const footnote = this.at(FOOTNOTE, at);
    if (footnote) return this.atom(footnote)!;
    const close = this.brackets.get(at);
    if (close === undefined || close >= end || depth >= DEEPEST) return [[atomPiece('[')], 1];
    const words = this.source.slice(at + 1, close);
    const label = words.trim().toLowerCase().replace(/\s+/g, ' ');
    const tail =
      this.at(DESTINATION, close + 1) ??
      this.at(REFERENCE, close + 1) ??
      (this.surroundings.labels.has(label) ? '' : undefined);
    const written = tail === '[]' || (tail === '' && label) ? `[${words}]` : (tail ?? '');
    const pair = ++this.pairs;
    const inner = this.between(at + 1, close, depth + 1);
    return [
      [{ kind: 'open', text: '[', pair }, ...inner, { kind: 'close', text: `]${written}`, pair }],
      close + 1 + (tail ?? '').length - at,
    ];
  }

  /** The point at the end of a sentence is not part of the address. */
  private address(at: number): string | undefined {
    const found = this.at(ADDRESS, at);
    if (!found) return undefined;
    const whole = found.includes('(')
      ? found.replace(/[.,;:!?'"]+$/, '')
      : found.replace(CLOSING_PUNCTUATION, '');
    return whole || undefined;
  }

  private atom(text: string | undefined): [Piece[], number] | undefined {
    return text === undefined ? undefined : [[atomPiece(text)], text.length];
  }

  private at(pattern: RegExp, place: number): string | undefined {
    pattern.lastIndex = place;
    return pattern.exec(this.source)?.[0];
  }
}

/** Which bracket closes which, outside of code and escapes. */
function bracketsOf(source: string): Map<number, number> {
  const found = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: sign, index } of source.matchAll(/\\.|[[\]]/gs)) {
    if (sign === '[') open.push(index);
    else if (sign === ']' && open.length > 0) found.set(open.pop()!, index);
  }
  return found;
}

function termsOf(terms: readonly string[]): RegExp | undefined {
  const known = terms.filter((term) => term.trim()).toSorted((a, b) => b.length - a.length);
  if (known.length === 0) return undefined;
  const escaped = known.map((term) => term.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'));
  return new RegExp(`(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'uy');
}
