/**
 * The promise of rooms, put to the proof: nothing lost, nothing twice, one order, while web processes, the
 * database and Redis are killed under the feet of those who write. `npm run bench:chaos -- --short`
 */
import { randomBytes } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from './chaos/client';
import { Database } from './database';
import { Ledger } from './chaos/ledger';
import { readOptions, type Options } from './chaos/options';
import { freePorts } from './ports';
import { Redis } from './chaos/redis';
import { prepareScene } from './chaos/scene';
import { settle } from './chaos/settle';
import { table } from './chaos/table';
import { Trouble } from './chaos/trouble';
import { holds, judge, type Finding } from './chaos/verdict';
import { WebProcess } from './web-process';

/** Rooms that one client sits in, where there are more. */
const SEATS = 5;

const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(options: Options): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'polylog-chaos-'));
  const [databasePort, redisPort, ...webPorts] = (await freePorts(4)) as [number, number, number, number];
  const secret = randomBytes(32).toString('hex');
  const database = await Database.start(join(folder, 'postgres'), databasePort);
  const redis = Redis.start(redisPort, folder);
  const settings = {
    DATABASE_URL: database.url,
    ...(redis && { REDIS_URL: redis.url }),
    ...{ DATA_DIR: folder, SESSION_SECRET: secret, DEMO: 'off', RATE_LIMITS: 'off', ROLE: 'both' },
  };
  const log = openSync(join(folder, 'hub.log'), 'a');
  const webs = webPorts.map((port) => new WebProcess(port, settings, log));
  const ledger = new Ledger();
  let clients: Client[] = [];
  let kept = true;
  try {
    execFileSync(process.execPath, ['dist/hub.js', 'migrate'], { env: { ...process.env, ...settings } });
    const { places, people } = await prepareScene(database, secret, options);
    const addresses = webs.map(({ address }) => address);
    clients = people.map((person, index) => {
      const own = places.map((_, turn) => places[(index + turn) % places.length]!).slice(0, SEATS);
      return new Client(index, addresses, person, own, ledger, options.plain);
    });
    for (const web of webs) web.start();
    await Promise.all(webs.map((web) => web.untilReady()));
    for (const client of clients) client.open();
    await sleep(2000); // everybody has sat down
    const began = Date.now();
    const trouble = new Trouble(webs, database, redis);
    trouble.start(options);
    await write(clients, options);
    await trouble.stop();
    const broken = Date.now();
    await Promise.all(webs.map((web) => web.untilReady()));
    if (options.plain) await sleep(5000);
    else await settle(database, clients);
    const findings = [
      ...happened(webs, database, redis),
      { what: 'time under attack', value: (broken - began) / 1000, unit: 's' },
      { what: 'time to settle afterwards', value: (Date.now() - broken) / 1000, unit: 's' },
      ...(await judge(database, clients, ledger, options.slowest)),
    ];
    kept = holds(findings);
    say(`\n${title(options, redis !== undefined)}\n\n${table(findings)}\n`);
    for (const end of webs.flatMap(({ ends }) => ends)) say(`Ended by itself: ${end}`);
    const late = clients.filter(({ seats }) => seats.some(({ list }) => list.length < ledger.written.size));
    if (!kept && options.rooms === 1)
      for (const client of late.slice(0, 3)) say(`Late: somebody ${client.standing}`);
    for (const [refusal, count] of ledger.refusals) say(`Refused: ${refusal} (${count} times)`);
    say(kept ? 'The promise holds.' : `The promise is broken. What the hub said is in ${folder}/hub.log`);
    return kept;
  } finally {
    for (const client of clients) client.close();
    await Promise.all(webs.map((web) => web.stop()));
    await redis?.stop();
    await database.stop();
    if (kept || options.plain) rmSync(folder, { recursive: true, force: true });
  }
}

function title({ clients, posts, rooms, plain }: Options, redis: boolean): string {
  const what = plain ? 'A plain broadcast' : 'The protocol of rooms';
  const where = rooms === 1 ? 'one room' : `${rooms} rooms, each client in ${Math.min(SEATS, rooms)}`;
  const with_ = redis ? 'with Redis' : 'without Redis';
  return `${what}: ${posts.toLocaleString('en')} posts by ${clients} clients into ${where}, 2 web processes ${with_}`;
}

/** Spreads the posts evenly over the time and over the clients. */
async function write(clients: Client[], { posts, seconds }: Options): Promise<void> {
  const began = Date.now();
  for (let written = 0; written < posts;) {
    const due = Math.min(posts, Math.ceil(((Date.now() - began) / (seconds * 1000)) * posts));
    for (; written < due; written += 1) clients[Math.floor(Math.random() * clients.length)]!.write();
    await sleep(20);
  }
}

function happened(webs: WebProcess[], database: Database, redis: Redis | undefined): Finding[] {
  const sum = (count: (web: WebProcess) => number) => webs.reduce((all, web) => all + count(web), 0);
  const starts = webs.flatMap((web) => web.starts).sort((one, other) => one - other);
  return [
    { what: 'web processes killed with -9', value: sum(({ kills }) => kills) },
    { what: 'stops of PostgreSQL, immediate', value: database.crashes },
    { what: 'Redis killed, for three seconds', value: redis?.kills ?? 0 },
    { what: 'Redis emptied', value: redis?.emptied ?? 0 },
    { what: 'starts that found no database', value: sum(({ failedStarts }) => failedStarts) },
    {
      what: 'start of a web process, median',
      value: (starts[Math.floor(starts.length / 2)] ?? 0) / 1000,
      unit: 's',
    },
    { what: 'web processes that ended by themselves', value: sum(({ falls }) => falls), bound: 0 },
  ];
}

main(readOptions()).then(
  (kept) => process.exit(kept ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(2);
  },
);
