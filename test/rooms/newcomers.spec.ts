import { randomUUID } from 'node:crypto';
import { Actor, type Role } from '../../src/core/access/actor';
import { heldPostPolicy } from '../../src/rooms/newcomers/held-post.policy';
import { Room } from '../../src/rooms/room.entity';
import { aFile } from '../factories/files';
import { aPerson, giveGrant, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { ask, listen, openSocket } from '../support/socket';

const INJECTED = '<script>alert(1)</script>';

interface Held {
  id: string;
  state: string;
  body: string;
  reason: { text: string; locale: string } | null;
}

describe('The first posts of newcomers', () => {
  let hub: TestHub;
  let room: TestRoom;
  let newcomer: TestPerson;
  let host: TestPerson;
  let author: TestClient;
  let keeper: TestClient;
  let thread: string;

  beforeAll(async () => {
    hub = await startHub();
  });
  beforeEach(async () => {
    room = await aRoom(hub);
    newcomer = await aPerson(hub, {
      name: 'Newcomer',
      grants: [{ role: 'member', placeId: room.platformId! }],
    });
    host = await aPerson(hub, { name: 'Host', grants: [{ role: 'host', placeId: room.platformId! }] });
    [author, keeper] = [await TestClient.as(hub, newcomer), await TestClient.as(hub, host)];
    thread = (await aThread(hub, room, host)).id;
    await choose(2);
  });
  afterAll(() => hub.close());

  const choose = (newcomerPosts: unknown, who = keeper) =>
    who.send('put', `/api/v1/rooms/${room.id}/newcomers`, { newcomerPosts });
  const say = (who: TestClient, message: object = something(), to = thread) =>
    who.send('post', `/api/v1/threads/${to}/posts`, message);
  const hold = async (message: object = something(), to = thread): Promise<Held> => {
    const { status, body } = await say(author, message, to);
    expect(status).toBe(202);
    return (body as { held: Held }).held;
  };
  const approve = (id: string, who = keeper) => who.send('put', `/api/v1/held/${id}/approval`);
  const refuse = (id: string, body: object = {}, who = keeper) =>
    who.send('put', `/api/v1/held/${id}/refusal`, body);
  const notices = async (who: TestClient) =>
    (
      (await who.get('/api/v1/notifications')).body as {
        items: { id: string; words: string; path: string }[];
      }
    ).items;
  const standing = async () => {
    const { body } = await keeper.get(`/api/v1/rooms/${room.id}`);
    const { posts } = (await keeper.get(`/api/v1/threads/${thread}/posts`)).body as {
      posts: { body: string }[];
    };
    return [body.postCount, body.threadCount, posts.map((post) => post.body)];
  };

  it('wait, are seen by nobody else, and take no number', async () => {
    const { body: settings } = await author.get(`/api/v1/rooms/${room.id}`);
    expect(settings.newcomerPosts).toBe(2);
    const held = await hold(something(`Buongiorno ${INJECTED}`));
    expect(held).toMatchObject({ state: 'waiting', body: `Buongiorno ${INJECTED}`, reason: null });
    expect(await standing()).toEqual([0, 1, []]);
    const { entries } = (await author.get(`/api/v1/rooms/${room.id}/entries`)).body;
    expect(entries).toEqual([]);
    const other = await TestClient.as(
      hub,
      await aPerson(hub, { grants: [{ role: 'member', placeId: room.platformId! }] }),
    );
    for (const stranger of [other, new TestClient(hub)])
      expect((await stranger.get(`/en/threads/${thread}`)).text).not.toContain('Buongiorno');
    expect((await other.get(`/api/v1/held/${held.id}`)).status).toBe(404);
    expect((await other.get(`/en/held/${held.id}`)).status).toBe(404);
    expect((await other.get(`/api/v1/rooms/${room.id}/held`)).body.held).toEqual([]);
    expect((await other.get(`/en/rooms/${room.slug}/held`)).status).toBe(403);
    for (const mine of [author, keeper]) {
      const { text } = await mine.get(`/en/threads/${thread}`);
      expect(text).toContain('Buongiorno &lt;script&gt;');
      expect(text).toContain('Waits for a moderator');
    }
  });

  it('are one when they are sent again, however they stand', async () => {
    const message = something('Once');
    const twice = await Promise.all([1, 2, 3].map(() => say(author, message)));
    expect(twice.map(({ status }) => status)).toEqual([202, 202, 202]);
    const ids = new Set(twice.map(({ body }) => body.held.id as string));
    expect(ids.size).toBe(1);
    const [id] = [...ids];
    expect((await approve(id!)).status).toBe(200);
    const again = await say(author, message);
    expect([again.status, again.body.body]).toEqual([200, 'Once']);
    const second = something('Second');
    const held = await hold(second);
    await refuse(held.id);
    expect((await hold(second)).state).toBe('refused');
    expect(await standing()).toEqual([1, 1, ['Once']]);
  });

  it('are published in her name when they are approved, and only once by two moderators at once', async () => {
    const socket = await openSocket(hub, author);
    const { until } = listen<{ entries: { name: string; post?: { clientId: string } }[] }>(
      socket,
      'room:entries',
    );
    await ask(socket, 'room:join', { room: room.id, locale: 'en' });
    const first = await say(keeper, something('A question'));
    const message = something('An answer', { replyToId: first.body.id });
    const sent = await ask<{ held: Held }>(socket, 'post:send', { thread, ...message });
    expect(sent.held.state).toBe('waiting');
    const second = await TestClient.as(
      hub,
      await aPerson(hub, { grants: [{ role: 'organiser', placeId: room.partnershipId! }] }),
    );
    const answers = await Promise.all(
      [keeper, second, keeper, second].map((who) => approve(sent.held.id, who)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    for (const { body } of answers)
      expect(body).toMatchObject({
        number: 2,
        author: { name: 'Newcomer' },
        body: 'An answer',
        replyTo: { number: 1 },
      });
    const pages = await until((heard) => heard.flatMap(({ entries }) => entries).length >= 2);
    expect(pages.flatMap(({ entries }) => entries).map(({ post }) => post?.clientId)).toContain(
      message.clientId,
    );
    expect(await standing()).toEqual([2, 1, ['A question', 'An answer']]);
    const [notice] = await notices(author);
    expect(notice).toMatchObject({
      words: 'Your post was published',
      path: `/threads/${thread}?around=2#post-2`,
    });
    const [{ count }] = await hub.database.query<[{ count: number }]>(
      `select count(*)::int as count from journal where scope_id = $1 and name = 'held_post.approved'`,
      [room.id],
    );
    expect(count).toBe(1);
    socket.close();
  });

  it('end when she has written enough in rooms of the same place, and not by posts that were withdrawn', async () => {
    for (const words of ['One', 'Two']) await approve((await hold(something(words))).id);
    const third = await say(author, something('Three'));
    expect(third.status).toBe(201);
    await hub.database.query(`update posts set withdrawn_at = now() where room_id = $1 and author_id = $2`, [
      room.id,
      newcomer.id,
    ]);
    await hold();
    expect((await say(keeper)).status).toBe(201);
    await choose(0);
    expect((await say(author)).status).toBe(201);
  });

  it('open no thread before they are approved', async () => {
    const opening = { title: 'A new matter', ...something('Its first post') };
    const path = `/api/v1/rooms/${room.id}/threads`;
    const { status, body } = await author.send('post', path, opening);
    expect([status, body.held.threadId, body.held.title]).toEqual([202, null, 'A new matter']);
    expect((await standing()).slice(0, 2)).toEqual([0, 1]);
    expect((await keeper.get(`/en/rooms/${room.slug}/held`)).text).toContain('New thread: A new matter');
    const approved = await approve(body.held.id);
    expect(approved.status).toBe(200);
    expect((await approve(body.held.id)).body.id).toBe(approved.body.id);
    const opened = await author.get(`/api/v1/threads/${approved.body.threadId}`);
    expect(opened.body).toMatchObject({
      title: { text: 'A new matter' },
      openedBy: { name: 'Newcomer' },
      postCount: 1,
    });
    const again = await author.send('post', path, opening);
    expect([again.status, again.body.id]).toEqual([200, approved.body.threadId]);
  });

  it('are refused with a reason in its language, and the words stay hers', async () => {
    const held = await hold(something('My words'));
    expect((await refuse(held.id, { reason: 'Brez oglasov.' })).status).toBe(422);
    const refused = await refuse(held.id, { reason: 'Brez oglasov.', locale: 'sl' });
    expect(refused.body).toMatchObject({ state: 'refused', reason: { text: 'Brez oglasov.', locale: 'sl' } });
    expect((await refuse(held.id)).body.reason.text).toBe('Brez oglasov.');
    expect((await approve(held.id)).status).toBe(403);
    const [notice] = await notices(author);
    expect(notice).toMatchObject({ words: 'Your post was not published', path: `/held/${held.id}` });
    const { text } = await author.get(`/en${notice!.path}`);
    expect(text).toContain('My words');
    expect(text).toMatch(/lang="sl"[^>]*>Brez oglasov/);
    expect((await author.send('delete', `/api/v1/held/${held.id}`)).status).toBe(204);
    expect((await author.get(`/api/v1/held/${held.id}`)).status).toBe(404);
  });

  it('can be taken back while they wait, by their author alone, and are decided by those who keep order alone', async () => {
    const held = await hold();
    expect((await keeper.send('delete', `/api/v1/held/${held.id}`)).status).toBe(403);
    expect((await approve(held.id, author)).status).toBe(403);
    expect((await refuse(held.id, {}, author)).status).toBe(403);
    expect((await approve(held.id, new TestClient(hub))).status).toBe(401);
    expect((await author.send('delete', `/api/v1/held/${held.id}`)).status).toBe(204);
    expect((await approve(held.id)).status).toBe(404);
    expect((await choose(1, author)).status).toBe(403);
    for (const wrong of [-1, 21, 1.5, 'x', null, 1e308])
      expect([wrong, (await choose(wrong)).status]).toEqual([wrong, 422]);
  });

  it('go on waiting when their thread was closed or their author removed meanwhile, and follow one that has moved', async () => {
    const held = await hold(something('Late'));
    await keeper.send('put', `/api/v1/threads/${thread}/closure`);
    const closed = await approve(held.id);
    expect([closed.status, closed.body.code]).toEqual([403, 'thread_closed']);
    await keeper.send('delete', `/api/v1/threads/${thread}/closure`);
    await keeper.send('post', `/api/v1/rooms/${room.id}/removals`, { personId: newcomer.id });
    expect((await approve(held.id)).body.code).toBe('author_may_not');
    await keeper.send('delete', `/api/v1/rooms/${room.id}/removals/${newcomer.id}`);
    const target = (await aThread(hub, room, host)).id;
    await hub.database.query('update threads set merged_into_id = $1 where id = $2', [target, thread]);
    const approved = await approve(held.id);
    expect([approved.status, approved.body.threadId]).toEqual([200, target]);
  });

  it('are not held back by slow mode a second time', async () => {
    const [one, two] = [await hold(something('One')), await hold(something('Two'))];
    await keeper.send('put', `/api/v1/rooms/${room.id}/pace`, { paceSeconds: 3600 });
    expect([(await approve(one.id)).status, (await approve(two.id)).status]).toEqual([200, 200]);
    expect((await say(author)).status).toBe(429);
  });

  it('are told to those who keep order once, until they have looked', async () => {
    await hold();
    await hold();
    const waiting = async () => (await notices(keeper)).filter(({ words }) => words === 'Posts wait for you');
    const [notice, ...more] = await waiting();
    expect(more).toEqual([]);
    expect(notice!.path).toBe(`/rooms/${room.slug}/held`);
    await keeper.send('put', `/api/v1/notifications/${notice!.id}/read`);
    await hold();
    expect(await waiting()).toHaveLength(2);
  });

  it('are ten at most', async () => {
    for (let index = 0; index < 10; index += 1) await hold();
    const eleventh = await say(author);
    expect([eleventh.status, eleventh.body.code]).toEqual([403, 'too_many_waiting']);
  });

  it('do it all without a script', async () => {
    const page = `/en/threads/${thread}`;
    expect((await author.get(page)).text).toContain('Your first posts here wait');
    const fields = { body: 'By a form', locale: 'en', clientId: randomUUID() };
    const sent = await author.submit(`${page}/posts`, fields, page);
    expect([sent.status, sent.headers['location']]).toEqual([303, `${page}#held`]);
    expect((await keeper.get(`/en/rooms/${room.slug}`)).text).toContain('1 post waits');
    const list = `/en/rooms/${room.slug}/held`;
    const [{ id }] = (await keeper.get(`/api/v1/rooms/${room.id}/held`)).body.held as [Held];
    const wrong = await keeper.submit(
      `/en/held/${id}/refuse`,
      { reason: 'x'.repeat(1001), locale: 'en' },
      list,
    );
    expect(wrong.status).toBe(422);
    expect((await keeper.submit(`/en/held/${id}/approve`, {}, list)).status).toBe(303);
    expect((await new TestClient(hub).get(page)).text).toContain('By a form');
    const opening = { title: 'By a form', body: 'Words', locale: 'en', clientId: randomUUID() };
    const form = `/en/rooms/${room.slug}/threads`;
    const opened = await author.submit(form, opening, `${form}/new`);
    expect(opened.headers['location']).toContain('/en/held/');
    const taken = await author.submit(
      `${opened.headers['location']}/withdraw`,
      {},
      opened.headers['location'],
    );
    expect(taken.status).toBe(303);
    const manage = `/en/rooms/${room.slug}/manage`;
    const chosen = await keeper.submit(`/en/rooms/${room.slug}/newcomers`, { newcomerPosts: 0 }, manage);
    expect(chosen.status).toBe(303);
  });

  it('let the same rows through as the policy says yes to, for every role', async () => {
    const held = await hold();
    const [found] = await hub.database.getRepository(Room).findBy({ id: room.id });
    const roles: [Role, string | null][] = [
      ['administrator', null],
      ['organiser', room.partnershipId],
      ['editor', room.partnershipId],
      ['host', room.platformId],
      ['member', room.platformId],
      ['guest', room.id],
      ['excluded', room.id],
    ];
    const acting = ({ id, name, email }: TestPerson) => ({
      ...{ id, name, email, locale: 'en', readingLocales: [], originalsOnly: false, timeZone: 'UTC' },
    });
    const actors = [
      Actor.visitor,
      Actor.system,
      Actor.person(acting(newcomer), []),
      Actor.person(acting(host), []),
    ];
    for (const [role, placeId] of roles) {
      actors.push(Actor.person(acting(host), [{ role, placeId, detail: null }]));
      actors.push(Actor.person(acting(host), [{ role, placeId: randomUUID(), detail: null }]));
    }
    for (const actor of actors) {
      const { where, parameters } = heldPostPolicy.readable(actor, 'held');
      const rows = await hub.database
        .createQueryBuilder()
        .select('held.id', 'id')
        .from('held_posts', 'held')
        .innerJoin('rooms', 'room', 'room.id = held.room_id')
        .where(where, parameters)
        .andWhere('held.id = :id', { id: held.id })
        .getRawMany();
      const subject = { authorId: newcomer.id, state: 'waiting' as const, room: found! };
      expect(rows.length === 1).toBe(heldPostPolicy.may(actor, 'read', subject));
    }
    await giveGrant(hub, newcomer.id, 'host', room.platformId);
    expect((await say(await TestClient.as(hub, newcomer))).status).toBe(201);
  });

  it('show their files to their author and to those who decide, and to nobody else', async () => {
    const image = await aFile(hub, newcomer);
    const held = await hold(something('Look', { fileIds: [image] }));
    const other = await TestClient.as(
      hub,
      await aPerson(hub, { grants: [{ role: 'member', placeId: room.platformId! }] }),
    );
    const reach = async () =>
      Promise.all(
        [author, keeper, other, new TestClient(hub)].map(
          async (who) => (await who.get(`/files/${image}`)).status,
        ),
      );
    expect(await reach()).toEqual([200, 200, 404, 404]);
    expect((await keeper.get(`/api/v1/held/${held.id}`)).body.files).toMatchObject([{ id: image }]);
    for (const path of [`/en/rooms/${room.slug}/held`, `/en/held/${held.id}`, `/en/threads/${thread}`])
      expect((await keeper.get(path)).text).toContain(`/files/${image}`);
    await refuse(held.id);
    expect(await reach()).toEqual([200, 200, 404, 404]);
    const again = await hold(something('Look again', { fileIds: [image] }));
    expect((await approve(again.id)).status).toBe(200);
    expect(await reach()).toEqual([200, 200, 200, 200]);
  });
});
