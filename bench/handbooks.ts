/**
 * How fast a chapter of 5,000 words is saved, and two of its versions are compared, over HTTP on one connection:
 * `npm run bench:handbooks`.
 */
import { createHash, randomUUID } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Database } from './database';
import { freePorts } from './ports';
import { WebProcess } from './web-process';

const say = (line: string) => process.stdout.write(`${line}\n`);

const WORDS = 5000;
/** That count, after a quarter as many that do not. */
const TURNS = 100;
const SYLLABLES = ['na', 'ro', 'či', 'lo', 'sku', 'pno', 'del', 'mer', 'za', 'dru', 'ga', 'ob', 'čin', 'av'];
const TOKEN = 'bench';

/** Sentences of made-up words, in paragraphs of about eighty with a heading now and then. */
function aText(): string[] {
  const word = (place: number) => `${SYLLABLES[place % 14]!}${SYLLABLES[(place * 5 + (place >> 4)) % 14]!}`;
  return Array.from({ length: WORDS / 80 }, (_, number) => {
    const words = Array.from({ length: 80 }, (_word, place) => word(number * 80 + place));
    return `${number % 8 === 0 ? `## Naslov ${number}\n\n` : ''}${words.join(' ')}.`;
  });
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'polylog-handbooks-'));
  const [port, databasePort] = (await freePorts(2)) as [number, number];
  const database = await Database.start(join(folder, 'postgres'), databasePort);
  const settings = {
    ...{ NODE_ENV: 'production', DATA_DIR: folder, SESSION_SECRET: randomUUID(), DATABASE_URL: database.url },
    ...{
      BASE_URL: 'https://hub.example.org',
      TRUST_PROXY: '1',
      ROLE: 'web',
      DEMO: 'off',
      RATE_LIMITS: 'off',
    },
  };
  const hub = new WebProcess(port, settings, openSync(join(folder, 'hub.log'), 'a'));
  try {
    execFileSync(process.execPath, ['dist/hub.js', 'migrate'], { env: { ...process.env, ...settings } });
    await fill(database);
    hub.start();
    await hub.untilReady();
    await measure(`http://127.0.0.1:${port}`);
  } finally {
    await hub.stop('SIGINT');
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(database: Database): Promise<void> {
  const [partnership, person, handbook] = [randomUUID(), randomUUID(), randomUUID()];
  const insert = (text: string, values: unknown[]) => database.query(text, values);
  await insert(
    `insert into partnerships (id, slug, name, locale, status) values ($1, 'bench', 'Bench', 'sl', 'active')`,
    [partnership],
  );
  await insert(
    `insert into people (id, email, name, locale, confirmed_at) values ($1, 'a@example.org', 'A', 'sl', now())`,
    [person],
  );
  await insert(`insert into grants (person_id, role, place_id) values ($1, 'editor', $2)`, [
    person,
    partnership,
  ]);
  const hash = createHash('sha256').update(TOKEN).digest();
  await insert(`insert into api_tokens (person_id, name, scope, hash) values ($1, 'bench', 'write', $2)`, [
    person,
    hash,
  ]);
  await insert(
    `insert into handbooks (id, partnership_id, slug, kind, status, title, locale)
     values ($1, $2, 'bench', 'handbook', 'published', 'Bench', 'sl')`,
    [handbook, partnership],
  );
  await insert(
    `insert into chapters (handbook_id, position, slug, status, title, body, locale)
     values ($1, 0, 'chapter', 'published', 'Chapter', $2, 'sl')`,
    [handbook, aText().join('\n\n')],
  );
}

async function measure(hub: string): Promise<void> {
  const text = aText();
  const headers = {
    ...{ Authorization: `Bearer ${TOKEN}`, 'X-Forwarded-Proto': 'https', 'X-Forwarded-For': '192.0.2.1' },
    'Content-Type': 'application/json',
  };
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${hub}${path}`, { ...init, headers });
    const body = await answer.text();
    if (answer.status !== 200) throw new Error(`${answer.status} for ${path}: ${body.slice(0, 200)}`);
  };
  const save = (turn: number) => {
    const place = (turn * 13) % text.length;
    text[place] = `${text[place]!} Dodano ${turn}.`;
    const body = JSON.stringify({ body: text.join('\n\n'), revision: turn + 1, weight: 'meaning' });
    return ask('/api/v1/handbooks/bench/chapters/chapter', { method: 'PATCH', body });
  };
  const last = TURNS + TURNS / 4;
  say('| milliseconds | p50 | p95 |');
  say('| - | -: | -: |');
  await timed('saving a chapter of 5,000 words', save);
  await timed('its last two versions, the page', () =>
    ask(`/sl/handbooks/bench/chapter/revisions?from=${last}&to=${last + 1}`),
  );
  await timed('its first and last version, the page', () =>
    ask('/sl/handbooks/bench/chapter/revisions?from=1'),
  );
}

async function timed(name: string, act: (turn: number) => Promise<void>): Promise<void> {
  const times: number[] = [];
  for (let turn = 0; turn < TURNS + TURNS / 4; turn += 1) {
    const since = performance.now();
    await act(turn);
    if (turn >= TURNS / 4) times.push(performance.now() - since);
  }
  times.sort((one, other) => one - other);
  const [middle, late] = [0.5, 0.95].map((part) => times[Math.floor(part * times.length)]!.toFixed(0));
  say(`| ${name} | ${middle} | ${late} |`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
