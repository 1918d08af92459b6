/**
 * Rooms full of posts, made by a few statements. The measures of the peer at the standard amount: 20 rooms,
 * 2,000 threads, 30,759 posts. Every other thread has exactly 20 posts, one is very long, the others are short.
 */
import type { Client } from 'pg';
import { seedTexts } from './texts';

/** The peer's amounts. */
const STANDARD = { posts: 30_759, threads: 2000 };
export const ROOMS = 20;
export const AUTHORS = 200;

export interface Amount {
  posts: number;
  rooms?: number;
  authors?: number;
}

/** Posts of the threads whose pages are measured. */
export const PAGE = 20;

/** How far in the past the discussion began. */
const SPAN = '700 days';

export async function seed(client: Client, amount: Amount, say: (line: string) => void): Promise<void> {
  const { posts, rooms = ROOMS, authors = AUTHORS } = amount;
  const threads = Math.round((posts * STANDARD.threads) / STANDARD.posts);
  const since = Date.now();
  await client.query('begin');
  // Only what is inserted here in bulk is not checked against foreign keys; the indexes are.
  await client.query('set local session_replication_role = replica');
  await client.query('set local synchronous_commit = off');
  await client.query(`set local work_mem = '256MB'`);
  await seedTextTable(client);
  await client.query(people(authors));
  await client.query(roomsAndPlaces(rooms));
  await client.query(plan({ threads, posts, rooms, authors }));
  for (const step of STEPS) await client.query(step);
  await client.query('commit');
  await client.query('vacuum (analyze)');
  await client.query('checkpoint');
  say(`Seeded ${posts} posts in ${threads} threads in ${((Date.now() - since) / 1000).toFixed(0)} s`);
}

async function seedTextTable(client: Client): Promise<void> {
  const texts = seedTexts();
  const lists = [
    texts.map(({ locale }) => locale),
    texts.map(({ body }) => body),
    texts.map(({ html }) => html),
  ];
  await client.query(
    'create temp table texts (turn int primary key, locale text, body text, html text) on commit drop',
  );
  await client.query(
    `insert into texts select n - 1, locale, body, html
     from unnest($1::text[], $2::text[], $3::text[]) with ordinality as given (locale, body, html, n)`,
    lists,
  );
}

/** Who wrote it all, each for an organisation. */
const people = (count: number): string => `
  insert into organisations (slug, name, locale, country, type)
  select 'seed-organisation-' || n, 'Seed organisation ' || n, (array['sv', 'sl', 'it', 'en'])[1 + n % 4],
    (array['SE', 'SI', 'IT', 'GB'])[1 + n % 4], 'association'
  from generate_series(1, 40) n;
  create temp table authors on commit drop as
    select n - 1 as turn, gen_random_uuid() as id from generate_series(1, ${count}) n;
  insert into people (id, email, name, locale, organisation_id, confirmed_at)
  select id, 'author-' || turn || '@example.org', 'Author ' || turn, (array['sv', 'sl', 'it', 'en'])[1 + turn % 4],
    (select organisations.id from organisations where slug = 'seed-organisation-' || 1 + turn % 40), now()
  from authors;`;

/** Half of the rooms belong to the hub, the others to four partnerships with their funding. */
const roomsAndPlaces = (count: number): string => `
  create temp table places on commit drop as
    select n as turn, gen_random_uuid() as id from generate_series(0, 3) n;
  insert into partnerships (id, slug, acronym, accent, status, name, programme, locale)
  select id, 'seed-partnership-' || turn, 'SEED' || turn, (array['green', 'blue', 'red', 'green'])[1 + turn], 'active',
    'Seed partnership ' || turn, 'A programme', 'en' from places;
  insert into funding_notices (partnership_id, version, statement, disclaimer, locale, emblem)
  select id, 1, 'Co-funded by a fund that does not exist.',
    'The opinions are those of the authors only, and nobody else is responsible for them.', 'en', true from places;
  create temp table seats on commit drop as
    select n as turn, gen_random_uuid() as id from generate_series(0, ${count - 1}) n;
  insert into rooms (id, slug, place, partnership_id, visibility, name, description, locale)
  select seats.id, 'seed-room-' || seats.turn, case when seats.turn % 2 = 0 then 'hub' else 'partnership' end, places.id,
    'public', 'Seed room ' || seats.turn, 'Where one of the seeded discussions is held.', 'en'
  from seats left join places on seats.turn % 2 = 1 and places.turn = seats.turn / 2 % 4;`;

