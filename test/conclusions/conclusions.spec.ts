import { SearchIndex } from '../../src/search/index/search-index.service';
import { Closing } from '../../src/conclusions/deciding/closing.service';
import { aConclusion, citePost } from '../factories/conclusions';
import { aChapter, aHandbook } from '../factories/handbooks';
import { aPerson } from '../factories/people';
import { aGroup, aHost, aMember, aPlatform, type TestPlatform } from '../factories/platforms';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('A conclusion', () => {
  let hub: TestHub;
  let platform: TestPlatform;
  let room: TestRoom;
  let thread: { id: string };
  let post: string;
  let host: TestClient;
  let member: TestClient;
  let stranger: TestClient;
  let visitor: TestClient;

  beforeAll(async () => {
    hub = await startHub();
    platform = await aPlatform(hub, { country: 'IT' });
    room = await aRoom(hub, { platformId: platform.id, partnershipId: platform.partnershipId! });
    const keeper = await aHost(hub, platform, { person: await aPerson(hub, { name: 'Anna Rossi' }) });
    host = await TestClient.as(hub, keeper);
    member = await TestClient.as(
      hub,
      await aMember(hub, platform, { person: await aPerson(hub, { name: 'Bruno Verdi' }) }),
    );
    stranger = await TestClient.as(hub, await aPerson(hub));
    visitor = new TestClient(hub);
    thread = await aThread(hub, room, keeper);
    const said = await member.send(
      'post',
      `/api/v1/threads/${thread.id}/posts`,
      something('Divide it first.'),
    );
    post = (said.body as { id: string }).id;
  });
  afterAll(() => hub.close());

  const draft = async (more: Record<string, unknown> = {}, by = host) =>
    by.send('post', `/api/v1/rooms/${room.slug}/conclusions`, {
      statement: 'Divide the contract first, then write the clause.',
      locale: 'en',
      threadId: thread.id,
      ...more,
    });
  const put = (by: TestClient, id: string, what: string, body: object) =>
    by.send('put', `/api/v1/conclusions/${id}/${what}`, body);
  const fresh = async (state: 'draft' | 'positions' | 'adopted', more: object = {}) => {
    const made = await aConclusion(hub, room, { state, threadId: thread.id, ...more });
    await citePost(hub, made.id, post);
    return made.id;
  };

  it('is numbered within its room, also when several are drafted at once', async () => {
    const all = await Promise.all([draft(), draft(), draft()]);
    expect(all.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(all.map(({ body }) => (body as { number: number }).number).sort()).toEqual([1, 2, 3]);
  });

  it('is drafted by those who keep the room, in its own threads', async () => {
    expect((await draft({}, member)).status).toBe(403);
    expect((await draft({}, visitor)).status).toBe(401);
    expect((await draft({ threadId: post })).status).toBe(422);
    expect((await draft({ statement: 'x'.repeat(601) })).body).toMatchObject({
      errors: [{ path: 'statement' }],
    });
    expect((await draft({ statement: '👍🏽'.repeat(600) })).status).toBe(201);
    expect((await draft({ unknown: 1 })).status).toBe(422);
  });

  it('is not there for others before it was adopted', async () => {
    const id = await fresh('draft');
    for (const [who, status] of [
      [visitor, 404],
      [stranger, 404],
      [member, 200],
      [host, 200],
    ] as const)
      expect((await who.get(`/api/v1/conclusions/${id}`)).status).toBe(status);
    const { items } = (await visitor.get(`/api/v1/rooms/${room.slug}/conclusions`)).body as {
      items: object[];
    };
    expect(items).toEqual([]);
  });

  it('is edited by compare-and-set', async () => {
    const id = await fresh('draft');
    const words = { statement: 'Another one.', locale: 'en', revision: 1 };
    const [first, second] = await Promise.all([
      host.send('patch', `/api/v1/conclusions/${id}`, words),
      host.send('patch', `/api/v1/conclusions/${id}`, { ...words, statement: 'A third one.' }),
    ]);
    expect([first.status, second.status].sort()).toEqual([200, 409]);
    expect((await member.send('patch', `/api/v1/conclusions/${id}`, words)).status).toBe(403);
  });

  it('is commented on while it is written, and other words are suggested', async () => {
    const id = await fresh('draft');
    const path = `/api/v1/conclusions/${id}/comments`;
    const said = await member.send('post', path, { wording: 'First divide.', locale: 'it' });
    expect(said.body).toMatchObject({
      comments: [{ author: { name: 'Bruno Verdi' }, wording: 'First divide.', can: { withdraw: true } }],
    });
    expect((await member.send('post', path, { locale: 'it' })).status).toBe(422);
    expect((await stranger.send('post', path, { body: 'Hm', locale: 'en' })).status).toBe(404);
    const [{ id: comment }] = (said.body as { comments: [{ id: string }] }).comments;
    expect((await stranger.send('delete', `${path}/${comment}`)).status).toBe(404);
    expect((await member.send('delete', `${path}/${comment}`)).status).toBe(204);
    expect((await member.get(`/api/v1/conclusions/${id}`)).body).toMatchObject({ comments: [] });
  });

  it('asks for positions when it cites something, for a time that can be met', async () => {
    const id = (await aConclusion(hub, room, { threadId: thread.id })).id;
    const open = (by: TestClient, until: string) => put(by, id, 'opening', { until });
    expect((await open(host, inDays(10))).body).toMatchObject({ code: 'no_passages' });
    await citePost(hub, id, post);
    for (const until of [inDays(-1), inDays(90), '2026-02-30', 'soon'])
      expect((await open(host, until)).status).toBe(422);
    expect((await open(member, inDays(10))).status).toBe(403);
    expect((await open(host, inDays(10))).body).toMatchObject({ state: 'positions', can: { edit: false } });
    expect((await open(host, inDays(10))).status).toBe(403);
    const edit = { statement: 'Other words.', locale: 'en', revision: 1 };
    expect((await host.send('patch', `/api/v1/conclusions/${id}`, edit)).status).toBe(403);
  });

  it('takes positions of members, the last of each, with what they were then', async () => {
    const id = await fresh('positions');
    expect((await put(member, id, 'position', { position: 'agree', locale: 'it' })).status).toBe(200);
    expect((await put(member, id, 'position', { position: 'disagree', locale: 'it' })).status).toBe(422);
    const reason = 'x'.repeat(601);
    expect((await put(member, id, 'position', { position: 'disagree', reason, locale: 'it' })).status).toBe(
      422,
    );
    const changed = await put(member, id, 'position', {
      position: 'disagree',
      reason: 'Troppo presto.',
      locale: 'it',
    });
    expect(changed.body).toMatchObject({
      positions: { agree: 0, disagree: 1, own: { reason: 'Troppo presto.', locale: 'it' } },
    });
    expect((await put(stranger, id, 'position', { position: 'agree', locale: 'en' })).status).toBe(404);
    expect((await put(visitor, id, 'position', { position: 'agree', locale: 'en' })).status).toBe(401);
    const [row] = await hub.database.query<[{ country: string; stakeholder_group_id: string | null }]>(
      'select country, stakeholder_group_id from conclusion_positions where conclusion_id = $1',
      [id],
    );
    expect(row.country).toBe('IT');
    expect(row.stakeholder_group_id).not.toBeNull();
  });

  it('takes none on a draft, and none after its time', async () => {
    const drafted = await fresh('draft');
    expect((await put(member, drafted, 'position', { position: 'agree', locale: 'it' })).body).toMatchObject({
      code: 'not_asked',
    });
    const id = await fresh('positions');
    await hub.database.query(
      `update conclusions set positions_until = now() - interval '1 second' where id = $1`,
      [id],
    );
    expect((await put(member, id, 'position', { position: 'agree', locale: 'it' })).body).toMatchObject({
      code: 'time_over',
    });
    await hub.app.get(Closing, { strict: false }).closeAll();
    await hub.app.get(Closing, { strict: false }).closeAll();
    const told = await hub.database.query<object[]>(
      `select 1 from journal where name = 'conclusion.closed' and subject_id = $1`,
      [id],
    );
    expect(told).toHaveLength(1);
    expect((await put(host, id, 'adoption', {})).body).toMatchObject({ state: 'adopted', version: 1 });
  });

  it('is adopted early only when everyone has taken a position, or for a reason', async () => {
    const id = await fresh('positions');
    expect((await put(host, id, 'adoption', {})).body).toMatchObject({ code: 'too_early' });
    expect((await put(member, id, 'adoption', { early: 'Because', locale: 'en' })).status).toBe(403);
    expect((await put(host, id, 'adoption', { early: 'Because' })).status).toBe(422);
    expect((await put(host, id, 'adoption', { early: 'All were there.', locale: 'en' })).status).toBe(200);
    const other = await fresh('positions');
    await put(member, other, 'position', { position: 'accept', locale: 'it' });
    await put(host, other, 'position', { position: 'agree', locale: 'it' });
    expect((await put(host, other, 'adoption', {})).status).toBe(200);
    const { body } = await visitor.get(`/api/v1/conclusions/${other}/versions/1`);
    expect(body).toMatchObject({ earlyReason: null, balance: { agreed: { people: null } } });
  });

  it('is adopted once when two adopt it at the same moment', async () => {
    const id = await fresh('positions');
    const early = { early: 'All were there.', locale: 'en' };
    const both = await Promise.all([put(host, id, 'adoption', early), put(host, id, 'adoption', early)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 403]);
    const versions = await hub.database.query<object[]>(
      'select 1 from conclusion_versions where conclusion_id = $1',
      [id],
    );
    expect(versions).toHaveLength(1);
  });

  it('keeps dissent: with names inside, without them for visitors', async () => {
    const id = await fresh('positions');
    await put(member, id, 'position', { position: 'disagree', reason: 'Troppo presto.', locale: 'it' });
    await put(host, id, 'adoption', { early: 'All were there.', locale: 'en' });
    const inside = (await member.get(`/api/v1/conclusions/${id}`)).body as { positions: object };
    expect(inside.positions).toMatchObject({ disagree: 1, items: [{ person: { name: 'Bruno Verdi' } }] });
    const { positions } = (await visitor.get(`/api/v1/conclusions/${id}`)).body as { positions: object };
    expect(positions).toMatchObject({
      disagree: 0,
      items: [{ person: null, reason: 'Troppo presto.', takenAt: null }],
    });
  });

  it('is amended while others read the version that stands, which can be read for ever', async () => {
    const id = await fresh('adopted', { version: 1, statement: 'As it was.' });
    expect((await put(host, id, 'amendment', { reason: 'New law.', locale: 'en' })).status).toBe(200);
    const edit = { statement: 'As it will be.', locale: 'en', revision: 1 };
    expect((await host.send('patch', `/api/v1/conclusions/${id}`, edit)).status).toBe(200);
    expect((await visitor.get(`/api/v1/conclusions/${id}`)).body).toMatchObject({
      state: 'adopted',
      version: 1,
      statement: { text: 'As it was.' },
    });
    expect((await member.get(`/api/v1/conclusions/${id}`)).body).toMatchObject({
      state: 'draft',
      statement: { text: 'As it will be.' },
    });
    await put(host, id, 'opening', { until: inDays(7) });
    await put(host, id, 'adoption', { early: 'Agreed by all.', locale: 'en' });
    expect((await visitor.get(`/api/v1/conclusions/${id}`)).body).toMatchObject({
      version: 2,
      statement: { text: 'As it will be.' },
      versions: [{ version: 2 }, { version: 1 }],
    });
    expect((await visitor.get(`/api/v1/conclusions/${id}/versions/1`)).body).toMatchObject({
      statement: 'As it was.',
    });
    expect((await visitor.get(`/api/v1/conclusions/${id}/versions/3`)).status).toBe(404);
  });

  it('is replaced by another one that stands, never by itself or in a circle', async () => {
    const [old, next] = [await fresh('adopted', { version: 1 }), await fresh('adopted', { version: 1 })];
    const elsewhere = await aConclusion(hub, await aRoom(hub), { state: 'adopted', version: 1 });
    for (const by of [old, elsewhere.id, await fresh('draft')])
      expect((await put(host, old, 'replacement', { by })).status).toBe(422);
    expect((await put(host, old, 'replacement', { by: next })).body).toMatchObject({
      state: 'replaced',
      replacedBy: { id: next },
    });
    expect((await put(host, next, 'replacement', { by: old })).status).toBe(422);
    expect((await put(host, old, 'amendment', { reason: 'Why not', locale: 'en' })).status).toBe(403);
  });

  it('is withdrawn with a reason; what had been adopted stays to be read', async () => {
    const id = await fresh('adopted', { version: 1 });
    expect((await put(host, id, 'withdrawal', { locale: 'en' })).status).toBe(422);
    expect((await put(member, id, 'withdrawal', { reason: 'No', locale: 'en' })).status).toBe(403);
    expect((await put(host, id, 'withdrawal', { reason: 'It was wrong.', locale: 'en' })).status).toBe(200);
    expect((await visitor.get(`/api/v1/conclusions/${id}`)).body).toMatchObject({ state: 'withdrawn' });
  });

  it('of a closed room is opened to everyone by those who keep it', async () => {
    const closed = await aRoom(hub, {
      platformId: platform.id,
      partnershipId: platform.partnershipId!,
      visibility: 'members',
    });
    const { id } = await aConclusion(hub, closed, { state: 'adopted', version: 1 });
    expect((await visitor.get(`/api/v1/conclusions/${id}`)).status).toBe(404);
    expect((await put(member, id, 'audience', { everyone: true })).status).toBe(403);
    expect((await put(host, id, 'audience', { everyone: true })).status).toBe(200);
    expect((await visitor.get(`/api/v1/conclusions/${id}`)).body).toMatchObject({ room: { open: false } });
    const drafted = await aConclusion(hub, closed);
    expect((await put(host, drafted.id, 'audience', { everyone: true })).status).toBe(403);
  });

  it('tells the room what is decided, in its order', async () => {
    const before = (await visitor.get(`/api/v1/rooms/${room.id}/entries?after=0&limit=1`)).body as {
      lastSeq: number;
    };
    const id = await fresh('positions');
    await put(host, id, 'adoption', { early: 'All were there.', locale: 'en' });
    const { entries } = (await visitor.get(`/api/v1/rooms/${room.id}/entries?after=${before.lastSeq}`))
      .body as {
      entries: { name: string; threadId: string }[];
    };
    expect(entries).toMatchObject([{ name: 'conclusion.adopted', threadId: thread.id }]);
  });

  it('tells those who may say where they stand, those who can adopt it, and those who did', async () => {
    const { id } = await aConclusion(hub, room, { threadId: thread.id });
    await citePost(hub, id, post);
    const told = async (who: TestClient): Promise<string[]> => {
      await hub.drain();
      const { items } = (await who.get('/api/v1/notifications')).body as {
        items: { name: string; path: string }[];
      };
      return items.filter(({ path }) => path === `/conclusions/${id}`).map(({ name }) => name);
    };
    await put(host, id, 'opening', { until: inDays(10) });
    expect([await told(member), await told(host), await told(stranger)]).toEqual([
      ['conclusion.asked'],
      [],
      [],
    ]);
    await put(member, id, 'position', { position: 'accept', locale: 'it' });
    await hub.database.query(`update conclusions set positions_until = now() where id = $1`, [id]);
    await hub.app.get(Closing, { strict: false }).closeAll();
    expect([await told(member), await told(host)]).toEqual([['conclusion.asked'], ['conclusion.ready']]);
    await put(host, id, 'adoption', {});
    expect(await told(member)).toEqual(['conclusion.adopted', 'conclusion.asked']);
  });

  it('is found by its words: what was adopted by everyone, drafts by those who sit in the room', async () => {
    const adopted = await fresh('adopted', { version: 1, statement: 'Lighthouses answer quickly.' });
    const drafted = await draft({ statement: 'Lighthouses answer slowly.' });
    await hub.app.get(SearchIndex).rebuild();
    const found = async (who: TestClient) => {
      const { hits } = (await who.get('/api/v1/search?q=lighthouses')).body as { hits: { id: string }[] };
      return hits.map((hit) => hit.id).sort();
    };
    expect(await found(visitor)).toEqual([adopted]);
    expect(await found(member)).toEqual([adopted, (drafted.body as { id: string }).id].sort());
  });

  it('counts who agreed only when nobody can be recognised', async () => {
    const [large, small] = [await aGroup(hub, { name: 'Municipalities' }), await aGroup(hub)];
    const id = await fresh('positions');
    for (const group of [large, large, large, large, small]) {
      const person = await TestClient.as(hub, await aMember(hub, platform, { group }));
      await put(person, id, 'position', { position: 'agree', locale: 'it' });
    }
    await put(host, id, 'adoption', { early: 'All were there.', locale: 'en' });
    const { balance } = (await visitor.get(`/api/v1/conclusions/${id}`)).body as { balance: object };
    expect(balance).toMatchObject({
      spoke: { people: null, groups: null },
      agreed: { people: 5, groups: null, countries: [{ of: 'IT', count: 5 }], carrying: null },
    });
  });

  describe('whose words went elsewhere', () => {
    const WORDS = 'Lanterns before lighthouses.';
    let closed: TestRoom;
    let beside: TestRoom;
    beforeAll(async () => {
      const place = { platformId: platform.id, partnershipId: platform.partnershipId! };
      closed = await aRoom(hub, { ...place, visibility: 'private', name: 'A room behind a door' });
      beside = await aRoom(hub, { ...place, name: 'The room beside' });
    });

    const opened = async (place: TestRoom, title: string) =>
      (await host.send('post', `/api/v1/rooms/${place.id}/threads`, { title, ...something('It begins.') }))
        .body.id as string;
    const split = (from: string, input: object) =>
      host.send('post', `/api/v1/threads/${from}/splits`, { from: 2, locale: 'en', ...input });

    /** A thread, a post of it, and what was adopted on its words; a chapter that includes and cites all that. */
    async function agreed() {
      const from = await opened(room, 'Where it was said');
      const said = await member.send('post', `/api/v1/threads/${from}/posts`, something(`${WORDS} Or not.`));
      const postId = (said.body as { id: string }).id;
      const { body } = await draft({ threadId: from, passages: [{ postId, quote: WORDS }] });
      const { id } = body as { id: string };
      expect((await put(host, id, 'opening', { until: inDays(5) })).status).toBe(200);
      expect((await put(host, id, 'adoption', { early: 'All were there.', locale: 'en' })).status).toBe(200);
      const handbook = await aHandbook(hub, { partnershipId: platform.partnershipId! });
      const chapter = await aChapter(hub, { handbook, body: `::: conclusion ${id}\n:::` });
      await hub.database.query(
        `insert into evidence (relation, statement_kind, statement_id, ground_kind, ground_id, ground_revision,
           quote, quote_locale) values ('rests_on', 'chapter', $1, 'post', $2, 1, $3, 'en')`,
        [chapter.id, postId, WORDS],
      );
      const pages = [
        ...[`/en/conclusions/${id}`, `/en/conclusions/${id}/versions/1`, `/api/v1/conclusions/${id}`],
        ...[`/en/evidence/conclusion/${id}`, `/en/path/conclusion/${id}`, `/api/v1/path/conclusion/${id}`],
        ...[`/en/evidence/chapter/${chapter.id}`, `/en/path/chapter/${chapter.id}`],
        ...[`/api/v1/path/chapter/${chapter.id}/prov`, `/api/v1/evidence/chapter/${chapter.id}`],
        ...[`/en/handbooks/${handbook.slug}/${chapter.slug}`, `/en/rooms/${room.slug}/conclusions`],
      ];
      return { from, postId, id, handbook, chapter, pages };
    }
    const read = async (who: TestClient, paths: string[]) => {
      const answers = await Promise.all(paths.map((path) => who.get(path)));
      return answers.map(({ text, body }) => text ?? JSON.stringify(body)).join('\n');
    };

    it('rests on them still; who may not enter their room is told no word of them, nor where they are', async () => {
      const { from, postId, id, handbook, chapter, pages } = await agreed();
      expect(await read(visitor, pages)).toContain(WORDS);
      const gone = (await split(from, { title: 'Behind the door', roomId: closed.id })).body.id as string;
      await hub.drain();
      for (const who of [visitor, member]) {
        const secrets = [WORDS, 'Behind the door', gone, closed.slug, 'A room behind a door'];
        for (const path of pages) {
          const seen = await read(who, [path]);
          expect([path, secrets.filter((secret) => seen.includes(secret))]).toEqual([path, []]);
        }
        for (const path of [`/en/path/post/${postId}`, `/en/posts/${postId}`, `/api/v1/posts/${postId}`])
          expect([path, (await who.get(path)).status]).toEqual([path, 404]);
        const { evidence, standing } = (await who.get(`/api/v1/evidence/conclusion/${id}`)).body;
        expect([standing, evidence.length]).toEqual(['sound', 1]);
        expect(evidence[0]).toMatchObject({ hidden: true, quote: null, ground: null, standing: 'sound' });
      }
      const kept = await read(host, pages);
      for (const word of [WORDS, `/threads/${gone}?around=1`]) expect(kept).toContain(word);
      const included = await read(visitor, [`/en/handbooks/${handbook.slug}/${chapter.slug}`]);
      expect(included).toContain('Divide the contract first');
      const [{ body: old }] = [await visitor.get(`/api/v1/threads/${from}/posts`)];
      expect(JSON.stringify(old)).not.toContain(WORDS);
      expect((await host.send('patch', `/api/v1/posts/${postId}`, {})).status).toBe(422);
    });

    it('is read where its thread stands now, and leads there whoever may enter', async () => {
      const { from, id } = await agreed();
      const page = `/en/conclusions/${id}`;
      expect((await host.send('put', `/api/v1/threads/${from}/room`, { roomId: closed.id })).status).toBe(
        200,
      );
      for (const [who, threadId] of [
        [visitor, null],
        [member, null],
        [host, from],
      ] as const) {
        const { body } = await who.get(`/api/v1/conclusions/${id}`);
        expect(body).toMatchObject({ room: { id: room.id }, threadId });
        const listed = (await who.get(`/api/v1/rooms/${room.slug}/conclusions`)).text;
        expect(listed.includes(from)).toBe(threadId !== null);
      }
      expect((await visitor.get(page)).text).toContain(`href="/en/rooms/${room.slug}"`);
      expect((await host.get(page)).text).toContain(`href="/en/threads/${from}"`);
      const there = (await host.get(`/en/threads/${from}`)).text;
      expect(there).toContain(page);
      expect(there).toContain(`<span lang="en">A room</span>`);
      expect(there).not.toContain(`/rooms/${closed.slug}/conclusions"`);
    });

    it('follows its thread into another one, however far that has gone', async () => {
      const { from, id } = await agreed();
      const [second, third] = [await opened(room, 'Second'), await opened(beside, 'Third')];
      const merge = (one: string, threadId: string) =>
        host.send('put', `/api/v1/threads/${one}/merge`, { threadId });
      expect((await merge(from, second)).status).toBe(200);
      expect((await merge(second, third)).status).toBe(200);
      await hub.drain();
      expect((await visitor.get(`/api/v1/conclusions/${id}`)).body).toMatchObject({ threadId: third });
      expect((await visitor.get(`/en/threads/${third}`)).text).toContain(`/en/conclusions/${id}`);
    });
  });
});
