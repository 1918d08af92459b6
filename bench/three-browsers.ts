/**
 * For the eye: three people in three browsers, on two web processes, hold a discussion while the processes, the
 * database and Redis are killed. Says what they noticed and keeps pictures of it. Needs a Chromium.
 * `npm run bench:browsers -- --pictures /tmp/pictures`
 */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { Proxy } from './chaos/proxy';
import { Redis } from './chaos/redis';
import { prepareScene } from './chaos/scene';
import { Trouble } from './chaos/trouble';
import { Database } from './database';
import { freePorts } from './ports';
import { WebProcess } from './web-process';

const say = (line: string) => process.stdout.write(`${line}\n`);
const SECONDS = 60;
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'];

const { values } = parseArgs({ options: { pictures: { type: 'string' } } });
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Everything that the line about the connection said, and everything that went wrong in the page's scripts. */
async function watch(page: Page): Promise<{ said: () => Promise<string[]>; faults: string[] }> {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.evaluate(() => {
    const line = document.querySelector('[data-slot="connection"]')!;
    const said: string[] = [];
    new MutationObserver(() => said.push(line.textContent)).observe(line, { childList: true });
    Object.assign(window, { said });
  });
  return { faults, said: () => page.evaluate(() => (window as unknown as { said: string[] }).said) };
}

async function main(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'polylog-browsers-'));
  const ports = (await freePorts(5)) as [number, number, number, number, number];
  const secret = randomBytes(32).toString('hex');
  const database = await Database.start(join(folder, 'postgres'), ports[0]);
  const redis = Redis.start(ports[1], folder);
  const settings = {
    DATABASE_URL: database.url,
    ...(redis && { REDIS_URL: redis.url }),
    ...{ DATA_DIR: folder, SESSION_SECRET: secret, DEMO: 'off', RATE_LIMITS: 'off' },
    BASE_URL: `http://127.0.0.1:${ports[2]}`,
  };
  const log = openSync(join(folder, 'hub.log'), 'a');
  const webs = ports.slice(3).map((port) => new WebProcess(port, settings, log));
  const proxy = new Proxy(webs.map(({ address }) => address));
  const browser = await chromium.launch({ executablePath, args: QUIET });
  try {
    execFileSync(process.execPath, ['dist/hub.js', 'migrate'], { env: { ...process.env, ...settings } });
    const { places, people } = await prepareScene(database, secret, { rooms: 1, clients: 6 });
    for (const web of webs) web.start();
    await Promise.all(webs.map((web) => web.untilReady()));
    const address = await proxy.start(ports[2]);
    const { thread } = places[0]!;
    const pages = await Promise.all(
      people
        .filter((_, index) => index % 2 === 0) // those with a session
        .map(async ({ headers }) => {
          const context = await browser.newContext({ viewport: { width: 1100, height: 800 } });
          const [name, value] = headers['Cookie']!.split(/=(.*)/s) as [string, string];
          await context.addCookies([{ name, value, url: address }]);
          const page = await context.newPage();
          await page.goto(`${address}/en/threads/${thread}`);
          await page.locator('.present').first().waitFor();
          return page;
        }),
    );
    const watches = await Promise.all(pages.map(watch));
    const trouble = new Trouble(webs, database, redis);
    trouble.start({ seconds: SECONDS, every: 4, crashes: 2, losses: 2 });
    const written: string[] = [];
    const end = Date.now() + SECONDS * 1000;
    for (let turn = 0; Date.now() < end; turn += 1) {
      const page = pages[turn % pages.length]!;
      written.push(`Sentence ${turn + 1} of the discussion`);
      await page.locator('#write textarea').fill(written.at(-1)!);
      await page.locator('#write .button-main').click();
      if (values.pictures && turn % 10 === 9) await picture(pages, values.pictures, turn + 1);
      await sleep(800 + Math.random() * 800);
    }
    await trouble.stop();
    await Promise.all(webs.map((web) => web.untilReady()));
    const shown = await Promise.all(pages.map((page) => shownAtLast(page, written.length)));
    if (values.pictures) await picture(pages, values.pictures, 0);
    say(
      `${webs.reduce((sum, { kills }) => sum + kills, 0)} kills, ${database.crashes} crashes of PostgreSQL, ` +
        `Redis ${redis ? `killed ${redis.kills} and emptied ${redis.emptied} times` : 'not installed'}`,
    );
    let whole = true;
    for (const [index, words] of shown.entries()) {
      const { said, faults } = watches[index]!;
      const alike = JSON.stringify(words) === JSON.stringify(shown[0]);
      const complete = [...words].sort().join() === [...written].sort().join();
      whole &&= alike && complete && faults.length === 0;
      say(
        `Browser ${index + 1}: ${words.length} of ${written.length} posts, ` +
          `${complete ? 'each once' : 'NOT each once'}, ${alike ? 'in the same order' : 'in ANOTHER order'}, ` +
          `faults: ${faults.length}, it said: ${[...new Set(await said())].filter(Boolean).join(' / ') || 'nothing'}`,
      );
    }
    return whole;
  } finally {
    await browser.close();
    proxy.stop();
    await Promise.all(webs.map((web) => web.stop()));
    await redis?.stop();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What stands in the log once everything has been sent and everybody has caught up, or after a minute. */
async function shownAtLast(page: Page, count: number): Promise<string[]> {
  const posts = page.locator('article.post[data-post] .said-text');
  for (let second = 0; second < 60 && (await posts.count()) < count; second += 1) await sleep(1000);
  return (await posts.allTextContents()).map((words) => words.trim());
}

async function picture(pages: Page[], folder: string, turn: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await Promise.all(
    pages.map((page, index) => page.screenshot({ path: join(folder, `${turn}-browser-${index + 1}.png`) })),
  );
}

main().then(
  (whole) => process.exit(whole ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(2);
  },
);