/** Which post stands where, and when it was written: threads begin one after the other and overlap widely. */
const plan = ({ threads, posts, rooms, authors }: Required<Amount> & { threads: number }): string => `
  create temp table lengths on commit drop as
    select n as turn, gen_random_uuid() as id, case when n % 2 = 0 then ${PAGE} else 1 + n / 2 % 19 end as posts
    from generate_series(0, ${threads - 1}) n;
  update lengths set posts = posts + ${posts} - (select sum(posts) from lengths) where turn = 1;
  create temp table plan on commit drop as
    select lengths.turn as thread, lengths.id as thread_id, seats.id as room_id, number, gen_random_uuid() as id,
      now() - interval '${SPAN}' + interval '${SPAN}' * 0.9 * lengths.turn / ${threads}
        + interval '${SPAN}' * 0.1 * number / (lengths.posts + 1) as at,
      case when lengths.posts > ${10 * PAGE} then number * 7919 % ${authors}
        else (lengths.turn * 31 + number * number % 11 * 13) % ${authors} end as author
    from lengths join seats on seats.turn = lengths.turn / 2 % ${rooms} cross join generate_series(0, lengths.posts) number;
  create temp table ordered on commit drop as
    select plan.*, row_number() over (partition by room_id order by at, thread, number) as seq,
      lag(plan.id) over (partition by thread order by number) as answered,
      authors.id as author_id, people.organisation_id
    from plan join authors on authors.turn = plan.author join people on people.id = authors.id;
  analyze ordered;`;

/** Number 0 of a thread stands for its opening. Rows are written in the order of time, as they would have come. */
const STEPS = [
  `insert into threads (id, room_id, title, locale, opened_by, opened_at, last_number, last_post_at)
   select thread_id, room_id, 'Seed thread ' || thread, (array['sv', 'sl', 'it', 'en'])[1 + thread % 4],
     (array_agg(author_id order by number))[1], min(at), max(number), max(at)
   from ordered group by thread, thread_id, room_id`,
  `insert into posts (id, room_id, thread_id, number, seq, author_id, organisation_id, client_id, body, html, locale,
     reply_to_id, published_at)
   select id, room_id, thread_id, number, seq, author_id, organisation_id, gen_random_uuid(),
     body || E'\\n\\n' || mark, html || '<p>' || mark || E'</p>\\n', locale,
     case when number > 1 and (thread + number) % 4 = 0 then answered end, at
   from ordered join texts on texts.turn = (thread * 5 + number) % (select count(*) from texts)
   cross join lateral (select 'Ref. ' || thread || '/' || number as mark) as marked
   where number > 0 order by at`,
  `insert into journal (name, actor_id, subject_kind, subject_id, scope_kind, scope_id, seq, data, at)
   select case when number = 0 then 'thread.opened' else 'post.published' end, author_id,
     case when number = 0 then 'thread' else 'post' end, case when number = 0 then thread_id else id end,
     'room', room_id, seq,
     case when number = 0 then jsonb_build_object('threadId', thread_id)
       else jsonb_build_object('threadId', thread_id, 'postId', id) end, at
   from ordered order by at`,
  `update rooms set last_seq = (select max(seq) from ordered where room_id = rooms.id)
   where id in (select id from seats)`,
  'call recount_rooms()',
  `insert into reading_positions (person_id, room_id, thread_id, last_number, read_at)
   select author_id, room_id, thread_id, max(number), max(at) from ordered where number > 0
   group by author_id, room_id, thread_id`,
  'call recount_readings()',
];
