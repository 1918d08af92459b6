import type { Subject } from '../../src/evidence/relation';
import { aChapter, aHandbook, type TestChapter, type TestHandbook } from '../factories/handbooks';
import { aLink } from '../factories/evidence';
import { aPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

describe('Where people say what a statement rests on', () => {
  let hub: TestHub;
  let room: TestRoom;
  let handbook: TestHandbook;
  let editor: TestClient;
  let visitor: TestClient;

  beforeAll(async () => {
    hub = await startHub();
    room = await aRoom(hub);
    handbook = await aHandbook(hub, { partnershipId: room.partnershipId! });
    const grants = [{ role: 'editor' as const, placeId: room.partnershipId }];
    editor = await TestClient.as(hub, await aPerson(hub, { grants }));
    visitor = new TestClient(hub);
  });
  afterAll(() => hub.close());

  const doorOf = ({ id }: TestChapter) => `/evidence/chapter/${id}`;
  const asSubject = ({ id }: TestChapter): Subject => ({ kind: 'chapter', id });

  async function aPost(
    body = 'We meet twice a month.',
  ): Promise<{ id: string; thread: string; number: number }> {
    const speaker = await aPerson(hub, { grants: [{ role: 'member', placeId: room.platformId }] });
    const thread = await aThread(hub, room, speaker, { title: 'Where to meet' });
    const client = await TestClient.as(hub, speaker);
    const answer = await client.send('post', `/api/v1/threads/${thread.id}/posts`, something(body));
    const { id, number } = answer.body as { id: string; number: number };
    return { id, thread: thread.id, number };
  }

  it('cites a post by the address that somebody copied', async () => {
    const [chapter, post] = [await aChapter(hub, { handbook }), await aPost()];
    const path = `/en${doorOf(chapter)}`;
    const address = `http://127.0.0.1/sv/threads/${post.thread}?around=${post.number}#post-${post.number}`;
    const answer = await editor.submit(path, { address, quote: 'twice a month', back: '/handbooks' });
    expect([answer.status, answer.headers['location']]).toEqual([303, '/en/handbooks']);
    const { text } = await visitor.get(path);
    expect(text).toContain('twice a month');
    expect(text).toContain(`/en/threads/${post.thread}?around=1#post-1`);
    expect(text).not.toContain('<form action="/en/evidence');
    const list = await visitor.get(`/api/v1${doorOf(chapter)}`);
    expect(list.body).toMatchObject({
      standing: 'sound',
      evidence: [{ kind: 'post', relation: 'rests_on' }],
    });
  });

  it('finds every kind of thing by its address', async () => {
    const [one, other, post] = [
      await aChapter(hub, { handbook }),
      await aChapter(hub, { handbook }),
      await aPost(),
    ];
    const section = await aChapter(hub, { handbook, parentId: other.id });
    const addresses = [
      [`/handbooks/${handbook.slug}/${other.slug}`, other.id],
      [`/it/handbooks/${handbook.slug}/${other.slug}/`, other.id],
      [`/path/chapter/${other.id}`, other.id],
      [`/en/texts/chapter/${section.id}`, section.id],
      [`/threads/${post.thread}#post-1`, post.id],
      [`/threads/${post.thread}`, post.thread],
      [`/handbooks/${handbook.slug}`, handbook.id],
      [`/rooms/${room.slug}`, room.id],
    ];
    for (const [address, ground] of addresses) {
      const answer = await editor.send('post', `/api/v1${doorOf(one)}`, { address });
      expect([address, answer.status]).toEqual([address, 201]);
      const [row] = await hub.database.query<{ ground_id: string }[]>(
        'select ground_id from evidence where id = $1',
        [(answer.body as { id: string }).id],
      );
      expect([address, row!.ground_id]).toEqual([address, ground]);
    }
  });

  it('keeps what was typed when there is nothing at the address, or the words were not said', async () => {
    const [chapter, post] = [await aChapter(hub, { handbook }), await aPost()];
    const path = `/en${doorOf(chapter)}`;
    const refused = await editor.submit(path, { address: '/threads/nowhere', quote: 'My words' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('My words');
    expect(refused.text).toContain('Nothing that you can read stands at this address');
    const elsewhere = await editor.submit(path, {
      address: 'https://elsewhere.example/threads/1',
      quote: '',
    });
    expect(elsewhere.text).toContain('This address is not on this hub');
    const unsaid = await editor.submit(path, { address: `/threads/${post.thread}#post-1`, quote: 'thrice' });
    expect(unsaid.text).toContain('These words do not stand there');
    for (const address of [
      `/threads/${post.thread}#post-99`,
      `/threads/zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz#post-1`,
      '/conclusions/1b2c3d4e-0000-0000-0000-000000000000',
      '/%00',
      '/%ff',
      '/.*/x',
      'javascript:alert(1)',
      'x',
      '#',
      '//evil.example/rooms',
      '/' + 'a'.repeat(900),
    ])
      expect([address, (await editor.send('post', `/api/v1${doorOf(chapter)}`, { address })).status]).toEqual(
        [address, 422],
      );
  });

  it('adds a source and shows it with its facts', async () => {
    const chapter = await aChapter(hub, { handbook });
    const path = `/en${doorOf(chapter)}`;
    const source = {
      ...{
        title: 'Annual report',
        locale: 'sv',
        publisher: 'The agency',
        published: '2026-05',
        quote: 'Sju av tio',
      },
      ...{ address: 'https://a.example/report', readOn: '2026-11-01' },
    };
    const bad = await editor.submit(`${path}/source`, { ...source, address: 'javascript:alert(1)' }, path);
    expect(bad.status).toBe(422);
    expect(bad.text).toContain('value="Annual report"');
    expect((await editor.submit(`${path}/source`, source, path)).status).toBe(303);
    const { text } = await visitor.get(path);
    for (const words of [
      'Annual report',
      'The agency',
      'published 2026-05',
      'read 1 November 2026',
      'Sju av tio',
    ])
      expect(text).toContain(words);
    expect(text).toContain('rel="nofollow noopener"');
    const both = await editor.send('post', `/api/v1${doorOf(chapter)}`, {
      address: '/rooms',
      source: undefined,
    });
    expect(both.status).toBe(422);
    expect((await editor.send('post', `/api/v1${doorOf(chapter)}`, {})).status).toBe(422);
  });

  it('confirms what holds all the same, and takes away what does not', async () => {
    const [one, other] = [await aChapter(hub, { handbook }), await aChapter(hub, { handbook })];
    const path = `/en${doorOf(one)}`;
    const { id } = await aLink(hub, asSubject(one), asSubject(other));
    await hub.database.query(`update evidence set standing = 'changed' where id = $1`, [id]);
    const shaken = await editor.get(path);
    expect(shaken.text).toContain('Edited since it was cited');
    expect(shaken.text).toContain('The evidence has changed');
    expect((await editor.submit(`/en/evidence/links/${id}/confirm`, {}, path)).status).toBe(303);
    expect((await editor.get(path)).text).not.toContain('Edited since it was cited');
    const away = await editor.submit(`/en/evidence/links/${id}/drop`, { back: '//evil.example' }, path);
    expect(away.headers['location']).toBe(path);
    expect((await editor.get(path)).text).toContain('Nothing is cited yet');
    const gone = await editor.send('delete', `/api/v1/evidence/links/${id}`);
    expect(gone.status).toBe(404);
  });

  it('says when the quoted words are gone, instead of confirming what nobody says any more', async () => {
    const [one, other] = [await aChapter(hub, { handbook }), await aChapter(hub, { handbook })];
    const { id } = await aLink(hub, asSubject(one), asSubject(other), { quote: 'Long gone' });
    const answer = await editor.submit(`/en/evidence/links/${id}/confirm`, {}, `/en${doorOf(one)}`);
    expect(answer.status).toBe(303);
    expect((await editor.send('put', `/api/v1/evidence/links/${id}/confirmation`)).status).toBe(422);
  });

  it('is closed to strangers, and to what is no statement', async () => {
    const draft = await aChapter(hub, { handbook: await aHandbook(hub, { status: 'draft' }) });
    const [chapter, post] = [await aChapter(hub, { handbook }), await aPost()];
    const stranger = await TestClient.as(hub, await aPerson(hub));
    const ground = { kind: 'post', id: post.id };
    expect((await visitor.get(`/en${doorOf(draft)}`)).status).toBe(404);
    expect((await visitor.get(`/api/v1${doorOf(draft)}`)).status).toBe(404);
    expect((await visitor.get(`/en/evidence/post/${post.id}`)).status).toBe(404);
    expect((await visitor.get('/en/evidence/chapter/nothing')).status).toBe(404);
    expect((await stranger.send('post', `/api/v1${doorOf(chapter)}`, { ground })).status).toBe(403);
    expect((await visitor.send('post', `/api/v1${doorOf(chapter)}`, { ground })).status).toBe(401);
    const { id } = await aLink(hub, asSubject(chapter), ground);
    expect((await stranger.send('delete', `/api/v1/evidence/links/${id}`)).status).toBe(403);
  });
});
