import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../database';
import type { Options } from './options';
import type { Redis } from './redis';
import type { WebProcess } from '../web-process';

type Breaking = Pick<Options, 'seconds' | 'every' | 'crashes' | 'losses'>;

/** Breaks things until the signal comes. */
export class Trouble {
  private readonly ended = new AbortController();
  private readonly running: Promise<void>[] = [];

  constructor(
    private readonly webs: WebProcess[],
    private readonly database: Database,
    private readonly redis: Redis | undefined,
  ) {}

  start({ seconds, every, crashes, losses }: Breaking): void {
    if (every > 0) this.running.push(this.every(every * 1000, async () => this.killOne()));
    if (crashes > 0) this.running.push(this.spread(seconds, crashes, () => this.database.crash()));
    const { redis } = this;
    let emptied = true;
    if (redis && losses > 0)
      this.running.push(
        this.spread(seconds, losses, () => ((emptied = !emptied) ? redis.empty() : redis.kill())),
      );
  }

  /** Nothing breaks any more; what was broken last is repaired. */
  async stop(): Promise<void> {
    this.ended.abort();
    await Promise.all(this.running);
  }

  /** Any of them, also one that is just starting. */
  private killOne(): void {
    this.webs[Math.floor(Math.random() * this.webs.length)]!.kill();
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
