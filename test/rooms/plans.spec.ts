import { Client } from 'pg';
import type { Socket } from 'socket.io-client';
import { setTimeout as sleep } from 'node:timers/promises';
import { seed } from '../../bench/seed/discussion';
import { something } from '../factories/rooms';
import { Transactions } from '../../src/core/database/transactions';
import type { Entry } from '../../src/core/journal/entry';
import { PostNews } from '../../src/rooms/following/post-news.service';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { Plans, tellPlans } from '../support/plans';
import { ask, openSocket } from '../support/socket';

/**
 * A million posts in 20 rooms by 200 people: that is 3,250 threads in each room and 5,000 posts of each person.
 * Here is as much, but in two rooms and of a dozen people, and PostgreSQL is told that its tables hold as many rows
 * as they would. So it plans as it would, and what a plan touches is counted in rows that are really there.
 */
const AMOUNT = { posts: 60_000, rooms: 2, authors: 12 };
const AS_IF = Math.round(1_000_000 / AMOUNT.posts);

/** The most that one step of a plan may touch: the end of a thread and a batch of entries are 200 rows. */
const MOST = 250;
/** Counts organisations and members, who are few beside the posts. */
const WHO_TAKES_PART = /from organisations where not demo|from memberships where state = 'member'/;

/** After five times PostgreSQL may make a plan once for all parameters. */
const TIMES = 7;

