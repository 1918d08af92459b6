import { randomUUID } from 'node:crypto';
import type { Segment } from './segment';

/** Less alike than this, a block is another one and not a changed one. */
const ALIKE = 0.35;

/** A place for a translation that nobody has made yet. */
export const emptySegment = (string: string, position: number, source: string): Segment => ({
  ...{ id: randomUUID(), string, position, source, version: 1 },
  ...{ madeFrom: null, text: null, status: null, origin: null },
  ...{ translatorId: null, reviewerId: null, madeAt: null },
});

/**
 * The segments of a string after its original has changed: blocks that say the same keep their translations, changed
 * ones keep theirs as outdated, new ones have none. Translations of blocks that are gone live on in the revisions.
 * @param sources the blocks of the original as it stands now, in order
 */
export function align(string: string, segments: readonly Segment[], sources: readonly string[]): Segment[] {
  const aligned: Segment[] = [];
  let [old, young] = [0, 0];
  const anchors = [...sameBlocks(segments, sources), [segments.length, sources.length] as const];
  for (const [oldAnchor, youngAnchor] of anchors) {
    aligned.push(...pair(string, segments.slice(old, oldAnchor), sources.slice(young, youngAnchor), young));
    const same = segments[oldAnchor];
    if (same && youngAnchor < sources.length) aligned.push({ ...same, position: youngAnchor });
    [old, young] = [oldAnchor + 1, youngAnchor + 1];
  }
  return aligned;
}

/** The longest common run of blocks, as pairs of places. */
function sameBlocks(segments: readonly Segment[], sources: readonly string[]): (readonly [number, number])[] {
  const width = sources.length + 1;
  const common = new Uint16Array((segments.length + 1) * width);
  for (let i = segments.length - 1; i >= 0; i -= 1)
    for (let j = sources.length - 1; j >= 0; j -= 1)
      common[i * width + j] =
        segments[i]!.source === sources[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < segments.length && j < sources.length;) {
    if (segments[i]!.source === sources[j]) pairs.push([i++, j++]);
    else if (common[(i + 1) * width + j]! >= common[i * width + j + 1]!) i += 1;
    else j += 1;
  }
  return pairs;
}

/** Between two blocks that stayed: each new block takes the next old one that is like it. */
function pair(
  string: string,
  segments: readonly Segment[],
  sources: readonly string[],
  first: number,
): Segment[] {
  let from = 0;
  return sources.map((source, place) => {
    const position = first + place;
    const alone = segments.length === 1 && sources.length === 1;
    const found = segments.findIndex(
      (segment, index) => index >= from && (alone || likeness(segment.source, source) >= ALIKE),
    );
    if (found === -1) return emptySegment(string, position, source);
    from = found + 1;
    const segment = segments[found]!;
    return { ...segment, position, source, version: segment.version + 1 };
  });
}

/** The share of words that two blocks have in common (Dice), from 0 to 1. */
function likeness(one: string, other: string): number {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  if (words.length + others.length === 0) return 1;
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of words) {
    const count = left.get(word) ?? 0;
    if (count > 0) shared += 1;
    left.set(word, count - 1);
  }
  return (2 * shared) / (words.length + others.length);
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
