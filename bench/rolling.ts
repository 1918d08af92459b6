/**
 * A rolling restart under load: two web processes behind a proxy, ended and started one after the other, while
 * people read pages and write. `npm run bench:rolling`
 */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Client } from './chaos/client';
import { Database } from './database';
import { Ledger } from './chaos/ledger';
import { freePorts } from './ports';
import { Proxy } from './chaos/proxy';
import { Reader } from './chaos/reader';
import { prepareScene } from './chaos/scene';
import { settle } from './chaos/settle';
import { table } from './chaos/table';
import { holds, judge, type Finding } from './chaos/verdict';
import { WebProcess } from './web-process';

const say = (line: string) => process.stdout.write(`${line}\n`);

const { values } = parseArgs({
  options: {
    /** About fifteen seconds, for every day. */
    short: { type: 'boolean', default: false },
    /** As if the hub knew no farewell: must report failures, or the harness is blind. */
    plain: { type: 'boolean', default: false },
  },
});
const CLIENTS = values.short ? 10 : 50;
const READERS = values.short ? 4 : 16;
const ROUNDS = values.short ? 1 : 3;
const POSTS_PER_SECOND = values.short ? 10 : 50;
const DRAIN = values.short ? 1.5 : 5;

async function main(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'polylog-rolling-'));
  const [databasePort, proxyPort, ...webPorts] = (await freePorts(4)) as [number, number, number, number];
  const secret = randomBytes(32).toString('hex');
  const database = await Database.start(join(folder, 'postgres'), databasePort);
  const settings = {
    DATABASE_URL: database.url,
    ...{ DATA_DIR: folder, SESSION_SECRET: secret, DEMO: 'off', RATE_LIMITS: 'off', ROLE: 'both' },
    ...{ DRAIN: String(DRAIN), BASE_URL: `http://127.0.0.1:${proxyPort}` },
  };
  const log = openSync(join(folder, 'hub.log'), 'a');
  const webs = webPorts.map((port) => new WebProcess(port, settings, log));
  const proxy = new Proxy(webs.map(({ address }) => address));
  const ledger = new Ledger();
  let clients: Client[] = [];
  let kept = false;
  try {
    execFileSync(process.execPath, ['dist/hub.js', 'migrate'], { env: { ...process.env, ...settings } });
    const { places, people } = await prepareScene(database, secret, { rooms: 1, clients: CLIENTS });
    for (const web of webs) web.start();
    await Promise.all(webs.map((web) => web.untilReady()));
    const address = await proxy.start(proxyPort);
    clients = people.map((person, index) => new Client(index, [address], person, places, ledger, false));
    const readers = people.slice(0, READERS).map((person) => new Reader(address, person, places[0]!));
    for (const client of clients) client.open();
    for (const reader of readers) reader.start();
    await sleep(1000);
    const writing = setInterval(() => {
      clients[Math.floor(Math.random() * clients.length)]!.write();
    }, 1000 / POSTS_PER_SECOND);
    const began = Date.now();
    const ends: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const web of webs) {
        ends.push(await web.restart(values.plain ? 'SIGKILL' : 'SIGTERM'));
        await web.untilReady();
        await sleep(1000); // the proxy has noticed
      }
    }
    clearInterval(writing);
    await settle(database, clients);
    await Promise.all(readers.map((reader) => reader.stop()));
    const findings: Finding[] = [
      { what: 'restarts, one process after the other', value: ends.length },
      { what: 'time of all of them', value: (Date.now() - began) / 1000, unit: 's' },
      { what: 'longest farewell', value: Math.max(...ends) / 1000, unit: 's' },
      {
        what: 'processes that did not end with 0',
        value: webs.reduce((sum, web) => sum + web.falls, 0),
        bound: 0,
      },
      { what: 'requests through the proxy', value: proxy.requests },
      { what: 'pages read', value: readers.reduce((sum, { pages }) => sum + pages, 0) },
      { what: 'failed requests', value: proxy.failures.length, bound: 0 },
      ...(await judge(database, clients, ledger, undefined)),
    ];
    kept = holds(findings);
    say(`\nA rolling restart: ${CLIENTS} clients who write, ${READERS} who read pages, 2 web processes\n`);
    say(`${table(findings)}\n`);
    for (const failure of proxy.failures.slice(0, 10)) say(`Failed: ${failure}`);
    say(kept ? 'Nobody noticed.' : `Somebody noticed. What the hub said is in ${folder}/hub.log`);
    return kept;
  } finally {
    for (const client of clients) client.close();
    proxy.stop();
    await Promise.all(webs.map((web) => web.stop()));
    await database.stop();
    if (kept || values.plain) rmSync(folder, { recursive: true, force: true });
  }
}

main().then(
  (kept) => process.exit(kept ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(2);
  },
);
