import { openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts } from '../ports';
import { WebProcess } from '../web-process';
import { Audiences } from './audiences';
import { measureDatabase } from './database-limit';
import type { Figures } from './figures';
import type { Ground } from './ground';
import { measureLimit } from './limit';
import type { Options, Work } from './options';
import { memory } from './processes';
import { startTimes } from './starts';
import { Works } from './works';

/** Milliseconds for a start on a busy machine. */
const LAST_WAIT = 60_000;
/** Milliseconds after which a hub that has nothing to do is idle. */
const IDLE = 10_000;
/** Connections of the hub to its database, by default. */
const POOL = 10;
/** So many commit at once that the disk is the limit. */
const COMMITTERS = 64;

const middle = (sorted: number[]): number => sorted[Math.floor(sorted.length / 2)]!;

/** One run over all kinds of work that are wanted, limits first. */
export class Run {
  private readonly figures: Figures = {};

  constructor(
    private readonly ground: Ground,
    private readonly options: Options,
    private readonly say: (line: string) => void,
  ) {}

  async all(): Promise<Figures> {
    this.say('                        per second     p50     p99   bytes  CPU ms   DB ms     SQL  others');
    if (this.wants('limits')) await this.limits();
    await this.onHub();
    if (this.wants('start')) await this.starts();
    return this.figures;
  }

  private async limits(): Promise<void> {
    const { ground, options } = this;
    const database = (kind: 'select' | 'commit' | 'counter', connections: number) => () =>
      measureDatabase(kind, ground, options, connections);
    await this.measure('raw', () => measureLimit('raw', options));
    await this.measure('nest', () => measureLimit('nest', options));
    await this.measure('select', database('select', POOL));
    await this.measure('commit', database('commit', COMMITTERS));
    await this.measure('counter', database('counter', POOL));
  }

  private async onHub(): Promise<void> {
    const [port] = (await freePorts(1)) as [number];
    const log = openSync(join(this.ground.folder, 'hub.log'), 'a');
    const web = new WebProcess(port, this.ground.settings, log, profiling(this.options));
    try {
      web.start();
      await Promise.race([web.untilReady(), this.tooLate()]);
      const pid = web.pid;
      if (this.wants('memory')) {
        await sleep(IDLE);
        this.figures.memoryIdle = memory(pid).now;
      }
      await this.works(port, pid);
      await this.audiences(port, pid);
      this.figures.memoryPeak = memory(pid).peak;
      if (web.pid !== pid) throw new Error(`The hub ended in between: see ${this.ground.folder}/hub.log`);
    } finally {
      await web.stop(this.options.profile ? 'SIGTERM' : 'SIGKILL');
    }
  }

  private async works(port: number, web: number): Promise<void> {
    const { postgres } = this.ground;
    const works = new Works(this.ground, { port, web, ...(postgres && { postgres }) }, this.options);
    if (this.wants('thread')) await this.measure('thread', () => works.thread());
    if (this.wants('threadFresh')) await this.measure('threadFresh', () => works.threadFresh());
    if (this.wants('threadSignedIn')) await this.measure('threadSignedIn', () => works.threadSignedIn());
    if (this.wants('longThread')) await this.measure('longThread', () => works.longThread());
    if (this.wants('list')) await this.measure('list', () => works.list());
    if (this.wants('listSignedIn')) await this.measure('listSignedIn', () => works.listSignedIn());
    if (this.wants('json')) await this.measure('json', () => works.json());
    if (this.wants('reply')) await this.measure('reply', () => works.reply());
    if (this.wants('room')) await this.measure('room', () => works.room());
    if (this.wants('reaction')) await this.measure('reaction', () => works.reaction());
  }

  private async audiences(port: number, web: number): Promise<void> {
    if (!this.wants('readers')) return;
    const audiences = new Audiences(this.ground, { port, web });
    await this.measure('bareReaders', () => audiences.bare());
    await this.measure('visitors', () => audiences.visitors());
    await this.measure('members', () => audiences.members());
  }

  private async starts(): Promise<void> {
    const { settings, settingsWithoutDatabase, postgres } = this.ground;
    this.figures.startExternal = middle(await startTimes(this.ground, settings));
    if (!postgres) return;
    await this.ground.stopDatabase();
    this.figures.startEmbedded = middle(await startTimes(this.ground, settingsWithoutDatabase));
  }

  private wants(work: Work): boolean {
    return this.options.only.includes(work);
  }

  private async measure<Name extends keyof Figures>(
    name: Name,
    work: () => Promise<NonNullable<Figures[Name]>>,
  ): Promise<void> {
    const figure = await work();
    this.figures[name] = figure;
    this.say(line(name, figure as Partial<Line>));
  }

  private async tooLate(): Promise<never> {
    await sleep(LAST_WAIT, undefined, { ref: false });
    throw new Error(`The hub does not start: see ${this.ground.folder}/hub.log`);
  }
}

interface Line {
  perSecond: number;
  p50: number;
  p99: number;
  bytes: number;
  processor: number;
  databaseProcessor: number;
  statements: number;
  others: number;
  missing: number;
  failures: Record<string, number>;
}

/** What has just been measured, for who waits. */
function line(name: string, found: Partial<Line>): string {
  const cell = (value: number | undefined, digits: number) => (value?.toFixed(digits) ?? '').padStart(8);
  const cells = [cell(found.perSecond, 0), cell(found.p50, 1), cell(found.p99, 1), cell(found.bytes, 0)];
  cells.push(cell(found.processor, 3), cell(found.databaseProcessor, 3), cell(found.statements, 1));
  if (found.others !== undefined) cells.push(`${(found.others * 100).toFixed(0)} %`.padStart(8));
  const wrong = Object.entries(found.failures ?? {}).map(([what, count]) => `   FAILED ${count} ×: ${what}`);
  if (found.missing) wrong.push(`   FAILED ${found.missing} ×: never heard`);
  return [`${name.padEnd(26)}${cells.join('')}`, ...wrong].join('\n');
}

const profiling = ({ profile }: Options): string[] =>
  profile ? ['--cpu-prof', `--cpu-prof-dir=${resolve(profile)}`] : [];
