/** Where one sequence says something else than another: from and to in both, the end not included. */
export interface Hunk {
  old: [number, number];
  young: [number, number];
}

/** More single changes than this are shown as one: finding the fewest would take too long. */
const MOST_CHANGES = 1000;

/** The fewest places in which two sequences differ, in order (Myers 1986). */
export function sequenceDifference(old: readonly string[], young: readonly string[]): Hunk[] {
  let start = 0;
  while (start < old.length && start < young.length && old[start] === young[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < young.length - start && old.at(-1 - end) === young.at(-1 - end))
    end += 1;
  const inner = [old.slice(start, old.length - end), young.slice(start, young.length - end)] as const;
  return hunksOf(shortestWay(...inner), inner[0].length, inner[1].length).map((hunk) => ({
    old: [hunk.old[0] + start, hunk.old[1] + start],
    young: [hunk.young[0] + start, hunk.young[1] + start],
  }));
}

/** Pairs of places that are the same, in order. */
type Same = [number, number][];

/** How far one comes on each diagonal with so many changes; kept for the way back. */
class Reach {
  private readonly places: Int32Array;

  constructor(private readonly changes: number) {
    this.places = new Int32Array(2 * changes + 3).fill(-1);
  }

  at(diagonal: number): number {
    return this.places[diagonal + this.changes + 1] ?? -1;
  }

  set(diagonal: number, place: number): void {
    this.places[diagonal + this.changes + 1] = place;
  }

  /** Whether the last change put something in rather than took something out. */
  cameDown(diagonal: number, changes: number): boolean {
    return diagonal === -changes || (diagonal !== changes && this.at(diagonal - 1) < this.at(diagonal + 1));
  }
}

function shortestWay(old: readonly string[], young: readonly string[]): Same {
  const most = Math.min(old.length + young.length, MOST_CHANGES);
  const trace: Reach[] = [];
  let before = new Reach(0);
  before.set(1, 0);
  for (let changes = 0; changes <= most; changes += 1) {
    trace.push(before);
    const now = new Reach(changes + 1);
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = before.cameDown(diagonal, changes) ? before.at(diagonal + 1) : before.at(diagonal - 1) + 1;
      while (x < old.length && x - diagonal < young.length && old[x] === young[x - diagonal]) x += 1;
      now.set(diagonal, x);
      if (x >= old.length && x - diagonal >= young.length) return walkBack(trace, old.length, young.length);
    }
    before = now;
  }
  return [];
}

function walkBack(trace: readonly Reach[], oldLength: number, youngLength: number): Same {
  const same: Same = [];
  let [x, y] = [oldLength, youngLength];
  for (let changes = trace.length - 1; changes >= 0; changes -= 1) {
    const reach = trace[changes]!;
    const diagonal = x - y;
    const before = reach.cameDown(diagonal, changes) ? diagonal + 1 : diagonal - 1;
    const cameX = changes === 0 ? 0 : reach.at(before);
    const cameY = changes === 0 ? 0 : cameX - before;
    while (x > cameX && y > cameY) same.push([(x -= 1), (y -= 1)]);
    [x, y] = [cameX, cameY];
  }
  return same.reverse();
}

function hunksOf(same: Same, oldLength: number, youngLength: number): Hunk[] {
  const hunks: Hunk[] = [];
  let [x, y] = [0, 0];
  for (const [atOld, atYoung] of [...same, [oldLength, youngLength] as const]) {
    if (atOld > x || atYoung > y) hunks.push({ old: [x, atOld], young: [y, atYoung] });
    [x, y] = [atOld + 1, atYoung + 1];
  }
  return hunks;
}
