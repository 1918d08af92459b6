import { Model, type Outcome } from './model';
import { costs } from './costs';
import type { World } from './world';

type Row = (string | number)[];

export const whole = (value: number): string => {
  if (!Number.isFinite(value)) return '–';
  const rounded =
    value >= 100
      ? Number(value.toPrecision(3))
      : value >= 10
        ? Math.round(value)
        : Number(value.toPrecision(2));
  return rounded.toLocaleString('en');
};

const percent = (part: number): string =>
  part > 1 ? `**${whole(part * 100)} %**` : `${whole(part * 100)} %`;

const duration = (milliseconds: number): string =>
  milliseconds >= 10_000 ? `${whole(milliseconds / 1000)} s` : `${whole(milliseconds)} ms`;

/** Browsers wait ten seconds for an answer; then they begin again, and it does not end. */
const returning = (milliseconds: number): string =>
  milliseconds > 10_000 ? `**${duration(milliseconds)}**` : duration(milliseconds);

const bytes = (count: number): string => {
  if (count >= 1e9) return `${whole(count / 1e9)} GB`;
  if (count >= 1e6) return `${whole(count / 1e6)} MB`;
  return `${whole(count / 1e3)} kB`;
};

/** A table for the terminal that is one for Markdown too: the first column is text, the others are figures. */
export function table(head: string[], rows: Row[]): string {
  const all = [
    head,
    ...rows.map((row) => row.map((cell) => (typeof cell === 'number' ? whole(cell) : cell))),
  ];
  const widths = head.map((_, column) => Math.max(3, ...all.map((row) => row[column]!.length)));
  const line = (row: string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(all[0]!), rule, ...all.slice(1).map(line)].join('\n');
}

export interface Named {
  name: string;
  world: World;
}

const memory = ({ readers, processes }: World): number =>
  costs.allMemory - (500 * costs.socketMemory) / 1024 + ((readers / processes) * costs.socketMemory) / 1024;

const late = (outcome: Outcome): boolean => Math.max(outcome.backlog, outcome.databaseBacklog) > 2000;

/** One column per world: what its readers feel, and what it costs. */
export function compare(worlds: Named[]): string {
  const outcomes = worlds.map(({ world }) => new Model(world, costs).run());
  const back = worlds.map(({ world }) => {
    const { readers, processes } = world;
    const left = Math.max(1, processes - 1);
    const one = new Model(world, costs).reconnect(Math.ceil(readers / processes), left);
    return { one, all: new Model(world, costs).reconnect(readers, processes) };
  });
  const row = (what: string, tell: (outcome: Outcome, world: World, index: number) => string): Row => [
    what,
    ...outcomes.map((outcome, index) => tell(outcome, worlds[index]!.world, index)),
  ];
  return table(
    ['', ...worlds.map(({ name }) => name)],
    [
      row('web processes; cores of PostgreSQL', (_, { processes, cores }) => `${processes}; ${cores}`),
      row(
        'rooms; followed by each process',
        ({ followed }, { rooms }) => `${whole(rooms)}; ${whole(followed)}`,
      ),
      row('posts, pages per second', ({ posts, pages }) => `${whole(posts)}, ${whole(pages)}`),
      row('delay p50', (outcome) => (late(outcome) ? '**grows**' : duration(outcome.delays.quantile(0.5)))),
      row('delay p99', (outcome) => (late(outcome) ? '**grows**' : duration(outcome.delays.quantile(0.99)))),
      row('deliveries per second', ({ deliveries }) => whole(deliveries)),
      row('CPU of the busiest web process', ({ web }) => percent(Math.max(...web))),
      row('CPU of PostgreSQL', ({ database }) => percent(database)),
      row('statements per second', ({ statements }) => whole(statements)),
      row('presence told per second', ({ presences }) => whole(presences)),
      row('CPU of Redis', ({ redis }, { processes }) => (processes === 1 ? '–' : percent(redis))),
      row('Redis: messages, bytes per second', (outcome, { processes }) =>
        processes === 1 ? '–' : `${whole(outcome.redisMessages)}, ${bytes(outcome.redisBytes)}`,
      ),
      row('network out per second', ({ egress }) => bytes(egress)),
      row('memory of each web process', (_, world) => `${whole(memory(world))} MB`),
      row('one process dies: back after', (_o, _w, index) => returning(back[index]!.one)),
      row('all must come back: back after', (_o, _w, index) => returning(back[index]!.all)),
    ],
  );
}

/** The model beside what was measured. */
export function validate({ half, full, writers }: Record<'half' | 'full' | 'writers', World>): string {
  const one = new Model(half, costs).run();
  const two = new Model(full, costs).run();
  const busy = new Model(writers, costs).run();
  const row = (what: string, model: number, measured: number, unit: string): Row => [
    what,
    `${whole(model)} ${unit}`.trim(),
    `${whole(measured)} ${unit}`.trim(),
    `${model >= measured ? '+' : '−'}${whole(Math.abs(model / measured - 1) * 100)} %`,
  ];
  const web = two.web.reduce((sum, share) => sum + share, 0) * 100;
  return table(
    ['', 'model', 'measured', 'difference'],
    [
      row('500 readers at one process: delay p50', one.delays.quantile(0.5), costs.halfDelay, 'ms'),
      row('500 readers at one process: delay p99', one.delays.quantile(0.99), costs.halfDelayWorst, 'ms'),
      row('1,000 readers at two processes: delay p50', two.delays.quantile(0.5), costs.allDelay, 'ms'),
      row('1,000 readers at two processes: delay p99', two.delays.quantile(0.99), costs.allDelayWorst, 'ms'),
      row('the same: CPU of both web processes', web, costs.allWriting + costs.allOther, '%'),
      row('the same: CPU of PostgreSQL', two.database * full.cores * 100, costs.allDatabase, '%'),
      row('the same: statements per second', two.statements, costs.allStatements, ''),
      row('one room, as many posts as it takes, per second', busy.posts, costs.writeOneRoom, ''),
    ],
  );
}
