import { randomUUID } from 'node:crypto';
import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { dice } from '../support/dice';
import { startHub, type TestHub } from '../support/hub';
import { OpenPage } from '../support/open-page';
import { ask, listen, openSocket } from '../support/socket';
import { until } from '../support/until';

interface PostBody {
  id: string;
  roomId: string;
  threadId: string;
  number: number;
  seq: number;
  body: string;
  clientId: string;
  withdrawnAt: string | null;
  replyTo: { id: string; number: number } | null;
  movedTo: { id: string; threadId: string; number: number } | null;
}

/** Tables with rows of threads: they go along when a thread goes to another room. */
const GO_ALONG = [
  ...['threads', 'posts', 'post_revisions', 'post_translations', 'post_reactions', 'post_mentions'],
  ...['post_drafts', 'reading_positions', 'poll_option_translations', 'poll_options', 'poll_translations'],
  ...['poll_votes', 'poll_closing_moves', 'polls', 'moderation_cases', 'thread_levels', 'held_posts'],
];
/** Tables with a room that is not that of a thread; search rows are made anew, conclusions are of whoever drew them. */
const STAY = [
  ...['room_levels', 'room_readings'],
  'reading_choices',
  'handbooks',
  'search_rows',
  'conclusions',
  'conclusion_originals',
  'room_removals',
  // What was decided stays in the log of the room that decided it.
  ...['moderation_decisions', 'room_measures'],
];

