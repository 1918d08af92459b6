import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../database';
import type { Redis } from './redis';
import type { WebProcess } from '../web-process';

/** `kill -9` of one of those that are up, every so often. Milliseconds. */
const KILL_EVERY = 2000;

/** Breaks things until the signal comes. */
export class Trouble {
  private readonly ended = new AbortController();
  private readonly running: Promise<void>[] = [];

  constructor(
    private readonly webs: WebProcess[],
    private readonly database: Database,
    private readonly redis: Redis | undefined,
  ) {}

  start(seconds: number, crashes: number): void {
    this.running.push(this.every(KILL_EVERY, async () => this.killOne()));
    this.running.push(this.spread(seconds, crashes, () => this.database.crash()));
    const { redis } = this;
    if (redis) this.running.push(this.spread(seconds, crashes > 1 ? 2 : 1, () => redis.kill()));
  }

  /** Nothing breaks any more; what was broken last is repaired. */
  async stop(): Promise<void> {
    this.ended.abort();
    await Promise.all(this.running);
  }

  private killOne(): void {
    const up = this.webs.filter(({ ready }) => ready);
    up[Math.floor(Math.random() * up.length)]?.kill();
  }

  private async every(milliseconds: number, act: () => Promise<void>): Promise<void> {
    while (await this.pause(milliseconds)) await act();
  }

  /** So many times, in the middle of as many equal parts of the time. */
  private async spread(seconds: number, times: number, act: () => Promise<void>): Promise<void> {
    const part = (seconds * 1000) / times;
    for (let done = 0; done < times; done += 1) {
      if (!(await this.pause(done === 0 ? part / 2 : part))) return;
      await act();
    }
  }

  private async pause(milliseconds: number): Promise<boolean> {
    await sleep(milliseconds, undefined, { signal: this.ended.signal }).catch(() => undefined);
    return !this.ended.signal.aborted;
  }
}
