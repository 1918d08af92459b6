import { aConclusion, citePost } from '../factories/conclusions';
import { aPerson } from '../factories/people';
import { aHost, aMember, aPlatform } from '../factories/platforms';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('Pages of conclusions', () => {
  let hub: TestHub;
  let room: TestRoom;
  let thread: { id: string };
  let post: string;
  let host: TestClient;
  let member: TestClient;
  let visitor: TestClient;

  beforeAll(async () => {
    hub = await startHub();
    const platform = await aPlatform(hub, { country: 'IT' });
    room = await aRoom(hub, { platformId: platform.id, partnershipId: platform.partnershipId! });
    const keeper = await aHost(hub, platform, { person: await aPerson(hub, { name: 'Anna Rossi' }) });
    host = await TestClient.as(hub, keeper);
    const person = await aPerson(hub, { name: 'Bruno Verdi' });
    member = await TestClient.as(hub, await aMember(hub, platform, { person }));
    visitor = new TestClient(hub);
    thread = await aThread(hub, room, keeper);
    post = await say('Divide it **first**, then write.');
  });
  afterAll(() => hub.close());

  const say = async (body: string): Promise<string> => {
    const said = await member.send('post', `/api/v1/threads/${thread.id}/posts`, something(body));
    return (said.body as { id: string }).id;
  };
  const form = (): string => `/en/threads/${thread.id}/conclusions/new?post=${post}`;
  const fresh = async (state: 'draft' | 'positions' | 'adopted', more: object = {}) => {
    const made = await aConclusion(hub, room, { state, threadId: thread.id, ...more });
    await citePost(hub, made.id, post);
    return made.id;
  };

  it('lead from each post to a conclusion, for those who keep the room', async () => {
    expect((await host.get(`/en/threads/${thread.id}`)).text).toContain(`/en/posts/${post}/actions`);
    expect((await host.get(`/en/posts/${post}/actions`)).text).toContain(`conclusions/new?post=${post}`);
    expect((await member.get(`/en/posts/${post}/actions`)).text).not.toContain('conclusions/new?post=');
    expect((await member.get(form())).status).toBe(403);
    const page = await host.get(`${form()}&quote=Divide%20it%20first`);
    expect(page.text).toContain('>Divide it first</textarea>');
    expect((await host.get(`/en/threads/${thread.id}/conclusions/new`)).status).toBe(404);
  });

  it('go from a passage to what was adopted, by forms alone', async () => {
    const fields = { post, statement: 'Divide the contract first.', reasoning: '', locale: 'en' };
    const path = `/en/threads/${thread.id}/conclusions/new`;
    const wrong = await host.submit(path, { ...fields, quote: 'Nobody said this' }, form());
    expect([wrong.status, wrong.text.includes('>Nobody said this</textarea>')]).toEqual([422, true]);
    const made = await host.submit(path, { ...fields, quote: 'Divide it first' }, form());
    const page = made.headers['location']!.replace(/\?.*/, '');
    expect(page).toMatch(/^\/en\/conclusions\//);
    const drafted = await member.get(page);
    expect(drafted.text).toContain('Divide the contract first.');
    expect(drafted.text).toMatch(/<blockquote class="said" lang="en"><p>Divide it first<\/p>/);
    expect((await visitor.get(page)).status).toBe(404);

    await member.submit(`${page}/comments`, { body: '', wording: 'Divide first.', locale: 'it' }, page);
    expect((await member.get(page)).text).toMatch(/<del>.*<\/del>/);
    expect((await host.submit(`${page}/open`, { until: inDays(90) }, page)).status).toBe(422);
    expect((await host.submit(`${page}/open`, { until: inDays(10) }, page)).status).toBe(303);

    const refused = await member.submit(
      `${page}/position`,
      { position: 'disagree', reason: '', locale: 'it' },
      page,
    );
    expect([refused.status, refused.text.includes('Say why you disagree')]).toEqual([422, true]);
    const taken = { position: 'disagree', reason: 'Troppo presto.', locale: 'it' };
    expect((await member.submit(`${page}/position`, taken, page)).status).toBe(303);
    expect((await host.submit(`${page}/adopt`, { early: '', locale: 'en' }, page)).status).toBe(403);
    expect(
      (await host.submit(`${page}/adopt`, { early: 'All were there.', locale: 'en' }, page)).status,
    ).toBe(303);

    const read = await visitor.get(page);
    expect([
      read.status,
      read.text.includes('Troppo presto.'),
      read.text.includes('Bruno Verdi</span>'),
    ]).toEqual([200, true, true]);
    const version = await visitor.get(`${page}/versions/1`);
    expect([version.status, version.text.includes('All were there.')]).toEqual([200, true]);
    expect((await visitor.get(`/en/threads/${thread.id}`)).text).toContain('Divide the contract first.');
    expect((await visitor.get(`/en/rooms/${room.slug}`)).text).toContain('1 conclusion');
    expect((await visitor.get(`/en/rooms/${room.slug}/conclusions`)).text).toContain(
      'Divide the contract first.',
    );
  });

  it('give back what was typed when somebody has moved it on meanwhile', async () => {
    const id = await fresh('positions');
    const page = `/en/conclusions/${id}`;
    const token = /name="_token" value="([^"]*)"/.exec((await member.get(page)).text)![1];
    await host.send('put', `/api/v1/conclusions/${id}/adoption`, { early: 'All were there.', locale: 'en' });
    const late = await member.agent
      .post(`${page}/position`)
      .type('form')
      .redirects(0)
      .send({ _token: token, position: 'disagree', reason: 'Too late, but kept.', locale: 'en' });
    expect([late.status, late.text.includes('Too late, but kept.')]).toEqual([403, true]);
  });

  it('merge what two have written, and begin with the wording that a member suggests', async () => {
    const id = await fresh('draft');
    const page = `/en/conclusions/${id}/edit`;
    const words = { statement: 'Mine.', reasoning: '', locale: 'en' };
    expect((await host.submit(page, { ...words, revision: 1 })).status).toBe(303);
    const late = await host.submit(page, { ...words, statement: 'Theirs.', revision: 1 });
    expect([late.status, late.text.includes('class="merge')]).toEqual([409, true]);
    const said = await member.send('post', `/api/v1/conclusions/${id}/comments`, {
      wording: 'Ours.',
      locale: 'en',
    });
    const [{ id: comment }] = (said.body as { comments: [{ id: string }] }).comments;
    expect((await host.get(`${page}?wording=${comment}`)).text).toContain('>Ours.</textarea>');
  });

  it('add passages to a draft by their number, and take them away', async () => {
    const id = await fresh('draft');
    const page = `/en/conclusions/${id}/edit`;
    await say('Another thing.');
    const add = (fields: Record<string, string>) =>
      host.submit(`/en/conclusions/${id}/passages`, fields, page);
    expect((await add({ number: '999', quote: '' })).status).toBe(422);
    expect((await add({ number: '2', quote: 'Another' })).status).toBe(303);
    const [, drop] = /action="(\/en\/evidence\/links\/[^"]*\/drop)"/.exec((await host.get(page)).text)!;
    const back = { back: page.replace('/en', '') };
    expect((await host.submit(drop!, back, page)).headers['location']).toContain(page);
    expect((await host.submit(drop!, back, page)).status).toBe(404);
  });

  it('show what came of a poll in the post that they rest on, once it is closed', async () => {
    const id = await fresh('draft');
    const poll = { kind: 'sense_check', question: 'Divide <first>?', secret: false };
    const sent = await member.send('post', `/api/v1/threads/${thread.id}/posts`, {
      ...something('Why'),
      poll,
    });
    const { id: postId, pollId } = sent.body as { id: string; pollId: string };
    await member.send('put', `/api/v1/polls/${pollId}/vote`, { choices: ['agree'] });
    await host.send('post', `/api/v1/conclusions/${id}/passages`, { postId });
    const open = (await host.get(`/en/conclusions/${id}`)).text;
    expect(open).toContain('Divide &lt;first>?');
    expect(open).toContain('People still vote');
    expect(open).not.toContain('class="bars"');
    await member.send('post', `/api/v1/polls/${pollId}/close`);
    const closed = (await host.get(`/sv/conclusions/${id}`)).text;
    expect(closed).toMatch(/Håller med<\/th><td class="num">1</);
    expect(closed).toContain('1 person röstade');
    const { body } = await host.get(`/api/v1/conclusions/${id}?locale=it`);
    const [{ ground }] = (body as { passages: { ground: { vote: object } }[] }).passages.slice(-1) as [
      { ground: { vote: object } },
    ];
    expect(ground.vote).toMatchObject({
      ...{ path: `/polls/${pollId}`, voters: 1 },
      answers: [{ label: { text: 'D’accordo' }, votes: 1 }, { votes: 0 }, { votes: 0 }, { votes: 0 }],
    });
    await member.send('put', `/api/v1/posts/${postId}/withdrawal`);
    expect((await host.get(`/en/conclusions/${id}`)).text).not.toContain('Divide &lt;first>?');
  });

  it('tell nothing of a secret poll that too few have voted in', async () => {
    const id = await fresh('draft');
    const poll = { kind: 'single', question: 'Who?', options: ['Ana', 'Bor'], secret: true };
    const sent = await member.send('post', `/api/v1/threads/${thread.id}/posts`, {
      ...something('Why'),
      poll,
    });
    const { id: postId, pollId } = sent.body as { id: string; pollId: string };
    const { options } = (await member.get(`/api/v1/polls/${pollId}`)).body as { options: { id: string }[] };
    await member.send('put', `/api/v1/polls/${pollId}/vote`, { choices: [options[0]!.id] });
    await host.send('post', `/api/v1/conclusions/${id}/passages`, { postId });
    await member.send('post', `/api/v1/polls/${pollId}/close`);
    const { text } = await host.get(`/en/conclusions/${id}`);
    expect(text).toContain('Too few have voted');
    expect(text).not.toContain('class="bars"');
  });

  it('refuse words of posts that were withdrawn, and of other rooms', async () => {
    const id = await fresh('draft');
    const gone = await say('Not for long.');
    await member.send('put', `/api/v1/posts/${gone}/withdrawal`);
    const elsewhere = await aRoom(hub, { platformId: room.platformId!, partnershipId: room.partnershipId! });
    const other = await aThread(hub, elsewhere, { id: (await aPerson(hub)).id });
    const said = await member.send('post', `/api/v1/threads/${other.id}/posts`, something('There.'));
    for (const postId of [gone, (said.body as { id: string }).id, id]) {
      const cited = await host.send('post', `/api/v1/conclusions/${id}/passages`, { postId });
      expect([cited.status, cited.body]).toMatchObject([422, { errors: [{ path: 'postId' }] }]);
    }
  });

  it('say in what language a statement is read, and lead to its original', async () => {
    const id = await fresh('adopted', { version: 1, statement: 'Prima dividere.', locale: 'it' });
    await hub.database.query(
      `insert into conclusion_translations (owner_id, statement, locale, status, source_revision, origin)
       values ($1, 'Divide first.', 'en', 'reviewed', 1, 'person')`,
      [id],
    );
    const { text } = await visitor.get(`/en/conclusions/${id}`);
    expect(text).toContain('Divide first.');
    expect(text).toContain(`/en/texts/conclusion/${id}`);
    expect((await visitor.get(`/it/conclusions/${id}`)).text).toContain('Prima dividere.');
  });

  it('of a whole room are drafted there', async () => {
    const path = `/en/rooms/${room.slug}/conclusions/new`;
    expect((await member.get(path)).status).toBe(403);
    expect((await host.submit(path, { statement: '', reasoning: '', locale: 'en' })).status).toBe(422);
    expect((await host.submit(path, { statement: 'Of all.', reasoning: '', locale: 'en' })).status).toBe(303);
  });
});
