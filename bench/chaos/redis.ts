import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'redis';

/** A Redis of our own that keeps nothing: killing it also empties it. */
export class Redis {
  kills = 0;
  emptied = 0;
  private child?: ChildProcess;

  private constructor(
    private readonly port: number,
    private readonly folder: string,
  ) {}

  /** Undefined where redis-server is not installed: then the sweep alone brings news from process to process. */
  static start(port: number, folder: string): Redis | undefined {
    if (spawnSync('redis-server', ['--version']).status !== 0) return undefined;
    const redis = new Redis(port, folder);
    redis.launch();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Gone for a while, so that web processes also start without it. */
  async kill(): Promise<void> {
    this.kills += 1;
    await this.stop();
    await sleep(3000);
    this.launch();
  }

  /** FLUSHALL, while everybody is talking. */
  async empty(): Promise<void> {
    this.emptied += 1;
    const client = createClient({ url: this.url });
    client.on('error', () => undefined);
    await client.connect();
    await client.flushAll();
    client.destroy();
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  private launch(): void {
    const args = ['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.folder];
    this.child = spawn('redis-server', [...args, '--save', '', '--appendonly', 'no'], { stdio: 'ignore' });
  }
}
