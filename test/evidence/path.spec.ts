import type { Subject } from '../../src/evidence/relation';
import type { PathView } from '../../src/evidence/path/path.schema';
import { aLink } from '../factories/evidence';
import { aChapter, aChapterTranslation, aHandbook, type TestHandbook } from '../factories/handbooks';
import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

interface Entity {
  '@id': string;
  wasDerivedFrom?: string[];
  wasQuotedFrom?: string[];
  hadPrimarySource?: string[];
  wasRevisionOf?: string;
}

describe('The path from what people said to what policy reads', () => {
  let hub: TestHub;
  let handbook: TestHandbook;
  let visitor: TestClient;
  let speaker: TestPerson;

  beforeAll(async () => {
    hub = await startHub();
    handbook = await aHandbook(hub);
    visitor = new TestClient(hub);
  });
  afterAll(() => hub.close());

  async function aStation(title: string, more: Parameters<typeof aChapter>[1] = {}): Promise<Subject> {
    return { kind: 'chapter', id: (await aChapter(hub, { handbook, title, ...more })).id };
  }

  async function aPost(room: TestRoom, title: string, body = 'We meet twice.'): Promise<Subject> {
    speaker = await aPerson(hub, {
      name: 'Ana Horvat',
      grants: [{ role: 'member', placeId: room.platformId }],
    });
    const thread = await aThread(hub, room, speaker, { title });
    const client = await TestClient.as(hub, speaker);
    const answer = await client.send('post', `/api/v1/threads/${thread.id}/posts`, something(body));
    return { kind: 'post', id: (answer.body as { id: string }).id };
  }

  const pathOf = async ({ kind, id }: Subject, client = visitor): Promise<PathView> =>
    (await client.get(`/api/v1/path/${kind}/${id}`)).body as PathView;
  const titles = (view: PathView, links: PathView['below'], end: 'statement' | 'ground') =>
    links.map((link) => view.stations.find(({ key }) => key === link[end])!.title?.text);

  it('leads from a post in one partnership to a chapter in another, and back', async () => {
    const post = await aPost(await aRoom(hub), 'Where to meet');
    const elsewhere = await aHandbook(hub);
    const conclusion = await aStation('A conclusion');
    const answer = await aStation('An answer', { handbook: elsewhere });
    const chapter = await aStation('A printed chapter', { handbook: elsewhere });
    await aLink(hub, conclusion, post, { relation: 'concluded_from', quote: 'We meet twice.' });
    await aLink(hub, answer, conclusion);
    await aLink(hub, chapter, answer, { relation: 'published_in' });
    const fromPost = await pathOf(post);
    expect(titles(fromPost, fromPost.above, 'statement')).toEqual([
      'A conclusion',
      'An answer',
      'A printed chapter',
    ]);
    const fromChapter = await pathOf(chapter);
    expect(titles(fromChapter, fromChapter.below, 'ground')).toEqual([
      'An answer',
      'A conclusion',
      'Where to meet',
    ]);
    const { text, status } = await visitor.get(`/en/path/chapter/${answer.id}`);
    expect(status).toBe(200);
    for (const words of [
      'Where it comes from',
      'A conclusion',
      'Where to meet',
      'We meet twice.',
      'Published in',
    ])
      expect(text).toContain(words);
    expect(text).toMatch(/<svg[^>]*role="img"/);
    expect(text).not.toContain('Ana Horvat');
  });

  it('is linked from every post that something rests on, with the number of places', async () => {
    const post = await aPost(await aRoom(hub), 'A thread');
    const [{ thread_id: thread }] = await hub.database.query<[{ thread_id: string }]>(
      'select thread_id from posts where id = $1',
      [post.id],
    );
    const reader = await TestClient.as(hub, await aPerson(hub));
    expect((await reader.get(`/en/threads/${thread}`)).text).not.toContain('Where did this go?');
    const statement = await aStation('One');
    await aLink(hub, statement, post, { quote: 'We meet' });
    await aLink(hub, statement, post, { quote: 'twice' });
    expect((await reader.get(`/en/threads/${thread}`)).text).toContain('Where did this go? 1 place<');
    await aLink(hub, await aStation('Two'), post);
    const { text } = await reader.get(`/sl/threads/${thread}`);
    expect(text).toContain('Kam je to šlo? 2 mesti');
    expect(text).toContain(`/sl/path/post/${post.id}`);
  });

  it('is in the reader’s language, each title in its own', async () => {
    const ground = await aStation('Vrt', { locale: 'sl', body: 'Skupaj **delamo**.' });
    await aChapterTranslation(hub, ground, { locale: 'it', title: 'Orto', body: 'Lavoriamo insieme.' });
    const statement = await aStation('A statement');
    await aLink(hub, statement, ground, { quote: 'Skupaj delamo.', quoteLocale: 'sl' });
    const { text } = await visitor.get(`/it/path/chapter/${statement.id}`);
    expect(text).toMatch(/lang="it"[^>]*>Orto</);
    expect(text).toMatch(/<q class="serif path-quote" lang="sl">Skupaj delamo.</);
    expect(text).toContain('Lavoriamo insieme.');
    expect(text).toMatch(/lang="en"[^>]*>A statement</);
  });

  it('counts what the reader may not see, follows it no further and names nothing of it', async () => {
    const open = await aPost(await aRoom(hub), 'Open thread', 'Openly said.');
    const draft = await aStation('Secret plan', { handbook: await aHandbook(hub, { status: 'draft' }) });
    const statement = await aStation('A statement');
    await aLink(hub, statement, draft, { quote: 'Secret words' });
    await aLink(hub, draft, open, { quote: 'Openly said.' });
    const { id } = await aLink(hub, await aStation('Later'), draft);
    const view = await pathOf(statement);
    expect(view.below).toHaveLength(1);
    expect(view.stations.map(({ title }) => title?.text)).toEqual(['A statement', undefined]);
    const page = await visitor.get(`/en/path/chapter/${statement.id}`);
    expect(page.text).toContain('1 more that you may not see');
    const file = await visitor.get(`/en/path/chapter/${statement.id}.jsonld`);
    for (const text of [JSON.stringify(view), page.text, file.text])
      for (const hidden of [draft.id, open.id, id, 'Secret', 'Open thread', 'Openly'])
        expect(text).not.toContain(hidden);
    const up = await pathOf(open);
    expect(up.above).toHaveLength(1);
    expect(JSON.stringify(up)).not.toContain('Secret');
    expect((await visitor.get(`/en/path/chapter/${draft.id}`)).status).toBe(404);
    expect((await visitor.get(`/api/v1/path/chapter/${draft.id}`)).status).toBe(404);
  });

  it('does not say again what was withdrawn', async () => {
    const post = await aPost(await aRoom(hub), 'A thread', 'Said and regretted.');
    const statement = await aStation('A statement');
    await aLink(hub, statement, post, { quote: 'Said and regretted.' });
    const author = await TestClient.as(hub, speaker);
    expect((await author.send('put', `/api/v1/posts/${post.id}/withdrawal`)).status).toBeLessThan(300);
    const view = await pathOf(statement);
    expect(view.stations.find(({ kind }) => kind === 'post')).toMatchObject({ withdrawn: true });
    const page = await visitor.get(`/en/path/chapter/${statement.id}`);
    const evidence = await visitor.get(`/en/evidence/chapter/${statement.id}`);
    for (const text of [JSON.stringify(view), page.text, evidence.text])
      expect(text).not.toContain('regretted');
  });

  it('draws a station once that is reached by two ways', async () => {
    const [top, left, right, ground] = [
      await aStation('Top'),
      await aStation('Left'),
      await aStation('Right'),
      await aStation('Common ground'),
    ];
    await aLink(hub, top, left);
    await aLink(hub, top, right);
    await aLink(hub, left, ground);
    await aLink(hub, right, ground);
    const view = await pathOf(top);
    expect(view.stations).toHaveLength(4);
    expect(view.below).toHaveLength(4);
    expect((await visitor.get(`/en/path/chapter/${top.id}`)).text).toContain('its own path is above');
  });

  it('says where it stops: neither a long nor a wide path can be endless', async () => {
    const many = await aStation('Many');
    const ground = await aStation('A ground');
    await hub.database.query(
      `insert into evidence (relation, statement_kind, statement_id, ground_kind, ground_id)
       select 'rests_on', 'chapter', gen_random_uuid(), 'chapter', $1 from generate_series(1, 200)`,
      [ground.id],
    );
    const wide = await pathOf(ground);
    expect([wide.cut, wide.above.length]).toEqual([true, 60]);
    let last = many;
    for (let step = 0; step < 10; step += 1) {
      const next = await aStation(`Step ${step}`);
      await aLink(hub, last, next);
      last = next;
    }
    const long = await pathOf(many);
    expect([long.cut, long.below.length]).toEqual([true, 8]);
    expect((await visitor.get(`/en/path/chapter/${many.id}`)).text).toContain('goes on beyond');
  });

  it('is there for programs in the terms of PROV', async () => {
    const post = await aPost(await aRoom(hub), 'A thread', 'First words.');
    const statement = await aStation('A statement');
    const chapter = await aStation('A chapter');
    await aLink(hub, statement, post, { relation: 'concluded_from', quote: 'First words.' });
    await aLink(hub, chapter, statement);
    const author = await TestClient.as(hub, speaker);
    const edited = await author.send('patch', `/api/v1/posts/${post.id}`, {
      body: 'Other words.',
      locale: 'en',
      baseRevision: 1,
    });
    expect(edited.status).toBe(200);
    const answer = await visitor.get(`/en/path/chapter/${chapter.id}.jsonld`);
    expect(answer.headers['content-type']).toContain('application/ld+json');
    const document = JSON.parse(answer.text) as { '@context': Record<string, unknown>; '@graph': Entity[] };
    expect(document['@context']).toMatchObject({ prov: 'http://www.w3.org/ns/prov#' });
    const base = 'http://127.0.0.1/path';
    const entities = new Map(document['@graph'].map((each) => [each['@id'], each]));
    expect(entities.get(`${base}/chapter/${chapter.id}`)).toMatchObject({
      '@type': 'prov:Entity',
      inLanguage: 'en',
      wasDerivedFrom: [`${base}/chapter/${statement.id}`],
    });
    const earlier = `${base}/post/${post.id}#revision-1`;
    expect(entities.get(`${base}/chapter/${statement.id}`)).toMatchObject({
      ...{ wasDerivedFrom: [earlier], wasQuotedFrom: [earlier], hadPrimarySource: [earlier] },
    });
    expect(document['@graph']).toContainEqual({ '@id': `${base}/post/${post.id}`, wasRevisionOf: earlier });
    const terms = new Set(Object.keys(document['@context']));
    for (const entity of document['@graph'])
      for (const term of Object.keys(entity)) expect(term.startsWith('@') || terms.has(term)).toBe(true);
    expect(answer.text).not.toContain('Ana Horvat');
    const api = await visitor.get(`/api/v1/path/chapter/${chapter.id}/prov`);
    expect(api.body).toEqual(document);
  });

  it('is no way to sources that nobody lets the reader see', async () => {
    const [{ id }] = await hub.database.query<[{ id: string }]>(
      `insert into sources (title, locale, read_on) values ('Hidden law', 'en', '2026-11-01') returning id`,
    );
    const source = { kind: 'source', id };
    const draft = await aStation('Draft', { handbook: await aHandbook(hub, { status: 'draft' }) });
    await aLink(hub, draft, source, { revision: null });
    expect((await visitor.get(`/en/path/source/${id}`)).status).toBe(404);
    await aLink(hub, await aStation('Open'), source, { revision: null });
    expect((await visitor.get(`/en/path/source/${id}`)).text).toContain('Hidden law');
  });

  it.each([
    '/en/path/nothing/x',
    '/en/path/chapter/x.jsonld',
    '/en/path/__proto__/1',
    '/api/v1/path/post/1/prov',
  ])('knows no path at %s', async (path) => {
    expect((await visitor.get(path)).status).toBe(404);
  });
});