describe('Hot queries, at a million posts,', () => {
  let hub: TestHub;
  let plans: Plans;
  let visitor: TestClient;
  let member: TestClient;
  let sockets: Socket[] = [];
  let room: { id: string; slug: string; last: number };
  let thread: string;
  let long: string;

  beforeAll(async () => {
    tellPlans();
    hub = await startHub();
    await fill(hub);
    plans = new Plans(hub);
    const [[seat], [short], [longest], [author]] = await Promise.all([
      rows<typeof room>(`select id, slug, last_seq::int as last from rooms where slug = 'seed-room-0'`),
      rows<{ id: string }>(`select id from threads where title = 'Seed thread 2000'`),
      rows<{ id: string }>(`select id from threads where title = 'Seed thread 1'`),
      rows<{ id: string; name: string; email: string }>(`select * from people where name = 'Author 3'`),
    ]);
    [room, thread, long] = [seat!, short!.id, longest!.id];
    visitor = new TestClient(hub);
    member = await TestClient.as(hub, author!);
  });
  afterEach(() => {
    for (const socket of sockets) socket.close();
    sockets = [];
  });
  afterAll(() => hub.close());

  const rows = <Row>(text: string, values: unknown[] = []) => hub.database.query<Row[]>(text, values);

  /** Does it so often that plans are made for all parameters too. */
  async function expectIndexes(
    act: (turn: number) => Promise<unknown>,
    except?: RegExp,
    most = MOST,
  ): Promise<void> {
    plans.heard.splice(0);
    for (let turn = 0; turn < TIMES; turn += 1) await act(turn);
    expect(plans.heard.length).toBeGreaterThan(0);
    expect(plans.faults(most, except)).toEqual([]);
  }

  async function get(client: TestClient, path: string): Promise<void> {
    const { status } = await client.agent.get(path).redirects(0);
    expect({ path, status }).toEqual({ path, status: 200 });
  }

  const reply = (thread: string) => member.send('post', `/api/v1/threads/${thread}/posts`, something());

  it.each(['', '?before=15', '?after=3', '?around=8'])('a thread%s', async (window) => {
    await expectIndexes(() => get(visitor, `/en/threads/${thread}${window}`));
    await expectIndexes(() => get(member, `/sl/threads/${thread}${window}`));
  });
  it.each(['', '?before=1000', '?around=700'])('the longest thread%s', async (window) => {
    await expectIndexes(() => get(visitor, `/en/threads/${long}${window}`));
    await expectIndexes(() => get(member, `/sl/threads/${long}${window}`));
  });
  it('a room, and further down', async () => {
    await expectIndexes(() => get(visitor, `/en/rooms/${room.slug}`));
    await expectIndexes(() => get(member, `/it/rooms/${room.slug}`));
    const { next } = (await visitor.get(`/api/v1/rooms/${room.id}/threads?limit=100`)).body;
    await expectIndexes(() => get(visitor, `/en/rooms/${room.slug}?after=${next}`));
  });
  it.each(['state=open', 'state=resolved', 'theme=care', 'state=resolved&theme=care'])(
    'the threads of a room, only %s',
    async (filter) => {
      await expectIndexes(() => get(visitor, `/en/rooms/${room.slug}?${filter}`));
      await expectIndexes(() => get(member, `/api/v1/rooms/${room.id}/threads?limit=10&${filter}`));
    },
  );
  it.each(['/en', '/en/rooms', '/api/v1/rooms'])('%s', async (path) => {
    await expectIndexes(() => get(visitor, path), WHO_TAKES_PART);
    await expectIndexes(() => get(member, path), WHO_TAKES_PART);
  });
  it('what is new, in ten rooms of which the 200 newest threads are looked through', async () => {
    await expectIndexes(() => get(member, '/en/what-is-new'), undefined, 10 * 200);
    await expectIndexes(() => get(member, '/api/v1/me/news?page=2'), undefined, 10 * 200);
  });
  it('posts, threads and entries as JSON', async () => {
    await expectIndexes(() => get(visitor, `/api/v1/threads/${thread}/posts?limit=20`));
    await expectIndexes(() => get(member, `/api/v1/threads/${long}/posts?limit=100&before=900`));
    await expectIndexes(() => get(visitor, `/api/v1/threads/${thread}`));
    await expectIndexes(() => get(visitor, `/api/v1/rooms/${room.id}/threads?limit=100`));
    await expectIndexes(() => get(member, `/api/v1/rooms/${room.id}`));
    await expectIndexes(() =>
      get(visitor, `/api/v1/rooms/${room.id}/entries?after=${room.last >> 1}&limit=200`),
    );
  });
  it('writing: a post, an edit, a withdrawal, a thread', async () => {
    await expectIndexes(() => reply(thread));
    await expectIndexes(() => reply(long));
    await expectIndexes(async () => {
      const { id, revision } = (await reply(thread)).body;
      const edited = { body: 'Otherwise', locale: 'en', baseRevision: revision };
      expect((await member.send('patch', `/api/v1/posts/${id}`, edited)).status).toBe(200);
      await get(visitor, `/en/posts/${id}/history`);
      expect((await member.send('put', `/api/v1/posts/${id}/withdrawal`)).status).toBe(200);
    });
    await expectIndexes(async (turn) => {
      const opened = something('Something', { title: `Another thread ${turn}` });
      const { status, body } = await member.send('post', `/api/v1/rooms/${room.id}/threads`, opened);
      expect(status).toBe(201);
      await member.send('put', `/api/v1/threads/${body.id}/closure`);
    });
    await expectIndexes((turn) =>
      member.send('put', `/api/v1/threads/${long}/position`, { number: 100 + turn }),
    );
  });
  it('telling of a post: whom it answers, and who follows', async () => {
    const [entry] = await rows<Entry<'post.published'>>(
      `select *, json_build_object('kind', scope_kind, 'id', scope_id) as scope from journal
       where name = 'post.published' and scope_id = $1 order by seq desc limit 1`,
      [room.id],
    );
    await expectIndexes(() =>
      hub.app.get(Transactions).run((tx) => hub.app.get(PostNews).tell(tx, [entry!])),
    );
  });
  it('joining by socket, hearing, sending, reading, and the sweep', async () => {
    await expectIndexes(async () => {
      const socket = await openSocket(hub, member);
      sockets.push(socket);
      await ask(socket, 'room:join', { room: room.id, last: room.last - 100, locale: 'it' });
      await ask(socket, 'post:send', { thread: long, ...something() });
      await ask(socket, 'room:typing', { room: room.id, thread: long });
      await ask(socket, 'thread:read', { thread, number: 3 });
    });
    await expectIndexes(() => sleep(200)); // a sweep each second
  });
  it('a session and an API token', async () => {
    await expectIndexes(() => get(member, '/api/v1/me'));
    const { secret } = (await member.send('post', '/api/v1/me/tokens', { name: 'A program', scope: 'read' }))
      .body;
    const program = new TestClient(hub);
    await expectIndexes(async () => {
      const { status } = await program.agent.get('/api/v1/me').set({ Authorization: `Bearer ${secret}` });
      expect(status).toBe(200);
    });
  });
  it('would be noticed without an index', async () => {
    await rows('alter table posts drop constraint posts_in_thread');
    await visitor.get(`/api/v1/threads/${thread}/posts?limit=20`);
    expect(plans.faults(MOST)).not.toEqual([]);
  });
});

