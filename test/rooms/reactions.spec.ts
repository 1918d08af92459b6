import { randomUUID } from 'node:crypto';
import { Actor, type Grant } from '../../src/core/access/actor';
import { postPolicy } from '../../src/rooms/posts/post.policy';
import { Room } from '../../src/rooms/room.entity';
import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { ask, listen, openSocket } from '../support/socket';
import { until } from '../support/until';

interface Entry {
  seq: number;
  name: string;
  actorId: string;
  postId?: string;
  kind?: string;
  reactions?: { kind: string; count: number; people: { name: string }[] }[];
}

describe('Reactions', () => {
  let hub: TestHub;
  let room: TestRoom;
  let author: TestPerson;
  let reader: TestPerson;
  let client: TestClient;
  let thread: string;
  let post: string;

  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.close());
  beforeEach(async () => {
    room = await aRoom(hub);
    const grants = [{ role: 'member' as const, placeId: room.platformId! }];
    author = await aPerson(hub, { name: 'Avtorica', grants });
    reader = await aPerson(hub, { name: 'Bralka <b>', grants });
    client = await TestClient.as(hub, reader);
    thread = (await aThread(hub, room, author)).id;
    post = await say('Prve besede');
  });

  async function say(body: string): Promise<string> {
    const speaker = await TestClient.as(hub, author);
    return (await speaker.send('post', `/api/v1/threads/${thread}/posts`, something(body))).body.id as string;
  }

  const path = (kind = '', of = post) => `/api/v1/posts/${of}/reactions${kind && `/${kind}`}`;
  const give = (kind: string, by = client) => by.send('put', path(kind));
  const takeBack = (kind: string, by = client) => by.send('delete', path(kind));
  const page = async (by = client, locale = 'en') => (await by.get(`/${locale}/threads/${thread}`)).text;

  /** Without the template that the script fills. */
  const shown = (text: string) => text.slice(0, text.indexOf('<template id="post-template'));

  async function entries(after = 0): Promise<{ lastSeq: number; entries: Entry[] }> {
    return (await client.get(`/api/v1/rooms/${room.id}/entries?after=${after}&limit=200`)).body;
  }
  const told = async () => (await entries(1)).entries.map(({ name, kind }) => `${name} ${kind}`);

  it('are given and taken back, each once however often it is said', async () => {
    const given = await give('thanks');
    const bralka = { id: reader.id, name: 'Bralka <b>' };
    expect([given.status, given.body]).toEqual([
      200,
      { reactions: [{ kind: 'thanks', count: 1, people: [bralka] }], mine: ['thanks'] },
    ]);
    expect((await give('thanks')).body).toEqual(given.body);
    expect((await takeBack('thanks')).body).toEqual({ reactions: [], mine: [] });
    expect((await takeBack('thanks')).status).toBe(200);
    expect(await told()).toEqual(['reaction.given thanks', 'reaction.taken_back thanks']);
  });

  it('make nobody look at the words of the post again: nothing that is searched has changed', async () => {
    await hub.drain();
    await give('agree');
    await give('disagree');
    expect(await hub.database.query('select owner_id from search_due')).toEqual([]);
    await say('Še en odgovor');
    expect(await hub.database.query('select owner_id from search_due')).toHaveLength(1);
  });

  it('agree and disagree exclude each other, in the order of the room', async () => {
    await give('agree');
    await give('question');
    expect((await give('disagree')).body.mine.sort()).toEqual(['disagree', 'question']);
    expect(await told()).toEqual([
      ...['reaction.given agree', 'reaction.given question'],
      ...['reaction.taken_back agree', 'reaction.given disagree'],
    ]);
    const all = await entries();
    expect(all.entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(all.lastSeq).toBe(5);
  });

  it('bring entries of their own, small, with how they stand now at the last one', async () => {
    await give('agree');
    await give('thanks');
    const [first, last] = (await entries(1)).entries;
    expect(first).toEqual({
      ...{ seq: 2, name: 'reaction.given', at: expect.any(String), actorId: reader.id },
      ...{ threadId: thread, postId: post, kind: 'agree' },
    });
    expect(last!.reactions!.map(({ kind, count }) => [kind, count])).toEqual([
      ['agree', 1],
      ['thanks', 1],
    ]);
    expect((await client.get(`/api/v1/posts/${post}`)).body.reactions).toEqual(last!.reactions);
  });

  it('reach those who listen', async () => {
    const socket = await openSocket(hub, client);
    const { lastSeq, epoch } = (await entries()) as unknown as { lastSeq: number; epoch: string };
    await ask(socket, 'room:join', { room: room.id, epoch, last: lastSeq, locale: 'en' });
    const { until } = listen<{ entries: Entry[] }>(socket, 'room:entries');
    await give('question');
    const [heard] = await until((messages) => messages.length > 0);
    expect(heard!.entries).toMatchObject([{ name: 'reaction.given', kind: 'question', postId: post }]);
    socket.close();
  });

  it('of 40 people at once, five each, are all counted, without a gap and without a fault', async () => {
    const grants = [{ role: 'member' as const, placeId: room.platformId! }];
    const crowd = await Promise.all(
      Array.from({ length: 40 }, async (_, number) =>
        TestClient.as(hub, await aPerson(hub, { name: `Person ${number}`, grants })),
      ),
    );
    const KINDS = ['agree', 'thanks', 'question', 'disagree', 'agree'];
    const answers = await Promise.all(
      crowd.map((each) => Promise.all(KINDS.map((kind) => give(kind, each)))),
    );
    expect([...new Set(answers.flat().map(({ status }) => status))]).toEqual([200]);
    const { reactions } = (await client.get(path())).body as Required<Entry>;
    const count = (kind: string) => reactions.find((each) => each.kind === kind)?.count ?? 0;
    expect([count('thanks'), count('question')]).toEqual([40, 40]);
    expect(count('agree') + count('disagree')).toBe(40);
    const rows = await hub.database.query<{ kind: string; count: number }[]>(
      'select kind, count(*)::int as count from post_reactions where post_id = $1 group by kind',
      [post],
    );
    for (const row of rows) expect(count(row.kind)).toBe(row.count);
    const seen: Entry[] = [];
    for (let page = await entries(); page.entries.length > 0; page = await entries(seen.at(-1)!.seq))
      seen.push(...page.entries);
    expect(seen.map(({ seq }) => seq)).toEqual(seen.map((_, place) => place + 1));
    const balance = seen
      .filter(({ name }) => name.startsWith('reaction.'))
      .map(({ name }) => (name === 'reaction.given' ? 1 : -1));
    expect(balance.reduce<number>((sum, one) => sum + one, 0)).toBe(120);
    for (const each of seen.flatMap(({ reactions }) => reactions ?? []))
      expect(each.people.length).toBeLessThanOrEqual(10);
  });

  it('name fifty people and count the rest', async () => {
    await hub.database.query(
      `with crowd as (
         insert into people (name, email, locale)
         select 'Somebody ' || n, gen_random_uuid() || '@example.org', 'en' from generate_series(1, 60) n returning id
       )
       insert into post_reactions (room_id, post_id, person_id, kind) select $1, $2, id, 'agree' from crowd`,
      [room.id, post],
    );
    await give('agree');
    const { reactions, mine } = (await client.get(path())).body as {
      reactions: Required<Entry>['reactions'];
      mine: string[];
    };
    expect([reactions[0]!.count, reactions[0]!.people.length, mine]).toEqual([61, 50, ['agree']]);
    expect((await client.get(`/en/posts/${post}/reactions`)).text).toContain('and 11 more');
    const text = await page();
    expect(text).toContain('and 51 more</li>');
    expect(text).toContain(`value="${post} agree take_back"`);
  });

  describe('are refused', () => {
    const refused = async (by: TestClient, status: number, code: string) => {
      for (const answer of [await give('agree', by), await takeBack('agree', by)])
        expect([answer.status, answer.body.code]).toEqual([status, code]);
    };

    it('of visitors, strangers and to one’s own post', async () => {
      await refused(new TestClient(hub), 401, 'sign_in_required');
      await refused(await TestClient.as(hub, await aPerson(hub)), 403, 'members_write');
      await refused(await TestClient.as(hub, author), 403, 'own_post');
    });

    it('where nobody writes any more', async () => {
      await hub.database.query('update threads set closed_at = now() where id = $1', [thread]);
      await refused(client, 403, 'thread_closed');
      expect(shown(await page()).includes('name="reaction"')).toBe(false);
      await hub.database.query('update threads set closed_at = null where id = $1', [thread]);
      await hub.database.query('update rooms set archived_at = now() where id = $1', [room.id]);
      await refused(client, 403, 'room_archived');
    });

    it('to a post without words, which shows those that it had to nobody', async () => {
      await give('agree');
      await (await TestClient.as(hub, author)).send('put', `/api/v1/posts/${post}/withdrawal`);
      await refused(client, 403, 'post_withdrawn');
      expect((await client.get(path())).body.reactions).toEqual([]);
      expect((await entries(1)).entries[0]).toMatchObject({ name: 'reaction.given', reactions: [] });
    });

    it('when the room closes between the question and the act', async () => {
      const act = `select * from react($1, $2, $3, 'agree', '{}', '{}', '{}')`;
      await hub.database.query('update threads set closed_at = now() where id = $1', [thread]);
      await expect(hub.database.query(act, [room.id, post, reader.id])).rejects.toMatchObject({
        constraint: 'posts_in_open_thread',
      });
      await expect(hub.database.query(act, [room.id, randomUUID(), reader.id])).rejects.toMatchObject({
        constraint: 'reactions_on_words',
      });
    });

    it('when the post moves to another room between the question and the act, and are taken there', async () => {
      const other = await aRoom(hub, { platformId: room.platformId!, partnershipId: room.partnershipId! });
      const there = await aThread(hub, other, author);
      const moving = hub.database.createQueryRunner();
      await moving.startTransaction();
      await moving.query('select from rooms where id = any($1) for update', [[room.id, other.id]]);
      const waiting = give('agree');
      await until(async () => {
        const [row] = await hub.database.query<{ waiting: number }[]>(
          `select count(*)::int as waiting from pg_stat_activity
           where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return row!.waiting > 0;
      });
      await moving.query('update posts set room_id = $1, thread_id = $2 where id = $3', [
        ...[other.id, there.id, post],
      ]);
      await moving.commitTransaction();
      await moving.release();
      expect((await waiting).body.code).toBe('moved_meanwhile');
      expect((await give('agree')).body.mine).toEqual(['agree']);
    });

    it('with kinds and posts that are none', async () => {
      for (const kind of ['love', '%00', 'agree%20', 'AGREE']) expect((await give(kind)).status).toBe(404);
      for (const id of [randomUUID(), 'x', '%F0%9F'])
        expect((await client.agent.put(path('agree', id))).status).toBe(404);
      for (const reaction of [
        '',
        'agree',
        `${post} love give`,
        `${post} agree give `,
        `${randomUUID()} agree steal`,
      ])
        expect((await client.submit('/en/reactions', { reaction }, `/en/threads/${thread}`)).status).toBe(
          422,
        );
    });

    it('when one person hammers', async () => {
      const strict = await startHub({ RATE_LIMITS: 'on' }, hub);
      const quick = await TestClient.as(strict, reader);
      const answers = await Promise.all(Array.from({ length: 130 }, () => quick.agent.put(path('agree'))));
      expect([...new Set(answers.map(({ status }) => status))].sort()).toEqual([200, 429]);
      await strict.close();
    });
  });

  describe('on pages', () => {
    it('are buttons of one form, work without a script, and lead back to the post', async () => {
      const text = await page(client, 'sl');
      expect(text.match(/<form[^>]* id="react"/g)).toHaveLength(1);
      expect(text).toContain(`href="/sl/posts/${post}/reactions" class="plain" data-slot="react"`);
      const button = `form="react" name="reaction" value="${post} agree give"`;
      expect((await client.get(`/sl/posts/${post}/reactions`)).text).toContain(button);
      const press = (reaction: string) =>
        client.submit('/sl/reactions', { reaction: `${post} ${reaction}` }, `/sl/threads/${thread}`);
      const answer = await press('disagree give');
      expect([answer.status, answer.headers['location']]).toEqual([
        303,
        `/sl/threads/${thread}?around=1#post-1`,
      ]);
      const pressed = await page(client, 'sl');
      expect(pressed).toMatch(/data-count="1"><button[^>]*aria-pressed="true"[^>]*disagree take_back/);
      expect(pressed).toContain('<li>Ne strinjam se: Bralka &lt;b&gt;</li>');
      await press('disagree take_back');
      expect((await client.get(path())).body.mine).toEqual([]);
      const refused = await (
        await TestClient.as(hub, author)
      ).submit('/sl/reactions', { reaction: `${post} agree give` }, `/sl/threads/${thread}`);
      expect([refused.status, refused.text.includes('Na svoje sporočilo')]).toEqual([403, true]);
    });

    it('are words for visitors and for the author, on a page that is renewed with them', async () => {
      const visitor = new TestClient(hub);
      const kept = async () => {
        for (let tries = 0; tries < 50; tries += 1) {
          const { text, headers } = await visitor.get(`/en/threads/${thread}`);
          if (headers['etag']) return text;
        }
        throw new Error('It was never kept');
      };
      expect(shown(await kept())).not.toContain('data-slot="reacted"');
      await give('agree');
      const renewed = shown(await page(visitor));
      expect(renewed).toContain('<summary>Agree 1</summary>');
      expect(renewed).not.toContain('name="reaction"');
      await kept();
      await takeBack('agree');
      expect(shown(await page(visitor))).not.toContain('Agree 1');
      await give('question');
      expect(shown(await page(await TestClient.as(hub, author)))).toContain('<summary>Question 1</summary>');
    });

    it.each(['sv', 'sl', 'it', 'en'])('list who has reacted, in %s', async (locale) => {
      await give('thanks');
      const { status, text } = await new TestClient(hub).get(`/${locale}/posts/${post}/reactions`);
      expect([status, text.includes('<li>Bralka &lt;b')]).toEqual([200, true]);
    });
  });

  it('are read by those who read the room, and by nobody else', async () => {
    const rooms = await Promise.all([
      ...(['public', 'members', 'private'] as const).map((visibility) => aRoom(hub, { visibility })),
      aRoom(hub, { place: 'hub', visibility: 'members' }),
    ]);
    const roles = (of: TestRoom): Grant[][] => [
      [],
      [{ role: 'member', placeId: of.platformId, detail: null }],
      [{ role: 'host', placeId: of.platformId, detail: null }],
      [{ role: 'guest', placeId: of.id, detail: null }],
      [{ role: 'organiser', placeId: of.partnershipId, detail: null }],
      [{ role: 'administrator', placeId: null, detail: null }],
    ];
    for (const of of rooms) {
      const { id } = await aThread(hub, of, author);
      const postId = randomUUID();
      await hub.database.query(
        `insert into posts (id, room_id, thread_id, number, seq, author_id, client_id, body, html, locale)
         values ($1, $2, $3, 1, 1, $4, $1, 'x', 'x', 'en')`,
        [postId, of.id, id, author.id],
      );
      for (const grants of roles(of).filter((each) =>
        each.every(({ role, placeId }) => placeId || role === 'administrator'),
      )) {
        const person = await aPerson(hub, {
          grants: grants.map(({ role, placeId }) => ({ role, ...(placeId && { placeId }) })),
        });
        const actor = Actor.person(
          { ...person, locale: 'en', readingLocales: [], originalsOnly: false, timeZone: 'UTC' },
          grants,
        );
        const scope = postPolicy.readable(actor, 'room');
        const rows = await hub.database
          .getRepository(Room)
          .createQueryBuilder('room')
          .where('room.id = :id', { id: of.id })
          .andWhere(scope.where, scope.parameters)
          .getCount();
        const { status } = await (await TestClient.as(hub, person)).agent.get(path('', postId));
        expect(status).toBe(rows === 1 ? 200 : 404);
      }
    }
  });
});
