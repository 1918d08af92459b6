// Draws src/practices/map/europe.json once: Europe in the projection that the EU's statistics use (LAEA, EPSG:3035),
// and where the regions of regions.csv lie in it. What it reads is not needed by the hub, so it is no dependency:
//   npm install --prefix /tmp/geometry world-atlas@2.0.2 topojson-client@3.1.0 d3-geo@3.1.2
//   node scripts/draw-europe.mjs /tmp/geometry
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = process.argv[2];
if (!folder) throw new Error('Say where world-atlas, topojson-client and d3-geo have been installed.');
const packages = createRequire(pathToFileURL(join(folder, 'package.json')));
const { geoAzimuthalEqualArea, geoPath } = packages('d3-geo');
const { feature, mesh } = packages('topojson-client');
const world = packages('world-atlas/countries-50m.json');

// The extent that maps of Eurostat show, in kilometres of EPSG:3035, and how many of them are one unit of the drawing.
const WEST = 2430;
const NORTH = 5480;
const UNIT = 3.87;
const [WIDTH, HEIGHT] = [1000, 1067];
const CENTRE = [(4321 - WEST) / UNIT, (NORTH - 3210) / UNIT];

/** What is smaller than this, in units, is not drawn: it would be a speck. */
const SPECK = 9;
const TOLERANCE = 0.9;

const projection = geoAzimuthalEqualArea()
  .rotate([-10, -52])
  .scale(6371 / UNIT)
  .translate(CENTRE)
  .clipExtent([
    [-4, -4],
    [WIDTH + 4, HEIGHT + 4],
  ]);

/** Collects what d3 would draw. */
class Lines {
  lines = [];
  moveTo(x, y) {
    this.lines.push({ points: [[x, y]], closed: false });
  }
  lineTo(x, y) {
    this.lines.at(-1).points.push([x, y]);
  }
  closePath() {
    this.lines.at(-1).closed = true;
  }
  arc() {
    throw new Error('There are no points in these geometries.');
  }
}

function linesOf(geometry) {
  const collected = new Lines();
  geoPath(projection, collected)(geometry);
  return collected.lines;
}

const area = (points) =>
  Math.abs(
    points.reduce((sum, [x, y], place) => {
      const [otherX, otherY] = points[(place + 1) % points.length];
      return sum + x * otherY - otherX * y;
    }, 0) / 2,
  );

/** Douglas and Peucker's way of leaving points out. */
function simpler(points) {
  if (points.length < 3) return points;
  const [first, last] = [points[0], points.at(-1)];
  const [dx, dy] = [last[0] - first[0], last[1] - first[1]];
  const length = Math.hypot(dx, dy);
  let [furthest, distance] = [0, 0];
  for (let place = 1; place < points.length - 1; place += 1) {
    const [x, y] = [points[place][0] - first[0], points[place][1] - first[1]];
    const away = length ? Math.abs(x * dy - y * dx) / length : Math.hypot(x, y);
    if (away > distance) [furthest, distance] = [place, away];
  }
  if (distance <= TOLERANCE) return [first, last];
  return [...simpler(points.slice(0, furthest + 1)), ...simpler(points.slice(furthest)).slice(1)];
}

/** Whole units, from point to point: the shortest way of saying it. */
function drawn({ points, closed }) {
  const rounded = simpler(closed ? [...points, points[0]] : points).map((point) => point.map(Math.round));
  let [x, y] = rounded[0];
  const steps = [];
  for (const [nextX, nextY] of closed ? rounded.slice(1, -1) : rounded.slice(1)) {
    if (nextX === x && nextY === y) continue;
    steps.push(`${nextX - x},${nextY - y}`);
    [x, y] = [nextX, nextY];
  }
  if (steps.length === 0) return '';
  return `M${rounded[0].join(',')}l${steps.join(' ').replaceAll(/[ ,]-/g, '-')}${closed ? 'z' : ''}`;
}

/** The table has no line breaks within cells, and quotation marks only where a name has commas. */
function regions() {
  const [, ...rows] = readFileSync(join(import.meta.dirname, 'regions.csv'), 'utf8')
    .trim()
    .split('\n');
  return rows.map((row) => {
    const [, code, name, language, longitude, latitude] =
      /^(\w+),(?:"([^"]*)"|[^",]*),(\w*),([-\d.]+),([-\d.]+)$/.exec(row)?.map((cell) => cell ?? '') ?? [];
    if (!code) throw new Error(`This line is not of the table: ${row}`);
    const plain = row.includes('"') ? name : row.split(',')[1];
    const [x, y] = projection([Number(longitude), Number(latitude)]) ?? [NaN, NaN];
    return { code, name: plain, language, x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
  });
}

const land = linesOf(feature(world, world.objects.land)).filter(({ points }) => area(points) >= SPECK);
const borders = linesOf(mesh(world, world.objects.countries, (one, other) => one !== other));
const places = regions().filter(({ x, y }) => x >= 0 && y >= 0 && x <= WIDTH && y <= HEIGHT);

const europe = {
  source:
    'Land and borders: Natural Earth 1:50m (public domain), by world-atlas 2.0.2 (ISC), LAEA Europe, simplified. ' +
    'Regions: the approximate middle of each, read from maps by hand; codes of NUTS 2021.',
  width: WIDTH,
  height: HEIGHT,
  land: land.map(drawn).join(''),
  borders: borders.map(drawn).join(''),
  places: Object.fromEntries(
    places.map(({ code, name, language, x, y }) => [code, name ? { x, y, name, language } : { x, y }]),
  ),
};
const file = join(import.meta.dirname, '../src/practices/map/europe.json');
writeFileSync(file, `${JSON.stringify(europe)}\n`);
process.stdout.write(
  `${places.length} places, ${europe.land.length} + ${europe.borders.length} signs of paths\n`,
);
