import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbedded } from '../../src/core/database/embedded/server';
import { freePorts } from '../ports';
import { randomFrom } from './clock';
import { table } from './report';

const POSTS = 100_000;
const BATCH = 5000;
const BILLION = 1e9;
/** Rows of each table for one post. Readers: ten people come to a thread of 25 posts. */
const PER_POST = {
  posts: 1,
  journal: 1.1,
  post_revisions: 0.05,
  threads: 1 / 25,
  reading_positions: 10 / 25,
};

type Table = keyof typeof PER_POST;

/** Fills a real database with posts as people write them, weighs it, and says what a billion of them would be. */
export async function weigh(say: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'polylog-bytes-'));
  const [port] = await freePorts(1);
  const server = await startEmbedded(join(folder, 'postgres'), { settings: { port: String(port) } });
  const database = new Client({ connectionString: server.url });
  try {
    const env = { ...process.env, DATABASE_URL: server.url, DATA_DIR: folder, DEMO: 'off' };
    execFileSync(process.execPath, ['dist/hub.js', 'migrate'], { env });
    await database.connect();
    await database.query('create extension pageinspect');
    await fill(database);
    await database.query('vacuum analyze');
    say(`\n## A billion posts: tables and indexes\n\n${await sizes(database)}`);
    say(`\n## What is done with all of it\n\n${await times(database)}`);
  } finally {
    await database.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(database: Client): Promise<void> {
  await database.query(
    `insert into people (email, name, locale) select 'person-' || n || '@example.org', 'Person Number ' || n, 'en'
     from generate_series(1, 2000) n`,
  );
  await database.query(
    `insert into rooms (slug, place, visibility, name, locale)
     select 'room-' || n, 'hub', 'public', 'Room ' || n, 'en' from generate_series(1, 200) n`,
  );
  const threads = POSTS * PER_POST.threads;
  await database.query(
    `insert into threads (room_id, title, locale, opened_by, last_post_at)
     select room.id, 'What do you say about question number ' || n || '?', 'en', person.id, now() - n * interval '1 minute'
     from generate_series(1, $1::int) n
     join (select id, row_number() over () as number from rooms) room on room.number = 1 + n % 200
     join (select id, row_number() over () as number from people) person on person.number = 1 + n * 7 % 2000`,
    [threads],
  );
  const { rows: places } = await database.query<{ id: string; room_id: string }>(
    'select id, room_id from threads',
  );
  const { rows: people } = await database.query<{ id: string }>('select id from people');
  const random = randomFrom(7);
  const one = <Item>(items: Item[]): Item => items[Math.floor(random() * items.length)]!;
  const numbers = new Map<string, number>();
  const next = (id: string): number => numbers.set(id, (numbers.get(id) ?? 0) + 1).get(id)!;
  for (let written = 0; written < POSTS; written += BATCH) {
    const rows = Array.from({ length: BATCH }, () => {
      const { id: thread, room_id: room } = one(places);
      return { room, thread, number: next(thread), seq: next(room), person: one(people).id, ...text(random) };
    });
    await database.query(
      `with given as (
         select * from jsonb_to_recordset($1) as given(room uuid, thread uuid, number int, seq bigint, person uuid, body text, html text)
       ), post as (
         insert into posts (room_id, thread_id, number, seq, author_id, client_id, body, html, locale)
         select room, thread, number, seq, person, gen_random_uuid(), body, html, 'en' from given
         returning id, room_id, thread_id, seq, author_id
       )
       insert into journal (name, actor_id, subject_kind, subject_id, scope_kind, scope_id, seq, data)
       select 'post.published', author_id, 'post', id, 'room', room_id, seq,
         jsonb_build_object('threadId', thread_id, 'postId', id) from post`,
      [JSON.stringify(rows)],
    );
  }
  await database.query(
    `insert into post_revisions (room_id, post_id, revision, body, html, locale, edited_by, written_at)
     select room_id, id, 1, body, html, 'en', author_id, now() from posts where random() < $1`,
    [PER_POST.post_revisions],
  );
  await database.query(
    `insert into reading_positions (person_id, room_id, thread_id, last_number)
     select person.id, thread.room_id, thread.id, 12 from threads thread
     cross join lateral (select id from people where thread.id is not null order by random() limit 10) person`,
  );
}

/** Between 100 and 1,200 characters of words that do not repeat much, as in forums: 650 on average. */
function text(random: () => number): { body: string; html: string } {
  const length = 100 + random() * 1100;
  let body = '';
  while (body.length < length) {
    body += `${Math.floor(random() * 46_656 ** (0.5 + random())).toString(36)} `;
  }
  return { body, html: `<p>${body.replace(/(.{300}) /g, '$1</p>\n<p>')}</p>\n` };
}

interface Weight {
  name: string;
  bytes: number;
  rows: number;
  leaves?: number;
}

async function sizes(database: Client): Promise<string> {
  const rows: string[][] = [];
  let sum = 0;
  for (const [name, perPost] of Object.entries(PER_POST) as [Table, number][]) {
    const { rows: weights } = await database.query<Weight>(
      `select pg_class.relname as name, (select count(*)::float8 from ${name}) as rows,
         (case when relkind = 'r' then pg_table_size(oid) else pg_relation_size(oid) end)::float8 as bytes
       from pg_class left join pg_index on indexrelid = oid
       where oid = $1::regclass or indrelid = $1::regclass order by relkind desc, relname`,
      [name],
    );
    for (const [index, weight] of weights.entries()) {
      const perRow = weight.bytes / weight.rows;
      const all = perRow * BILLION * perPost;
      sum += all;
      const levels = index === 0 ? '' : await depth(database, weight.name, BILLION * perPost);
      const label = index === 0 ? `**${weight.name}**` : weight.name;
      rows.push([
        label,
        index === 0 ? count(BILLION * perPost) : '',
        perRow.toFixed(0),
        gigabytes(all),
        levels,
      ]);
    }
  }
  rows.push(['**all**', '', (sum / BILLION).toFixed(0), gigabytes(sum), '']);
  return table(['', 'rows', 'bytes per row', 'at a billion posts', 'levels'], rows);
}

/** How many pages stand above each other: entries per page as measured, also for inner pages. */
async function depth(database: Client, index: string, entries: number): Promise<string> {
  const { rows } = await database.query<{ items: number }>(
    `select avg(live_items)::float8 as items from bt_multi_page_stats($1, 1, -1) where type = 'l'`,
    [index],
  );
  return String(Math.ceil(Math.log(entries) / Math.log(rows[0]!.items)));
}

const gigabytes = (bytes: number): string =>
  `${Number((bytes / 1e9).toPrecision(3)).toLocaleString('en')} GB`;
const count = (rows: number): string => `${Number((rows / 1e6).toPrecision(3)).toLocaleString('en')} million`;
const perDay = (bytes: number): string => `${gigabytes(bytes * 100 * 86_400)} a day at 100 posts/s`;
const hours = (milliseconds: number): string =>
  `${Number((milliseconds / 3.6e6).toPrecision(2)).toLocaleString('en')} h`;

/** Dumping, restoring and vacuuming are measured with what is there; a billion is so many times more. */
async function times(database: Client): Promise<string> {
  const timed = async (statement: string) => {
    const began = performance.now();
    await database.query(statement);
    return performance.now() - began;
  };
  const scale = BILLION / POSTS;
  const dump = (await timed(`copy posts to '/dev/null'`)) + (await timed(`copy journal to '/dev/null'`));
  await database.query('create table posts_again (like posts)');
  await database.query('create table journal_again (like journal)');
  const rows =
    (await timed('insert into posts_again select * from posts')) +
    (await timed('insert into journal_again select * from journal'));
  const indexes = await indexesAgain(database, timed);
  const freeze = (await timed('vacuum freeze posts')) + (await timed('vacuum freeze journal'));
  const [random, ordered] = [
    await logPerPost(database, 'random'),
    await logPerPost(database, 'in order of time'),
  ];
  return table(
    ['posts and journal', `${POSTS.toLocaleString('en')} posts`, 'a billion, one process'],
    [
      ['read all (dump, without compression)', `${dump.toFixed(0)} ms`, hours(dump * scale)],
      ['write all rows (restore)', `${rows.toFixed(0)} ms`, hours(rows * scale)],
      ['make all indexes (restore)', `${indexes.toFixed(0)} ms`, hours(indexes * scale)],
      ['vacuum freeze', `${freeze.toFixed(0)} ms`, hours(freeze * scale)],
      ['log of one post', `${random.later.toFixed(0)} B`, perDay(random.later)],
      ['log of one post, just after a checkpoint', `${random.first.toFixed(0)} B`, perDay(random.first)],
      ['the same, with ids in order of time', `${ordered.first.toFixed(0)} B`, perDay(ordered.first)],
    ],
  );
}

async function indexesAgain(
  database: Client,
  timed: (statement: string) => Promise<number>,
): Promise<number> {
  const { rows } = await database.query<{ statement: string; name: string }>(
    `select indexdef as statement, indexname as name from pg_indexes where tablename in ('posts', 'journal')`,
  );
  let sum = 0;
  for (const { statement, name } of rows) {
    const again = statement
      .replace(`INDEX ${name} `, `INDEX ${name}_again `)
      .replace(/ON public\.(posts|journal) /, 'ON public.$1_again ');
    sum += await timed(again);
  }
  return sum;
}

const IDS = { random: 'gen_random_uuid()', 'in order of time': 'uuidv7()' };

/** Bytes of the write-ahead log for one reply, as the hub makes it: just after a checkpoint, and later. */
async function logPerPost(
  database: Client,
  ids: keyof typeof IDS,
): Promise<{ first: number; later: number }> {
  const { rows } = await database.query<{ thread: string; room: string; person: string }>(
    `select thread.id as thread, thread.room_id as room, thread.opened_by as person from threads thread
     order by random() limit 100`,
  );
  const random = randomFrom(3);
  const round = async () => {
    const { rows: before } = await database.query<{ at: string }>('select pg_current_wal_lsn() as at');
    for (const row of rows) await reply(database, row, IDS[ids], text(random));
    const { rows: written } = await database.query<{ bytes: number }>(
      'select pg_wal_lsn_diff(pg_current_wal_lsn(), $1)::float8 as bytes',
      [before[0]!.at],
    );
    return written[0]!.bytes / rows.length;
  };
  await round(); // ids in order of time begin a page of their own
  await database.query('checkpoint');
  const first = await round();
  await round();
  return { first, later: await round() };
}

async function reply(
  database: Client,
  { thread, room, person }: { thread: string; room: string; person: string },
  id: string,
  { body, html }: { body: string; html: string },
): Promise<void> {
  await database.query('begin');
  await database.query('update rooms set last_seq = last_seq + 1 where id = $1', [room]);
  await database.query(
    `with thread as (
       update threads set last_number = last_number + 1000, last_post_at = clock_timestamp()
       where room_id = $1 and id = $2 returning last_number
     ), post as (
       insert into posts (id, room_id, thread_id, number, seq, author_id, client_id, body, html, locale)
       select ${id}, $1, $2, last_number, 1000000 + last_number, $3, ${id}, $4, $5, 'en' from thread returning id, seq
     )
     insert into journal (name, actor_id, subject_kind, subject_id, scope_kind, scope_id, data)
     select 'post.published', $3, 'post', id, 'room', $1, $6 from post`,
    [room, thread, person, body, html, JSON.stringify({ threadId: thread, postId: thread })],
  );
  await database.query(
    `insert into reading_positions (person_id, room_id, thread_id, last_number) values ($1, $2, $3, 1000)
     on conflict (person_id, room_id, thread_id) do update set last_number = reading_positions.last_number + 1`,
    [person, room, thread],
  );
  await database.query('commit');
}
