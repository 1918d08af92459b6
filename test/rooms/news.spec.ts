import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

interface News {
  unread: number;
  since: string | null;
  told: { name: string; path: string }[];
  rooms: {
    room: { id: string; unread: number };
    threads: {
      id: string;
      unread: number;
      level: string;
      lastAuthor: string;
      fresh: boolean;
      firstUnread: string;
    }[];
    more: boolean;
  }[];
  page: number;
  pages: number;
}

describe('What is new', () => {
  let hub: TestHub;
  let room: TestRoom;
  let anna: TestPerson;
  let reader: TestPerson;
  let author: TestClient;
  let client: TestClient;

  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.close());
  beforeEach(async () => {
    room = await aRoom(hub);
    const grants = [{ role: 'member' as const, placeId: room.platformId! }];
    anna = await aPerson(hub, { name: 'Anna', grants });
    reader = await aPerson(hub, { name: 'Reader', grants });
    author = await TestClient.as(hub, anna);
    client = await TestClient.as(hub, reader);
  });

  async function opens(title: string, at = room): Promise<string> {
    const sent = { title, ...something() };
    const { body } = await author.send('post', `/api/v1/rooms/${at.id}/threads`, sent);
    return (body as { id: string }).id;
  }

  const says = (thread: string, more: Record<string, unknown> = {}) =>
    author.send('post', `/api/v1/threads/${thread}/posts`, something('Something', more));

  const news = async (query = ''): Promise<News> =>
    (await client.get(`/api/v1/me/news${query}`)).body as News;

  const page = async (query = '') => {
    const { status, text } = await client.get(`/en/what-is-new${query}`);
    expect(status).toBe(200);
    return text;
  };

  it('is friendly when there is nothing, and is for those who have signed in', async () => {
    const text = await page();
    expect(text).toContain('You have read everything');
    expect(text).not.toContain('Mark all as read');
    expect(await news()).toEqual({ unread: 0, since: null, told: [], rooms: [], page: 1, pages: 0 });
    const visitor = new TestClient(hub);
    expect((await visitor.get('/en/what-is-new')).status).toBe(401);
    expect((await visitor.get('/api/v1/me/news')).status).toBe(401);
    expect(text).toContain('href="/en/what-is-new"');
  });

  it('lists unread threads of each room, followed ones first, with the way to the first unread post', async () => {
    const [followed, normal, muted, read] = [
      await opens('Followed'),
      await opens('Normal'),
      await opens('Muted'),
      await opens('Read'),
    ];
    await client.send('put', `/api/v1/threads/${followed}/following`, { level: 'following' });
    await client.send('put', `/api/v1/threads/${muted}/following`, { level: 'muted' });
    await client.send('put', `/api/v1/threads/${normal}/position`, { number: 1 });
    await client.send('put', `/api/v1/threads/${read}/position`, { number: 1 });
    await says(normal);
    await says(normal);
    const { unread, rooms } = await news();
    expect(unread).toBe(3);
    expect(rooms).toHaveLength(1);
    expect(rooms[0]).toMatchObject({ room: { id: room.id, unread: 3 }, more: false });
    expect(rooms[0]!.threads).toMatchObject([
      { id: followed, level: 'following', unread: 1, lastAuthor: 'Anna' },
      { id: normal, level: 'normal', unread: 2, firstUnread: `/threads/${normal}?around=2&since=1#unread` },
    ]);
    const text = await page();
    expect(text).toContain(`/en/threads/${normal}?around=2&amp;since=1#unread`);
    expect(text).not.toContain('Muted');
    await client.send('put', `/api/v1/rooms/${room.id}/following`, { level: 'muted' });
    expect((await news()).rooms.flatMap(({ threads }) => threads.map(({ id }) => id))).toEqual([followed]);
  });

  it('says first what was said to the reader herself, until she has read it, and nothing of what she mutes', async () => {
    const thread = await opens('A question');
    const mine = await client.send('post', `/api/v1/threads/${thread}/posts`, something());
    await says(thread, { body: 'A word to all.' });
    await says(thread, { replyToId: mine.body.id });
    await says(thread, { body: 'And you, @Reader?' });
    await hub.drain();
    expect((await news()).told.map(({ name }) => name)).toEqual([
      ...['post.mentioned', 'post.answered', 'thread.continued'],
    ]);
    expect(await page()).toMatch(/For you[^]*You were answered/);
    await client.send('put', `/api/v1/threads/${thread}/position`, { number: 4 });
    expect((await news()).told.map(({ name }) => name)).toEqual(['post.mentioned']);
    await client.send('put', `/api/v1/threads/${thread}/following`, { level: 'muted' });
    expect(await news()).toMatchObject({ told: [], rooms: [] });
  });

  it('is narrowed to what she follows, to what was said to her, and to one room', async () => {
    const [followed, other] = [await opens('Followed'), await opens('Other')];
    const quiet = await aRoom(hub, { platformId: room.platformId!, partnershipId: room.partnershipId! });
    const elsewhere = await opens('Elsewhere', quiet);
    await client.send('put', `/api/v1/threads/${followed}/following`, { level: 'following' });
    await says(other, { body: 'And you, @Reader?' });
    await hub.drain();
    const ids = async (query: string) =>
      (await news(query)).rooms.flatMap(({ threads }) => threads.map(({ id }) => id));
    expect(await ids('?only=followed')).toEqual([followed]);
    expect(await news('?only=followed')).toMatchObject({ unread: 1, rooms: [{ room: { unread: 1 } }] });
    expect(await news('?only=mentions')).toMatchObject({ rooms: [], told: [{ name: 'post.mentioned' }] });
    expect(await news('?only=answers')).toMatchObject({ rooms: [], told: [] });
    expect(await ids(`?room=${quiet.id}`)).toEqual([elsewhere]);
    await client.send('put', `/api/v1/rooms/${room.id}/following`, { level: 'every_post' });
    await client.send('put', `/api/v1/threads/${followed}/following`, { level: 'normal' });
    expect(await ids('?only=followed')).toEqual([other]);
    expect(await news('?only=followed')).toMatchObject({ unread: 2 });
    expect(await page('?only=answers')).toContain('Nothing new of this kind');
    expect(await page(`?room=${quiet.slug}`)).toContain('Elsewhere');
    expect(await page('?only=followed')).not.toContain('Elsewhere');
    const hidden = await aRoom(hub, { visibility: 'private' });
    expect((await client.get(`/en/what-is-new?room=${hidden.slug}`)).status).toBe(404);
    expect(await ids(`?room=${hidden.id}`)).toEqual([]);
    for (const query of ['?only=x', '?only=', '?room=x', '?room='])
      expect((await client.get(`/api/v1/me/news${query}`)).status).toBe(422);
    expect((await client.get('/en/what-is-new?only=x')).status).toBe(200);
  });

  it('lists every unread thread, also those below two hundred that were read', async () => {
    const old = [];
    for (let turn = 0; turn < 3; turn += 1) old.push(await opens(`Old ${turn}`));
    await hub.database.query(
      `with made as (
         insert into threads (room_id, title, locale, opened_by, last_number, last_post_at)
         select $1, 'Read ' || n, 'en', $2, 1, now() + n * interval '1 second' from generate_series(1, 250) n
         returning room_id, id
       ), read as (
         insert into reading_positions (person_id, room_id, thread_id, last_number)
         select $3, room_id, id, 1 from made returning 1
       ), counted as (
         insert into room_readings (person_id, room_id, read_count) values ($3, $1, 250)
       ) update rooms set post_count = post_count + 250, thread_count = thread_count + 250 where id = $1`,
      [room.id, anna.id, reader.id],
    );
    const titles = async (query: string) =>
      (await news(query)).rooms.flatMap(({ threads }) => threads.map(({ id }) => id)).toSorted();
    expect(await titles('')).toEqual(old.toSorted());
    const more = [];
    for (let turn = 0; turn < 52; turn += 1) more.push(await opens(`More ${turn}`));
    expect((await news()).rooms[0]).toMatchObject({ more: true });
    const [first, second] = [await titles(`?room=${room.id}`), await titles(`?room=${room.id}&page=2`)];
    expect([first.length, second.length]).toEqual([50, 5]);
    expect([...first, ...second].toSorted()).toEqual([...old, ...more].toSorted());
    expect(await page()).toContain(`/en/what-is-new?room=${room.slug}`);
    expect(await page(`?room=${room.slug}`)).toContain(`/en/what-is-new?room=${room.slug}&amp;page=2`);
  });

  it('is marked as read by room and as a whole, which can be taken back', async () => {
    const other = await aRoom(hub, { platformId: room.platformId!, partnershipId: room.partnershipId! });
    const [here, there] = [await opens('Here'), await opens('There', other)];
    await client.send('put', `/api/v1/threads/${here}/position`, { number: 1 });
    await says(here, { body: 'And you, @Reader?' });
    await says(here);
    await hub.drain();
    const state = async () => {
      const { unread, told, rooms } = await news();
      return {
        unread,
        told: told.map(({ name }) => name),
        rooms: rooms.map((each) => each.room.id).toSorted(),
      };
    };
    const before = await state();
    expect(before).toEqual({
      ...{ unread: 3, told: ['post.mentioned'], rooms: [room.id, other.id].toSorted() },
    });
    const mark = async (fields: Record<string, string>) => {
      expect((await client.submit('/en/what-is-new/read', fields, '/en/what-is-new')).status).toBe(303);
      const text = await page();
      return /action="(\/en\/what-is-new\/unread\?at=\d+)"/.exec(text)![1]!;
    };
    const undo = await mark({ room: room.id });
    expect(await state()).toEqual({ unread: 1, told: [], rooms: [other.id] });
    expect((await client.submit(undo, {}, '/en/what-is-new')).status).toBe(303);
    expect(await state()).toEqual(before);
    const undoAll = await mark({});
    expect(await state()).toEqual({ unread: 0, told: [], rooms: [] });
    await says(here);
    await client.send('put', `/api/v1/threads/${here}/position`, { number: 4 });
    await client.submit(undoAll, {}, '/en/what-is-new');
    expect(await state()).toMatchObject({ unread: 1, rooms: [other.id] });
    await client.submit(undoAll, {}, '/en/what-is-new');
    expect(await state()).toMatchObject({ unread: 1, rooms: [other.id] });
    const { body } = await client.send('put', `/api/v1/rooms/${other.id}/position`);
    expect((await news()).unread).toBe(0);
    const stranger = await TestClient.as(hub, await aPerson(hub));
    const { at } = body as { at: number };
    expect((await stranger.send('delete', `/api/v1/me/position?at=${at}`)).status).toBe(204);
    expect((await news()).unread).toBe(0);
    expect((await client.send('delete', `/api/v1/me/position?at=${at}`)).status).toBe(204);
    expect(await state()).toMatchObject({ unread: 1, rooms: [other.id] });
    expect((await client.get(`/api/v1/threads/${there}`)).body).toMatchObject({ readUpTo: 0, unread: 1 });
    for (const wrong of ['', '?at=', '?at=x', '?at=1e308', '?at=-1', '?at=1.5'])
      expect((await client.send('delete', `/api/v1/me/position${wrong}`)).status).toBe(422);
    const visitor = new TestClient(hub);
    expect((await visitor.send('delete', `/api/v1/me/position?at=${at}`)).status).toBe(401);
  });

  it('leads on to the next unread post, and is where that leads when there is none', async () => {
    const thread = await opens('Here');
    await client.send('put', `/api/v1/threads/${thread}/position`, { number: 1 });
    expect((await client.get('/en/what-is-new/next')).headers['location']).toBe('/en/what-is-new');
    await says(thread);
    expect((await client.get('/en/what-is-new/next')).headers['location']).toBe(
      `/en/threads/${thread}?around=2&since=1#unread`,
    );
  });

  it('marks threads that were opened since the last visit', async () => {
    await opens('Before');
    await page();
    await hub.database.query(
      `update news_visits set seen_at = now() - interval '1 hour' where person_id = $1`,
      [reader.id],
    );
    await hub.database.query(
      `update threads set opened_at = now() - interval '2 hours' where title = 'Before'`,
    );
    const fresh = await opens('After');
    expect(await page()).toContain('New thread');
    const [{ threads } = { threads: [] }] = (await news()).rooms;
    expect(threads.filter((thread) => thread.fresh).map(({ id }) => id)).toEqual([fresh]);
    expect((await news()).since).not.toBeNull();
    expect(await page()).toContain('New thread');
  });

  it('shows rooms in which she takes part, in pages, and nothing of rooms that she may not read', async () => {
    await opens('Of a stranger', await aRoom(hub, { visibility: 'public' }));
    const hidden = await aRoom(hub, { platformId: room.platformId!, visibility: 'private' });
    await aThread(hub, hidden, anna);
    const rooms = [];
    for (let turn = 0; turn < 12; turn += 1)
      rooms.push(await aRoom(hub, { platformId: room.platformId!, partnershipId: room.partnershipId! }));
    for (const each of rooms) await opens('Something new', each);
    const first = await news();
    expect(first).toMatchObject({ page: 1, pages: 2, unread: 12 });
    const second = await news('?page=2');
    const shown = [...first.rooms, ...second.rooms].map((each) => each.room.id);
    expect(shown.toSorted()).toEqual(rooms.map(({ id }) => id).toSorted());
    expect(await page()).toContain('/en/what-is-new?page=2');
    expect(await page('?page=2')).toContain('Something new');
    for (const query of ['?page=0', '?page=x', '?page=1e308', '?page=-1', '?x=1'])
      expect((await client.get(`/en/what-is-new${query}`)).status).toBe(200);
    for (const query of ['?page=0', '?page=x', '?page=1e308', '?x=1'])
      expect((await client.get(`/api/v1/me/news${query}`)).status).toBe(422);
    expect((await client.submit('/en/what-is-new/read', {}, '/en/what-is-new')).status).toBe(303);
    expect(await news()).toMatchObject({ unread: 0, rooms: [] });
  });
});
