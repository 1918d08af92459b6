import type { Mark, Node } from 'prosemirror-model';

/**
 * How careful a text is written: `light` as people would write it; `firm` with everything put out of action that could
 * be taken for a mark, for words which would otherwise be read as something else.
 */
export type Care = 'light' | 'firm';

export interface Surroundings {
  care: Care;
  /** What ends a cell, and what would end a caption before its end, is escaped too. */
  within: 'paragraph' | 'heading' | 'cell' | 'caption';
}

const DELIMITERS: Record<string, string> = { strong: '**', emphasis: '*', struck: '~~' };
/** From the outermost to the innermost, when marks begin at the same place. */
const RANK = ['link', 'strong', 'emphasis', 'struck'];

/** Words with their marks, as Markdown. */
export function writeInline(children: readonly Node[], surroundings: Surroundings): string {
  return new InlineWriting(children, surroundings).all();
}

class InlineWriting {
  private written = '';
  private readonly open: Mark[] = [];

  constructor(
    private readonly children: readonly Node[],
    private readonly surroundings: Surroundings,
  ) {}

  all(): string {
    this.children.forEach((node, place) => {
      const address = this.bareAddress(node, place);
      if (address) {
        this.closeUntil(node.marks.filter(({ type }) => type.name !== 'link'));
        this.written += `<${address}>`;
        return;
      }
      const marks = node.marks.filter(({ type }) => type.name !== 'code');
      this.closeUntil(marks);
      this.openAll(marks, place);
      this.write(node, place);
    });
    this.closeUntil([]);
    return this.written;
  }

  /** A link that is its own name. */
  private bareAddress({ text, marks }: Node, place: number): string | undefined {
    const link = marks.find(({ type }) => type.name === 'link');
    const beside = [this.children[place - 1], this.children[place + 1]];
    const alone = link && !beside.some((node) => node && link.isInSet(node.marks));
    if (!alone || marks.length > 1 || this.surroundings.care === 'firm' || link.attrs['title'])
      return undefined;
    return text === link.attrs['address'] && /^https?:[^\s<>\\|]+$/.test(text!) ? text : undefined;
  }

  private closeUntil(marks: readonly Mark[]): void {
    const staying = this.open.findIndex((mark) => !mark.isInSet(marks));
    const keep = staying === -1 ? this.open.length : staying;
    while (this.open.length > keep) this.written += this.closing(this.open.pop()!);
  }

  private openAll(marks: readonly Mark[], place: number): void {
    const fresh = marks.filter((mark) => !mark.isInSet(this.open));
    const lasting = (mark: Mark): number => {
      let end = place;
      while (this.children[end] && mark.isInSet(this.children[end]!.marks)) end += 1;
      return end;
    };
    fresh.sort((a, b) => lasting(b) - lasting(a) || RANK.indexOf(a.type.name) - RANK.indexOf(b.type.name));
    for (const mark of fresh) {
      this.written += mark.type.name === 'link' ? '[' : this.delimiter(mark);
      this.open.push(mark);
    }
  }

  /** Stars beside stars would be told apart by rules that nobody knows. */
  private delimiter({ type: { name } }: Mark): string {
    return name === 'emphasis' && this.surroundings.care === 'firm' ? '_' : DELIMITERS[name]!;
  }

