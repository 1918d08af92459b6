import { align, emptySegment } from '../alignment';
import type { Segment } from '../segment';
import type { IncomingUnit } from './unit';

/** Comparing all with all takes the product of both; a file that would make it dear is none of ours. */
const MOST_COMPARED = 250_000;

/**
 * Which block of the original each unit of a file is, although the original may have changed since: the same words at
 * the same place, or else as translations follow their originals. Units that have no block any more are left out.
 */
export function matched(
  units: readonly IncomingUnit[],
  segments: readonly Segment[],
): Map<IncomingUnit, Segment> {
  const found = new Map<IncomingUnit, Segment>();
  const byPlace = new Map(segments.map((segment) => [place(segment), segment]));
  for (const unit of units) {
    const segment = byPlace.get(place(unit));
    if (segment?.source === unit.source) found.set(unit, segment);
  }
  const taken = new Set(found.values());
  for (const string of new Set(units.map((unit) => unit.string))) {
    const others = units.filter((unit) => unit.string === string && !found.has(unit));
    const free = segments.filter((segment) => segment.string === string && !taken.has(segment));
    if (others.length * free.length > MOST_COMPARED) continue;
    for (const [unit, segment] of followed(others, free)) found.set(unit, segment);
  }
  return found;
}

const place = ({ string, position }: { string: string; position: number }): string => `${string}.${position}`;

function followed(units: readonly IncomingUnit[], segments: readonly Segment[]): [IncomingUnit, Segment][] {
  const inOrder = [...units].sort((a, b) => a.position - b.position);
  const before = new Map(
    inOrder.map((unit) => [emptySegment(unit.string, unit.position, unit.source), unit] as const),
  );
  const byId = new Map([...before].map(([segment, unit]) => [segment.id, unit]));
  const after = align(
    segments[0]?.string ?? '',
    [...before.keys()],
    segments.map(({ source }) => source),
  );
  return after.flatMap(({ id, position }): [IncomingUnit, Segment][] => {
    const unit = byId.get(id);
    return unit ? [[unit, segments[position]!]] : [];
  });
}
