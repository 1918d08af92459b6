import type { ChapterPlace } from '../writing/chapter.schema';
import { DEEPEST_CHAPTER } from '../chapter.entity';
import type { Structure, StructureEntry } from './structure.service';

export const STEPS = ['up', 'down', 'out', 'in'] as const;
/** One step of something that is moved by keys or buttons. */
export type Step = (typeof STEPS)[number];

/** Where each step leads; those that lead nowhere are not there. */
export function stepsFrom(outline: Structure, entry: StructureEntry): Partial<Record<Step, ChapterPlace>> {
  const parent = outline.above(entry).at(-1);
  const siblings = parent?.children ?? outline.entries;
  const place = siblings.indexOf(entry);
  const [before, after] = [siblings[place - 1], siblings[place + 1]];
  const fits = before && before.depth + heightOf(entry) <= DEEPEST_CHAPTER;
  return {
    ...(before && { up: { before: before.chapter.slug } }),
    ...(after && { down: { after: after.chapter.slug } }),
    ...(parent && { out: { after: parent.chapter.slug } }),
    ...(fits && { in: { below: before.chapter.slug } }),
  };
}

const heightOf = ({ children }: StructureEntry): number => 1 + Math.max(0, ...children.map(heightOf));

/** Where it could stand, in the order of the book: right after each, and first below each. Without where it stands. */
export function placesFor(
  outline: Structure,
  entry: StructureEntry,
): { place: string; entry: StructureEntry }[] {
  const own = new Set([entry, ...below(entry)]);
  return outline.all
    .filter((each) => !own.has(each))
    .flatMap((each) => [
      ...(each.depth + heightOf(entry) - 1 <= DEEPEST_CHAPTER
        ? [{ place: `after ${each.chapter.slug}`, entry: each }]
        : []),
      ...(each.depth + heightOf(entry) <= DEEPEST_CHAPTER
        ? [{ place: `below ${each.chapter.slug}`, entry: each }]
        : []),
    ]);
}

const below = ({ children }: StructureEntry): StructureEntry[] =>
  children.flatMap((child) => [child, ...below(child)]);

/** As `placesFor` writes it. `undefined` for anything else. */
export function placeNamed(words: string): ChapterPlace | undefined {
  const [, where, slug] = /^(after|below) ([a-z0-9-]{1,80})$/.exec(words) ?? [];
  if (!slug) return undefined;
  return where === 'after' ? { after: slug } : { below: slug };
}
