import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts } from '../ports';
import { NODE_OPTIONS } from '../web-process';
import type { Ground } from './ground';

/** Starts of which the middle one counts. */
const TIMES = 5;
/** The first page that is asked for; it needs the database. */
const PAGE = '/en/rooms';

/** Seconds from the start of the process to its first page, warm. */
export async function startTimes(ground: Ground, settings: Record<string, string>): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn <= TIMES; turn += 1) {
    const time = await start(ground, settings);
    if (turn > 0) times.push(time); // the first one warms up
  }
  return times.sort((one, other) => one - other);
}

async function start(ground: Ground, settings: Record<string, string>): Promise<number> {
  const [port] = (await freePorts(1)) as [number];
  const log = openSync(join(ground.folder, 'hub.log'), 'a');
  const env = { PATH: process.env['PATH'], ...settings, PORT: String(port), HOST: '127.0.0.1' };
  const since = performance.now();
  const hub = spawn(process.execPath, [...NODE_OPTIONS, 'dist/main.js'], {
    env,
    stdio: ['ignore', log, log],
  });
  const ended = once(hub, 'exit');
  while (!(await answers(port))) {
    if (hub.exitCode !== null) throw new Error(`The hub does not start: see ${ground.folder}/hub.log`);
    await sleep(5);
  }
  const time = (performance.now() - since) / 1000;
  hub.kill('SIGINT');
  await ended;
  return time;
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const request = get({ port, host: '127.0.0.1', path: PAGE, agent: false }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode === 200));
    });
    request.on('error', () => resolve(false));
  });
