/**
 * How fast search answers over HTTP, on one connection, for words that stand in few, some and many posts:
 * `npm run bench:search -- --posts 100000`. `--data <folder>` keeps the filled database for the next run.
 */
import { execFileSync } from 'node:child_process';
import { openSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { Ground } from './load/ground';
import { freePorts } from './ports';
import { addWords, askedWords, type Class } from './search/words';
import { WebProcess } from './web-process';

const say = (line: string) => process.stdout.write(`${line}\n`);

const { values } = parseArgs({ options: { posts: { type: 'string' }, data: { type: 'string' } } });
const POSTS = Number(values.posts ?? 30_000);
/** Requests of each kind that count, after a quarter as many that do not. */
const REQUESTS = 200;

const KINDS: [string, (word: string, other: string) => string][] = [
  ['one word, JSON', (word) => `/api/v1/search?q=${word}`],
  ['one word, page', (word) => `/sv/search?q=${word}`],
  ['two words, JSON', (word, other) => `/api/v1/search?q=${word}+${other}`],
  ['misspelt, JSON', (word) => `/api/v1/search?q=${word.slice(0, 3)}${word.slice(4)}xy`],
];

async function main(): Promise<void> {
  const ground = await Ground.prepare({ posts: POSTS, ...(values.data && { data: values.data }) }, say);
  const [port] = (await freePorts(1)) as [number];
  const settings = { ...ground.settings, ROLE: 'web', DEMO: 'off', RATE_LIMITS: 'off', TRUST_PROXY: '' };
  const hub = new WebProcess(port, settings, openSync(join(ground.folder, 'hub.log'), 'a'));
  try {
    await fill(ground);
    const words = await ground.use(askedWords);
    hub.start();
    await hub.untilReady();
    say('| milliseconds | rare p50 | p95 | medium p50 | p95 | common p50 | p95 |');
    say('| - | -: | -: | -: | -: | -: | -: |');
    for (const [name, address] of KINDS) {
      const cells = [];
      for (const each of ['rare', 'medium', 'common'] as Class[])
        cells.push(...(await measure(port, words[each], address)));
      say(`| ${[name, ...cells].join(' | ')} |`);
    }
  } finally {
    await hub.stop('SIGINT');
    await ground.leave();
  }
}

async function fill(ground: Ground): Promise<void> {
  const [{ filled }] = (await ground.query<{ filled: boolean }>(
    'select exists (select from search_rows) as filled',
  )) as [{ filled: boolean }];
  if (filled) return;
  await ground.use(addWords);
  const since = performance.now();
  const env = { ...process.env, ...ground.settings, DEMO: 'off' };
  execFileSync(process.execPath, ['dist/hub.js', 'index'], { env });
  say(`Indexed ${POSTS} posts in ${((performance.now() - since) / 1000).toFixed(0)} s`);
  await ground.use((client) => client.query('vacuum (analyze) search_rows'));
  const [weight] = await ground.query<{ rows: string; words: string }>(
    `select pg_size_pretty(pg_total_relation_size('search_rows')) as rows,
       pg_size_pretty(pg_total_relation_size('search_words')) as words`,
  );
  say(`The rows weigh ${weight!.rows}, the vocabulary ${weight!.words}`);
}

async function measure(
  port: number,
  words: string[],
  address: (word: string, other: string) => string,
): Promise<string[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  for (let turn = -REQUESTS / 4; turn < REQUESTS; turn += 1) {
    const at = (turn + REQUESTS) % words.length;
    const path = address(words[at]!, words[(at + 7) % words.length]!);
    const since = performance.now();
    await ask(port, path, agent);
    if (turn >= 0) times.push(performance.now() - since);
  }
  agent.destroy();
  times.sort((one, other) => one - other);
  return [0.5, 0.95].map((part) => times[Math.floor(part * times.length)]!.toFixed(0));
}

const ask = (port: number, path: string, agent: Agent): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-For': '192.0.2.1' };
    get({ port, host: '127.0.0.1', path, agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`${answer.statusCode} for ${path}`)),
      );
    }).on('error', reject);
  });

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
