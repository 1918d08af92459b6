import { randomUUID } from 'node:crypto';
import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { ask, listen, openSocket } from '../support/socket';

describe('Slow mode, and threads that are closed with a reason', () => {
  let hub: TestHub;
  let room: TestRoom;
  let member: TestPerson;
  let author: TestClient;
  let keeper: TestClient;
  let thread: string;

  beforeAll(async () => {
    hub = await startHub();
  });
  beforeEach(async () => {
    room = await aRoom(hub);
    member = await aPerson(hub, { name: 'Member', grants: [{ role: 'member', placeId: room.platformId! }] });
    const host = await aPerson(hub, { name: 'Host', grants: [{ role: 'host', placeId: room.platformId! }] });
    [author, keeper] = [await TestClient.as(hub, member), await TestClient.as(hub, host)];
    thread = (await aThread(hub, room, member)).id;
  });
  afterAll(() => hub.close());

  const say = (who: TestClient, message: object = something(), to = thread) =>
    who.send('post', `/api/v1/threads/${to}/posts`, message);
  const setPace = (paceSeconds: unknown, more: object = {}, who = keeper) =>
    who.send('put', `/api/v1/rooms/${room.id}/pace`, { paceSeconds, ...more });
  const entries = async () =>
    (await author.get(`/api/v1/rooms/${room.id}/entries`)).body.entries as { name: string; seq: number }[];
  const goBack = (seconds: number) =>
    hub.database.query(
      `update posts set published_at = published_at - make_interval(secs => $1) where room_id = $2`,
      [seconds, room.id],
    );

  describe('slow mode', () => {
    it('lets one person write once in its time, and says when she may again', async () => {
      expect((await setPace(300)).status).toBe(204);
      const first = something('First');
      expect((await say(author, first)).status).toBe(201);
      const second = something('Second');
      const refused = await say(author, second);
      expect(refused.status).toBe(429);
      expect(refused.body).toMatchObject({
        code: 'too_soon',
        title: expect.stringContaining('within 5 minutes'),
      });
      expect(refused.body.retryAfter).toBeGreaterThan(290);
      expect(refused.headers['retry-after']).toBe(String(refused.body.retryAfter));
      const again = await say(author, first);
      expect([again.status, again.body.body]).toEqual([200, 'First']);
      await goBack(200);
      const later = await say(author, second);
      expect(later.body.title).toContain('within 2 minutes');
      await goBack(100);
      const sent = await say(author, second);
      expect([sent.status, sent.body.number]).toEqual([201, 2]);
    });

    it('takes no number for what comes too soon, also when it comes twice at once', async () => {
      await setPace(60);
      const same = something('At the same moment');
      const twice = await Promise.all([1, 2, 3].map(() => say(author, same)));
      expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 200, 201]);
      const others = await Promise.all([1, 2, 3].map(() => say(author)));
      expect(others.map(({ status }) => status)).toEqual([429, 429, 429]);
      const opened = await author.send('post', `/api/v1/rooms/${room.id}/threads`, {
        title: 'More',
        ...something(),
      });
      expect(opened.status).toBe(429);
      expect((await entries()).map(({ seq }) => seq)).toEqual([1, 2]);
      expect((await author.get(`/api/v1/rooms/${room.id}`)).body).toMatchObject({
        threadCount: 1,
        postCount: 1,
      });
    });

    it('holds back nobody else, in no other room, and none of those who keep order', async () => {
      await setPace(60);
      await say(author);
      const other = await TestClient.as(
        hub,
        await aPerson(hub, { grants: [{ role: 'member', placeId: room.platformId! }] }),
      );
      expect((await say(other)).status).toBe(201);
      expect([(await say(keeper)).status, (await say(keeper)).status]).toEqual([201, 201]);
      const elsewhere = await aRoom(hub, {
        platformId: room.platformId!,
        partnershipId: room.partnershipId!,
      });
      const { id } = await aThread(hub, elsewhere, member);
      expect((await say(author, something(), id)).status).toBe(201);
    });

    it('is heard by open pages, closes nobody’s socket, and is said once', async () => {
      const socket = await openSocket(hub, author);
      const { until, heard } = listen<{ entries: { name: string }[] }>(socket, 'room:entries');
      await ask(socket, 'room:join', { room: room.id, locale: 'en' });
      await setPace(30, { reason: 'Počasneje', locale: 'sl' });
      await setPace(30);
      await say(author);
      await until((pages) =>
        pages.flatMap((page) => page.entries).some(({ name }) => name === 'post.published'),
      );
      expect(heard.flatMap((page) => page.entries.map(({ name }) => name))).toEqual([
        'room.pace_set',
        'post.published',
      ]);
      const refused = await ask(socket, 'post:send', { thread, ...something() });
      expect(refused).toMatchObject({ status: 429, code: 'too_soon', retryAfter: 30 });
      expect(socket.connected).toBe(true);
      socket.close();
      const [{ data }] = await hub.database.query<[{ data: object }]>(
        `select data from journal where scope_id = $1 and name = 'room.pace_set'`,
        [room.id],
      );
      expect(data).toEqual({ paceSeconds: 30, reason: { text: 'Počasneje', locale: 'sl' } });
    });

    it('is said above where one writes, and keeps the words of whoever writes too soon', async () => {
      await setPace(300);
      const page = `/en/threads/${thread}`;
      expect((await author.get(page)).text).toContain('Slow mode: one post every 5 minutes');
      expect((await keeper.get(page)).text).not.toContain('Slow mode: one post');
      const write = (body: string) =>
        author.submit(`${page}/posts`, { body, locale: 'en', clientId: randomUUID() }, page);
      expect((await write('One')).status).toBe(303);
      const refused = await write('Another that is kept');
      expect(refused.status).toBe(429);
      expect(refused.text).toContain('Another that is kept');
      expect(refused.text).toContain('You can write again within 5 minutes');
    });

    it('is set by those who keep order, on the page of the room', async () => {
      const manage = `/en/rooms/${room.slug}/manage`;
      const path = `/en/rooms/${room.slug}/pace`;
      const set = await keeper.submit(path, { paceSeconds: 60, reason: '', locale: 'en' }, manage);
      expect(set.status).toBe(303);
      expect((await keeper.get(`/api/v1/rooms/${room.id}`)).body.paceSeconds).toBe(60);
      const wrong = await keeper.submit(
        path,
        { paceSeconds: 'slowly', reason: 'Kept', locale: 'en' },
        manage,
      );
      expect(wrong.status).toBe(422);
      expect(wrong.text).toContain('Kept');
      expect((await author.submit(path, { paceSeconds: 0 }, '/en/settings')).status).toBe(403);
      for (const pace of [-1, 1.5, 86_401, 1e308, 'x', null, {}])
        expect([pace, (await setPace(pace)).status]).toEqual([pace, 422]);
      expect((await setPace(0, { reason: 'No language' })).status).toBe(422);
      expect((await setPace(0, {}, author)).status).toBe(403);
      expect((await setPace(0, {}, new TestClient(hub))).status).toBe(401);
    });
  });

  describe('closing with a reason', () => {
    const close = (body?: object, who = keeper) => who.send('put', `/api/v1/threads/${thread}/closure`, body);

    it('shows it below the last post in its own language, until the thread is open again', async () => {
      expect((await close({ reason: 'Vse je povedano. <b>', locale: 'sl' })).status).toBe(204);
      const closed = await author.get(`/api/v1/threads/${thread}`);
      expect(closed.body).toMatchObject({
        closed: true,
        closedReason: { text: 'Vse je povedano. <b>', locale: 'sl' },
      });
      const { text } = await new TestClient(hub).get(`/en/threads/${thread}`);
      expect(text).toMatch(/lang="sl"[^>]*>Vse je povedano\. &lt;b>/);
      await keeper.send('delete', `/api/v1/threads/${thread}/closure`);
      expect((await author.get(`/api/v1/threads/${thread}`)).body.closedReason).toBeNull();
      expect((await close()).status).toBe(204);
      expect((await author.get(`/api/v1/threads/${thread}`)).body).toMatchObject({
        closed: true,
        closedReason: null,
      });
    });

    it('needs the language of its words, and someone who may', async () => {
      for (const body of [
        { reason: 'x' },
        { reason: 'a\u0000', locale: 'en' },
        { reason: 1, locale: 'en' },
        { why: 'x' },
      ])
        expect([body, (await close(body)).status]).toEqual([body, 422]);
      const stranger = await TestClient.as(hub, await aPerson(hub));
      expect((await close({ reason: 'x', locale: 'en' }, stranger)).status).toBe(403);
      expect((await stranger.get(`/en/threads/${thread}/close`)).status).toBe(403);
    });

    it('is done by a form', async () => {
      const form = `/en/threads/${thread}/close`;
      expect((await keeper.get(`/en/threads/${thread}`)).text).toContain(`href="${form}"`);
      const long = await keeper.submit(form, { reason: 'x'.repeat(1001), locale: 'en' });
      expect(long.status).toBe(422);
      expect((await keeper.submit(form, { reason: 'Settled', locale: 'en' })).status).toBe(303);
      expect((await author.get(`/en/threads/${thread}`)).text).toContain('Settled');
    });
  });
});
