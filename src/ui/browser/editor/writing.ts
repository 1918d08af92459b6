import type { Node } from 'prosemirror-model';
import { essence, bare } from './essence';
import { tokensOf } from './grammar';
import { writeInline, type Care, type Surroundings } from './inline-writing';
import { columnsOf, nameOf } from './kept';
import { BlockReading } from './reading';

export interface Manner {
  care: Care;
  /** What was written before, of words that have not changed. */
  words: ReadonlyMap<string, string>;
  /** Footnotes that are explained somewhere in the text. */
  labels: ReadonlySet<string>;
}

/** A block as Markdown that is read as this block: first as people would write it, and if need be more firmly. */
export function writeBlock(node: Node, manner: Omit<Manner, 'care'>): string {
  const light = new BlockWriting({ ...manner, care: 'light' }).write(node);
  if (readsAs(node, light, manner.labels)) return light;
  const plain = new BlockWriting({ ...manner, care: 'light', words: new Map() }).write(node);
  if (readsAs(node, plain, manner.labels)) return plain;
  return new BlockWriting({ ...manner, care: 'firm', words: new Map() }).write(node);
}

export function readsAs(node: Node, source: string, labels: ReadonlySet<string>): boolean {
  if (node.type.name === 'raw') return true;
  try {
    const tokens = tokensOf(source, labels);
    const reading = new BlockReading(tokens);
    const again = bare(reading.block());
    return again !== undefined && reading.done && essence(again).eq(essence(node));
  } catch {
    return false;
  }
}

class BlockWriting {
  constructor(private readonly manner: Manner) {}

  write(node: Node): string {
    switch (node.type.name) {
      case 'paragraph':
        return this.words(node, 'paragraph');
      case 'heading':
        return this.heading(node);
      case 'bullet_list':
      case 'ordered_list':
        return this.list(node);
      case 'quote':
        return prefixed(this.all(node.children), '> ');
      case 'code_block':
        return fenced(node);
      case 'rule':
        return '---';
      case 'table':
        return this.table(node);
      case 'figure':
        return `![${writeInline(node.children, { care: this.manner.care, within: 'caption' })}](/files/${String(node.attrs['file'])})`;
      case 'callout':
        return boxed(String(node.attrs['tone']), this.all(node.children));
      case 'inclusion':
        return boxed(`${String(node.attrs['what'])} ${String(node.attrs['of'])}`, '');
      case 'footnote':
        return this.footnote(node);
      default:
        return node.textContent;
    }
  }

  private all(blocks: readonly Node[]): string {
    return toldApart(blocks)
      .map((block) => this.write(block))
      .join('\n\n');
  }

  /** What is no line of words begins below the mark. */
  private footnote({ attrs, children }: Node): string {
    const start = children[0]?.type.name === 'paragraph' ? ' ' : '\n';
    return `[^${String(attrs['label'])}]:${indented(`${start}${this.all(children)}`, '    ')}`;
  }

  private words(node: Node, within: Surroundings['within']): string {
    return (
      this.manner.words.get(nameOf(node)) ?? writeInline(node.children, { care: this.manner.care, within })
    );
  }

  /** Closing marks would be left out. */
  private heading(node: Node): string {
    const words = this.words(node, 'heading')
      .replaceAll('\n', ' ')
      .replace(/#+$/, (marks) => marks.replaceAll('#', '\\#'));
    return `${'#'.repeat(node.attrs['level'] as number)} ${words}`.trimEnd();
  }

  private list(node: Node): string {
    const ordered = node.type.name === 'ordered_list';
    const marker = String(node.attrs['marker']);
    const tight =
      node.attrs['tight'] === true && this.manner.care === 'light' && node.children.every(isTight);
    const start = ordered ? (node.attrs['start'] as number) : 0;
    return node.children
      .map((item, place) => {
        const mark = ordered ? `${start + place}${marker} ` : `${marker} `;
        const blocks = toldApart(item.children).map((block) => this.write(block));
        return `${mark}${indented(blocks.join(tight ? '\n' : '\n\n'), ' '.repeat(mark.length))}`.trimEnd();
      })
      .join(tight ? '\n' : '\n\n');
  }

  private table(node: Node): string {
    const [head, ...rows] = node.children.map((row) => this.manner.words.get(nameOf(row)) ?? this.row(row));
    const sides: Record<string, string> = { left: ':--', center: ':-:', right: '--:' };
    const align = node.firstChild!.children.map(({ attrs }) => sides[String(attrs['align'])] ?? '---');
    const columns = this.manner.words.get(columnsOf(node)) ?? `| ${align.join(' | ')} |`;
    return [head, columns, ...rows].join('\n');
  }

  private row(row: Node): string {
    const cells = row.children.map(
      (cell) =>
        this.manner.words.get(nameOf(cell))?.replace(/\|/g, '\\|') ??
        writeInline(cell.children, { care: this.manner.care, within: 'cell' }),
    );
    return `| ${cells.join(' | ')} |`;
  }
}

/** Two lists one after the other would be one: the second has other marks. */
function toldApart(blocks: readonly Node[]): Node[] {
  const apart: Node[] = [];
  for (const block of blocks) apart.push(beside(apart.at(-1), block));
  return apart;
}

const OTHER_MARKS: Record<string, string> = { '-': '*', '*': '-', '+': '-', '.': ')', ')': '.' };

/** A list with other marks than the one before it. */
export function beside(before: Node | undefined, node: Node): Node {
  const { type, attrs, content } = node;
  const other = OTHER_MARKS[String(attrs['marker'])];
  const alike = other !== undefined && before?.type === type && before.attrs['marker'] === attrs['marker'];
  return alike ? type.create({ ...attrs, marker: other }, content) : node;
}

/** A line of words, and below it at most a list: then nothing need be kept apart by empty lines. */
function isTight({ children }: Node): boolean {
  const [first, second, third] = children;
  const list = second === undefined || second.type.name === 'bullet_list' || second.attrs['start'] === 1;
  return first?.type.name === 'paragraph' && list && second?.type.name !== 'paragraph' && third === undefined;
}

const indented = (text: string, by: string): string => text.replace(/\n(?=[^\n])/g, `\n${by}`);

const prefixed = (text: string, by: string): string =>
  text
    .split('\n')
    .map((line) => (line ? `${by}${line}` : by.trimEnd()))
    .join('\n');

function fenced({ textContent, attrs }: Node): string {
  const longest = Math.max(2, ...(textContent.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${String(attrs['language'])}\n${textContent}${textContent ? '\n' : ''}${fence}`;
}

/** With more colons than any line of what stands in it. */
function boxed(what: string, inner: string): string {
  const longest = Math.max(
    2,
    ...(inner.match(/^[\s>*+-]*:{3,}/gm) ?? []).map((run) => run.replace(/[^:]/g, '').length),
  );
  const colons = ':'.repeat(longest + 1);
  return `${colons} ${what}\n${inner ? `${inner}\n` : ''}${colons}`;
}