/** What grows with the posts. */
const GROWN = [
  ...['posts', 'post_revisions', 'journal', 'threads', 'thread_translations'],
  ...['reading_positions', 'thread_levels'],
];

async function fill(hub: TestHub): Promise<void> {
  const { url } = hub.database.options as { url: string };
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('set auto_explain.log_min_duration = -1');
    await client.query(OTHERS);
    await seed(client, AMOUNT, () => undefined);
    await client.query(HISTORY);
    for (const table of GROWN) {
      await client.query(`alter table ${table} set (autovacuum_enabled = false)`);
      await client.query(
        `update pg_class set reltuples = reltuples * ${AS_IF} where oid = '${table}'::regclass`,
      );
    }
  } finally {
    await client.end();
  }
}

/** Other people and rooms, so that a session, a grant or a thread is one of many. */
const OTHERS = `
  insert into people (email, name, locale, confirmed_at)
  select 'other-' || n || '@example.org', 'Other ' || n, 'en', now() from generate_series(1, 5000) n;
  insert into sessions (sid, sess, expire)
  select 'other-' || id, json_build_object('passport', json_build_object('user', id)), now() + interval '1 day'
  from people;
  insert into grants (person_id, role, place_id) select id, 'member', gen_random_uuid() from people;
  insert into api_tokens (person_id, name, scope, hash)
  select id, 'A program', 'read', uuid_send(gen_random_uuid()) from people;
  with platform as (
    insert into platforms (slug, country, name, locale) values ('other', 'SI', 'A platform', 'en') returning id
  )
  insert into memberships (platform_id, person_id, stakeholder_group_id, state)
  select platform.id, people.id, (select stakeholder_groups.id from stakeholder_groups limit 1), 'member'
  from platform, people;
  with room as (
    insert into rooms (slug, place, visibility, name, locale)
    select 'other-' || n, 'hub', 'public', 'Room ' || n, 'en' from generate_series(1, 18) n returning id
  )
  insert into threads (room_id, title, locale, opened_by)
  select room.id, 'A newer thread', 'en', (select people.id from people limit 1)
  from room, generate_series(1, 50);
  insert into organisations (slug, name, locale, country, type)
  select 'other-' || n, 'Other ' || n, 'en', 'SI', 'association' from generate_series(1, 20000) n;`;

const HISTORY = `
  insert into thread_translations (owner_id, title, locale, status, source_revision, origin)
  select threads.id, title, other, 'draft', 1, 'person' from threads, unnest(array['sv', 'sl', 'it']) other
  where locale = 'en';
  update threads set resolved_at = last_post_at where abs(hashtext(id::text)) % 10 = 0;
  update threads set themes = array['care'] where abs(hashtext(id::text)) % 20 = 1;
  update threads set themes = array['youth'] where abs(hashtext(id::text)) % 20 = 2;
  insert into post_revisions (room_id, post_id, revision, body, html, locale, written_at)
  select room_id, id, 1, body, html, locale, published_at from posts limit 5000;
  insert into thread_levels (room_id, thread_id, person_id, level, by_hand)
  select room_id, thread_id, person_id, case when place % 300 = 0 then 'muted' else 'following' end, place % 300 = 0
  from (select *, row_number() over (partition by person_id, room_id order by thread_id) as place
    from reading_positions) each;
  insert into room_readings (person_id, room_id, read_count) select people.id, rooms.id, 0
  from people, rooms where rooms.slug like 'seed-%' on conflict do nothing;
  insert into room_levels (person_id, room_id, level) select people.id, rooms.id, 'normal'
  from people, rooms where rooms.slug like 'seed-%';
  analyze threads, thread_translations, post_revisions, thread_levels, room_readings, room_levels;`;
