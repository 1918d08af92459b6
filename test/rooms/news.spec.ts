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
