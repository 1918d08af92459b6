import { wordsOf, type DocumentBlock, type DocumentBody } from '../../core/documents/document';
import { parseDocument } from '../../core/documents/parse';
import { wordDifference } from '../../core/texts/word-difference';

/** What is left of a paragraph, at least, for it to be the same one. */
const ENOUGH = 0.5;

/** Where a comment stands: the paragraph as it was, and the words in it that are meant. */
export interface Anchor {
  place: number;
  passage: string;
  quote: string | null;
}

/** The paragraphs, items, rows and headings of a text as readers see their words. */
export function passagesIn(body: string | null): string[] {
  const document: DocumentBody = parseDocument(body ?? '');
  return [...document.blocks, ...document.footnotes.flat()]
    .flatMap(passagesOf)
    .filter((words) => words !== '');
}

function passagesOf(block: DocumentBlock): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [wordsOf(block.children).trim()];
    case 'figure':
      return [wordsOf(block.caption).trim()];
    case 'code':
      return [block.text.trim()];
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map((cell) => wordsOf(cell)).join(' · '));
    case 'list':
      return block.items.flat().flatMap(passagesOf);
    case 'quote':
    case 'callout':
      return block.blocks.flatMap(passagesOf);
    default:
      return [];
  }
}

/**
 * Finds a passage again after the text has moved or changed: the same paragraph, the nearest if there are several; or
 * the one that has kept most of its words. `undefined` when its words are gone.
 */
export function found(anchor: Anchor, passages: readonly string[]): number | undefined {
  const { place, passage, quote } = anchor;
  const near = (a: number, b: number) => Math.abs(a - place) - Math.abs(b - place);
  const same = passages.flatMap((words, at) => (words === passage ? [at] : [])).sort(near);
  if (same.length > 0) return same[0];
  const candidates = passages
    .map((words, at) => ({ at, likeness: likeness(passage, words), holds: keeps(anchor, words) }))
    .filter(
      ({ likeness: share, holds }) => holds && (share >= ENOUGH || (quote !== null && quote.length > 20)),
    )
    .sort((a, b) => b.likeness - a.likeness || near(a.at, b.at));
  return candidates[0]?.at;
}

/** Whether the words that are meant are still in it, or most of them. */
function keeps({ passage, quote }: Anchor, words: string): boolean {
  if (quote === null || words.includes(quote)) return true;
  const start = passage.indexOf(quote);
  if (likeness(passage, words) < ENOUGH) return false;
  let at = 0;
  let kept = 0;
  for (const { kind, text } of wordDifference(passage, words)) {
    if (kind === 'same') kept += overlap(at, at + text.length, start, start + quote.length);
    if (kind !== 'added') at += text.length;
  }
  return kept >= quote.length * ENOUGH;
}

const overlap = (from: number, to: number, start: number, end: number): number =>
  Math.max(0, Math.min(to, end) - Math.max(from, start));

/** Which share of the longer one's words both have. */
function likeness(a: string, b: string): number {
  const [one, other] = [wordsIn(a), wordsIn(b)];
  if (one.length === 0 || other.length === 0) return 0;
  const left = new Map<string, number>();
  for (const word of one) left.set(word, (left.get(word) ?? 0) + 1);
  const both = other.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  });
  return both.length / Math.max(one.length, other.length);
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
