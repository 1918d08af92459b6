import type { PathLink, PathView, Station } from './path.schema';

/** Where a station stands in the drawing: from left to right what rests on what, from top to bottom in no rank. */
export interface Placed {
  station: Station;
  column: number;
  row: number;
}

export interface Layers {
  placed: Map<string, Placed>;
  columns: number;
  rows: number;
}

/** Each station stands to the right of all that it rests on. */
export function layersOf({ root, stations, below, above }: PathView): Layers {
  const distances = new Map([[root, 0]]);
  push(distances, below, stations.length, ({ statement, ground }) => [statement, ground, -1]);
  push(distances, above, stations.length, ({ statement, ground }) => [ground, statement, 1]);
  const first = Math.min(...distances.values());
  const heights = new Map<number, number>();
  const placed = new Map<string, Placed>();
  for (const station of stations) {
    const column = (distances.get(station.key) ?? 0) - first;
    const row = heights.get(column) ?? 0;
    heights.set(column, row + 1);
    placed.set(station.key, { station, column, row });
  }
  return { placed, columns: heights.size, rows: Math.max(...heights.values()) };
}

/** The longest way counts. Rounds are bounded: nothing rests on itself. */
function push(
  distances: Map<string, number>,
  links: readonly PathLink[],
  rounds: number,
  ends: (link: PathLink) => [from: string, to: string, step: 1 | -1],
): void {
  for (let round = 0, moved = true; moved && round < rounds; round += 1) {
    moved = false;
    for (const link of links) {
      const [from, to, step] = ends(link);
      const start = distances.get(from);
      const there = distances.get(to);
      if (start === undefined || (there !== undefined && (there - start - step) * step >= 0)) continue;
      distances.set(to, start + step);
      moved = true;
    }
  }
}
