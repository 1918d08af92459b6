import { found, passagesIn } from '../../src/handbooks/comments/passages';
import { aChapter, aHandbook, type TestChapter } from '../factories/handbooks';
import { aPartnership } from '../factories/partnerships';
import { aPerson } from '../factories/people';
import { aRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

const BODY =
  '## First\n\nPeople *talk* to each other about tenders.\n\n- one thing\n- another thing\n\n| a | b |\n| --- | --- |\n| c | d |';

describe('Passages of a text', () => {
  const passages = passagesIn(BODY);
  const anchor = { place: 1, passage: passages[1]!, quote: 'talk to each other' };

  it('are its paragraphs, items and rows in the words that readers see', () => {
    expect(passages).toEqual([
      'First',
      'People talk to each other about tenders.',
      'one thing',
      'another thing',
      'a · b',
      'c · d',
    ]);
  });

  it('are found again when they have moved or changed, and not when their words are gone', () => {
    expect(found(anchor, ['New', 'Also new', ...passages])).toBe(3);
    expect(found(anchor, ['New', 'People talk to each other about all tenders now.'])).toBe(1);
    expect(found(anchor, ['New', 'People talk with each other about tenders.'])).toBe(1);
    expect(found(anchor, ['People were silent about tenders.', 'Other words.'])).toBeUndefined();
    expect(found(anchor, [])).toBeUndefined();
    expect(found({ ...anchor, place: 4 }, [anchor.passage, 'x', 'y', anchor.passage])).toBe(3);
  });
});

describe('Comments on a passage', () => {
  let hub: TestHub;
  let chapter: TestChapter;
  let member: TestClient;
  let other: TestClient;
  let editor: TestClient;
  let api: string;
  let base: string;
  let room: { id: string };

  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.close());
  beforeEach(async () => {
    const partnership = await aPartnership(hub);
    const handbook = await aHandbook(hub, { partnershipId: partnership.id });
    chapter = await aChapter(hub, { handbook, body: BODY });
    api = `/api/v1/handbooks/${handbook.slug}`;
    base = `/en/handbooks/${handbook.slug}`;
    member = await TestClient.as(hub, await aPerson(hub, { name: 'Ana Novak' }));
    other = await TestClient.as(hub, await aPerson(hub));
    const grants = [{ role: 'editor' as const, placeId: partnership.id }];
    editor = await TestClient.as(hub, await aPerson(hub, { grants }));
    room = await aRoom(hub, { place: 'partnership', partnershipId: partnership.id });
  });

  const comment = (client: TestClient, input: object = {}) =>
    client.send('post', `${api}/chapters/${chapter.slug}/comments`, {
      ...{ place: 1, quote: 'talk to each other', body: 'Who?', locale: 'en', revision: 1 },
      ...input,
    });
  const all = async (client: TestClient) =>
    (await client.get(`${api}/chapters/${chapter.slug}/comments`)).body;

  it('keep their place when the text changes, and are not lost when their words are gone', async () => {
    expect((await comment(member)).status).toBe(201);
    const edit = (body: string, revision: number) =>
      editor.send('patch', `${api}/chapters/${chapter.slug}`, { body, revision, weight: 'meaning' });
    await edit(BODY.replace('## First', '## First\n\nSomething new.').replace('tenders', 'many tenders'), 1);
    expect((await all(editor)).items).toMatchObject([{ place: 2, quote: 'talk to each other' }]);
    await edit('Nothing of it.', 2);
    expect((await all(editor)).items).toMatchObject([
      { place: null, quote: 'talk to each other', body: 'Who?' },
    ]);
    expect((await editor.get(`${base}/${chapter.slug}/comments`)).text).toContain('Their passage is gone');
  });

  it('are answered, resolved, reopened, and made a thread that leads back', async () => {
    const { body: made } = await comment(member);
    const one = `${api}/comments/${made.id}`;
    expect((await other.send('post', `${one}/answers`, { body: 'All.', locale: 'en' })).status).toBe(204);
    expect((await other.send('post', `${one}/resolve`, {})).status).toBe(403);
    expect((await member.send('post', `${one}/resolve`, {})).status).toBe(204);
    expect((await all(other)).items[0]).toMatchObject({
      resolvedBy: 'Ana Novak',
      answers: [{ body: 'All.' }],
    });
    expect((await editor.send('post', `${one}/reopen`, {})).status).toBe(204);
    const path = `${base}/${chapter.slug}/comments`;
    const opened = await editor.submit(`${path}/${made.id}/thread`, { room: room.id }, path);
    expect(opened.status).toBe(303);
    const thread = await editor.get(String(opened.headers['location']));
    expect(thread.text).toContain('talk to each other');
    expect(thread.text).toContain(`#comment-${made.id}`);
    expect((await all(member)).items[0].thread).toMatch(/^[0-9a-f-]{36}$/);
    expect((await member.get(path)).text).toContain('/threads/');
  });

  it('are not for the public, nor for who may not read the chapter', async () => {
    const { body: made } = await comment(member);
    const visitor = new TestClient(hub);
    expect((await visitor.get(`${api}/chapters/${chapter.slug}/comments`)).status).toBe(401);
    expect((await visitor.get(`${base}/${chapter.slug}`)).text).not.toContain('Who?');
    await hub.database.query(`update chapters set status = 'draft' where id = $1`, [chapter.id]);
    expect((await member.get(`${api}/chapters/${chapter.slug}/comments`)).status).toBe(404);
    expect((await comment(member)).status).toBe(404);
    for (const act of ['resolve', 'reopen'])
      expect((await member.send('post', `${api}/comments/${made.id}/${act}`, {})).status).toBe(404);
    const elsewhere = await aChapter(hub);
    const foreign = `/api/v1/handbooks/${elsewhere.handbook.slug}/comments/${made.id}/resolve`;
    expect((await editor.send('post', foreign, {})).status).toBe(404);
    expect((await all(editor)).items).toHaveLength(1);
  });

  it('refuse what is none, and say when the chapter has changed since it was read', async () => {
    expect((await comment(member, { quote: 'not there' })).status).toBe(422);
    expect((await comment(member, { place: 99 })).status).toBe(422);
    expect((await comment(member, { body: 'a\u0000' })).status).toBe(422);
    expect((await comment(member, { more: 1 })).status).toBe(422);
    expect((await comment(member, { revision: 2 })).status).toBe(409);
  });

  it('are made by a form without JavaScript, and nothing that was typed is lost', async () => {
    const path = `${base}/${chapter.slug}/comments`;
    const fields = { place: '2', revision: '1', locale: 'en', quote: '', body: '<b>One</b>' };
    expect((await member.submit(path, fields)).status).toBe(303);
    expect((await other.get(path)).text).toContain('&lt;b>One&lt;/b>');
    const refused = await member.submit(path, { ...fields, quote: 'elsewhere', body: 'Kept words' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Kept words');
  });
});
