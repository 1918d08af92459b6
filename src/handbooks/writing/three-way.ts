import { sequenceDifference, type Hunk } from '../../core/texts/sequence-difference';
import { bare, passagesOf } from './passages';

export const SIDES = ['theirs', 'yours'] as const;
export type Side = (typeof SIDES)[number];

/** A piece of a text that two people changed, each starting from the same base. Passages, in order. */
export type Piece =
  | { kind: 'same'; passages: string[] }
  /** Changed by one of them, or by both in the same way. */
  | { kind: Side | 'agreed'; base: string[]; passages: string[] }
  | { kind: 'conflict'; base: string[]; theirs: string[]; yours: string[] };

interface Change {
  side: Side;
  base: [number, number];
  own: [number, number];
}

/** What changed on both sides since the base, passage by passage. Where only one side changed, that is what stands. */
export function threeWay(base: string, theirs: string, yours: string): Piece[] {
  const sides = { base: passagesOf(base), theirs: passagesOf(theirs), yours: passagesOf(yours) };
  const keys = sides.base.map(bare);
  const changes = SIDES.flatMap((side) =>
    sequenceDifference(keys, sides[side].map(bare)).flatMap((hunk) => toChanges(side, hunk)),
  ).sort((a, b) => a.base[0] - b.base[0] || a.base[1] - b.base[1]);
  const pieces: Piece[] = [];
  let place = 0;
  for (const region of regionsOf(changes)) {
    const [from, to] = [region[0]!.base[0], Math.max(...region.map(({ base: [, end] }) => end))];
    if (from > place) pieces.push({ kind: 'same', passages: sides.base.slice(place, from) });
    pieces.push(pieceOf(sides, region, from, to));
    place = Math.max(place, to);
  }
  if (place < sides.base.length) pieces.push({ kind: 'same', passages: sides.base.slice(place) });
  return pieces;
}

/** As many passages before as after: each is taken for the same one, changed, so that neighbours stay apart. */
function toChanges(side: Side, { old, young }: Hunk): Change[] {
  const length = old[1] - old[0];
  if (length !== young[1] - young[0]) return [{ side, base: old, own: young }];
  return Array.from({ length }, (_, place) => ({
    side,
    base: [old[0] + place, old[0] + place + 1],
    own: [young[0] + place, young[0] + place + 1],
  }));
}

/** Changes that touch the same passages, or say something new at the same place, belong together. */
function regionsOf(changes: readonly Change[]): Change[][] {
  const regions: Change[][] = [];
  let end = -1;
  for (const change of changes) {
    const region = regions.at(-1);
    const [from, to] = change.base;
    if (region && (from < end || (from === to && region.some((other) => meets(other, from)))))
      region.push(change);
    else regions.push([change]);
    end = region === regions.at(-1) ? Math.max(end, to) : to;
  }
  return regions;
}

/** Whether something new at this place would stand in the middle of the change, or beside something as new. */
const meets = ({ base: [from, to] }: Change, place: number): boolean =>
  from === to ? from === place : from < place && place < to;

type Sides = Record<Side | 'base', string[]>;

function pieceOf(sides: Sides, region: Change[], from: number, to: number): Piece {
  const base = sides.base.slice(from, to);
  const [theirs, yours] = SIDES.map((side) => textOf(sides, region, side, from, to));
  const said = (passages: string[]) => passages.map(bare).join('\n\n');
  const changed = SIDES.filter((side) => region.some((change) => change.side === side));
  if (changed.length === 1)
    return { kind: changed[0]!, base, passages: changed[0] === 'theirs' ? theirs! : yours! };
  if (said(theirs!) === said(yours!)) return { kind: 'agreed', base, passages: theirs! };
  return { kind: 'conflict', base, theirs: theirs!, yours: yours! };
}

/** What one side says between two places of the base. */
function textOf(sides: Sides, region: readonly Change[], side: Side, from: number, to: number): string[] {
  const passages: string[] = [];
  let place = from;
  for (const { base, own } of region.filter((change) => change.side === side)) {
    passages.push(...sides.base.slice(place, base[0]), ...sides[side].slice(...own));
    place = base[1];
  }
  return [...passages, ...sides.base.slice(place, to)];
}
