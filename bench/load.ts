/**
 * How fast the hub is, beside what this machine could do at most and beside the peer of issue 3: `npm run bench:load`.
 * `--data <folder>` keeps the seeded database for the next run, `--only thread,json` measures a part.
 */
import { openSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Ground } from './load/ground';
import { measureLimit } from './load/limit';
import { readOptions, type Options, type Work } from './load/options';
import { commit, memory } from './load/processes';
import { Works, type Worked } from './load/works';
import { freePorts } from './ports';
import { WebProcess } from './web-process';

/** Milliseconds for a start on a busy machine. */
const LAST_WAIT = 60_000;

const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(options: Options): Promise<void> {
  const ground = await Ground.prepare(options, say);
  const log = openSync(join(ground.folder, 'hub.log'), 'a');
  const [port] = (await freePorts(1)) as [number];
  const web = new WebProcess(port, ground.settings, log, profiling(options));
  const figures: Record<string, Worked> = {};
  const measure = async (name: string, work: () => Promise<Worked>) => {
    const shots = await work();
    figures[name] = shots;
    say(line(name, shots));
  };
  try {
    web.start();
    await Promise.race([web.untilReady(), tooLate(ground)]);
    const hub = { port, web: web.pid, ...(ground.postgres && { postgres: ground.postgres }) };
    const works = new Works(ground, hub, options);
    const wanted = (work: Work) => options.only.includes(work);
    say(HEAD);
    if (wanted('limits')) {
      await measure('limit: node:http, 20 kB', () => measureLimit('raw', options));
      await measure('limit: Nest, static 22 kB', () => measureLimit('nest', options));
    }
    if (wanted('thread')) {
      await measure('thread page, visitor', () => works.thread());
      await measure('thread page, signed in', () => works.threadSignedIn());
      await measure('long thread, visitor', () => works.longThread());
    }
    if (wanted('list')) {
      await measure('list of threads, visitor', () => works.list());
      await measure('list of threads, signed in', () => works.listSignedIn());
    }
    if (wanted('json')) await measure('posts as JSON', () => works.json());
    if (wanted('reply')) await measure('reply, 8 writers', () => works.reply());
    say(`Memory of the web process at its most: ${memory(web.pid).peak.toFixed(0)} MB`);
    if (web.falls > 0) throw new Error(`The hub ended by itself: see ${ground.folder}/hub.log`);
    if (options.json)
      writeFileSync(options.json, JSON.stringify({ commit: commit(), options, figures }, null, 2));
  } finally {
    await web.stop(options.profile ? 'SIGTERM' : 'SIGKILL');
    await ground.leave();
  }
}

async function tooLate({ folder }: Ground): Promise<never> {
  await sleep(LAST_WAIT, undefined, { ref: false });
  throw new Error(`The hub does not start: see ${folder}/hub.log`);
}

const profiling = ({ profile }: Options): string[] =>
  profile ? ['--cpu-prof', `--cpu-prof-dir=${resolve(profile)}`] : [];

const HEAD = `${''.padEnd(28)}    req/s     p50     p99   bytes  CPU ms  DB ms     SQL`;

function line(name: string, work: Worked): string {
  const { perSecond, p50, p99, bytes, processor, databaseProcessor, statements, failures } = work;
  const cells = [
    ...[
      name.padEnd(28),
      perSecond.toFixed(0).padStart(9),
      p50.toFixed(1).padStart(8),
      p99.toFixed(1).padStart(8),
    ],
    ...[
      String(bytes).padStart(8),
      processor.toFixed(3).padStart(8),
      databaseProcessor.toFixed(3).padStart(7),
    ],
    (statements?.toFixed(1) ?? '').padStart(8),
  ];
  const wrong = Object.entries(failures).map(([what, count]) => `   FAILED ${count} ×: ${what}`);
  return [cells.join(''), ...wrong].join('\n');
}

main(readOptions()).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(2);
  },
);
