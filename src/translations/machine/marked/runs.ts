import { InlinePieces, type Surroundings } from './inline-pieces';
import type { Piece } from './piece';

/** A text as what stands between (marks of lists, cells, code) and the runs of words that a machine may see. */
export type Part = { kind: 'kept'; text: string } | { kind: 'run'; pieces: Piece[] };

/** Quotations, lists, headings, boxes to tick, the name of a footnote: whatever may begin a line. */
const PREFIX =
  /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|#{1,6}(?=[ \t])|\[[ xX]\](?=[ \t])|\[\^[^\s\]]{1,60}\]:))*[ \t]*/;
const CONTINUES = /^[ \t>]*$/;
const FENCE = /^[ \t]*(?:>[ \t]*|[-*+][ \t]+|\d{1,9}[.)][ \t]+)*(`{3,}|~{3,})/;
const LIST = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]/;
const ONLY_MARKS =
  /^[\s>]*(?:=+|-+|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,}|[-*+]|\d{1,9}[.)]|#{1,6})[ \t]*$/;
const DEFINITION = /^[ \t>]{0,12}\[[^\]^][^\]]{0,200}\]:/;
const DELIMITERS = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const HEADING_END = /[ \t]#+[ \t]*$/;
const INDENTED = /^(?: {4}|\t)/;

interface Line {
  prefix: string;
  words: string;
}

/** Takes Markdown apart. The parts, put together again, are the text to the last character. */
export class Runs {
  private readonly parts: Part[] = [];
  private paragraph: Line[] = [];
  private fence: string | undefined;
  private table = false;
  /** What is indented belongs to an item as long as a list has not ended. */
  private list = false;

  constructor(private readonly surroundings: Surroundings) {}

  of(source: string): Part[] {
    const lines = source.split('\n');
    lines.forEach((line, number) => this.take(line, lines[number + 1], number === 0));
    this.endParagraph();
    return this.parts;
  }

  private take(line: string, following: string | undefined, first: boolean): void {
    if (!first && !this.continues(line)) this.endParagraph();
    if (!first && this.paragraph.length === 0) this.keep('\n');
    if (this.inFence(line)) return this.keep(line);
    if (line.trim() === '') this.table = false;
    else if (line.includes('|') && following !== undefined && isDelimiters(following)) this.table = true;
    if (LIST.test(line)) this.list = true;
    else if (/^[^\s>]/.test(line)) this.list = false;
    if (this.isKept(line)) return this.keep(line);
    const prefix = PREFIX.exec(line)![0];
    if (this.table) return this.cells(line);
    this.paragraph.push({ prefix, words: line.slice(prefix.length) });
  }

  /** Belongs to the sentence of the line before it. */
  private continues(line: string): boolean {
    if (this.paragraph.length === 0 || this.table) return false;
    const prefix = PREFIX.exec(line)![0];
    const heading = this.paragraph[0]!.prefix.includes('#');
    return (
      !heading && CONTINUES.test(prefix) && prefix !== line && !FENCE.test(line) && !ONLY_MARKS.test(line)
    );
  }

  private isKept(line: string): boolean {
    if (line.trim() === '' || ONLY_MARKS.test(line) || DEFINITION.test(line)) return true;
    if (this.table && isDelimiters(line)) return true;
    return INDENTED.test(line) && !this.list && this.paragraph.length === 0;
  }

  private inFence(line: string): boolean {
    const marks = FENCE.exec(line)?.[1];
    if (this.fence === undefined) {
      if (!marks) return false;
      this.endParagraph();
      this.fence = marks;
    } else if (marks?.startsWith(this.fence) && line.trim().endsWith(marks)) this.fence = undefined;
    return true;
  }

  private cells(line: string): void {
    for (const cell of line.split(/(?<!\\)(\|)/)) {
      const [, before, words, after] = /^([ \t>]*)(.*?)([ \t]*)$/s.exec(cell)!;
      if (cell === '|' || !words) this.keep(cell);
      else this.run([{ prefix: before!, words: words }], after!);
    }
  }

  private endParagraph(): void {
    const lines = this.paragraph;
    this.paragraph = [];
    if (lines.length > 0) this.run(lines, '');
  }

  private run(lines: Line[], after: string): void {
    const source = lines.map(({ words }) => words).join('\n');
    const words = (lines[0]!.prefix.includes('#') ? source.replace(HEADING_END, '') : source).trimEnd();
    this.keep(lines[0]!.prefix);
    const prefixes = lines.map(({ prefix }) => prefix);
    this.parts.push({
      kind: 'run',
      pieces: new InlinePieces(words, this.surroundings, prefixes, true).all(),
    });
    this.keep(source.slice(words.length) + after);
  }

  private keep(text: string): void {
    const last = this.parts.at(-1);
    if (last?.kind === 'kept') last.text += text;
    else if (text) this.parts.push({ kind: 'kept', text });
  }
}

const isDelimiters = (line: string): boolean => line.includes('|') && DELIMITERS.test(line);
