/**
 * What a hub would do with more readers than this machine can hold: `npm run bench:simulation`. The costs that go into
 * it are measured here by `-- --measure`, the sizes of a billion posts by `-- --bytes` (docs/scaling.md).
 */
import { writeFileSync } from 'node:fs';
import { weigh } from './simulation/bytes';
import { COSTS, costs, type Cost } from './simulation/costs';
import { limits } from './simulation/limits';
import { measure } from './simulation/measure';
import { compare, table, validate, type Named } from './simulation/report';
import { AS_IT_IS, CHANGES, USUAL, type Design, type World } from './simulation/world';

const FOUND = 'bench/simulation/measured.json';

const say = (line: string) => process.stdout.write(`${line}\n`);

const named = (name: string, world: Partial<World>): Named => ({ name, world: { ...USUAL, ...world } });

/** The hub with the first so many of the changes. */
const changed = (count: number): Design =>
  Object.assign({}, AS_IT_IS, ...CHANGES.slice(0, count).map(([, change]) => change));

function simulate(): void {
  say(`\n## Where it ends, by calculation\n\n${limits()}`);
  const bench = { rooms: 1, pages: 0, bench: true, seconds: 60 };
  const half = {
    ...USUAL,
    ...bench,
    readers: 500,
    processes: 2,
    readersAt: 1,
    posts: 20 / 500,
    languages: [1],
  };
  const full = { ...USUAL, ...bench, processes: 2, posts: 10 / 1000, languages: [1, 1, 1, 1] };
  const writers = { ...USUAL, ...bench, readers: 1, posts: 500 };
  say(`\n## The model beside what was measured\n\n${validate({ half, full, writers })}`);
  const long = { seconds: 120 };
  const few = [
    named('10', { readers: 10, rooms: 3, seconds: 1200 }),
    named('1,000', long),
    named('1,000', { processes: 2, ...long }),
    named('1,000, one room', { rooms: 1, processes: 2, ...long }),
  ];
  say(`\n## 10 and 1,000 readers\n\n${compare(few)}`);
  const some = { readers: 10_000, rooms: 400, processes: 8, cores: 8 };
  const busy = [
    named('as it is', some),
    named('changed', { ...some, design: changed(CHANGES.length) }),
    named('one room', { ...some, rooms: 1 }),
    named('one room, changed', { ...some, rooms: 1, design: changed(CHANGES.length) }),
  ];
  say(`\n## 10,000 readers\n\n${compare(busy)}`);
  const many = { readers: 100_000, rooms: 2000, processes: 64, cores: 32, seconds: 8 };
  const steps = (world: Partial<World>) => [
    named('as it is', world),
    ...CHANGES.map(([name], index) => named(`+ ${name}`, { ...world, design: changed(index + 1) })),
  ];
  say(`\n## 100,000 readers\n\n${compare(steps(many))}`);
  const room = { ...many, rooms: 1, posts: 10 / 100_000, seconds: 20 };
  say(`\n## 100,000 readers in one room, 10 posts per second\n\n${compare(steps(room))}`);
}

async function main(): Promise<void> {
  if (process.argv.includes('--measure')) {
    const parts = process.argv.slice(process.argv.indexOf('--measure') + 1);
    writeFileSync(FOUND, `${JSON.stringify({ ...costs, ...(await measure(say, parts)) }, null, 2)}\n`);
  } else if (process.argv.includes('--costs')) {
    const rows = Object.entries(COSTS).map(([name, [what, unit]]) => [what, costs[name as Cost], unit]);
    say(table(['', 'measured', 'unit'], rows));
  } else if (process.argv.includes('--bytes')) await weigh(say);
  else simulate();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(2);
  },
);
