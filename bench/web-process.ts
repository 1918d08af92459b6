import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** As `npm start` has them. */
export const NODE_OPTIONS = ['--max-old-space-size=768'];

/** One `node dist/main.js`, started again whenever it ends, as a container engine would. */
export class WebProcess {
  kills = 0;
  /** Ended by itself although it had been up: never all right. */
  falls = 0;
  /** Ended by itself while it was starting: its database was away. */
  failedStarts = 0;
  /** Milliseconds of the starts that were not disturbed. */
  readonly starts: number[] = [];
  ready = false;
  private child?: ChildProcess;
  private stopped = false;
  /** How those ended that were not killed. */
  readonly ends: string[] = [];
  /** Which one was told to end. */
  private asked?: ChildProcess;

  constructor(
    private readonly port: number,
    private readonly settings: Record<string, string>,
    private readonly log: number,
    /** Options of Node itself. */
    private readonly options: string[] = [],
  ) {}

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    return this.child!.pid!;
  }

  start(): void {
    const since = Date.now();
    const env = { PATH: process.env['PATH'], ...this.settings, PORT: String(this.port), HOST: '127.0.0.1' };
    const command = [...NODE_OPTIONS, ...this.options, 'dist/main.js'];
    const child = spawn(process.execPath, command, { env, stdio: ['ignore', this.log, this.log] });
    this.child = child;
    child.once('exit', (code, signal) => void this.ended(child, code, signal));
    void this.watch(child, since);
  }

  kill(): void {
    this.kills += 1;
    this.ready = false;
    this.child?.kill('SIGKILL');
  }

  /** Ended as a container engine would do it before an update, and started again. @returns milliseconds to the end */
  async restart(signal: NodeJS.Signals): Promise<number> {
    const child = this.child!;
    const since = Date.now();
    this.ready = false;
    this.asked = child;
    const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
    child.kill(signal);
    const [code] = await ended;
    if (code !== 0 && signal !== 'SIGKILL') this.falls += 1;
    return Date.now() - since;
  }

  async untilReady(): Promise<void> {
    while (!this.ready) await sleep(50);
  }

  async stop(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    this.stopped = true;
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  private async ended(
    child: ChildProcess,
    code: number | null,
    signal: NodeJS.Signals | null,
  ): Promise<void> {
    if (this.stopped) return;
    if (signal !== 'SIGKILL' && child !== this.asked) {
      this.ends.push(`${this.ready ? 'while it was up' : 'while it started'}, with ${code ?? signal}`);
      if (this.ready) this.falls += 1;
      else this.failedStarts += 1;
      this.ready = false;
      await sleep(300);
    }
    if (!this.stopped) this.start();
  }

  private async watch(child: ChildProcess, since: number): Promise<void> {
    while (child === this.child && child.exitCode === null && child.signalCode === null && !this.stopped) {
      const answer = await fetch(`${this.address}/health/live`, { signal: AbortSignal.timeout(2000) }).catch(
        () => undefined,
      );
      if (answer?.ok && child === this.child && !child.killed) {
        this.ready = true;
        this.starts.push(Date.now() - since);
        return;
      }
      await sleep(100);
    }
  }
}