  private closing(mark: Mark): string {
    if (mark.type.name !== 'link') return this.delimiter(mark);
    const { address, title } = mark.attrs as { address: string; title: string };
    const pipes = (text: string) =>
      this.surroundings.within === 'cell' ? text.replaceAll('|', '%7C') : text;
    return `](${pipes(destination(address))}${title ? ` "${title.replace(/["\\]/g, '\\$&')}"` : ''})`;
  }

  private write(node: Node, place: number): void {
    switch (node.type.name) {
      case 'text':
        this.written += node.marks.some(({ type }) => type.name === 'code')
          ? codeSpan(node.text!, this.surroundings)
          : this.words(node, place);
        return;
      case 'break':
        this.written += '\\\n';
        return;
      case 'reference':
        this.written += `[](${String(node.attrs['to'])}:${String(node.attrs['of'])})`;
        return;
      case 'footnote_mark':
        this.written += `[^${String(node.attrs['label'])}]`;
    }
  }

  private words(node: Node, place: number): string {
    const text = node.text!;
    if (this.surroundings.care === 'firm') return this.firmly(text, node, place);
    const linked = this.open.some(({ type }) => type.name === 'link');
    let written = escaped(text, linked || this.surroundings.within === 'caption');
    if (!linked) written = written.replace(/\b(https?|mailto)(?=:)/gi, '$1\\');
    if (this.surroundings.within === 'cell') written = written.replaceAll('|', '\\|');
    const next = this.children[place + 1];
    const exclaims = written.endsWith('!') && next !== undefined;
    return this.atLineStart()
      ? quiet(exclaims ? `${written.slice(0, -1)}\\!` : written)
      : exclaims
        ? `${written.slice(0, -1)}\\!`
        : written;
  }

  private atLineStart(): boolean {
    return this.written === '' || this.written.endsWith('\\\n');
  }

  /** Where marks meet letters, the letters are written by number: then they are no letters to the grammar. */
  private firmly(text: string, node: Node, place: number): string {
    const differs = (other: Node | undefined) =>
      other !== undefined && !(other.isText && sameMarks(other, node));
    const characters = [...text];
    return characters
      .map((character, index) => {
        const atEdge =
          (index === 0 && (place === 0 ? node.marks.length > 0 : differs(this.children[place - 1]))) ||
          (index === characters.length - 1 &&
            (place === this.children.length - 1 ? node.marks.length > 0 : differs(this.children[place + 1])));
        if (atEdge || /[\s:]/.test(character))
          return character === ' ' && !atEdge ? spaced(characters, index) : numbered(character);
        if (/[!-/:-@[-`{-~]/.test(character))
          return this.surroundings.within === 'cell' && character === '|' ? '&#124;' : `\\${character}`;
        return index === 0 && /\d/.test(character) ? numbered(character) : character;
      })
      .join('');
  }
}

/** One space stands for itself; of several, all but the first are written by number. */
const spaced = (characters: string[], index: number): string =>
  index > 0 && characters[index - 1] !== ' ' && index < characters.length - 1 ? ' ' : '&#32;';

const numbered = (character: string): string => `&#${character.codePointAt(0)!};`;

const sameMarks = (a: Node, b: Node): boolean =>
  a.marks.length === b.marks.length && a.marks.every((mark) => mark.isInSet(b.marks));

/** Brackets matter within a link or a caption only: elsewhere the opening one is enough. */
function escaped(text: string, inBrackets: boolean): string {
  const marked = text
    .replace(/[\\`*[]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/~~/g, '\\~\\~')
    .replace(/&(?=#?\w{1,31};)/g, '\\&')
    .replace(/<(?=[a-z][a-z0-9+.-]{1,31}:|[^\s<>@]+@)/gi, '\\<');
  return inBrackets ? marked.replaceAll(']', '\\]') : marked;
}

/** A line of words that begins nothing: "1. januar" stays a date. */
function quiet(line: string): string {
  const numbered = line.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
  if (numbered !== line) return numbered;
  return /^(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|>|~{3}|:{3}|=+\s*$|-[-\s]*$|\||[-:|][-:|\s]*$|_)/.test(line)
    ? `\\${line}`
    : line;
}

function codeSpan(text: string, { within }: Surroundings): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padded = /^`|`$|^ .*[^ ].* $/s.test(text) ? ` ${text} ` : text;
  return `${fence}${within === 'cell' ? padded.replaceAll('|', '\\|') : padded}${fence}`;
}

function destination(address: string): string {
  if (/^[^\s()<>\\]+$/.test(address)) return address;
  return `<${address.replace(/[<>\\]/g, '\\$&').replace(/\n/g, '%0A')}>`;
}
