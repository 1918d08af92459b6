import { spawn, spawnSync, execFileSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { createClient, type RedisClientType } from 'redis';
import { readPostmasterFile } from '../../src/core/database/embedded/postmaster-file';
import { startEmbedded, type EmbeddedServer } from '../../src/core/database/embedded/server';
import { freePorts } from '../ports';
import { cpuOf, cpuOfFamily, memoryOf, statementsOf, type Counters } from './counters';

export const SECRET = 'a secret that is long enough for measurements';

/** A hub of two web processes with a PostgreSQL and a Redis of its own, whose use of the machine is counted. */
export class Hub {
  private constructor(
    private readonly folder: string,
    private readonly server: EmbeddedServer,
    readonly database: Client,
    private readonly redisServer: ChildProcess,
    private readonly redis: RedisClientType,
    private readonly webs: ChildProcess[],
    readonly addresses: string[],
  ) {}

  static async start(): Promise<Hub> {
    if (spawnSync('redis-server', ['--version']).status !== 0) throw new Error('This needs redis-server');
    const folder = mkdtempSync(join(tmpdir(), 'polylog-simulation-'));
    const [databasePort, redisPort, ...webPorts] = (await freePorts(4)) as [number, number, ...number[]];
    const server = await startEmbedded(join(folder, 'postgres'), {
      settings: { port: String(databasePort), shared_preload_libraries: 'pg_stat_statements' },
    });
    const settings = {
      ...{ DATABASE_URL: server.url, REDIS_URL: `redis://127.0.0.1:${redisPort}`, DATA_DIR: folder },
      ...{ SESSION_SECRET: SECRET, DEMO: 'off', RATE_LIMITS: 'off', ROLE: 'web', HOST: '127.0.0.1' },
    };
    execFileSync(process.execPath, ['dist/hub.js', 'migrate'], { env: { ...process.env, ...settings } });
    const database = new Client({ connectionString: server.url });
    await database.connect();
    await database.query('create extension pg_stat_statements');
    const keep = ['--save', '', '--appendonly', 'no', '--dir', folder, '--bind', '127.0.0.1'];
    const redisServer = spawn('redis-server', ['--port', String(redisPort), ...keep], { stdio: 'ignore' });
    const redis: RedisClientType = createClient({ url: settings.REDIS_URL });
    redis.on('error', () => undefined); // it is starting
    await redis.connect();
    const log = openSync(join(folder, 'hub.log'), 'a');
    const webs = webPorts.map((port) =>
      spawn(process.execPath, ['main.js'], {
        cwd: 'dist',
        env: { PATH: process.env['PATH'], ...settings, PORT: String(port) },
        stdio: ['ignore', log, log],
      }),
    );
    const addresses = webPorts.map((port) => `http://127.0.0.1:${port}`);
    for (const address of addresses) await untilReady(address);
    return new Hub(folder, server, database, redisServer, redis, webs, addresses);
  }

  async counters(): Promise<Counters> {
    const { calls, time } = await statementsOf(this.database);
    const stats = await this.redis.info('stats');
    const stat = (name: string) => Number(new RegExp(`${name}:(\\d+)`).exec(stats)![1]);
    const { user, system } = process.cpuUsage();
    return {
      web: this.webs.map(({ pid }) => cpuOf(pid!)),
      postgres: cpuOfFamily(readPostmasterFile(join(this.folder, 'postgres', 'cluster')).pid),
      clients: (user + system) / 1000,
      statements: calls,
      statementTime: time,
      redisMessages: stat('total_commands_processed'),
      redisIn: stat('total_net_input_bytes'),
      redisOut: stat('total_net_output_bytes'),
    };
  }

  /** Megabytes of each web process. */
  memory(): number[] {
    return this.webs.map(({ pid }) => memoryOf(pid!));
  }

  /** What was used while the work was done, and how long it took. Waits a little, until all has arrived. */
  async during(work: () => Promise<unknown>): Promise<Counters & { seconds: number }> {
    const before = await this.counters();
    const began = performance.now();
    await work();
    const seconds = (performance.now() - began) / 1000;
    await sleep(700);
    const after = await this.counters();
    const less = (name: Exclude<keyof Counters, 'web'>) => after[name] - before[name];
    return {
      seconds,
      web: after.web.map((used, index) => used - before.web[index]!),
      postgres: less('postgres'),
      clients: less('clients'),
      statements: less('statements'),
      statementTime: less('statementTime'),
      redisMessages: less('redisMessages'),
      redisIn: less('redisIn'),
      redisOut: less('redisOut'),
    };
  }

  async stop(): Promise<void> {
    this.redis.destroy();
    await this.database.end();
    for (const child of [...this.webs, this.redisServer]) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function untilReady(address: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(`${address}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error(`${address} does not start`);
}
