import { randomUUID } from 'node:crypto';
import { Actor, type Grant } from '../../src/core/access/actor';
import { Room, type Place, type Visibility } from '../../src/rooms/room.entity';
import { roomPolicy } from '../../src/rooms/room.policy';
import { aPerson, giveGrant, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { translationPath } from '../support/translating';

describe('Rooms by HTTP', () => {
  let hub: TestHub;
  let room: TestRoom;
  let member: TestPerson;
  let author: TestClient;

  beforeAll(async () => {
    hub = await startHub();
  });
  beforeEach(async () => {
    room = await aRoom(hub);
    member = await aPerson(hub, {
      name: 'Članica platforme',
      grants: [{ role: 'member', placeId: room.platformId! }],
    });
    author = await TestClient.as(hub, member);
  });
  afterAll(() => hub.close());

  const say = (client: TestClient, thread: string, message: object) =>
    client.send('post', `/api/v1/threads/${thread}/posts`, message);

  const entries = async (client: TestClient, after = 0) =>
    (await client.get(`/api/v1/rooms/${room.id}/entries?after=${after}`)).body as {
      lastSeq: number;
      entries: { seq: number; name: string; post?: { body: string; withdrawnAt: string | null } }[];
    };

  describe('speaking', () => {
    it('opens a thread with its first post and shows both to everybody', async () => {
      const opened = await author.send('post', `/api/v1/rooms/${room.id}/threads`, {
        ...something('Pozdravljeni', { locale: 'sl' }),
        title: 'Kaj potrebujejo občine?',
      });
      expect(opened.status).toBe(201);
      expect(opened.body).toMatchObject({
        title: { text: 'Kaj potrebujejo občine?', locale: 'sl', state: 'original' },
        postCount: 1,
        post: { number: 1, body: 'Pozdravljeni', locale: 'sl', author: { name: 'Članica platforme' } },
      });
      const visitor = new TestClient(hub);
      const listed = await visitor.get(`/api/v1/rooms/${room.id}/threads`);
      expect(listed.body.threads).toHaveLength(1);
      expect(listed.body.threads[0].can).toEqual({
        reply: false,
        rename: false,
        close: false,
        reopen: false,
        pin: false,
        resolve: false,
        unresolve: false,
        theme: false,
        move: false,
        split: false,
        merge: false,
      });
      expect((await entries(visitor)).entries.map(({ name }) => name)).toEqual([
        'thread.opened',
        'post.published',
      ]);
    });

    it('answers a repeated client id with the first post, once in the thread', async () => {
      const { id } = await aThread(hub, room, member);
      const message = something('Only once');
      const first = await say(author, id, message);
      const second = await say(author, id, message);
      expect([first.status, second.status]).toEqual([201, 200]);
      expect(second.body).toEqual(first.body);
      expect((await author.get(`/api/v1/threads/${id}/posts`)).body.posts).toHaveLength(1);
    });

    it('stores one post when the same send arrives twelve times at once', async () => {
      const { id } = await aThread(hub, room, member);
      const message = something('Racing');
      const answers = await Promise.all(Array.from({ length: 12 }, () => say(author, id, message)));
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    });

    it('numbers what happens in a room without gaps, however many speak at once', async () => {
      const { id } = await aThread(hub, room, member);
      await Promise.all(
        Array.from({ length: 30 }, (_, index) => say(author, id, something(`Post ${index}`))),
      );
      const { entries: happened, lastSeq } = await entries(author);
      expect(happened.map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
      expect(lastSeq).toBe(30);
    });

    it('keeps the language and renders safe Markdown', async () => {
      const { id } = await aThread(hub, room, member);
      const body =
        '**Krepko** <script>alert(1)</script> [klik](javascript:alert(1)) ![x](https://example.org/x.png)';
      const { html, locale } = (await say(author, id, something(body, { locale: 'sl' }))).body;
      expect(locale).toBe('sl');
      expect(html).toContain('<strong>Krepko</strong>');
      expect(html).not.toMatch(/<script|href="javascript|<img/);
    });

    it('links an answer to the post that it answers, in the same thread only', async () => {
      const { id } = await aThread(hub, room, member);
      const other = await aThread(hub, room, member);
      const first = (await say(author, id, something('First'))).body;
      const answer = await say(author, id, something('Second', { replyToId: first.id }));
      expect(answer.body.replyTo).toEqual({ id: first.id, number: 1, author: 'Članica platforme' });
      const astray = await say(author, other.id, something('Astray', { replyToId: first.id }));
      expect(astray.status).toBe(422);
      expect(astray.body.errors[0].path).toBe('replyToId');
    });

    it('pages a long thread both ways', async () => {
      const { id } = await aThread(hub, room, member);
      for (let index = 1; index <= 25; index += 1) await say(author, id, something(`Post ${index}`));
      const page = async (query: string) => {
        const { posts, earlier, later } = (await author.get(`/api/v1/threads/${id}/posts?limit=10&${query}`))
          .body;
        return [posts[0].number, posts.at(-1).number, earlier, later];
      };
      expect(await page('')).toEqual([16, 25, true, false]);
      expect(await page('before=16')).toEqual([6, 15, true, true]);
      expect(await page('before=6')).toEqual([1, 5, false, true]);
      expect(await page('after=5')).toEqual([6, 15, true, true]);
      expect(await page('around=12')).toEqual([9, 18, true, true]);
    });
  });

  describe('changing one’s mind', () => {
    it('edits with the history kept, and withdraws with the words gone', async () => {
      const { id: thread } = await aThread(hub, room, member);
      const { id } = (await say(author, thread, something('First wording'))).body;
      const edited = await author.send('patch', `/api/v1/posts/${id}`, {
        body: 'Second wording',
        locale: 'en',
        baseRevision: 1,
      });
      expect(edited.body).toMatchObject({ body: 'Second wording', revision: 2 });
      expect((await author.get(`/api/v1/posts/${id}/revisions`)).body.revisions).toMatchObject([
        { revision: 1, body: 'First wording' },
      ]);
      const withdrawn = await author.send('put', `/api/v1/posts/${id}/withdrawal`);
      expect(withdrawn.body).toMatchObject({ body: '', html: '', number: 1 });
      expect((await author.get(`/api/v1/posts/${id}/revisions`)).body.revisions).toEqual([]);
      const happened = (await entries(author)).entries;
      expect(happened.map(({ name }) => name)).toEqual(['post.published', 'post.edited', 'post.withdrawn']);
      expect(happened.every(({ post }) => post!.body === '')).toBe(true);
    });

    it('refuses a second edit that started from the same wording, and shows what stands', async () => {
      const { id: thread } = await aThread(hub, room, member);
      const { id } = (await say(author, thread, something('Base'))).body;
      const edit = (body: string) =>
        author.send('patch', `/api/v1/posts/${id}`, { body, locale: 'en', baseRevision: 1 });
      const answers = await Promise.all([edit('Mine'), edit('Theirs')]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const refused = answers.find(({ status }) => status === 409)!;
      expect(refused.body.code).toBe('conflict');
    });

    it('lets nobody edit or withdraw another’s post, not even a host, who hides it with a reason', async () => {
      const { id: thread } = await aThread(hub, room, member);
      const { id } = (await say(author, thread, something('Mine'))).body;
      const host = await TestClient.as(
        hub,
        await aPerson(hub, { grants: [{ role: 'host', placeId: room.platformId! }] }),
      );
      const edit = await host.send('patch', `/api/v1/posts/${id}`, {
        body: 'Yours',
        locale: 'en',
        baseRevision: 1,
      });
      expect([edit.status, edit.body.code]).toEqual([403, 'others_post']);
      const withdrawn = await host.send('put', `/api/v1/posts/${id}/withdrawal`);
      expect([withdrawn.status, withdrawn.body.code]).toEqual([403, 'others_post']);
    });

    it('closes a thread to everybody and reopens it', async () => {
      const { id } = await aThread(hub, room, member);
      const host = await TestClient.as(
        hub,
        await aPerson(hub, { grants: [{ role: 'host', placeId: room.platformId! }] }),
      );
      expect((await host.send('put', `/api/v1/threads/${id}/closure`)).status).toBe(204);
      expect((await say(author, id, something())).body.code).toBe('thread_closed');
      expect((await author.send('delete', `/api/v1/threads/${id}/closure`)).status).toBe(403);
      expect((await host.send('delete', `/api/v1/threads/${id}/closure`)).status).toBe(204);
      expect((await say(author, id, something())).status).toBe(201);
    });
  });

  describe('reading', () => {
    it('counts what a person has not seen, on the thread and on the room', async () => {
      const { id } = await aThread(hub, room, member);
      for (let index = 0; index < 5; index += 1) await say(author, id, something());
      const reader = await TestClient.as(hub, await aPerson(hub));
      const unread = async () => [
        (await reader.get(`/api/v1/threads/${id}`)).body.unread,
        (await reader.get(`/api/v1/rooms/${room.id}`)).body.unread,
      ];
      expect(await unread()).toEqual([5, 5]);
      await reader.send('put', `/api/v1/threads/${id}/position`, { number: 3 });
      await reader.send('put', `/api/v1/threads/${id}/position`, { number: 1 });
      expect(await unread()).toEqual([2, 2]);
      await reader.send('put', `/api/v1/threads/${id}/position`, { number: 900 });
      expect(await unread()).toEqual([0, 0]);
    });
  });

  it('does not count one’s own posts as unread', async () => {
    const { id } = await aThread(hub, room, member);
    await say(author, id, something());
    expect((await author.get(`/api/v1/threads/${id}`)).body.unread).toBe(0);
  });

  describe('keeping order', () => {
    it('lets a host open a room at her platform and nowhere else', async () => {
      const host = await TestClient.as(
        hub,
        await aPerson(hub, { grants: [{ role: 'host', placeId: room.platformId! }] }),
      );
      const input = {
        name: 'Skofja Loka – nova soba',
        locale: 'sl',
        visibility: 'members',
        place: 'platform',
      };
      const opened = await host.send('post', '/api/v1/rooms', { ...input, placeId: room.platformId });
      expect(opened.status).toBe(201);
      expect(opened.body.partnershipId).toBe(room.partnershipId);
      const elsewhere = await aRoom(hub);
      expect(
        (await host.send('post', '/api/v1/rooms', { ...input, placeId: elsewhere.platformId })).status,
      ).toBe(403);
    });

    it('shows the translated name to those who read that language', async () => {
      const host = await TestClient.as(
        hub,
        await aPerson(hub, { grants: [{ role: 'host', placeId: room.platformId! }] }),
      );
      await host.send('put', `/api/v1/rooms/${room.id}/translation`, { locale: 'it', name: 'Una stanza' });
      const name = async (locale: string) =>
        (await author.get(`/api/v1/rooms/${room.id}?locale=${locale}`)).body.name;
      expect(await name('it')).toMatchObject({ text: 'Una stanza', state: 'draft', originalLocale: 'en' });
      expect(await name('sv')).toMatchObject({ text: 'A room', state: 'original', locale: 'en' });
    });

    it('takes a whole translation from hosts and translators, made from the room as they saw it', async () => {
      const host = await TestClient.as(
        hub,
        await aPerson(hub, { grants: [{ role: 'host', placeId: room.platformId! }] }),
      );
      const translator = await TestClient.as(
        hub,
        await aPerson(hub, { grants: [{ role: 'translator', detail: 'it' }] }),
      );
      const path = `/api/v1/rooms/${room.id}/translation`;
      const put = (client: TestClient, input: object) => client.send('put', path, { name: 'Nome', ...input });
      expect((await put(author, { locale: 'it' })).status).toBe(403);
      expect((await put(translator, { locale: 'sv' })).status).toBe(403);
      expect((await put(new TestClient(hub), { locale: 'it' })).status).toBe(401);
      expect((await put(host, { locale: 'en' })).status).toBe(422);
      expect((await put(host, { locale: 'it', name: '' })).status).toBe(422);
      const change = { name: 'New name', locale: 'en', visibility: 'public', baseRevision: 1 };
      await host.send('patch', `/api/v1/rooms/${room.id}`, change);
      expect((await put(translator, { locale: 'it', baseRevision: 1 })).status).toBe(200);
      const name = async () => (await host.get(`/api/v1/rooms/${room.id}?locale=it`)).body.name;
      expect(await name()).toMatchObject({ text: 'Nome', state: 'draft', outdated: true });
      expect((await put(translator, { locale: 'it', baseRevision: 2 })).status).toBe(200);
      expect(await name()).toMatchObject({ text: 'Nome', outdated: false });
      const { body } = await host.get(translationPath({ kind: 'room', id: room.id, locale: 'it' }));
      expect(body.segments).toMatchObject([{ string: 'name', text: 'Nome', state: 'draft' }]);
    });
  });

  describe('editing a room', () => {
    const change = { name: 'New name', locale: 'en', visibility: 'public', baseRevision: 1 };

    it('refuses the second of two hosts who started from the same revision, and shows what stands', async () => {
      const host = await TestClient.as(
        hub,
        await aPerson(hub, { grants: [{ role: 'host', placeId: room.platformId! }] }),
      );
      expect((await host.send('patch', `/api/v1/rooms/${room.id}`, change)).status).toBe(200);
      const late = await host.send('patch', `/api/v1/rooms/${room.id}`, { ...change, name: 'Other name' });
      expect([late.status, late.body.theirs]).toEqual([
        409,
        { revision: 2, name: 'New name', description: '' },
      ]);
    });

    it('keeps a translation current when only the visibility changes', async () => {
      const host = await TestClient.as(
        hub,
        await aPerson(hub, { grants: [{ role: 'host', placeId: room.platformId! }] }),
      );
      await host.send('put', `/api/v1/rooms/${room.id}/translation`, { locale: 'it', name: 'Una stanza' });
      const edit = { ...change, name: 'A room', visibility: 'members' };
      await host.send('patch', `/api/v1/rooms/${room.id}`, edit);
      const name = (await host.get(`/api/v1/rooms/${room.id}?locale=it`)).body.name;
      expect(name).toMatchObject({ text: 'Una stanza', outdated: false });
      await host.send('patch', `/api/v1/rooms/${room.id}`, { ...edit, name: 'Changed', baseRevision: 2 });
      expect((await host.get(`/api/v1/rooms/${room.id}?locale=it`)).body.name.outdated).toBe(true);
    });

    it('makes an archived room read-only', async () => {
      const { id } = await aThread(hub, room, member);
      const host = await TestClient.as(
        hub,
        await aPerson(hub, { grants: [{ role: 'host', placeId: room.platformId! }] }),
      );
      await host.send('patch', `/api/v1/rooms/${room.id}`, { ...change, archived: true });
      expect((await say(author, id, something())).body.code).toBe('room_archived');
    });
  });

  describe('threats', () => {
    it('hides a private room from members, and opens it to those asked in', async () => {
      const secret = await aRoom(hub, {
        visibility: 'private',
        partnershipId: room.partnershipId!,
        platformId: room.platformId!,
      });
      expect((await author.get(`/api/v1/rooms/${secret.id}`)).status).toBe(404);
      expect((await author.get(`/api/v1/rooms/${secret.id}/entries`)).status).toBe(404);
      await giveGrant(hub, member.id, 'guest', secret.id);
      expect((await author.get(`/api/v1/rooms/${secret.id}`)).status).toBe(200);
    });

    it('does not tell a thread of a hidden room from one that does not exist', async () => {
      const secret = await aRoom(hub, { visibility: 'members' });
      const { id } = await aThread(hub, secret, member);
      const hidden = await author.get(`/api/v1/threads/${id}`);
      const missing = await author.get(`/api/v1/threads/${randomUUID()}`);
      expect(hidden.status).toBe(404);
      expect(hidden.body).toEqual(missing.body);
    });

    it('refuses a member who left: she cannot read a members’ thread again', async () => {
      const closed = await aRoom(hub, {
        visibility: 'members',
        partnershipId: room.partnershipId!,
        platformId: room.platformId!,
      });
      const { id } = await aThread(hub, closed, member);
      expect((await author.get(`/api/v1/threads/${id}`)).status).toBe(200);
      await hub.database.query('delete from grants where person_id = $1', [member.id]);
      expect((await author.get(`/api/v1/threads/${id}`)).status).toBe(404);
      expect((await say(author, id, something())).status).toBe(404);
    });

    it('refuses visitors and strangers who write', async () => {
      const { id } = await aThread(hub, room, member);
      expect((await say(new TestClient(hub), id, something())).status).toBe(401);
      const stranger = await TestClient.as(hub, await aPerson(hub));
      expect((await say(stranger, id, something())).body.code).toBe('members_write');
    });

    it.each([
      ['a NUL byte', { body: 'a\u0000b' }, 'text'],
      ['a lone surrogate', { body: 'a\ud800b' }, 'text'],
      ['nothing but spaces', { body: ' \n\t ' }, 'required'],
      ['too much', { body: 'x'.repeat(20_001) }, 'too_long'],
      ['an unknown language', { locale: 'xx' }, 'choice'],
      ['an unknown field', { admin: true }, 'unknown'],
      ['no client id', { clientId: undefined }, 'required'],
      ['a number for a text', { body: 7 }, 'format'],
    ])('refuses %s with a reason for the field', async (_, change, code) => {
      const { id } = await aThread(hub, room, member);
      const answer = await say(author, id, { ...something(), ...change });
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toHaveLength(1);
      expect(answer.body.errors[0].code).toBe(code);
    });

    it('refuses a body of ten megabytes, broken JSON and wrong ids', async () => {
      const { id } = await aThread(hub, room, member);
      expect((await say(author, id, something('x'.repeat(10_000_000)))).status).toBe(413);
      const broken = await author.agent.post(`/api/v1/threads/${id}/posts`).type('json').send('{"body":');
      expect([broken.status, broken.body.code]).toEqual([400, 'malformed']);
      expect((await author.get('/api/v1/threads/1 or 1=1')).status).toBe(404);
      expect((await author.get(`/api/v1/rooms/${room.id}/threads?after=garbage`)).status).toBe(422);
      expect((await author.get(`/api/v1/rooms/${room.id}/entries?after=-1`)).status).toBe(422);
    });

    it('gives accepted text back as it was, composed (NFC)', async () => {
      const { id } = await aThread(hub, room, member);
      const body = 'Škofja Loka \u202Eobrnjeno\u202C 👩🏽‍🤝‍👨🏿 z\u0301 e\u0301';
      const answer = await say(author, id, something(body));
      expect(answer.body.body).toBe(body.normalize('NFC'));
    });
  });
});

describe('The policy of rooms', () => {
  let hub: TestHub;
  const partnershipId = randomUUID();
  const platformId = randomUUID();

  beforeAll(async () => {
    hub = await startHub();
    await hub.database.query(
      `insert into partnerships (id, slug, name, locale) values ($1, 'p', 'P', 'en')`,
      [partnershipId],
    );
    await hub.database.query(
      `insert into platforms (id, slug, country, partnership_id, name, locale) values ($1, 'si', 'SI', $2, 'SI', 'sl')`,
      [platformId, partnershipId],
    );
    for (const place of ['hub', 'partnership', 'platform'] satisfies Place[])
      for (const visibility of ['public', 'members', 'private'] satisfies Visibility[])
        await aRoom(hub, { place, visibility, partnershipId, platformId });
    await aRoom(hub, { visibility: 'private' });
    await aRoom(hub, { visibility: 'members' });
  });
  afterAll(() => hub.close());

  const person = {
    id: randomUUID(),
    name: '',
    email: '',
    locale: 'en',
    readingLocales: [],
    originalsOnly: false,
    timeZone: 'UTC',
  };
  const holding = (...grants: Partial<Grant>[]) =>
    Actor.person(
      person,
      grants.map((grant) => ({ placeId: null, detail: null, role: 'member', ...grant })),
    );

  it.each<[string, () => Promise<Actor> | Actor]>([
    ['a visitor', () => Actor.visitor],
    ['somebody signed in', () => holding()],
    ['a member of the platform', () => holding({ placeId: platformId }, { placeId: partnershipId })],
    ['a host', () => holding({ role: 'host', placeId: platformId })],
    ['an organiser', () => holding({ role: 'organiser', placeId: partnershipId })],
    ['an editor', () => holding({ role: 'editor', placeId: partnershipId })],
    ['a translator', () => holding({ role: 'translator', detail: 'sl' })],
    ['an administrator', () => holding({ role: 'administrator' })],
    [
      'a guest of a private room',
      async () => {
        const [room] = await hub.database.query<[{ id: string }]>(
          `select id from rooms where visibility = 'private' limit 1`,
        );
        return holding({ role: 'guest', placeId: room.id });
      },
    ],
  ])('shows %s in SQL exactly the rooms that the predicate allows', async (_, who) => {
    const actor = await who();
    const scope = roomPolicy.readable(actor, 'room');
    const repository = hub.database.getRepository(Room);
    const inSql = await repository.createQueryBuilder('room').where(scope.where, scope.parameters).getMany();
    const allowed = (await repository.find()).filter((room) => roomPolicy.may(actor, 'read', room));
    expect(inSql.map(({ id }) => id).sort()).toEqual(allowed.map(({ id }) => id).sort());
  });
});
