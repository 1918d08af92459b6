import { renderSVG } from 'uqr';

/** An address as squares, for a telephone: up to a quarter of it may be dirty. */
export const squares = (address: string): string => renderSVG(address, { ecc: 'M', border: 0, pixelSize: 4 });

type Point = [x: number, y: number];

/** The four seats of the wordmark (ui/site-head.tsx): where each arc round (17, 17) begins and ends. */
const SEATS: [from: Point, to: Point][] = [
  [
    [9.2, 6.2],
    [20.7, 4.2],
  ],
  [
    [28.5, 10.4],
    [30.1, 19.3],
  ],
  [
    [26.4, 26.4],
    [13.6, 29.8],
  ],
  [
    [5.0, 22.8],
    [3.7, 16.5],
  ],
];
const MIDDLE = 17;
const RADIUS = 13.3;

/** As curves of Bézier, because the typesetter draws no arcs. */
export const seats = (): Point[][] =>
  SEATS.map(([from, to]) => {
    const angle = ([x, y]: Point) => Math.atan2(y - MIDDLE, x - MIDDLE);
    const begin = angle(from);
    const turn = (angle(to) - begin + 2 * Math.PI) % (2 * Math.PI);
    const pull = (4 / 3) * Math.tan(turn / 4) * RADIUS;
    const beside = ([x, y]: Point, at: number, by: number): Point => [
      x - by * Math.sin(at),
      y + by * Math.cos(at),
    ];
    return [from, beside(from, begin, pull), beside(to, begin + turn, -pull), to];
  });
