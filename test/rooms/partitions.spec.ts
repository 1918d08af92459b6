import { readFileSync } from 'node:fs';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf } from '../../src/core/database/pool';
import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { ask, listen, openSocket } from '../support/socket';

/** The tables that grow with what people write, and the key that they are spread by (docs/scaling.md). */
const KEYS = {
  threads: 'room_id',
  posts: 'room_id',
  post_revisions: 'room_id',
  post_reactions: 'room_id',
  reading_positions: 'room_id',
  thread_levels: 'room_id',
  journal: 'scope_id',
};
const TABLES = Object.keys(KEYS);
const PARTS = 8;

/** What does not say in which room it looks: on Citus each of these asks every node. */
const WIDE = {
  'a thread by its id': /thread"?\."?id"? = \$\d/,
  'a post by its id': /where post\.id = \$1/,
  'the language of a writer': /^select locale from posts where author_id = \$1/,
  'the threads of a room, with what she has read': /from \( \(select \* from threads where room_id = \$2/,
  'rooms of a list': /room_id = any ?\(\$\d/,
};

/** What the change to partitions does: keys without the room fall, all else is made again. */
async function partition(database: DataSource): Promise<string[]> {
  const foreign = await database.query<{ owner: string; name: string; definition: string }[]>(
    `select conrelid::regclass::text as owner, conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint
     where contype = 'f' and (conrelid::regclass::text = any($1) or confrelid::regclass::text = any($1))`,
    [TABLES],
  );
  const functions = await database.query<{ name: string; definition: string }[]>(
    `select pg_proc.oid::regprocedure as name, pg_get_functiondef(pg_proc.oid) as definition
     from pg_proc join pg_class on reltype = prorettype where relname = any($1)`,
    [TABLES],
  );
  const views = await database.query<{ name: string; definition: string }[]>(
    `select viewname as name, definition from pg_views where schemaname = 'public' and viewname not like 'pg\\_%'`,
  );
  const triggers = await database.query<{ definition: string }[]>(
    `select pg_get_triggerdef(oid) as definition from pg_trigger
     where not tgisinternal and tgrelid::regclass::text = any($1)`,
    [TABLES],
  );
  for (const { owner, name } of foreign) await database.query(`alter table ${owner} drop constraint ${name}`);
  for (const { name } of functions) await database.query(`drop function ${name}`);
  await database.query('alter table threads drop constraint threads_id_key');
  await database.query('alter table posts drop constraint posts_id_key');
  for (const [table, key] of Object.entries(KEYS)) {
    await database.query(`alter table ${table} rename to ${table}_whole`);
    await database.query(
      `create table ${table} (like ${table}_whole including all) partition by hash (${key})`,
    );
    for (let part = 0; part < PARTS; part += 1) {
      await database.query(
        `create table ${table}_part_${part} partition of ${table} for values with (modulus ${PARTS}, remainder ${part})`,
      );
    }
  }
  for (const { name, definition } of views)
    await database.query(`create or replace view ${name} as ${definition}`);
  for (const table of TABLES) await database.query(`drop table ${table}_whole`);
  for (const { definition } of [...functions, ...triggers]) await database.query(definition);
  const lost = [];
  for (const { owner, name, definition } of foreign) {
    if (/REFERENCES (threads|posts)\(id\)/.test(definition)) lost.push(`${owner}: ${definition}`);
    else await database.query(`alter table ${owner} add constraint ${name} ${definition}`);
  }
  return lost;
}

interface Plan {
  'Relation Name'?: string;
  'Actual Loops': number;
  Plans?: Plan[];
}

/** A statement that has been run, also one inside a function or a key, and the partitions that it has looked into. */
interface Run {
  text: string;
  partitions: Set<string>;
}

/** From now on PostgreSQL tells of every statement how it has run it. */
async function overhear(database: DataSource): Promise<Run[]> {
  const runs: Run[] = [];
  const pool = poolOf(database);
  const listenTo = async (client: PoolClient) => {
    client.on('notice', ({ message }) => {
      const told = /plan:\s+(\{[^]*)$/.exec(message ?? '')?.[1];
      if (!told) return;
      const { Plan: plan, 'Query Text': text } = JSON.parse(told) as { Plan: Plan; 'Query Text': string };
      runs.push({ text: text.replace(/\s+/g, ' ').trim(), partitions: new Set(reached(plan)) });
    });
    await client.query(
      `load 'auto_explain'; set client_min_messages = log;
       set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on;
       set auto_explain.log_analyze = on; set auto_explain.log_timing = off; set auto_explain.log_format = json`,
    );
  };
  const clients = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
  for (const client of clients) {
    await listenTo(client);
    client.release();
  }
  pool.on('connect', (client: PoolClient) => void listenTo(client));
  return runs;
}

function reached(plan: Plan): string[] {
  const below = (plan.Plans ?? []).flatMap(reached);
  const own = plan['Relation Name'];
  return own && /_part_\d$/.test(own) && plan['Actual Loops'] > 0 ? [own, ...below] : below;
}

/** More than one partition of the same table. */
const isWide = ({ partitions }: Run): boolean => {
  const tables = [...partitions].map((name) => name.replace(/_part_\d$/, ''));
  return new Set(tables).size < tables.length;
};

describe('Rooms on partitioned tables', () => {
  let hub: TestHub;
  let room: TestRoom;
  let member: TestPerson;
  let client: TestClient;
  let lost: string[];
  let runs: Run[];

  beforeAll(async () => {
    hub = await startHub();
    lost = await partition(hub.database);
    runs = await overhear(hub.database);
    room = await aRoom(hub);
    member = await aPerson(hub, { name: 'Member', grants: [{ role: 'member', placeId: room.platformId! }] });
    client = await TestClient.as(hub, member);
  });
  afterAll(() => hub.close());

  it('loses only the keys that name a thread without its room', () => {
    expect(lost).toEqual([
      'thread_translations: FOREIGN KEY (owner_id) REFERENCES threads(id) ON DELETE CASCADE',
    ]);
  });

  it('looks into one partition for all that is done in a discussion, but for finding by id alone', async () => {
    const opened = await client.send('post', `/api/v1/rooms/${room.id}/threads`, {
      title: 'A question',
      ...something(),
    });
    expect(opened.status).toBe(201);
    const thread = (opened.body as { id: string }).id;
    const post = await discuss(thread);
    expect(post.status).toBe(200);
    const writes = runs.filter(({ text }) => /insert into posts/.test(text));
    expect(writes.length).toBeGreaterThanOrEqual(3);
    expect(runs.filter((run) => run.partitions.size > 0 && !isWide(run)).length).toBeGreaterThan(20);
    const unknown = runs.filter(
      (run) => isWide(run) && !Object.values(WIDE).some((pattern) => pattern.test(run.text)),
    );
    expect(unknown).toEqual([]);
  });

  /** Writing by socket and by HTTP, hearing it, editing, withdrawing, reading. */
  async function discuss(thread: string) {
    const socket = await openSocket(hub, client);
    const { until } = listen<{ entries: unknown[] }>(socket, 'room:entries');
    await ask(socket, 'room:join', { room: room.id, locale: 'en' });
    const first = await ask<{ id: string }>(socket, 'post:send', { thread, ...something() });
    const answer = { ...something('An answer'), replyToId: first.id };
    const { body, status } = await client.send('post', `/api/v1/threads/${thread}/posts`, answer);
    expect(status).toBe(201);
    const path = `/api/v1/posts/${(body as { id: string }).id}`;
    const same = something('At the same moment');
    const twice = [1, 2].map(() => client.send('post', `/api/v1/threads/${thread}/posts`, same));
    expect((await Promise.all(twice)).map((sent) => sent.status).toSorted()).toEqual([200, 201]);
    await until((pages) => pages.flatMap(({ entries }) => entries).length >= 2);
    const edited = { body: 'Another', locale: 'en', baseRevision: 1 };
    expect((await client.send('patch', path, edited)).status).toBe(200);
    await ask(socket, 'thread:read', { thread, number: 2 });
    expect((await client.get(`/en/threads/${thread}`)).status).toBe(200);
    expect((await client.get(`/en/rooms/${room.slug}`)).status).toBe(200);
    expect((await client.get(`/api/v1/rooms/${room.id}/entries?after=0`)).status).toBe(200);
    socket.close();
    return client.send('put', `${path}/withdrawal`);
  }

  it('is decided for every table', async () => {
    const tables = await hub.database.query<{ name: string }[]>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename not like '%\\_part\\__'`,
    );
    const document = readFileSync('docs/scaling.md', 'utf8');
    const missing = tables.filter(({ name }) => !document.includes(`| \`${name}\` `));
    expect(missing).toEqual([]);
  });
});
