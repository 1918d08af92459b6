import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { readPostmasterFile } from '../../src/core/database/embedded/postmaster-file';
import { loadGlossary } from '../../src/demo/glossary';
import { Database } from '../database';
import { freePorts } from '../ports';
import { seed } from '../seed/discussion';
import type { Options } from './options';

/** A seeded database, embedded as in the product or one's own by `DATABASE_URL`, and a folder for what belongs to it. */
export class Ground {
  private constructor(
    readonly folder: string,
    readonly url: string,
    readonly secret: string,
    private database: Database | undefined,
    private readonly kept: boolean,
  ) {}

  static async prepare(
    { data, posts }: Pick<Options, 'data' | 'posts'>,
    say: (line: string) => void,
  ): Promise<Ground> {
    const folder = data ? resolve(data) : mkdtempSync(join(tmpdir(), 'polylog-load-'));
    const own = process.env['DATABASE_URL'];
    const [port] = (await freePorts(1)) as [number];
    const database = own ? undefined : await Database.start(join(folder, 'postgres'), port);
    const kept = data !== undefined;
    const ground = new Ground(folder, own ?? database!.url, keptSecret(folder), database, kept);
    try {
      execFileSync(process.execPath, ['dist/hub.js', 'migrate'], {
        env: { ...process.env, ...ground.settings },
      });
      const rows = await ground.query<{ seeded: boolean }>(
        `select exists (select from rooms where slug = 'seed-room-0') as seeded`,
      );
      if (!rows[0]!.seeded) await ground.use((client) => seed(client, { posts }, say));
      await ground.withTerms();
      await ground.withoutLeftovers();
      return ground.indexed();
    } catch (error) {
      await ground.leave();
      throw error;
    }
  }

  /** What a hub needs to serve it, as in production. */
  get settings(): Record<string, string> {
    return { ...this.settingsWithoutDatabase, DATABASE_URL: this.url };
  }

  /** With these a hub brings up the embedded database itself. */
  get settingsWithoutDatabase(): Record<string, string> {
    return {
      ...{ NODE_ENV: 'production', DATA_DIR: this.folder, SESSION_SECRET: this.secret },
      ...{ BASE_URL: 'https://hub.example.org', TRUST_PROXY: '1' },
    };
  }

  /** Process of the embedded PostgreSQL; undefined for a server of one's own. */
  get postgres(): number | undefined {
    return this.database && readPostmasterFile(join(this.folder, 'postgres', 'cluster')).pid;
  }

  /** Posts are looked through for the words of the field: without any that would cost nothing. */
  private async withTerms(): Promise<void> {
    const [{ known }] = (await this.query<{ known: boolean }>(
      'select exists (select from concepts) as known',
    )) as [{ known: boolean }];
    if (known) return;
    const database = await new DataSource({ type: 'postgres', url: this.url }).initialize();
    await database.transaction((tx) => loadGlossary(tx, new Date()));
    await database.destroy();
  }

  /** What the run before had not got round to would be done beside what is measured. */
  private async withoutLeftovers(): Promise<void> {
    await this.query('delete from graphile_worker._private_jobs');
  }

  /** A hub that was filled behind its back would index for minutes beside what is measured. */
  private indexed(): this {
    const env = { ...process.env, ...this.settings, DEMO: 'off' };
    execFileSync(process.execPath, ['dist/hub.js', 'index'], { env });
    return this;
  }

  async use<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
    const client = new Client({ connectionString: this.url });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  query<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    return this.use(async (client) => (await client.query(text, values)).rows as Row[]);
  }

  /** Lets a hub have the embedded database to itself. */
  async stopDatabase(): Promise<void> {
    await this.database?.stop();
    this.database = undefined;
  }

  async leave(): Promise<void> {
    await this.stopDatabase();
    if (!this.kept) rmSync(this.folder, { recursive: true, force: true });
  }
}

function keptSecret(folder: string): string {
  const file = join(folder, 'load-secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}
