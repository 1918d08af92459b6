/**
 * How fast a comparison of 30 countries and 120 questions in four languages is read, over HTTP: its pages when they are
 * drawn and when they are kept, its workbook, and how many readers at once: `npm run bench:comparisons`.
 */
import { randomUUID } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { Agent, get, type OutgoingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { comparisonData } from '../test/factories/comparison-data';
import { aPublishedComparison } from '../test/factories/published-comparison';
import type { TestHub } from '../test/support/hub';
import { Database } from './database';
import { processorTime } from './load/processes';
import { freePorts } from './ports';
import { WebProcess } from './web-process';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Requests that count, after a quarter as many that do not. */
const REQUESTS = 100;
const READERS = 50;
/** Milliseconds. */
const READING = 10_000;

/** A parameter that nobody knows makes another address of the same page, which has not been kept. */
const PAGES: [string, string, (turn: number) => string][] = [
  ['the table, drawn', '150', (turn) => `/sv/comparisons/bench?turn=${turn}`],
  [
    'the heat map with a cell, drawn',
    '150',
    (turn) => `/sl/comparisons/bench?view=heat&cell=it.d6&turn=${turn}`,
  ],
  ['a dimension, drawn', '', (turn) => `/it/comparisons/bench/dimensions/d3?turn=${turn}`],
  ['a country profile, drawn', '', (turn) => `/en/comparisons/bench/countries/it?turn=${turn}`],
  ['a question, drawn', '', (turn) => `/sv/comparisons/bench/questions/d1.1?turn=${turn}`],
  ['an answer', '', () => '/sv/comparisons/bench/answers/it/d1.1'],
  ['the table, kept', '', () => '/sv/comparisons/bench'],
];

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'polylog-comparisons-'));
  const [port, databasePort] = (await freePorts(2)) as [number, number];
  const database = await Database.start(join(folder, 'postgres'), databasePort);
  const settings = {
    ...{ NODE_ENV: 'production', DATA_DIR: folder, SESSION_SECRET: randomUUID(), DATABASE_URL: database.url },
    ...{ BASE_URL: 'https://hub.example.org', TRUST_PROXY: '1', ROLE: 'web' },
    ...{ DEMO: 'off', RATE_LIMITS: 'off' },
  };
  const hub = new WebProcess(port, settings, openSync(join(folder, 'hub.log'), 'a'));
  try {
    execFileSync(process.execPath, ['dist/hub.js', 'migrate'], { env: { ...process.env, ...settings } });
    await fill(database);
    hub.start();
    await hub.untilReady();
    await measure(port, hub);
  } finally {
    await hub.stop('SIGINT');
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(database: Database): Promise<void> {
  const data = comparisonData({ countries: 30, questions: 120, length: 400 });
  await aPublishedComparison({ database } as unknown as TestHub, { ...data, slug: 'bench' });
}

async function measure(port: number, hub: WebProcess): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const ask = (path: string) => read(port, agent, path);
  const since = performance.now();
  await ask('/sv/comparisons/bench');
  say(
    `The first page after the start, with the data read from the database: ${Math.round(performance.now() - since)} ms`,
  );
  say('');
  say('| milliseconds | p50 | p95 | to reach |');
  say('| - | -: | -: | -: |');
  for (const [name, aim, path] of PAGES) {
    const [middle, late] = await timed((turn) => ask(path(turn)));
    say(`| ${name} | ${middle} | ${late} | ${aim} |`);
  }
  say(
    `| the workbook, made | ${(await once(() => ask('/sv/comparisons/bench/data/data.xlsx'))).toFixed(0)} | | 3,000 |`,
  );
  say('');
  say(`Requests per second of the table, ${READERS} readers at once: ${await readers(port, hub)}`);
}

/** Answers to whoever asks through a proxy by HTTPS. */
const HEADERS: OutgoingHttpHeaders = {
  ...{ 'X-Forwarded-Proto': 'https', 'X-Forwarded-For': '192.0.2.1', 'Accept-Encoding': 'gzip' },
};

function read(port: number, agent: Agent, path: string): Promise<void> {
  return new Promise((done, fail) => {
    get({ port, agent, path, host: '127.0.0.1', headers: HEADERS }, (answer) => {
      answer
        .resume()
        .on('end', () =>
          answer.statusCode === 200 ? done() : fail(new Error(`${answer.statusCode} for ${path}`)),
        );
    }).on('error', fail);
  });
}

async function once(act: () => Promise<void>): Promise<number> {
  const since = performance.now();
  await act();
  return performance.now() - since;
}

async function timed(act: (turn: number) => Promise<void>): Promise<string[]> {
  const times: number[] = [];
  for (let turn = 0; turn < REQUESTS + REQUESTS / 4; turn += 1) {
    const time = await once(() => act(turn));
    if (turn >= REQUESTS / 4) times.push(time);
  }
  times.sort((one, other) => one - other);
  return [0.5, 0.95].map((part) => times[Math.floor(part * times.length)]!.toFixed(0));
}

async function readers(port: number, hub: WebProcess): Promise<string> {
  const agent = new Agent({ keepAlive: true, maxSockets: READERS });
  const until = performance.now() + READING;
  const before = processorTime(hub.pid);
  let count = 0;
  const reader = async () => {
    while (performance.now() < until) {
      await read(port, agent, '/sv/comparisons/bench');
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  const each = (processorTime(hub.pid) - before) / count;
  return `${Math.round((count * 1000) / READING)}, ${each.toFixed(2)} ms of the hub’s processor time each`;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
