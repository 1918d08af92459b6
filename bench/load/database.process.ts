/** PostgreSQL without a hub before it: what the database of this machine could do at most. */
import { Pool, type PoolClient } from 'pg';
import { performance } from 'node:perf_hooks';
import { randomUUID } from 'node:crypto';
import type { Errand } from './database-limit';
import type { Hits } from './volley';

type Act = (client: PoolClient) => Promise<unknown>;

const BODY = 'Words of a post. '.repeat(38);

async function select(pool: Pool): Promise<Act> {
  const { rows } = await pool.query<{ room: string; thread: string }>(
    `select room_id as room, id as thread from threads where last_number = 20 order by random() limit 1000`,
  );
  return (client) => {
    const { room, thread } = rows[Math.floor(Math.random() * rows.length)]!;
    const text =
      'select * from posts where room_id = $1 and thread_id = $2 and number between $3 and $4 order by number';
    return client.query({ name: 'posts', text, values: [room, thread, 1, 20] });
  };
}

async function commit(pool: Pool): Promise<Act> {
  await prepare(pool);
  return (client) => client.query(INSERT());
}

/** What a room's order costs by itself: one row that everybody counts up, held to the commit. */
async function counter(pool: Pool): Promise<Act> {
  await prepare(pool);
  return async (client) => {
    await client.query('begin');
    await client.query({
      name: 'next',
      text: 'update load_counters set last = last + 1 where id = 1 returning last',
    });
    await client.query(INSERT());
    await client.query('commit');
  };
}

const INSERT = () => ({
  name: 'insert',
  text: 'insert into load_rows (id, body) values ($1, $2)',
  values: [randomUUID(), BODY],
});

async function prepare(pool: Pool): Promise<void> {
  await pool.query(`
    drop table if exists load_rows, load_counters;
    create table load_rows (id uuid primary key, body text not null);
    create table load_counters (id int primary key, last bigint not null);
    insert into load_counters values (1, 0);`);
}

const KINDS = { select, commit, counter };

async function measure({ kind, url, connections, warm, seconds }: Errand): Promise<Hits> {
  const pool = new Pool({ connectionString: url, max: connections });
  const act = await KINDS[kind](pool);
  const times: number[] = [];
  const from = performance.now() + warm * 1000;
  const to = from + seconds * 1000;
  const line = async () => {
    const client = await pool.connect();
    for (let since = performance.now(); since < to; since = performance.now()) {
      await act(client);
      if (since >= from) times.push(performance.now() - since);
    }
    client.release();
  };
  await Promise.all(Array.from({ length: connections }, line));
  await pool.query('drop table if exists load_rows, load_counters');
  await pool.end();
  times.sort((one, other) => one - other);
  const share = (part: number) => times[Math.floor(times.length * part)] ?? 0;
  const count = times.length;
  const rest = { bytes: 0, whole: 0, looked: 0, failures: {} };
  return { count, seconds, perSecond: count / seconds, p50: share(0.5), p99: share(0.99), ...rest };
}

process.once('message', (errand: Errand) => {
  void measure(errand).then((hits) => {
    process.send!(hits);
    process.disconnect();
  });
});
