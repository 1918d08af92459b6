import { randomUUID } from 'node:crypto';
import { aComparison, aCountry, aQuestion, type TestComparison } from '../../factories/comparisons';
import { aMember, aPlatform, type TestPlatform } from '../../factories/platforms';
import { aRoom, type TestRoom } from '../../factories/rooms';
import { TestClient } from '../../support/client';
import { startHub, type TestHub } from '../../support/hub';

describe('Discussing a question', () => {
  let hub: TestHub;
  let comparison: TestComparison;
  let slovenia: TestPlatform;
  let room: TestRoom;
  let host: TestClient;
  let member: TestClient;
  let stranger: TestClient;
  let at: string;

  beforeAll(async () => {
    hub = await startHub();
    comparison = await aComparison(hub);
    const { partnershipId } = comparison;
    slovenia = await aPlatform(hub, { country: 'SI', partnershipId, locale: 'sl' });
    await aCountry(hub, comparison, { code: 'SI', platform: slovenia });
    const italy = await aCountry(hub, comparison, { code: 'IT' });
    room = await aRoom(hub, { platformId: slovenia.id });
    host = await TestClient.as(hub, await aMember(hub, slovenia, { host: true }));
    member = await TestClient.as(hub, await aMember(hub, slovenia));
    stranger = await TestClient.as(hub, await aMember(hub, italy.platform!, { host: true }));
    const question = await aQuestion(hub, comparison, 'statement', { code: 'D1.1' });
    await hub.database.query(
      `insert into question_translations (owner_id, locale, status, source_revision, origin, question, anchor_0)
       values ($1, 'sl', 'draft', 1, 'import', 'Svetovanje je *brezplačno*.', 'Ničesar ni')`,
      [question.id],
    );
    await aQuestion(hub, comparison, 'text', { code: 'D1.2' });
    at = `/en/comparisons/${comparison.slug}/discussions/si`;
  });
  afterAll(() => hub.close());

  const threads = async () => (await hub.database.query<unknown[]>('select 1 from threads')).length;

  it('is begun by the host, in the language of the platform, with the way back', async () => {
    expect((await member.get(at)).text).toContain('not discussed yet');
    expect((await member.get(`${at}/d1.1`)).status).toBe(403);
    const form = (await host.get(`${at}/d1.1`)).text;
    expect(form).toContain('Svetovanje je \\*brezplačno\\*.');
    expect(form).toContain('- **0** Ničesar ni');
    const body = /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(form)![1]!.replaceAll('&gt;', '>').trim();
    const clientId = /name="clientId" value="([^"]+)"/.exec(form)![1]!;
    const opened = await host.submit(`${at}/d1.1`, { room: room.id, body, clientId });
    const thread = opened.headers['location']!;
    expect(thread).toMatch(/^\/en\/threads\//);
    const page = (await host.get(thread)).text;
    expect(page).toContain('<blockquote>');
    expect(page).toContain(`/sl/comparisons/${comparison.slug}/work/si`);
    expect((await member.get(at)).text).toContain(thread);
    expect((await host.get(`${at}/d1.1`)).headers['location']).toBe(thread);
  });

  it('is begun once, however many ask at the same time', async () => {
    const before = await threads();
    const path = `/api/v1/comparisons/${comparison.slug}/discussions/si/D1.2`;
    const input = () => ({ room: room.id, body: 'What do you think?', clientId: randomUUID() });
    const answers = await Promise.all([1, 2, 3].map(() => host.send('post', path, input())));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.thread)).size).toBe(1);
    expect(await threads()).toBe(before + 1);
    const { items } = (await member.get(`/api/v1/comparisons/${comparison.slug}/discussions/si`)).body;
    expect(items[1]).toMatchObject({ question: 'D1.2', thread: answers[0]!.body.thread });
  });

  it('is begun by nobody else, and in no other room', async () => {
    const foreign = await aRoom(hub, {});
    const path = `/api/v1/comparisons/${comparison.slug}/discussions/si`;
    const input = { room: room.id, body: 'Here', clientId: randomUUID() };
    await aQuestion(hub, comparison, 'text', { code: 'D1.3' });
    expect((await stranger.send('post', `${path}/D1.3`, input)).status).toBe(403);
    expect((await member.send('post', `${path}/D1.3`, input)).status).toBe(403);
    const elsewhere = await host.send('post', `${path}/D1.3`, { ...input, room: foreign.id });
    expect([elsewhere.status, elsewhere.body.errors[0].path]).toEqual([422, 'room']);
    expect((await host.send('post', `${path}/D9.9`, input)).status).toBe(404);
    expect((await host.send('post', path.replace('/si', '/fr') + '/D1.3', input)).status).toBe(404);
    const empty = await host.submit(`${at}/d1.3`, { room: room.id, body: '', clientId: randomUUID() });
    expect(empty.status).toBe(422);
  });
});
