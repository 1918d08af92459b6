import type { Socket } from 'socket.io-client';
import { Actor } from '../../src/core/access/actor';
import { Translations } from '../../src/translations/translations.service';
import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { ask, listen, openSocket } from '../support/socket';

interface PostTranslation {
  locale: string;
  status: string;
  html: string;
  by: string | null;
  outdated: boolean;
  warned: boolean;
}

interface RoomEntries {
  entries: {
    seq: number;
    name: string;
    post?: { id: string; html: string; translations: PostTranslation[] };
  }[];
}

describe('Posts in the language of the reader', () => {
  let hub: TestHub;
  let room: TestRoom;
  let thread: { id: string };
  let post: { id: string };
  let author: TestClient;
  let swede: TestClient;
  let swedish: TestPerson;
  let sockets: Socket[] = [];

  beforeAll(async () => {
    hub = await startHub();
  });
  afterEach(() => {
    for (const socket of sockets) socket.close();
    sockets = [];
  });
  afterAll(() => hub.close());

  beforeEach(async () => {
    room = await aRoom(hub);
    const grants = [{ role: 'member' as const, placeId: room.platformId! }];
    const member = await aPerson(hub, { name: 'Članica', locale: 'sl', grants });
    author = await TestClient.as(hub, member);
    swedish = await aPerson(hub, { locale: 'sv', readingLocales: ['sv', 'en'] });
    swede = await TestClient.as(hub, swedish);
    thread = await aThread(hub, room, member, { locale: 'sl', title: 'Zadruge' });
    const message = something('Dober dan.', { locale: 'sl' });
    post = (await author.send('post', `/api/v1/threads/${thread.id}/posts`, message)).body as typeof post;
  });

  const translations = () => hub.app.get(Translations);

  const byMachine = (text = 'God dag.', locale = 'sv') =>
    translations().saveMachine(
      { kind: 'post', id: post.id, locale },
      Actor.system,
      [{ source: 'Dober dan.', text }],
      'deepl',
    );

  const byPerson = async (text: string, locale = 'sv') => {
    const of = { kind: 'post', id: post.id, locale };
    const { segments } = await translations().workshop(Actor.system, of);
    const changes = segments.map(({ id, version }) => ({ id, version, text, status: 'reviewed' as const }));
    return translations().save(Actor.system, of, changes);
  };

  const edit = (body: string, weight: string) =>
    author.send('patch', `/api/v1/posts/${post.id}`, { body, locale: 'sl', baseRevision: 1, weight });

  const pageOf = async (client: TestClient, locale: string) =>
    /<article[^]*?<\/article>/.exec((await client.get(`/${locale}/threads/${thread.id}`)).text)![0];

  const said = (html: string) => /<div class="said-text" lang="(\w+)">([^]*?)<\/div>/.exec(html)?.slice(1);

  it('are shown as they were written as long as nobody has translated them', async () => {
    const html = await pageOf(swede, 'sv');
    expect(said(html)).toEqual(['sl', '<p>Dober dan.</p>\n']);
    expect(html).toContain('på slovenska, original');
  });

  it('are shown translated, with who did it, from what, and the original one click away', async () => {
    await byMachine();
    const html = await pageOf(swede, 'sv');
    expect(said(html)).toEqual(['sv', '<p>God dag.</p>\n']);
    expect(html).toContain('Maskinöversatt från slovenska, inte granskad');
    expect(html).toContain('DeepL');
    expect(html).toContain('by-machine');
    expect(html).toMatch(/<summary>Visa originalet<\/summary><div class="said-text" lang="sl"><p>Dober dan/);
    expect(html).toContain(`/sv/texts/post/${post.id}`);
  });

  it('never show what a machine made without saying so, even when its original has changed', async () => {
    await byMachine();
    await edit('Dober večer.', 'important');
    const html = await pageOf(swede, 'sv');
    expect(html).toContain('Maskinöversatt från slovenska, inte granskad');
    expect(html).toContain('Originalet har ändrats sedan dess');
    expect(html).toContain('Viktig ändring i originalet');
  });

  it('do not warn of a change that is not important, and say nothing of a typo', async () => {
    await byPerson('God dag.');
    await edit('Dober dan!', 'typo');
    expect(await pageOf(swede, 'sv')).not.toContain('Originalet har ändrats sedan dess');
    const answer = await author.send('patch', `/api/v1/posts/${post.id}`, {
      ...{ body: 'Dober večer!', locale: 'sl', baseRevision: 2, weight: 'meaning' },
    });
    expect(answer.status).toBe(200);
    const html = await pageOf(swede, 'sv');
    expect(html).toContain('Originalet har ändrats sedan dess');
    expect(html).not.toContain('Viktig ändring i originalet');
  });

  it('mark whom the original calls, in the forms of their own language, and nobody else', async () => {
    const body = '@gostitelj, kaj pravite?';
    const path = `/api/v1/threads/${thread.id}/posts`;
    const { id } = (await author.send('post', path, something(body, { locale: 'sl' }))).body as {
      id: string;
    };
    const text = `@värden, vad säger du, @Članica?`;
    const of = { kind: 'post', id, locale: 'sv' } as const;
    await translations().saveMachine(of, Actor.system, [{ source: body, text }], 'deepl');
    const page = (await swede.get(`/sv/threads/${thread.id}`)).text;
    expect(page).toContain('<span class="mention" data-mention="host">@värden</span>, vad säger du');
    expect(page.match(/class="mention"/g)).toHaveLength(2);
  });

  it('are shown in the next language of the reader when the first is missing', async () => {
    await byPerson('Good day.', 'en');
    expect(said(await pageOf(swede, 'sv'))).toEqual(['en', '<p>Good day.</p>\n']);
  });

  it('stay in the original for who reads that language', async () => {
    await byMachine();
    expect(said(await pageOf(author, 'sl'))).toEqual(['sl', '<p>Dober dan.</p>\n']);
  });

  it('are replaced on a visitor’s page that was kept', async () => {
    const visitor = new TestClient(hub);
    expect(said(await pageOf(visitor, 'sv'))![0]).toBe('sl');
    await byMachine();
    expect(said(await pageOf(visitor, 'sv'))).toEqual(['sv', '<p>God dag.</p>\n']);
  });

  it('show no translation of a withdrawn post', async () => {
    await byMachine();
    await author.send('put', `/api/v1/posts/${post.id}/withdrawal`);
    expect(await pageOf(swede, 'sv')).not.toContain('God dag.');
    const { entries } = (await swede.get(`/api/v1/rooms/${room.id}/entries?after=0`)).body as RoomEntries;
    expect(JSON.stringify(entries)).not.toContain('God dag.');
  });

  it('arrive live, as an entry of the room with all that a reader must know', async () => {
    const socket = await openSocket(hub, swede);
    sockets.push(socket);
    const told = listen<RoomEntries>(socket, 'room:entries');
    await ask(socket, 'room:join', { room: room.id, epoch: null, last: 1, locale: 'sv' });
    await byMachine();
    const [news] = await told.until((messages) => messages.length > 0);
    expect(news!.entries[0]).toMatchObject({
      name: 'post.translated',
      post: {
        html: '<p>Dober dan.</p>\n',
        translations: [
          { locale: 'sv', status: 'machine', by: 'DeepL', html: '<p>God dag.</p>\n', outdated: false },
        ],
      },
    });
  });

  it('are not translated for who has said so in her settings', async () => {
    await byMachine();
    const answer = await swede.send('patch', '/api/v1/me', { originalsOnly: true, revision: 1 });
    expect(answer.body).toMatchObject({ originalsOnly: true });
    expect(said(await pageOf(swede, 'sv'))![0]).toBe('sl');
  });

  it('are not translated in a room where she has switched it off, and are again', async () => {
    await byMachine();
    const choose = (originals: string) =>
      swede.submit(
        `/sv/rooms/${room.slug}/reading?next=/threads/${thread.id}`,
        { originals },
        `/sv/threads/${thread.id}`,
      );
    const answer = await choose('true');
    expect([answer.status, answer.headers['location']]).toEqual([303, `/sv/threads/${thread.id}`]);
    expect(said(await pageOf(swede, 'sv'))![0]).toBe('sl');
    await choose('false');
    expect(said(await pageOf(swede, 'sv'))![0]).toBe('sv');
  });

  it('take no strange choice, and none from a visitor', async () => {
    const path = `/sv/rooms/${room.slug}/reading`;
    expect((await swede.submit(path, { originals: 'perhaps' }, '/sv/rooms')).status).toBe(422);
    expect((await new TestClient(hub).submit(path, { originals: 'true' }, '/sv/rooms')).status).not.toBe(200);
    const rows = await hub.database.query<object[]>('select * from reading_choices where person_id = $1', [
      swedish.id,
    ]);
    expect(rows).toEqual([]);
  });
});
