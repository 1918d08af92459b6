import { PEER, type Figures } from './figures';
import type { Delivered } from './readers';
import type { Worked } from './works';

type Row = [work: string, hub: string, p50: string, p99: string, cpu: string, ...more: string[]];

const HEAD = [
  'work',
  'hub',
  'p50',
  'p99',
  'CPU',
  'limit',
  'of it',
  'peer, scaled',
  '× peer',
  'to reach',
  'reached',
];

const rate = (value: number): string =>
  `${value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 })}/s`;
const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const percent = (value: number): string => `${(value * 100).toFixed(0)} %`;
const yes = (reached: boolean): string => (reached ? 'yes' : '**no**');

/** The table of one run, for the terminal and for Markdown. */
export function report(figures: Figures): string {
  const rows = [limits, pages, writing, hearing, rest].flatMap((part) => part(figures));
  return `${table([HEAD, ...rows])}\n${disturbance(figures)}`;
}

/** Below this the machine was quiet. */
const QUIET = 0.1;

function disturbance(figures: Figures): string {
  const shares = Object.values(figures).flatMap((figure: Partial<Worked> | number) =>
    typeof figure === 'object' ? (figure.others ?? []) : [],
  );
  const most = Math.max(0, ...shares);
  return most < QUIET
    ? ''
    : `\nOther programs took up to ${percent(most)} of the machine: measure again when it is quiet.`;
}

/** What was left out has no row. */
const rowsOf = (...rows: (Row | undefined)[]): Row[] => rows.filter((row) => row !== undefined);

function limits({ raw, nest, select, commit, counter, bareReaders }: Figures): Row[] {
  const row = (
    name: string,
    hits: { perSecond: number; p50: number; p99: number } | undefined,
    cpu?: number,
  ): Row | undefined =>
    hits && [`limit: ${name}`, rate(hits.perSecond), ms(hits.p50), ms(hits.p99), cpu ? ms(cpu) : ''];
  return rowsOf(
    row('node:http, 20 kB', raw, raw?.processor),
    row('Nest and Express, a page of 22 kB', nest, nest?.processor),
    row('select of 20 posts by index', select),
    row('commits of one row', commit),
    row('counter row and an insert, one room', counter),
    bareReaders && ['limit: socket.io to 1,000 readers', ...delivery(bareReaders)],
  );
}

/** Machines differ in more than one way: of the two limits for pages, the one that demands more of us. */
const pageScale = ({ raw, nest }: Figures): number | undefined =>
  raw && nest && Math.max(raw.perSecond / PEER.limits.raw, nest.perSecond / PEER.limits.nest);

function pages(figures: Figures): Row[] {
  const { nest, select } = figures;
  const page = (name: string, work: Worked | undefined, peer: number, bytes = 60_000): Row | undefined =>
    work && throughput(name, work, nest?.perSecond, times(peer, pageScale(figures)), 20, { p99: 100, bytes });
  return rowsOf(
    page('thread page, 20 posts, visitor', figures.thread, PEER.thread),
    page('the same, not shown to anybody before', figures.threadFresh, PEER.thread),
    page('thread page, 20 posts, signed in', figures.threadSignedIn, PEER.thread),
    page('end of the longest thread, 30 posts, visitor', figures.longThread, PEER.thread, 90_000),
    page('list of 20 threads, visitor', figures.list, PEER.list),
    page('list of 20 threads, signed in', figures.listSignedIn, PEER.list),
    figures.json &&
      throughput(
        '20 posts as JSON',
        figures.json,
        select?.perSecond,
        times(PEER.json, share(select?.perSecond, PEER.limits.select)),
        15,
      ),
  );
}

function writing({ reply, room, reaction, commit, counter }: Figures): Row[] {
  const peer = times(PEER.reply, share(commit?.perSecond, PEER.limits.commit));
  const part = room && share(room.perSecond, counter?.perSecond);
  return rowsOf(
    reply && throughput('replies of 8 writers', reply, commit?.perSecond, peer, 25, { p99: 50 }),
    room && [
      ...named('replies of 32 writers into one room', room),
      ...[counter ? rate(counter.perSecond) : '', part ? percent(part) : '', '', '', '≥ 60 % of the limit'],
      part ? yes(part >= 0.6) : '',
    ],
    reaction && [
      ...named('reactions of 32 people in one room', reaction),
      ...[
        counter ? rate(counter.perSecond) : '',
        '',
        '',
        '',
        '≥ 200/s, none lost',
        yes(reaction.perSecond >= 200),
      ],
    ],
  );
}

