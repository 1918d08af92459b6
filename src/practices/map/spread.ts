import { EUROPE } from './places';

export interface Point {
  x: number;
  y: number;
}

/** The part of the map that is shown, in its units. */
export interface View extends Point {
  width: number;
  height: number;
}

/** No closer than this: the coast is drawn for looking at countries, not at towns. */
const LEAST_WIDTH = 440;
const MARGIN = 70;
const ROUNDS = 80;

/** All places with a margin around them, in the proportions of the map and within it. */
export function viewOf(points: readonly Point[]): View {
  const { width: whole, height: full } = EUROPE;
  if (points.length === 0) return { x: 0, y: 0, width: whole, height: full };
  const [left, right] = edges(points.map(({ x }) => x));
  const [top, bottom] = edges(points.map(({ y }) => y));
  const wanted = Math.max(LEAST_WIDTH, right - left, ((bottom - top) * whole) / full);
  const width = Math.round(Math.min(wanted, whole));
  const height = Math.round((width * full) / whole);
  return {
    x: Math.round(within((left + right - width) / 2, whole - width)),
    y: Math.round(within((top + bottom - height) / 2, full - height)),
    width,
    height,
  };
}

const edges = (values: number[]): [number, number] => [
  Math.min(...values) - MARGIN,
  Math.max(...values) + MARGIN,
];

const within = (value: number, most: number): number => Math.min(Math.max(0, value), most);

/** Moves marks apart that would hide each other, as little as need be; the same points give the same places. */
export function spread(points: readonly Point[], apart: number): Point[] {
  const moved = points.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < ROUNDS; round += 1) {
    let quiet = true;
    for (let one = 0; one < moved.length; one += 1)
      for (let other = one + 1; other < moved.length; other += 1)
        if (part(moved[one]!, moved[other]!, apart, one + other)) quiet = false;
    if (quiet) break;
  }
  return moved.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
}

/** @param turn which way two marks of the very same place go */
function part(one: Point, other: Point, apart: number, turn: number): boolean {
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const distance = Math.hypot(dx, dy);
  if (distance >= apart - 0.5) return false;
  const [right, down] =
    distance > 0.01 ? [dx / distance, dy / distance] : [Math.cos(turn * 2.4), Math.sin(turn * 2.4)];
  const push = (apart - distance) / 2;
  one.x -= right * push;
  one.y -= down * push;
  other.x += right * push;
  other.y += down * push;
  return true;
}
