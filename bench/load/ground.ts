import { createHash, createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { readPostmasterFile } from '../../src/core/database/embedded/postmaster-file';
import { Database } from '../database';
import { freePorts } from '../ports';
import { AUTHORS, PAGE, seed } from '../seed/discussion';
import type { Options } from './options';

/** People beside the authors: enough that nobody meets a rate limit, which stay on. */
const WRITERS = 1000;

export interface MeasuredThread {
  id: string;
  /** What each of its posts says about itself. */
  marks: string[];
}

export interface Writer {
  bearer: Record<string, string>;
  cookie: Record<string, string>;
}

/** A seeded database and people who may enter. */
export class Ground {
  private constructor(
    readonly folder: string,
    readonly url: string,
    readonly secret: string,
    /** Process of the embedded PostgreSQL; undefined for a server of one's own. */
    readonly postgres: number | undefined,
    private readonly database: Database | undefined,
    private readonly keep: boolean,
  ) {}

  static async prepare({ data, posts }: Options, say: (line: string) => void): Promise<Ground> {
    const folder = data ? resolve(data) : mkdtempSync(join(tmpdir(), 'polylog-load-'));
    const own = process.env['DATABASE_URL'];
    const database = own
      ? undefined
      : await Database.start(join(folder, 'postgres'), (await freePorts(1))[0]!);
    const url = own ?? database!.url;
    const cluster = join(folder, 'postgres', 'cluster');
    const ground = new Ground(
      ...([folder, url, keptSecret(folder, data !== undefined)] as const),
      ...([own ? undefined : readPostmasterFile(cluster).pid, database, data !== undefined] as const),
    );
    const env = { ...process.env, ...ground.settings };
    execFileSync(process.execPath, ['dist/hub.js', 'migrate'], { env });
    await ground.use(async (client) => {
      const { rows } = await client.query<{ seeded: boolean }>(
        `select exists (select from rooms where slug = 'seed-room-0') as seeded`,
      );
      if (!rows[0]!.seeded) await seed(client, posts, say);
    });
    return ground;
  }

  /** What a hub needs to serve it, as in production. */
  get settings(): Record<string, string> {
    return {
      ...{ NODE_ENV: 'production', DATABASE_URL: this.url, DATA_DIR: this.folder },
      ...{ SESSION_SECRET: this.secret, BASE_URL: 'https://hub.example.org', TRUST_PROXY: '1' },
    };
  }

  /** Threads of 20 posts to which nobody replies, a different choice each time. */
  async threads(count = 1000): Promise<MeasuredThread[]> {
    const { rows } = await this.use((client) =>
      client.query<{ id: string; turn: string }>(
        `select id, split_part(title, ' ', 3) as turn from threads
         where title like 'Seed thread %' and last_number = ${PAGE} and split_part(title, ' ', 3)::int % 2 = 0
         order by random() limit $1`,
        [count],
      ),
    );
    return rows.map(({ id, turn }) => ({
      id,
      marks: Array.from({ length: PAGE }, (_, index) => `Ref. ${turn}/${index + 1}<`),
    }));
  }

  async longThread(): Promise<{ id: string; posts: number }> {
    const { rows } = await this.use((client) =>
      client.query<{ id: string; posts: number }>(
        `select id, last_number as posts from threads where title = 'Seed thread 1'`,
      ),
    );
    return rows[0]!;
  }

  /** Threads to reply to: not the ones that are read. */
  async openThreads(): Promise<{ id: string; room: string }[]> {
    const { rows } = await this.use((client) =>
      client.query<{ id: string; room: string }>(
        `select id, room_id as room from threads
         where title like 'Seed thread %' and split_part(title, ' ', 3)::int % 2 = 1 order by random() limit 1000`,
      ),
    );
    return rows;
  }

  async rooms(): Promise<{ id: string; slug: string; name: string }[]> {
    const { rows } = await this.use((client) =>
      client.query<{ id: string; slug: string; name: string }>(
        `select id, slug, name from rooms where slug like 'seed-room-%' order by slug`,
      ),
    );
    return rows;
  }

  /** Sessions of the authors, who have read much already. */
  readers = (): Promise<Writer[]> => this.enter('author', AUTHORS);

  writers = (): Promise<Writer[]> => this.enter('writer', WRITERS);

  async use<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
    const client = new Client({ connectionString: this.url });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  async leave(): Promise<void> {
    await this.database?.stop();
    if (!this.keep) rmSync(this.folder, { recursive: true, force: true });
  }

  /** New sessions and tokens for each run. */
  private async enter(kind: 'author' | 'writer', count: number): Promise<Writer[]> {
    const keys = Array.from({ length: count }, () => randomBytes(24).toString('base64url'));
    const hashes = keys.map((key) => createHash('sha256').update(key).digest());
    await this.use(async (client) => {
      await client.query(
        `insert into people (email, name, locale, confirmed_at)
         select $1 || '-' || n || '@example.org', initcap($1) || ' ' || n, 'en', now() from generate_series(0, $2::int - 1) n
         on conflict do nothing`,
        [kind, count],
      );
      await client.query(
        `insert into grants (person_id, role, place_id)
         select people.id, 'member', partnerships.id from people, partnerships
         where people.email::text like $1 || '-%' and partnerships.slug like 'seed-%' on conflict do nothing`,
        [kind],
      );
      await client.query(
        `insert into sessions (sid, sess, expire)
         select sid, json_build_object('cookie', json_build_object('originalMaxAge', 86400000, 'httpOnly', true, 'path', '/'),
           'passport', json_build_object('user', people.id), 'since', now(), 'agent', 'load'), now() + interval '1 day'
         from unnest($2::text[]) with ordinality as given (sid, n)
         join people on people.email = ($1 || '-' || n - 1 || '@example.org')::citext`,
        [kind, keys],
      );
      await client.query(
        `insert into api_tokens (person_id, name, scope, hash)
         select people.id, 'load', 'write', hash from unnest($2::bytea[]) with ordinality as given (hash, n)
         join people on people.email = ($1 || '-' || n - 1 || '@example.org')::citext`,
        [kind, hashes],
      );
    });
    return keys.map((key) => ({
      bearer: { Authorization: `Bearer ${key}` },
      cookie: { Cookie: `__Host-polylog=${encodeURIComponent(`s:${key}.${this.sign(key)}`)}` },
    }));
  }

  private sign(sid: string): string {
    return createHmac('sha256', this.secret).update(sid).digest('base64').replace(/=+$/, '');
  }
}

function keptSecret(folder: string, kept: boolean): string {
  const file = join(folder, 'load-secret');
  if (kept && existsSync(file)) return readFileSync(file, 'utf8');
  const secret = randomBytes(32).toString('hex');
  writeFileSync(file, secret);
  return secret;
}
