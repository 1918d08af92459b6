import type { Node } from 'prosemirror-model';
import type { Token } from 'markdown-it';
import { tokensOf } from './grammar';
import { BlockReading } from './reading';
import { schema } from './schema';

/** One block as it was written, and what stands between it and the next. */
export interface KeptBlock {
  node: Node;
  source: string;
  after: string;
}

/** A text as it was read: whatever is not changed is written as it was, letter by letter. */
export interface Kept {
  source: string;
  document: Node;
  /** What stands before the first block. */
  before: string;
  blocks: KeptBlock[];
  /** Words of paragraphs, headings, cells and rows inside of blocks, by what they are. */
  words: Map<string, string>;
}

export interface Read {
  document: Node;
  kept: Kept;
}

/** What is the same in the editor, by one name. */
export const nameOf = (node: Node): string => JSON.stringify(node.toJSON());

/** @throws Invalid when nobody can have written it to be read */
export function read(source: string): Read {
  const lines = source.split('\n');
  const spans = blocksIn(tokensOf(source));
  const words = new Map<string, string>();
  const keep = (node: Node, written: string) => words.set(nameOf(node), written);
  const first = spans[0]?.from ?? lines.length;
  const between = (from: number, to: number) => textOf(lines, from, to);
  const blocks = spans.map(({ from, to, tokens }, place) => {
    const next = spans[place + 1]?.from ?? lines.length;
    const end = lastLine(lines, from, to);
    const written = lines.slice(from, end).join('\n');
    const node = nodeOf(tokens, written, keep);
    keepRows(node, lines, from, words);
    return { node, source: written, after: `${end < lines.length ? '\n' : ''}${between(end, next)}` };
  });
  const children = blocks.length > 0 ? blocks.map(({ node }) => node) : [schema.nodes['paragraph']!.create()];
  const document = schema.nodes['doc']!.createChecked(null, children);
  return { document, kept: { source, document, before: between(0, first), blocks, words } };
}

/** Lines of a text with the break that ends them. */
const textOf = (lines: string[], from: number, to: number): string =>
  lines
    .slice(from, to)
    .map((line, place) => (from + place < lines.length - 1 ? `${line}\n` : line))
    .join('');

interface Span {
  from: number;
  to: number;
  tokens: Token[];
}

function blocksIn(tokens: readonly Token[]): Span[] {
  const spans: Span[] = [];
  let start = 0;
  let depth = 0;
  tokens.forEach(({ nesting }, place) => {
    depth += nesting;
    if (depth > 0) return;
    const own = tokens.slice(start, place + 1);
    const [from, to] = own[0]!.map ?? [0, 0];
    const boxed = own[0]!.type.startsWith('container_');
    spans.push({ from, to: boxed ? to + 1 : to, tokens: own });
    start = place + 1;
  });
  return spans;
}

/** Empty lines at the end of a block stand between it and the next. */
function lastLine(lines: string[], from: number, to: number): number {
  let end = Math.min(to, lines.length);
  while (end > from + 1 && lines[end - 1]!.trim() === '') end -= 1;
  return end;
}

function nodeOf(tokens: readonly Token[], source: string, keep: (node: Node, written: string) => void): Node {
  const own: [Node, string][] = [];
  try {
    const node = new BlockReading(tokens, (...found) => own.push(found)).block();
    for (const [of, written] of own) keep(of, written);
    return node;
  } catch {
    return schema.nodes['raw']!.create(null, source ? schema.text(source) : null);
  }
}

/** Rows as they were written, with the line below the head, which says how the columns stand. */
function keepRows(table: Node, lines: string[], from: number, words: Map<string, string>): void {
  if (table.type.name !== 'table') return;
  table.forEach((row, _, place) => {
    words.set(nameOf(row), lines[from + (place === 0 ? 0 : place + 1)]!);
  });
  words.set(columnsOf(table), lines[from + 1]!);
}

/** The name of the line below the head of a table. */
export const columnsOf = (table: Node): string =>
  `columns ${JSON.stringify(table.firstChild?.children.map(({ attrs }) => attrs['align'] as unknown))}`;