describe('Posts and threads that go elsewhere', () => {
  let hub: TestHub;
  let rooms: [TestRoom, TestRoom];
  let member: TestPerson;
  let [author, host, visitor]: TestClient[] = [];
  let thread: string;

  beforeAll(async () => {
    hub = await startHub();
  });
  beforeEach(async () => {
    const first = await aRoom(hub, { name: 'The first room' });
    const beside = { partnershipId: first.partnershipId!, platformId: first.platformId! };
    rooms = [first, await aRoom(hub, { name: 'The second room', ...beside })];
    const grants = (role: 'member' | 'host') => [{ role, placeId: first.platformId! }];
    member = await aPerson(hub, { name: 'Author', grants: grants('member') });
    author = await TestClient.as(hub, member);
    host = await TestClient.as(hub, await aPerson(hub, { name: 'Host', grants: grants('host') }));
    visitor = new TestClient(hub);
    thread = await opened('A thread');
  });
  afterAll(() => hub.close());

  const rows = <Row>(text: string, values: unknown[] = []) => hub.database.query<Row[]>(text, values);
  const path = (rest = '', of = thread) => `/api/v1/threads/${of}${rest}`;
  const opened = async (title: string, room = rooms[0]) => (await aThread(hub, room, member, { title })).id;
  const say = async (body: string, of = thread, more: object = {}, client = author!) =>
    (await client.send('post', path('/posts', of), { ...something(body), ...more })).body as PostBody;
  const postsOf = async (of = thread, client = visitor!) =>
    (await client.get(path('/posts?limit=100', of))).body.posts as PostBody[];
  const post = async (id: string) => (await visitor!.get(`/api/v1/posts/${id}`)).body as PostBody;
  const move = (to: string, of = thread, client = host!) =>
    client.send('put', path('/room', of), { roomId: to });
  const split = (input: object, of = thread, client = host!) =>
    client.send('post', path('/splits', of), input);
  const merge = (into: string, of = thread, client = host!) =>
    client.send('put', path('/merge', of), { threadId: into });
  const names = async (room: TestRoom) =>
    ((await host!.get(`/api/v1/rooms/${room.id}/entries`)).body.entries as { name: string }[]).map(
      ({ name }) => name,
    );
  const counts = () =>
    rows(
      `select id, thread_count, post_count, round(extract(epoch from last_post_at) / 10) as last_post from rooms where id = any($1) order by id`,
      [rooms.map(({ id }) => id)],
    );
  /** What rooms hold is what is counted in them. */
  const expectCounted = async () => {
    const kept = await counts();
    await hub.database.query('call recount_rooms()');
    expect(kept).toEqual(await counts());
  };

  describe('moving a thread', () => {
    it('keeps its address and takes all its posts along, in both rooms and their counts', async () => {
      const first = await say('First');
      const second = await say('Second', thread, { replyToId: first.id });
      await say('Stays', await opened('Another'));
      expect((await move(rooms[1].id)).body).toMatchObject({ id: thread, roomId: rooms[1].id, postCount: 2 });
      const moved = await postsOf();
      expect(moved.map(({ id, number, body }) => [id, number, body])).toEqual([
        [first.id, 1, 'First'],
        [second.id, 2, 'Second'],
      ]);
      expect(moved[1]?.replyTo?.id).toBe(first.id);
      const arrival = (await host!.get(`/api/v1/rooms/${rooms[1].id}`)).body.lastSeq as number;
      expect(new Set(moved.map(({ seq, roomId }) => `${roomId} ${seq}`))).toEqual(
        new Set([`${rooms[1].id} ${arrival}`]),
      );
      expect((await names(rooms[0])).at(-1)).toBe('thread.moved');
      expect(await names(rooms[1])).toEqual(['thread.moved']);
      await expectCounted();
      expect((await say('Third')).roomId).toBe(rooms[1].id);
    });

    it('forgets no table that knows the room of a thread', async () => {
      const known = await rows<{ name: string }>(
        `select table_name as name from information_schema.columns
         where column_name = 'room_id' and table_schema = 'public' order by 1`,
      );
      const followed = await rows<{ name: string }>(
        `select distinct conrelid::regclass::text as name from pg_constraint
         where contype = 'f' and confupdtype = 'c' and cardinality(confkey) >= 2`,
      );
      const names = followed.map(({ name }) => name);
      expect(GO_ALONG.filter((name) => name !== 'threads' && !names.includes(name))).toEqual([]);
      const views = ['post_views'];
      expect(
        known
          .map(({ name }) => name)
          .filter((name) => !views.includes(name) && !STAY.includes(name))
          .sort(),
      ).toEqual([...GO_ALONG].sort());
    });

    it('takes along what hangs by the posts: older words, translations, reactions, how far people have read', async () => {
      const { id } = await say('First');
      await author!.send('patch', `/api/v1/posts/${id}`, { body: 'Better', locale: 'en', baseRevision: 1 });
      const values = [rooms[0].id, id, member.id];
      await rows(
        `insert into post_reactions (room_id, post_id, person_id, kind) values ($1, $2, $3, 'agree')`,
        values,
      );
      await rows(
        `insert into post_translations (room_id, owner_id, body, html, locale, status, source_revision, origin)
         values ($1, $2, 'Bolje', '<p>Bolje</p>', 'sl', 'draft', 2, 'person')`,
        values.slice(0, 2),
      );
      expect((await move(rooms[1].id)).status).toBe(200);
      const { body } = await visitor!.get(`/api/v1/posts/${id}`);
      expect(body).toMatchObject({
        translations: [{ locale: 'sl' }],
        reactions: [{ kind: 'agree', count: 1 }],
        body: 'Better',
      });
      expect((await visitor!.get(`/api/v1/posts/${id}/revisions`)).body.revisions).toHaveLength(1);
      expect((await author!.get(path())).body).toMatchObject({ readUpTo: 1, unread: 0 });
      expect((await author!.get(`/api/v1/rooms/${rooms[1].id}`)).body.unread).toBe(0);
    });

    it('is for who keeps the room and may open threads in the other one', async () => {
      await say('First');
      expect((await move(rooms[1].id, thread, author)).status).toBe(403);
      expect((await move(rooms[1].id, thread, visitor)).status).toBe(401);
      expect((await move(rooms[0].id)).body.errors[0].path).toBe('roomId');
      expect((await move((await aRoom(hub)).id)).status).toBe(403);
      expect((await move((await aRoom(hub, { visibility: 'private' })).id)).status).toBe(404);
      expect((await move(randomUUID())).status).toBe(404);
      expect((await move('x')).status).toBe(422);
    });

    it('a reader who may not enter the other room sees the thread no more, on no page that was kept', async () => {
      await say('A secret from now on');
      const page = `/en/threads/${thread}`;
      expect((await visitor!.get(page)).text).toContain('A secret from now on');
      expect((await visitor!.get(page)).status).toBe(200);
      const hidden = await aRoom(hub, {
        visibility: 'private',
        ...{ partnershipId: rooms[0].partnershipId!, platformId: rooms[0].platformId! },
      });
      const socket = await openSocket(hub);
      const heard = listen<{ entries: { name: string; post?: object; thread?: object }[] }>(
        socket,
        'room:entries',
      );
      await ask(socket, 'room:join', { room: rooms[0].id, locale: 'en' });
      expect((await move(hidden.id)).status).toBe(200);
      const messages = await heard.until((all) => all.length > 0);
      const entries = messages.flatMap((message) => message.entries);
      expect(entries).toMatchObject([{ name: 'thread.moved' }]);
      expect(JSON.stringify(entries)).not.toContain('secret');
      expect(entries[0]).not.toHaveProperty('thread');
      socket.close();
      for (const client of [visitor!, author!]) {
        expect((await client.get(page)).status).toBe(404);
        expect((await client.get(path())).status).toBe(404);
        expect((await client.get(path('/posts'))).status).toBe(404);
      }
      const history = (await visitor!.get(`/api/v1/rooms/${rooms[0].id}/entries`)).text;
      expect(history).not.toContain('secret');
    });

    it('warns on its page when others can read there, and moves without a script', async () => {
      const hidden = await aRoom(hub, {
        visibility: 'private',
        ...{ partnershipId: rooms[0].partnershipId!, platformId: rooms[0].platformId! },
      });
      const closed = await opened('Among us', hidden);
      const page = `/en/threads/${closed}/move`;
      expect((await host!.get(page)).text).toContain('The second room');
      const wide = await host!.get(`${page}?room=${rooms[1].id}`);
      expect(wide.text).toContain('Others can read in that room');
      expect((await host!.get(`/en/threads/${thread}/move?room=${hidden.id}`)).text).not.toContain(
        'Others can read',
      );
      const sent = await host!.submit(page, { roomId: rooms[1].id }, `${page}?room=${rooms[1].id}`);
      expect([sent.status, sent.headers['location']]).toEqual([
        303,
        expect.stringContaining(`/en/threads/${closed}`),
      ]);
      expect((await visitor!.get(`/en/threads/${closed}`)).status).toBe(200);
      expect((await author!.get(`/en/threads/${thread}/move`)).status).toBe(403);
      expect((await host!.get(`${page}?room=nonsense`)).status).toBe(200);
    });

    it('two threads that change places at once both arrive', async () => {
      const other = await opened('Other', rooms[1]);
      await Promise.all([say('Here'), say('There', other)]);
      for (let turn = 0; turn < 6; turn += 1) {
        const [one, two] = turn % 2 ? [rooms[0].id, rooms[1].id] : [rooms[1].id, rooms[0].id];
        const answers = await Promise.all([move(one), move(two, other)]);
        expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      }
      await expectCounted();
    });

    it('loses nothing that is written while it goes to and fro, and puts nothing into the wrong room', async () => {
      await say('First');
      const sent: string[] = [];
      let going = true;
      const writing = Array.from({ length: 4 }, async (_, who) => {
        for (let turn = 0; going; turn += 1) {
          const { status, body } = await author!.send('post', path('/posts'), something(`${who} ${turn}`));
          expect([201, 403, 409]).toContain(status);
          if (status === 201) sent.push((body as PostBody).id);
        }
      });
      for (let turn = 1; turn <= 10; turn += 1) expect((await move(rooms[turn % 2]!.id)).status).toBe(200);
      going = false;
      await Promise.all(writing);
      expect(sent.length).toBeGreaterThan(4);
      const there = await rows<{ id: string; room_id: string; number: number }>(
        'select id, room_id, number from posts where thread_id = $1 order by number',
        [thread],
      );
      expect(there.map(({ number }) => number)).toEqual(there.map((_, index) => index + 1));
      expect(new Set(there.map(({ room_id }) => room_id)).size).toBe(1);
      expect(
        there
          .slice(1)
          .map(({ id }) => id)
          .sort(),
      ).toEqual(sent.sort());
      await expectCounted();
    });

    it('somebody who has used the same client id in both rooms keeps both posts', async () => {
      const clientId = randomUUID();
      const here = await say('Here', thread, { clientId });
      const there = await say('There', await opened('Other', rooms[1]), { clientId });
      expect((await move(rooms[1].id)).status).toBe(200);
      expect((await post(here.id)).body).toBe('Here');
      expect(await post(there.id)).toMatchObject({ body: 'There', clientId });
    });
  });

  describe('splitting', () => {
    it('makes a new thread of some posts, with stubs in their places and their answers kept', async () => {
      const said = [await say('One')];
      for (const body of ['Two', 'Three', 'Four']) {
        said.push(await say(body, thread, { replyToId: said.at(-1)!.id }));
      }
      const [one, two, three, four] = said as [PostBody, PostBody, PostBody, PostBody];
      const made = await split({ postIds: [three.id, two.id], title: 'Its own matter', locale: 'en' });
      expect(made.status).toBe(201);
      expect(made.body).toMatchObject({
        title: { text: 'Its own matter' },
        postCount: 2,
        openedBy: { name: 'Author' },
      });
      const target = made.body.id as string;
      const there = await postsOf(target);
      expect(there.map(({ id, number, replyTo }) => [id, number, replyTo?.number])).toEqual([
        [two.id, 1, undefined],
        [three.id, 2, 1],
      ]);
      const here = await postsOf();
      expect(here.map(({ body, movedTo }) => movedTo?.id ?? body)).toEqual(['One', two.id, three.id, 'Four']);
      expect(here[3]!.replyTo).toMatchObject({ id: here[2]!.id, number: 3 });
      expect(here[1]).toMatchObject({ body: '', movedTo: { threadId: target, number: 1 } });
      expect((await names(rooms[0])).slice(-2)).toEqual(['thread.opened', 'thread.split']);
      expect((await author!.get(path('', target))).body).toMatchObject({ readUpTo: 2, unread: 0 });
      await expectCounted();
      const old = await visitor!.get(`/en/threads/${thread}?around=2`);
      expect(old.text).toContain(`/en/posts/${two.id}`);
      expect((await visitor!.get(`/en/posts/${here[1]!.id}`)).headers['location']).toBe(
        `/en/posts/${two.id}`,
      );
      expect((await visitor!.get(`/en/posts/${two.id}`)).headers['location']).toBe(
        `/en/threads/${target}?around=1#post-1`,
      );
      expect([one, four].every(({ withdrawnAt }) => withdrawnAt === null)).toBe(true);
    });

    it('takes all from one post on, also to a thread that stands, in another room', async () => {
      await say('One');
      const two = await say('Two');
      const three = await say('Three');
      const other = await opened('Other', rooms[1]);
      await say('There first', other);
      expect((await split({ from: 2, threadId: other })).body).toMatchObject({ id: other, postCount: 3 });
      expect((await postsOf(other)).map(({ body }) => body)).toEqual(['There first', 'Two', 'Three']);
      expect((await names(rooms[1])).at(-1)).toBe('thread.split');
      await expectCounted();
      const again = await author!.send('post', path('/posts'), {
        ...something('Two'),
        clientId: two.clientId,
      });
      expect(again.status).toBe(200);
      expect((await postsOf()).filter(({ movedTo }) => movedTo)).toHaveLength(2);
      expect(await post(three.id)).toMatchObject({ roomId: rooms[1].id, number: 3 });
    });

    it('refuses what cannot be: the first post, nothing, posts of others, itself, a thread that is shut', async () => {
      const one = await say('One');
      const two = await say('Two');
      const elsewhere = await say('Elsewhere', await opened('Other'));
      const title = { title: 'New', locale: 'en' };
      const refused = async (input: object, where: string) => {
        const { status, body } = await split(input);
        expect([status, body.errors?.[0]?.path]).toEqual([422, where]);
      };
      await refused({ postIds: [one.id, two.id], ...title }, 'postIds');
      await refused({ postIds: [elsewhere.id], ...title }, 'postIds');
      await refused({ postIds: [], ...title }, 'postIds');
      await refused({ ...title }, 'postIds');
      await refused({ postIds: [two.id], from: 2, ...title }, 'postIds');
      await refused({ from: 1, ...title }, 'from');
      await refused({ from: 3, ...title }, 'from');
      await refused({ from: 2 }, 'title');
      await refused({ from: 2, title: '\u0000', locale: 'en' }, 'title');
      await refused({ from: 2, threadId: thread }, 'threadId');
      await refused({ from: 2, threadId: randomUUID() }, 'threadId');
      const shut = await opened('Shut');
      await host!.send('put', path('/closure', shut));
      expect((await split({ from: 2, threadId: shut })).body.code).toBe('thread_closed');
      expect((await split({ from: 2, ...title }, thread, author)).status).toBe(403);
      expect((await postsOf()).map(({ body }) => body)).toEqual(['One', 'Two']);
    });

    it('works without a script, from a list or from a post on', async () => {
      await say('One');
      const two = await say('Two words');
      await say('Three');
      const page = `/sl/threads/${thread}/split`;
      expect((await host!.get(`/sl/posts/${two.id}/actions`)).text).toContain(
        `/threads/${thread}/split?from=2`,
      );
      expect((await author!.get(`/sl/posts/${two.id}/actions`)).text).not.toContain('/split?from=');
      expect((await host!.get(page)).text).toContain('Two words');
      const form = { locale: 'sl', roomId: rooms[0].id, threadId: '' };
      const empty = await host!.submit(page, { ...form, title: '', postIds: two.id });
      expect([empty.status, empty.text.includes(`value="${two.id}" checked`)]).toEqual([422, true]);
      const done = await host!.submit(page, { ...form, title: 'Zase', postIds: two.id });
      expect(done.status).toBe(303);
      const from = await host!.submit(page, { ...form, title: 'Od tod', from: 3 }, `${page}?from=3`);
      expect(from.status).toBe(303);
      expect((await postsOf()).filter(({ movedTo }) => movedTo)).toHaveLength(2);
      expect((await host!.get(`${page}?from=9`)).status).toBe(200);
    });

    it('what rests on a post still finds it: the path, a passage by its old address', async () => {
      await say('One');
      const two = await say('Words to rest on');
      const target = (await split({ from: 2, title: 'New', locale: 'en' })).body.id as string;
      await move(rooms[1].id, target);
      expect((await visitor!.get(`/en/path/post/${two.id}`)).text).toContain(`/threads/${target}?around=1`);
      const found = await host!.get(`/en/threads/${thread}/conclusions/new?post=${two.id}`);
      expect(found.status).toBeLessThan(500);
    });
  });

  describe('merging', () => {
    it('puts all posts behind those of the other thread, leads there, and lists one thread', async () => {
      const one = await say('One');
      const two = await say('Two');
      const other = await opened('Other');
      await say('There first', other);
      expect((await merge(other)).body).toMatchObject({ id: thread, mergedInto: other });
      expect((await postsOf(other)).map(({ body }) => body)).toEqual(['There first', 'One', 'Two']);
      const listed = (await visitor!.get(`/api/v1/rooms/${rooms[0].id}/threads`)).body.threads as PostBody[];
      expect(listed.map(({ id }) => id)).toEqual([other]);
      await expectCounted();
      const led = async (query = '') =>
        (await visitor!.get(`/en/threads/${thread}${query}`)).headers['location'];
      expect(await led()).toBe(`/en/threads/${other}`);
      expect(await led('?around=2')).toBe(`/en/posts/${two.id}`);
      expect((await author!.get(`/en/threads/${thread}?around=1`)).headers['location']).toBe(
        `/en/posts/${one.id}`,
      );
      expect((await author!.get(`/api/v1/rooms/${rooms[0].id}`)).body.unread).toBe(0);
      expect((await author!.get(path('', other))).body.readUpTo).toBe(3);
      const late = await say('Late');
      expect(late).toMatchObject({ threadId: other, number: 4 });
      const form = { clientId: randomUUID(), body: 'Later', locale: 'en' };
      const sent = await author!.submit(`/en/threads/${thread}/posts`, form, `/en/threads/${other}`);
      expect(sent.headers['location']).toBe(`/en/threads/${other}?around=5#post-5`);
      expect((await author!.send('put', path('/position'), { number: 2 })).status).toBe(204);
      for (const act of ['closure', 'pin'])
        expect((await host!.send('put', path(`/${act}`))).status).toBe(act === 'closure' ? 204 : 403);
      expect((await move(rooms[1].id)).body.code).toBe('thread_merged');
    });

    it('is undone by a split, and old addresses lead on through all of it', async () => {
      const one = await say('One');
      const two = await say('Two');
      const other = await opened('Other');
      await say('There first', other);
      await merge(other);
      const back = (await split({ from: 2, title: 'A thread again', locale: 'en' }, other)).body.id as string;
      expect((await postsOf(back)).map(({ id }) => id)).toEqual([one.id, two.id]);
      const first = (await visitor!.get(`/en/threads/${thread}?around=2`)).headers['location']!;
      expect((await visitor!.get(first)).headers['location']).toBe(`/en/threads/${back}?around=2#post-2`);
      await expectCounted();
    });

    it('refuses a thread into itself, and lets one of two win that merge into each other at once', async () => {
      await say('Here');
      const other = await opened('Other', rooms[1]);
      await say('There', other);
      expect((await merge(thread)).body.errors[0].path).toBe('threadId');
      const both = await Promise.all([merge(other), merge(thread, other)]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, expect.any(Number)]);
      expect(both.find(({ status }) => status !== 200)?.status).toBeLessThan(500);
      const gone = await rows<{ id: string }>(
        'select id from threads where id = any($1) and merged_into_id is not null',
        [[thread, other]],
      );
      expect(gone).toHaveLength(1);
      await expectCounted();
      expect((await merge(gone[0]!.id, thread === gone[0]!.id ? other : thread)).status).toBe(403);
    });

    it('works without a script', async () => {
      await say('One');
      const other = await opened('Other');
      const page = `/it/threads/${thread}/merge`;
      expect((await host!.get(page)).text).toContain('Other');
      expect((await host!.submit(page, { threadId: '' })).status).toBe(422);
      const done = await host!.submit(page, { threadId: other });
      expect(done.status).toBe(303);
      expect((await author!.get(`/it/threads/${other}/merge`)).status).toBe(403);
    });
  });

  describe('choosing a thread without a script', () => {
    const found = (text: string) =>
      [...text.matchAll(/type="radio"[^>]*value="([^"]+)"/g)].map(([, id]) => id);
    const aside = (visibility: 'private' | 'members', name = 'Aside') =>
      aRoom(hub, {
        ...{ visibility, name, partnershipId: rooms[0].partnershipId!, platformId: rooms[0].platformId! },
      });

    const index = async (...ids: string[]) => {
      await rows(`insert into search_due (kind, owner_id) select 'thread', id from unnest($1::uuid[]) id`, [
        ids,
      ]);
      await hub.drain();
    };

    it('finds threads of all rooms where one can write, by words and by addresses', async () => {
      const word = `kolovrat${randomUUID().slice(0, 8)}`;
      const there = await opened(`About ${word}`, rooms[1]);
      const { id } = await say('There first', there);
      const strange = await aRoom(hub);
      const secret = await aRoom(hub, { visibility: 'private' });
      const hidden = [await opened(`Public ${word}`, strange), await opened(`Secret ${word}`, secret)];
      await index(there, ...hidden);
      for (const page of [`/en/threads/${thread}/merge`, `/en/threads/${thread}/split`]) {
        const look = (words: string) => host!.submit(page, { words, find: 'yes', title: 'Kept', from: 2 });
        for (const words of [
          ...[word, `/sl/threads/${there}`, `${hub.config.baseUrl}/it/threads/${there}?around=1#post-1`],
          `/posts/${id}`,
        ]) {
          const { status, text } = await look(words);
          expect([status, found(text).filter(Boolean)]).toEqual([200, [there]]);
          expect(text).toContain('The second room');
        }
        for (const words of [
          ...[
            `/threads/${hidden[0]}`,
            `/threads/${hidden[1]}`,
            `/threads/${thread}`,
            `/threads/${randomUUID()}`,
          ],
          ...['nothing like that at all', `https://elsewhere.example/en/threads/${there}`],
        ]) {
          const { status, text } = await look(words);
          expect([status, found(text).filter(Boolean)]).toEqual([200, []]);
          expect(text).toContain('No such thread was found');
          expect(text).not.toContain(word);
        }
      }
      expect(
        (await host!.submit(`/en/threads/${thread}/split`, { words: word, find: 'yes', title: 'Kept' })).text,
      ).toContain('value="Kept"');
    });

    it('takes the thread at an address at once, and asks which of those that words have found', async () => {
      await say('One');
      await say('Two');
      const other = await opened('Somewhere else', rooms[1]);
      await index(other);
      const merging = `/en/threads/${thread}/merge`;
      const empty = await host!.submit(merging, { threadId: '' });
      expect([empty.status, empty.text.includes('id="field-words-error"')]).toEqual([422, true]);
      const unclear = await host!.submit(merging, { words: 'somewhere else' });
      expect([unclear.status, unclear.text.includes('Choose one of the threads')]).toEqual([422, true]);
      for (const words of ['\u0000', 'x'.repeat(400)])
        expect((await host!.submit(merging, { words, find: 'yes' })).status).toBe(422);
      const splitting = `/en/threads/${thread}/split`;
      const split = await host!.submit(splitting, { from: 2, title: '', words: `/en/threads/${other}` });
      expect(split.headers['location']).toContain(`/en/threads/${other}`);
      const merged = await host!.submit(merging, { words: `/en/threads/${other}` });
      expect(merged.status).toBe(303);
      expect((await postsOf(other)).map(({ body }) => body)).toEqual(['Two', 'One']);
    });

    it('says who else will read before words go where more people can, and then does as told', async () => {
      const closed = await opened('Among us', await aside('private'));
      await say('One', closed, {}, host);
      await say('Two', closed, {}, host);
      const wide = await opened('In the open', rooms[1]);
      const forms: [string, Record<string, string>][] = [
        [`/en/threads/${closed}/split`, { from: '2', title: 'New', locale: 'en', roomId: rooms[1].id }],
        [`/en/threads/${closed}/merge`, { threadId: wide }],
      ];
      for (const [page, form] of forms) {
        const asked = await host!.submit(page, form);
        expect([asked.status, asked.text.includes('Who reads: Everyone')]).toEqual([422, true]);
        const target = form['threadId'] ?? form['roomId']!;
        expect(asked.text).toContain(`name="confirmed" value="${target}"`);
        expect((await host!.submit(page, { ...form, confirmed: randomUUID() })).status).toBe(422);
        expect((await host!.submit(page, { ...form, confirmed: target })).status).toBe(303);
      }
      const narrow = await opened('Among others', await aside('members'));
      await say('One', narrow);
      const between = await host!.submit(`/en/threads/${thread}/merge`, { threadId: narrow });
      expect(between.status).toBe(303);
    });
  });

  it.each([1, 2, 3, 4])(
    'after any history every post is found from each of its addresses, and pages show what stands (history %i)',
    async (seed) => {
      const roll = dice(seed);
      const any = <Item>(items: Item[]): Item => items[roll(items.length)]!;
      const threads = [thread, await opened('Two'), await opened('Three', rooms[1])];
      const words = new Map<string, string>();
      const addresses: { thread: string; number: number; post: string }[] = [];
      const remember = async () => {
        for (const id of threads) {
          const { status, body } = await host!.get(path('/posts?limit=100&after=0', id));
          if (status !== 200) continue;
          for (const each of body.posts as PostBody[])
            if (!each.movedTo) addresses.push({ thread: id, number: each.number, post: each.id });
        }
      };
      const pages = rooms.map((room) => new OpenPage(room.id, [{ hub, client: host! }]));
      await Promise.all(pages.map((page) => page.goOnline()));
      const verbs = [
        ...Array.from({ length: 4 }, () => async () => {
          const said = await say(`Words ${words.size}`, any(threads));
          if (said.id) words.set(said.id, said.body);
        }),
        async () => move(any([...rooms]).id, any(threads)),
        async () => merge(any(threads), any(threads)),
        async () => {
          const target = roll(2)
            ? { threadId: any(threads) }
            : { title: `Thread ${threads.length}`, locale: 'en' };
          const { status, body } = await split({ from: 2 + roll(2), ...target }, any(threads));
          if (status === 201) threads.push((body as PostBody).id);
        },
        async () => {
          const id = any(threads);
          const chosen = any(
            (await postsOf(id, host)).filter(({ movedTo, number }) => !movedTo && number > 1),
          );
          if (chosen) await split({ postIds: [chosen.id], threadId: any(threads) }, id);
        },
      ];
      for (let step = 0; step < 30; step += 1) {
        await any(verbs)();
        if (step % 6 === 5) await remember();
      }
      for (const [id, body] of words) expect((await post(id)).body).toBe(body);
      for (const each of addresses) {
        let at = `/en/threads/${each.thread}?around=${each.number}`;
        for (let step = 0; step < 8; step += 1) {
          const { status, headers, text } = await host!.get(at);
          if (status === 303) at = headers['location'] as string;
          else {
            const article = new RegExp(
              `<article[^>]*id="post-${Number(/around=(\d+)/.exec(at)![1])}"[^]*?</article>`,
            );
            const found = article.exec(text)![0];
            if (found.includes(`data-post="${each.post}"`)) break;
            at = /href="(\/en\/posts\/[0-9a-f-]{36})"/.exec(found)![1]!;
          }
          expect(step).toBeLessThan(7);
        }
      }
      await expectCounted();
      for (const page of pages) {
        await until(async () => JSON.stringify(page.shown) === JSON.stringify(await page.fresh()));
        page.goOffline();
      }
    },
  );
});
