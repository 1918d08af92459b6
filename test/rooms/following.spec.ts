import { randomUUID } from 'node:crypto';
import type { Role } from '../../src/core/access/actor';
import { Actors } from '../../src/accounts/actors.service';
import { Transactions } from '../../src/core/database/transactions';
import { Gathering } from '../../src/core/jobs/gathering.service';
import { positional } from '../../src/core/texts/text-kinds';
import type { Entry } from '../../src/core/journal/entry';
import { Reactions } from '../../src/core/journal/reactions';
import { NewMembers } from '../../src/rooms/following/new-members';
import { PostNews } from '../../src/rooms/following/post-news.service';
import { effectiveLevel, LEVELS, type Level } from '../../src/rooms/following/level';
import { levelPolicy } from '../../src/rooms/following/level.policy';
import type { Room } from '../../src/rooms/room.entity';
import { aPerson, giveGrant, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { dice } from '../support/dice';
import { startHub, type TestHub } from '../support/hub';
import { listen, openSocket } from '../support/socket';

interface Told {
  name: string;
  words: string;
  path: string | null;
  read: boolean;
}

describe('Following', () => {
  let hub: TestHub;
  let room: TestRoom;
  let anna: TestPerson;
  let bela: TestPerson;
  let clients: Map<string, TestClient>;

  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.close());
  beforeEach(async () => {
    room = await aRoom(hub);
    clients = new Map();
    [anna, bela] = [await member('Anna'), await member('Bela')];
  });

  const sql = <Row>(text: string, values: unknown[] = []) => hub.database.query<Row[]>(text, values);

  async function member(
    name: string,
    role: Role = 'member',
    placeId = room.platformId!,
  ): Promise<TestPerson> {
    const person = await aPerson(hub, { name, grants: [{ role, placeId }] });
    clients.set(person.id, await TestClient.as(hub, person));
    return person;
  }

  const of = (person: TestPerson): TestClient => clients.get(person.id)!;

  async function opens(person: TestPerson, title = 'A question'): Promise<string> {
    const { status, body } = await of(person).send('post', `/api/v1/rooms/${room.id}/threads`, {
      title,
      ...something(),
    });
    expect(status).toBe(201);
    return (body as { id: string }).id;
  }

  async function says(person: TestPerson, thread: string, more: Record<string, unknown> = {}) {
    const sent = something('Something', more);
    const { status, body } = await of(person).send('post', `/api/v1/threads/${thread}/posts`, sent);
    expect(status).toBe(201);
    return body as { id: string; number: number };
  }

  async function follows(person: TestPerson, thread: string, level: Level | null): Promise<void> {
    const { status } = await of(person).send('put', `/api/v1/threads/${thread}/following`, { level });
    expect(status).toBe(204);
  }

  async function followsRoom(person: TestPerson, level: Level): Promise<void> {
    const { status } = await of(person).send('put', `/api/v1/rooms/${room.id}/following`, { level });
    expect(status).toBe(204);
  }

  async function reads(person: TestPerson, thread: string, number: number): Promise<void> {
    const { status } = await of(person).send('put', `/api/v1/threads/${thread}/position`, { number });
    expect(status).toBe(204);
  }

  async function told(person: TestPerson): Promise<Told[]> {
    await hub.drain();
    return (await of(person).get('/api/v1/notifications')).body.items as Told[];
  }

  const named = async (person: TestPerson) => (await told(person)).map(({ name }) => name);

  const seen = async (person: TestPerson, thread: string) => {
    const { level, levelFrom, unread } = (await of(person).get(`/api/v1/threads/${thread}`)).body;
    return { level, levelFrom, unread };
  };

  const unreadOf = async (person: TestPerson) =>
    (await of(person).get(`/api/v1/rooms/${room.id}`)).body.unread as number;

  describe('levels', () => {
    it('are normal at first, and a thread has its room’s until it has one of its own', async () => {
      const thread = await opens(anna);
      expect(await seen(bela, thread)).toEqual({ level: 'normal', levelFrom: 'room', unread: 1 });
      await followsRoom(bela, 'every_post');
      expect(await seen(bela, thread)).toMatchObject({ level: 'every_post', levelFrom: 'room' });
      await follows(bela, thread, 'normal');
      expect(await seen(bela, thread)).toMatchObject({ level: 'normal', levelFrom: 'thread' });
      await follows(bela, thread, null);
      expect(await seen(bela, thread)).toMatchObject({ level: 'every_post', levelFrom: 'room' });
      expect((await of(bela).get(`/api/v1/rooms/${room.id}`)).body.level).toBe('every_post');
      expect(await seen(anna, thread)).toMatchObject({ level: 'normal', levelFrom: 'room' });
    });

    it('are the same in the database as in the program, for all that can be known', async () => {
      for (const own of [null, ...LEVELS])
        for (const byHand of [null, true, false])
          for (const ofRoom of [null, ...LEVELS]) {
            const [row] = await sql<{ level: string }>('select effective_level($1, $2, $3) as level', [
              own,
              byHand,
              ofRoom,
            ]);
            if (own === null || byHand !== null || own === 'following')
              expect({ own, byHand, ofRoom, level: row!.level ?? 'normal' }).toEqual({
                ...{ own, byHand, ofRoom },
                level: effectiveLevel({ own, byHand, room: ofRoom }),
              });
          }
    });

    it('are chosen by plain forms, which say what each of them means', async () => {
      const thread = await opens(anna);
      const page = (await of(bela).get(`/en/threads/${thread}`)).text;
      expect(page).toContain('A notification when somebody mentions or answers you.');
      const sent = await of(bela).submit(
        `/en/threads/${thread}/following?next=${encodeURIComponent(`/threads/${thread}?around=1`)}`,
        { level: 'muted' },
        `/en/threads/${thread}`,
      );
      expect([sent.status, sent.headers['location']]).toEqual([303, `/en/threads/${thread}?around=1`]);
      expect(await seen(bela, thread)).toMatchObject({ level: 'muted', levelFrom: 'thread' });
      await of(bela).submit(`/en/threads/${thread}/following`, { level: '' }, `/en/threads/${thread}`);
      expect(await seen(bela, thread)).toMatchObject({ level: 'normal', levelFrom: 'room' });
      const { status } = await of(bela).submit(
        `/en/rooms/${room.slug}/following`,
        { level: 'following' },
        `/en/rooms/${room.slug}`,
      );
      expect(status).toBe(303);
      expect(await seen(bela, thread)).toMatchObject({ level: 'following', levelFrom: 'room' });
    });

    it('refuse what is none, strangers, visitors and tokens that may only look', async () => {
      const thread = await opens(anna);
      const hidden = await aRoom(hub, { visibility: 'private' });
      const secret = await aThread(hub, hidden, anna);
      for (const level of ['loud', 7, undefined, 'muted\u0000', '\ud800'])
        for (const path of [`threads/${thread}`, `rooms/${room.id}`])
          expect((await of(bela).send('put', `/api/v1/${path}/following`, { level })).status).toBe(422);
      const refused = await of(bela).send('put', `/api/v1/rooms/${room.id}/following`, {
        level: 'muted',
        person: anna.id,
      });
      expect(refused.status).toBe(422);
      for (const path of [`threads/${secret.id}`, `rooms/${hidden.id}`, `threads/${randomUUID()}`]) {
        const answer = await of(bela).send('put', `/api/v1/${path}/following`, { level: 'muted' });
        expect(answer.status).toBe(404);
      }
      expect((await of(bela).send('put', `/api/v1/rooms/${hidden.id}/position`)).status).toBe(404);
      const visitor = new TestClient(hub);
      expect(
        (await visitor.send('put', `/api/v1/threads/${thread}/following`, { level: 'muted' })).status,
      ).toBe(401);
      const { secret: token } = (
        await of(bela).send('post', '/api/v1/me/tokens', { name: 'Looks', scope: 'read' })
      ).body as { secret: string };
      const headers = { Authorization: `Bearer ${token}` };
      for (const [path, body] of [
        [`threads/${thread}/following`, { level: 'muted' }],
        [`rooms/${room.id}/following`, { level: 'muted' }],
        [`rooms/${room.id}/position`, undefined],
        ['me/position', undefined],
      ] as const)
        expect((await visitor.send('put', `/api/v1/${path}`, body, headers)).status).toBe(403);
    });

    it('stand in one list, of rooms and threads, where each can be changed', async () => {
      const [muted, written, plain] = [
        await opens(bela, 'Muted'),
        await opens(bela, 'Written'),
        await opens(bela),
      ];
      await follows(anna, muted, 'muted');
      await says(anna, written);
      await hub.drain();
      await followsRoom(anna, 'normal');
      interface Listed {
        rooms: { id: string; level: string }[];
        threads: { id: string; level: string; levelFrom: string; room: { text: string } }[];
      }
      const list = async () => (await of(anna).get('/api/v1/me/levels')).body as Listed;
      const { rooms, threads } = await list();
      expect(rooms).toMatchObject([{ id: room.id, level: 'normal' }]);
      expect(threads).toMatchObject([
        { id: written, level: 'following', levelFrom: 'writing', room: { text: 'A room' } },
        { id: muted, level: 'muted', levelFrom: 'thread' },
      ]);
      const path = '/en/followed-rooms';
      const { text } = await of(anna).get(path);
      expect(text).toContain(`name="choice" value="thread/${muted}/muted" aria-current="true"`);
      expect(text).not.toContain(plain);
      const choose = (choice: string) => of(anna).submit(path, { choice }, path);
      expect((await choose(`thread/${muted}/every_post`)).headers['location']).toBe(path);
      expect((await choose(`thread/${written}/`)).status).toBe(303);
      expect((await choose(`room/${room.id}/muted`)).status).toBe(303);
      expect(await list()).toMatchObject({
        rooms: [{ id: room.id, level: 'muted' }],
        threads: [{ id: muted, level: 'every_post' }],
      });
      for (const choice of [
        `room/${room.id}/`,
        `room/${room.id}/loud`,
        'room',
        `person/${anna.id}/muted`,
        '\u0000',
        '',
      ])
        expect((await choose(choice)).status).toBe(422);
      for (const choice of [`room/${randomUUID()}/muted`, `thread/${randomUUID()}/muted`])
        expect((await choose(choice)).status).toBe(404);
      const visitor = new TestClient(hub);
      expect((await visitor.get(path)).status).toBe(401);
      expect((await visitor.get('/api/v1/me/levels')).status).toBe(401);
      await sql(`update rooms set visibility = 'private' where id = $1`, [room.id]);
      expect(await list()).toMatchObject({ rooms: [], threads: [] });
      expect((await choose(`thread/${muted}/muted`)).status).toBe(404);
      for (const query of ['?page=0', '?page=1e308', '?x=1'])
        expect((await of(anna).get(`/api/v1/me/levels${query}`)).status).toBe(422);
    });

    it('are read by their owner only, and with rooms that she may read: predicate and scope agree', async () => {
      const people = [anna, await member('Host', 'host'), await member('Guest', 'guest', room.id)];
      const administrator = await aPerson(hub, { grants: [{ role: 'administrator' }] });
      const rooms = [room.id];
      for (const visibility of ['members', 'private'] as const)
        rooms.push(
          (await aRoom(hub, { platformId: room.platformId!, partnershipId: room.partnershipId!, visibility }))
            .id,
        );
      const everybody = [...people, administrator];
      await sql(
        `insert into room_levels select person, room, 'muted' from unnest($1::uuid[]) person, unnest($2::uuid[]) room`,
        [everybody.map(({ id }) => id), rooms],
      );
      const actors = await hub.app.get(Actors).ofPeople(everybody.map(({ id }) => id));
      expect(actors).toHaveLength(4);
      for (const actor of actors) {
        const values: unknown[] = [rooms];
        const scope = positional(levelPolicy.readable(actor, 'own'), values);
        const found = await sql<{ person_id: string; room_id: string }>(
          `select own.person_id, own.room_id from room_levels own join rooms room on room.id = own.room_id
           where room.id = any($1) and ${scope}`,
          values,
        );
        const all = await sql<{ person_id: string; room: Room }>(
          `select own.person_id, json_build_object('id', room.id, 'place', room.place, 'partnershipId',
             room.partnership_id, 'platformId', room.platform_id, 'visibility', room.visibility,
             'archivedAt', room.archived_at) as room
           from room_levels own join rooms room on room.id = own.room_id where room.id = any($1)`,
          [rooms],
        );
        const said = all.filter(({ person_id: personId, room }) =>
          levelPolicy.may(actor, 'read', { personId, room }),
        );
        const key = (row: { person_id: string }, id: string) => `${row.person_id} ${id}`;
        expect(found.map((row) => key(row, row.room_id)).toSorted()).toEqual(
          said.map((row) => key(row, row.room.id)).toSorted(),
        );
      }
    });
  });

  describe('who writes in a thread', () => {
    it('follows it from then on, however often the news of a post are performed', async () => {
      const thread = await opens(anna);
      await says(bela, thread);
      await hub.drain();
      const [entry] = await sql<Entry<'post.published'>>(
        `select *, json_build_object('kind', scope_kind, 'id', scope_id) as scope from journal
         where name = 'post.published' and scope_id = $1 order by seq desc limit 1`,
        [room.id],
      );
      await hub.app.get(Transactions).run((tx) => hub.app.get(PostNews).tell(tx, [entry!, entry!]));
      await hub.app.get(Reactions).perform('PostNews.tell', entry!); // a job that an older version has left
      expect(await seen(bela, thread)).toMatchObject({ level: 'following', levelFrom: 'writing' });
      expect(await named(anna)).toEqual(['thread.continued']);
      expect(await seen(anna, thread)).toMatchObject({ level: 'following', levelFrom: 'writing' });
      expect((await of(bela).get(`/sv/threads/${thread}`)).text).toContain('eftersom du har skrivit i den');
    });
    it('does not when her settings say so', async () => {
      const { revision, followsWhenWriting } = (await of(bela).get('/api/v1/me')).body;
      expect(followsWhenWriting).toBe(true);
      await of(bela).send('patch', '/api/v1/me', { revision, followsWhenWriting: false });
      expect((await of(bela).get('/en/settings')).text).toMatch(
        /name="followsWhenWriting" value="true"(?! checked)/,
      );
      const thread = await opens(bela);
      await hub.drain();
      expect(await seen(bela, thread)).toMatchObject({ level: 'normal', levelFrom: 'room' });
    });
    it('who is new follows the rooms of her platform, and what was silent for a month counts as read', async () => {
      await aRoom(hub, { place: 'partnership', partnershipId: room.partnershipId! });
      const hidden = await aRoom(hub, { platformId: room.platformId!, visibility: 'private' });
      const [lively, silent] = [await opens(anna, 'Lively'), await opens(anna, 'Silent')];
      await sql(`update threads set last_post_at = now() - interval '31 days' where id = $1`, [silent]);
      const grants = [{ role: 'member' as const, placeId: room.platformId! }];
      const cyril = await aPerson(hub, { name: 'Cyril', grants });
      clients.set(cyril.id, await TestClient.as(hub, cyril));
      const chosen = await member('Dana');
      await followsRoom(chosen, 'muted');
      const joins = { scope: { kind: 'platform', id: room.platformId! }, data: { personId: cyril.id } };
      for (const personId of [cyril.id, cyril.id, chosen.id])
        await hub.app.get(NewMembers).join({ ...joins, data: { personId } } as Entry<'membership.accepted'>);
      expect(await seen(cyril, lively)).toMatchObject({ level: 'following', levelFrom: 'room', unread: 1 });
      expect(await seen(cyril, silent)).toMatchObject({ unread: 0 });
      expect(await unreadOf(cyril)).toBe(1);
      expect(await seen(chosen, lively)).toMatchObject({ level: 'muted' });
      const levels = await sql<{ room_id: string }>('select room_id from room_levels where person_id = $1', [
        cyril.id,
      ]);
      expect(levels).toEqual([{ room_id: room.id }]);
      const invites = { scope: { kind: 'room', id: hidden.id }, data: { personId: cyril.id } };
      await hub.app.get(NewMembers).invite(invites as Entry<'room.guest_invited'>);
      expect(await sql('select level from room_levels where room_id = $1', [hidden.id])).toEqual([
        { level: 'following' },
      ]);
    });

    it('keeps what she has chosen by hand, of the thread or of the room', async () => {
      const thread = await opens(anna);
      for (const level of ['every_post', 'normal', 'muted'] as const) {
        await follows(bela, thread, level);
        await says(bela, thread);
        await hub.drain();
        expect(await seen(bela, thread)).toMatchObject({ level, levelFrom: 'thread' });
      }
      await follows(bela, thread, null);
      await followsRoom(bela, 'every_post');
      const other = await opens(bela);
      await says(bela, thread);
      await hub.drain();
      for (const each of [thread, other])
        expect(await seen(bela, each)).toMatchObject({ level: 'every_post', levelFrom: 'room' });
      await followsRoom(bela, 'muted');
      expect(await seen(bela, other)).toMatchObject({ level: 'muted', levelFrom: 'room' });
      await followsRoom(bela, 'normal');
      expect(await seen(bela, thread)).toMatchObject({ level: 'normal', levelFrom: 'room' });
      expect(await seen(bela, other)).toMatchObject({ level: 'following', levelFrom: 'writing' });
    });
  });

  describe('of a new post', () => {
    it('whom it answers is told, once, with the way to it', async () => {
      const thread = await opens(anna);
      const [first] = (await of(anna).get(`/api/v1/threads/${thread}/posts`)).body.posts;
      const answer = await says(bela, thread, { replyToId: first.id });
      expect(await told(anna)).toMatchObject([
        {
          ...{ name: 'post.answered', words: 'You were answered', read: false },
          path: `/threads/${thread}?around=${answer.number}#post-${answer.number}`,
        },
      ]);
      expect(await told(bela)).toEqual([]);
    });

    it('who follows is told once until she has read on', async () => {
      const thread = await opens(anna);
      await follows(bela, thread, 'following');
      await reads(bela, thread, 1);
      await says(anna, thread);
      await says(anna, thread);
      expect(await named(bela)).toEqual(['thread.continued']);
      await reads(bela, thread, 3);
      expect(await told(bela)).toMatchObject([{ name: 'thread.continued', read: true }]);
      const { number } = await says(anna, thread);
      expect(await told(bela)).toMatchObject([
        { read: false, path: `/threads/${thread}?around=${number}#post-${number}` },
        { read: true },
      ]);
    });

    it('who wants every post is told of every post', async () => {
      await followsRoom(bela, 'every_post');
      const thread = await opens(anna);
      await says(anna, thread);
      expect(await named(bela)).toEqual(['post.written', 'post.written']);
    });

    it('who is answered and follows is told once', async () => {
      const thread = await opens(anna);
      await follows(anna, thread, 'every_post');
      const [first] = (await of(anna).get(`/api/v1/threads/${thread}/posts`)).body.posts;
      await says(bela, thread, { replyToId: first.id });
      expect(await named(anna)).toEqual(['post.answered']);
    });

    it('who is called and answered and follows is told once, and not at all of what she has muted', async () => {
      const thread = await opens(anna);
      await follows(anna, thread, 'every_post');
      const [first] = (await of(anna).get(`/api/v1/threads/${thread}/posts`)).body.posts;
      const { number } = await says(bela, thread, { body: 'Is it so, @Anna?', replyToId: first.id });
      expect(await named(anna)).toEqual(['post.mentioned']);
      await reads(anna, thread, number);
      expect((await told(anna)).map(({ read }) => read)).toEqual([true]);
      await follows(anna, thread, 'muted');
      await says(bela, thread, { body: 'And so, @Anna?' });
      expect(await named(anna)).toEqual(['post.mentioned']);
    });

    it('nobody is told who has muted the thread or the room, has read it, or wrote it', async () => {
      const thread = await opens(anna);
      const mine = await says(bela, thread);
      await follows(bela, thread, 'muted');
      await says(anna, thread, { replyToId: mine.id });
      expect(await told(bela)).toEqual([]);
      await follows(bela, thread, null);
      await followsRoom(bela, 'muted');
      await says(anna, thread, { replyToId: mine.id });
      expect(await told(bela)).toEqual([]);
      await follows(bela, thread, 'every_post');
      const { number } = await says(anna, thread);
      await reads(bela, thread, number);
      expect(await told(bela)).toEqual([]);
      await says(bela, thread);
      expect(await told(bela)).toEqual([]);
    });

    it('nobody is told who can no longer read the room, though she follows it', async () => {
      await sql(`update rooms set visibility = 'members' where id = $1`, [room.id]);
      const thread = await opens(anna);
      await followsRoom(bela, 'every_post');
      await sql('delete from grants where person_id = $1', [bela.id]);
      await says(anna, thread);
      await hub.drain();
      await giveGrant(hub, bela.id, 'member', room.platformId);
      expect(await told(bela)).toEqual([]);
    });

    it('many posts are told in one go: everybody of what concerns her, once, with the first that she has not read', async () => {
      const [chats, asks] = [await opens(anna), await opens(bela)];
      const cleo = await member('Cleo');
      await hub.drain();
      await followsRoom(cleo, 'every_post');
      const first = await says(bela, chats);
      const second = await says(bela, chats, { replyToId: first.id });
      const own = await says(anna, asks);
      const answer = await says(bela, asks, { replyToId: own.id });
      await says(bela, asks);
      expect(await sql('select reaction from gathered_entries')).toHaveLength(5);
      const inbox = async (person: TestPerson) =>
        (await told(person)).map(({ name, path }) => `${name} ${path?.split('#')[1]}`).toSorted();
      expect(await inbox(anna)).toEqual([
        `post.answered post-${answer.number}`,
        `thread.continued post-${first.number}`,
        `thread.continued post-${answer.number + 1}`,
      ]);
      expect(await inbox(bela)).toEqual([]);
      expect(await inbox(cleo)).toEqual(
        ['post-2', 'post-2', 'post-3', 'post-3', 'post-4'].map((post) => `post.written ${post}`),
      );
      expect(second.number).toBe(3);
      expect(await sql('select reaction from gathered_entries')).toEqual([]);
    });
    it('what cannot be told keeps nobody else waiting, and is tried again later', async () => {
      const thread = await opens(anna);
      await hub.drain();
      const gathers = (id: string) =>
        sql(`insert into gathered_entries (reaction, entry) values ('PostNews.tell', $1)`, [
          JSON.stringify({ name: 'post.published', scope: { kind: 'room', id }, data: { postId: id } }),
        ]);
      await gathers('no id');
      await says(bela, thread);
      await gathers(randomUUID());
      expect(await named(anna)).toEqual(['thread.continued']);
      expect(await sql('select tries, due_at > now() as later from gathered_entries')).toEqual([
        { tries: 1, later: true },
      ]);
      await sql('update gathered_entries set tries = 11, due_at = now()');
      await hub.drain();
      expect(await sql(`select tries, due_at = 'infinity' as never from gathered_entries`)).toEqual([
        { tries: 12, never: true },
      ]);
      await sql('delete from gathered_entries');
    });
    it('a process that dies while it tells has told nothing, and another tells it all', async () => {
      const thread = await opens(anna);
      await hub.drain();
      await says(bela, thread);
      const dies = jest.spyOn(hub.app.get(PostNews), 'tell').mockImplementation(async () => {
        throw new Error('The database went away');
      });
      await hub.app.get(Gathering).perform();
      dies.mockRestore();
      expect(await named(anna)).toEqual([]);
      await sql('update gathered_entries set due_at = now()');
      expect(await named(anna)).toEqual(['thread.continued']);
    });
    it('nothing is told when it was withdrawn before, and its notice names it no more when it is withdrawn after', async () => {
      await followsRoom(bela, 'every_post');
      const thread = await opens(anna, 'A question that is kept');
      const gone = await says(anna, thread);
      await of(anna).send('put', `/api/v1/posts/${gone.id}/withdrawal`);
      expect(await named(bela)).toEqual(['post.written']);
      const later = await says(anna, thread);
      expect(await named(bela)).toHaveLength(2);
      await of(anna).send('put', `/api/v1/posts/${later.id}/withdrawal`);
      const [notice] = await told(bela);
      expect(notice).toMatchObject({
        words: 'This is about something that you can no longer see.',
        path: null,
      });
    });
  });

  describe('unread posts', () => {
    it('are none in what is muted, of the thread, of the room and of both', async () => {
      const [one, two] = [await opens(anna, 'One'), await opens(anna, 'Two')];
      await says(anna, one);
      expect(await unreadOf(bela)).toBe(3);
      await follows(bela, one, 'muted');
      expect(await unreadOf(bela)).toBe(1);
      expect(await seen(bela, one)).toMatchObject({ unread: 0 });
      await reads(bela, one, 1);
      expect(await unreadOf(bela)).toBe(1);
      await followsRoom(bela, 'muted');
      expect(await unreadOf(bela)).toBe(0);
      await follows(bela, two, 'following');
      expect(await unreadOf(bela)).toBe(1);
      await follows(bela, one, 'normal');
      expect(await unreadOf(bela)).toBe(2);
      expect(
        (await of(bela).get('/api/v1/rooms')).body.rooms.find(({ id }: Room) => id === room.id).unread,
      ).toBe(2);
    });

    it('are marked as read all at once, in a room with many threads, and in all rooms', async () => {
      const other = await aRoom(hub, { platformId: room.platformId!, partnershipId: room.partnershipId! });
      await sql(
        `insert into threads (room_id, title, locale, opened_by, last_number)
         select $1, 'Thread ' || n, 'en', $2, 3 from generate_series(1, 3000) n`,
        [room.id, anna.id],
      );
      const hidden = await aRoom(hub, { visibility: 'private' });
      const secret = await aThread(hub, hidden, anna);
      await sql('update threads set last_number = 4 where id = $1', [secret.id]);
      await sql('call recount_rooms()');
      expect(await unreadOf(bela)).toBe(9000);
      expect((await of(bela).get(`/en/rooms/${room.slug}`)).text).toContain('Mark all as read');
      const sent = await of(bela).submit(`/en/rooms/${room.slug}/position`, {}, `/en/rooms/${room.slug}`);
      expect(sent.status).toBe(303);
      expect(await unreadOf(bela)).toBe(0);
      const again = room;
      room = other;
      await opens(anna);
      room = again;
      await opens(anna);
      expect((await of(bela).send('put', '/api/v1/me/position')).status).toBe(200);
      const { rooms } = (await of(bela).get('/api/v1/rooms')).body as { rooms: { unread: number }[] };
      expect(rooms.filter(({ unread }) => unread > 0)).toEqual([]);
      const positions = await sql('select from reading_positions where room_id = $1', [hidden.id]);
      expect(positions).toEqual([]);
    });

    it('are the same on another device a moment later', async () => {
      const thread = await opens(anna);
      for (let turn = 0; turn < 4; turn += 1) await says(anna, thread);
      const [phone, desk] = [await openSocket(hub, of(bela)), await openSocket(hub, of(bela))];
      const heard = listen<{ room: string; thread: string; number: number }>(desk, 'reading');
      await phone.timeout(5000).emitWithAck('thread:read', { thread, number: 3 });
      expect(await heard.until((each) => each.length > 0)).toEqual([{ room: room.id, thread, number: 3 }]);
      expect(await seen(bela, thread)).toMatchObject({ unread: 2 });
      await phone.timeout(5000).emitWithAck('thread:read', { thread, number: 2 });
      await desk.timeout(5000).emitWithAck('thread:read', { thread, number: 5 });
      await heard.until((each) => each.length > 1);
      expect(heard.heard.map(({ number }) => number)).toEqual([3, 5]);
      phone.close();
      desk.close();
    });

    it('are one thing that waits for each thread, in the head and the title of every page', async () => {
      const [first, second] = [await opens(anna), await opens(anna, 'Another one')];
      await hub.drain();
      await follows(bela, first, 'every_post');
      await follows(bela, second, 'following');
      const waits = async () => {
        await hub.drain();
        const { body } = await of(bela).get('/api/v1/notifications/unread');
        return body as { unread: number; waits: number; words: string };
      };
      expect(await waits()).toMatchObject({ unread: 0, waits: 0 });
      expect((await of(bela).get('/en/rooms')).text).toContain('<title>Rooms');
      for (let turn = 0; turn < 3; turn += 1) await says(anna, first);
      await says(anna, second);
      await says(anna, await opens(anna, 'Not followed'));
      expect(await waits()).toEqual({ unread: 4, waits: 2, words: '2 new things for you' });
      const { text } = await of(bela).get('/en/rooms');
      expect(text).toMatch(/data-waits="true"><span[^>]*>2<\/span><span[^>]*>2 new things for you/);
      expect(text).toContain('<title>(2) Rooms');
      await reads(bela, first, 4);
      expect((await of(bela).get('/sl/rooms')).text).toContain('1 novost za vas');
    });

    it('never become more again when a slower device tells where it is', async () => {
      const thread = await opens(anna);
      for (let turn = 0; turn < 5; turn += 1) await says(anna, thread);
      await Promise.all([6, 2, 4, 1, 5, 3].map((number) => reads(bela, thread, number)));
      expect((await of(bela).get(`/api/v1/threads/${thread}`)).body.readUpTo).toBe(6);
      await of(bela).get(`/en/threads/${thread}?around=1`);
      expect((await of(bela).get(`/api/v1/threads/${thread}`)).body.readUpTo).toBe(6);
      expect(await unreadOf(bela)).toBe(0);
    });

    it('are led to from the list of threads', async () => {
      const thread = await opens(anna);
      await reads(bela, thread, 1);
      await says(anna, thread);
      const list = async () => (await of(bela).get(`/en/rooms/${room.slug}`)).text;
      expect(await list()).toContain(`href="/en/threads/${thread}?around=2&amp;since=1#unread"`);
      await reads(bela, thread, 2);
      expect(await list()).toContain(`href="/en/threads/${thread}"`);
    });

    it('are led to: here, on another page, and nowhere when there are none', async () => {
      const thread = await opens(anna);
      await reads(bela, thread, 1);
      for (let turn = 0; turn < 50; turn += 1) await says(anna, thread);
      const far = (await of(bela).get(`/en/threads/${thread}?after=40`)).text;
      const way = `/en/threads/${thread}?around=2&amp;since=1#unread`;
      expect(far).toContain(way);
      expect(far).not.toContain('id="unread"');
      const near = (await of(bela).get(way.replace('&amp;', '&').replace('#unread', ''))).text;
      expect(near).toMatch(/id="unread">\s*50 unread posts/);
      expect(near).toContain('href="#unread"');
      expect((await of(bela).get(`/en/threads/${thread}`)).text).not.toContain('#unread');
    });

    it('are counted as when they were counted anew, whatever has happened', async () => {
      const below = dice(20261122);
      const pick = <Each>(each: readonly Each[]): Each => each[below(each.length)]!;
      const threads: string[] = [];
      const people = [anna, bela];
      for (let turn = 0; turn < 160; turn += 1) {
        const person = pick(people);
        const thread = threads.length > 0 ? pick(threads) : undefined;
        const what = below(9);
        if (!thread || what === 0) threads.push(await opens(person));
        else if (what <= 3) await says(person, thread);
        else if (what <= 5) await reads(person, thread, 1 + below(12));
        else if (what === 6) await follows(person, thread, pick([...LEVELS, null]));
        else if (what === 7) await followsRoom(person, pick([...LEVELS]));
        else if (below(4) === 0) await of(person).send('put', `/api/v1/rooms/${room.id}/position`);
        else await Promise.all([reads(person, thread, 2), says(person, thread), reads(person, thread, 4)]);
        if (turn % 10 === 0)
          for (const each of people) expect(await unreadOf(each)).toBe(await counted(each));
      }
      await hub.drain();
      for (const each of people) expect(await unreadOf(each)).toBe(await counted(each));
    });

    /** As one would count who knows nothing of kept counts. */
    async function counted(person: TestPerson): Promise<number> {
      const { threads } = (await of(person).get(`/api/v1/rooms/${room.id}/threads?limit=100`)).body as {
        threads: { unread: number }[];
      };
      return threads.reduce((sum, { unread }) => sum + unread, 0);
    }
  });

  describe('when posts move', () => {
    it('what somebody has read stays read where it is now, as far as she had read it', async () => {
      const [clara, host] = [
        await member('Clara'),
        await TestClient.as(
          hub,
          await aPerson(hub, { grants: [{ role: 'host', placeId: room.platformId! }] }),
        ),
      ];
      const source = await opens(anna);
      for (let turn = 0; turn < 5; turn += 1) await says(anna, source);
      await reads(bela, source, 6);
      await reads(clara, source, 3);
      const posts = (await host.get(`/api/v1/threads/${source}/posts`)).body.posts as { id: string }[];
      const postIds = [1, 3, 5].map((place) => posts[place]!.id);
      const input = { postIds, title: 'Split off', locale: 'en' };
      const split = (await host.send('post', `/api/v1/threads/${source}/splits`, input)).body.id as string;
      expect(await seen(bela, split)).toMatchObject({ unread: 0 });
      expect(await seen(clara, split)).toMatchObject({ unread: 2 });
      expect(await seen(anna, split)).toMatchObject({ unread: 0 });
      const target = await opens(anna);
      await reads(bela, target, 1);
      await host.send('put', `/api/v1/threads/${source}/merge`, { threadId: target });
      expect(await seen(bela, target)).toMatchObject({ unread: 0 });
      expect(await seen(clara, target)).toMatchObject({ unread: 4 });
      expect(await seen(clara, source)).toMatchObject({ unread: 0 });
      expect(await unreadOf(bela)).toBe(0);
      expect(await unreadOf(clara)).toBe(6);
    });

    it('a thread that goes to another room takes with it what was read of it, and how it is followed', async () => {
      const thread = await opens(anna);
      await says(anna, thread);
      await reads(bela, thread, 1);
      await follows(bela, thread, 'muted');
      const other = await aRoom(hub, { platformId: room.platformId!, partnershipId: room.partnershipId! });
      await sql('delete from posts where thread_id = $1', [thread]);
      await sql('update threads set room_id = $2 where id = $1', [thread, other.id]);
      await sql('update rooms set post_count = 0 where id = $1', [room.id]);
      await sql('update rooms set post_count = 2 where id = $1', [other.id]);
      expect(await unreadOf(bela)).toBe(0);
      expect(await seen(bela, thread)).toMatchObject({ level: 'muted' });
      await follows(bela, thread, 'normal');
      const unread = (await of(bela).get(`/api/v1/rooms/${other.id}`)).body.unread;
      expect(unread).toBe(1);
    });
  });

  it('says in what way somebody follows to nobody else', async () => {
    const thread = await opens(anna);
    await follows(bela, thread, 'muted');
    const page = JSON.stringify((await of(anna).get(`/api/v1/threads/${thread}`)).body);
    expect(page).not.toContain('muted');
  });
});