function hearing({ visitors, members, bareReaders }: Figures): Row[] {
  const row = (name: string, delivered: Delivered | undefined): Row | undefined => {
    if (!delivered) return undefined;
    const part = share(delivered.p99, bareReaders?.p99);
    const whole = delivered.missing === 0;
    return [
      ...([name, ...delivery(delivered)] as Row),
      ...[bareReaders ? `p99 ${ms(bareReaders.p99)}` : '', part ? percent(part) : ''],
      ...[`p99 ${ms(PEER.readers.p99)}`, '', 'p99 ≤ 150 %, all', part ? yes(part <= 1.5 && whole) : ''],
    ];
  };
  return rowsOf(
    row('a post to 1,000 readers, visitors', visitors),
    row('a post to 1,000 readers, members', members),
  );
}

const delivery = ({
  p50,
  p99,
  processor,
  missing,
  posts,
  readers,
}: Delivered): [string, string, string, string] => [
  `${(posts * readers - missing).toLocaleString('en')} of ${(posts * readers).toLocaleString('en')}`,
  ...([ms(p50), ms(p99), ms(processor)] as const),
];

function rest({
  startExternal,
  startEmbedded,
  memoryIdle,
  memoryPeak,
  thread,
  threadSignedIn,
  list,
}: Figures): Row[] {
  const row = (
    name: string,
    value: number | undefined,
    unit: string,
    most: number,
    peer?: number,
  ): Row | undefined =>
    value === undefined
      ? undefined
      : ([
          ...[name, `${value.toFixed(unit === 's' ? 2 : 0)} ${unit}`, '', '', '', '', ''],
          ...[peer === undefined ? '' : `${peer} ${unit}`, '', `≤ ${most} ${unit}`, yes(value <= most)],
        ] as unknown as Row);
  const size = (name: string, work: Worked | undefined, peer?: number): Row[] =>
    rowsOf(
      row(`size of ${name}`, work && work.whole / 1000, 'kB', 60, peer),
      row(`size of ${name}, as sent`, work && work.bytes / 1000, 'kB', 60),
    );
  return rowsOf(
    row('start to first answer, database up', startExternal, 's', 2, PEER.start),
    row('start to first answer, embedded database', startEmbedded, 's', 5),
    row('memory, idle', memoryIdle, 'MB', 120, PEER.memory.idle),
    row('memory, at most', memoryPeak, 'MB', 250, PEER.memory.peak),
    ...size('a thread page, visitor', thread, 206),
    ...size('a thread page, signed in', threadSignedIn, 206),
    ...size('a list of threads', list),
  );
}

/** A row of work by the second. @param peer what the peer would do on this machine */
function throughput(
  name: string,
  work: Worked,
  limit: number | undefined,
  peer: number | undefined,
  goal: number,
  most: { p99?: number; bytes?: number } = {},
): Row {
  const part = share(work.perSecond, limit);
  const faster = share(work.perSecond, peer);
  const within = work.p99 <= (most.p99 ?? Infinity) && work.whole <= (most.bytes ?? Infinity);
  const reach = `≥ ${goal}×${most.p99 ? `, p99 ≤ ${ms(most.p99)}` : ''}`;
  return [
    ...named(name, work),
    ...[
      limit ? rate(limit) : '',
      part ? percent(part) : '',
      peer ? rate(peer) : '',
      faster ? `${faster.toFixed(1)}×` : '',
    ],
    ...[reach, faster ? yes(faster >= goal && within) : ''],
  ];
}

const named = (name: string, { perSecond, p50, p99, processor }: Worked): Row => [
  ...([name, rate(perSecond), ms(p50), ms(p99), `${processor.toFixed(2)} ms`] as const),
];

const share = (value: number | undefined, whole: number | undefined): number | undefined =>
  value !== undefined && whole ? value / whole : undefined;

const times = (value: number, factor: number | undefined): number | undefined => factor && value * factor;

function table(rows: string[][]): string {
  const cell = (row: string[], column: number) => row[column] ?? '';
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => cell(row, column).length), 3));
  const line = (row: string[]) =>
    `| ${widths.map((width, column) => (column === 0 ? cell(row, 0).padEnd(width) : cell(row, column).padStart(width))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(rows[0]!), rule, ...rows.slice(1).map(line)].join('\n');
}
