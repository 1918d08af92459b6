import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

const SLOVENIAN = ['# Zadruge', 'Prvi odstavek o 3 zadrugah.', 'Drugi odstavek, glej `npm test`.'].join(
  '\n\n',
);

interface Segment {
  id: string;
  text: string | null;
  state: string;
  version: number;
}

describe('The desk of a translator', () => {
  let hub: TestHub;
  let room: TestRoom;
  let author: TestClient;
  let translator: TestPerson;
  let client: TestClient;
  let other: TestClient;
  let post: { id: string };

  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.close());
  beforeEach(async () => {
    room = await aRoom(hub);
    const grants = [{ role: 'member' as const, placeId: room.platformId! }];
    author = await TestClient.as(hub, await aPerson(hub, { locale: 'sl', grants }));
    translator = await aPerson(hub, {
      name: 'Tove Översättare',
      locale: 'sv',
      grants: [{ role: 'translator', detail: 'sv' }],
    });
    client = await TestClient.as(hub, translator);
    other = await TestClient.as(
      hub,
      await aPerson(hub, { name: 'Olle Annan', grants: [{ role: 'translator', detail: 'sv' }] }),
    );
    const thread = await aThread(hub, room, await aPerson(hub), { title: 'O zadrugah', locale: 'sl' });
    const sent = await author.send(
      'post',
      `/api/v1/threads/${thread.id}/posts`,
      something(SLOVENIAN, { locale: 'sl' }),
    );
    post = sent.body;
  });

  const path = () => `/sv/translations/post/${post.id}/sv`;
  const api = () => `/api/v1/texts/post/${post.id}/translations/sv`;
  const segments = async (): Promise<Segment[]> => (await client.get(api())).body.segments;

  /** What the form of the page sends, with some fields typed over. */
  async function fieldsOf(page: string, typed: (string | undefined)[]): Promise<Record<string, string>> {
    const fields: Record<string, string> = {};
    const ids = [...page.matchAll(/name="seen\.([0-9a-f-]+)" value="([^"]*)"/g)];
    const areas = [...page.matchAll(/<textarea[^>]*name="text\.[^>]*>([^<]*)<\/textarea>/g)];
    for (const [place, [, id, seen]] of ids.entries()) {
      fields[`seen.${id}`] = seen!;
      fields[`text.${id}`] = typed[place] ?? areas[place]![1]!;
    }
    return fields;
  }

  async function work(
    who: TestClient,
    typed: (string | undefined)[],
    act: (ids: string[]) => string,
    from?: string,
  ) {
    const page = from ?? (await who.get(path())).text;
    const fields = await fieldsOf(page, typed);
    const ids = Object.keys(fields).flatMap((name) => (name.startsWith('text.') ? name.slice(5) : []));
    return who.submit(path(), { ...fields, act: act(ids) });
  }

  it('shows the segments beside each other, each with its language and its state', async () => {
    const { text, status } = await client.get(path());
    expect(status).toBe(200);
    expect(text).toContain('<p class="source" lang="sl" data-source="Prvi odstavek o 3 zadrugah.">');
    expect(text.match(/<textarea[^>]* lang="sv"/g)).toHaveLength(3);
    expect(text.match(/state state-missing/g)!.length).toBeGreaterThanOrEqual(3);
    expect(text).toContain('noindex');
  });

  it('saves what is typed anywhere on the page, whichever button is pressed', async () => {
    const saved = await work(
      client,
      ['Kooperativ', 'Första stycket om 3 kooperativ.'],
      ([first]) => `draft:${first}`,
    );
    expect(saved.status).toBe(303);
    expect(saved.headers['location']).toContain('#s-');
    expect((await segments()).map(({ text, state }) => `${state} ${text}`)).toEqual([
      'draft Kooperativ',
      'draft Första stycket om 3 kooperativ.',
      'missing null',
    ]);
  });

  it('marks as reviewed, sends for review, and keeps the rest as it is', async () => {
    await work(client, ['Kooperativ', 'Första om 3.', 'Andra, se `npm test`.'], () => 'save');
    await work(client, [], ([first]) => `reviewed:${first}`);
    await work(client, [], () => 'send');
    expect((await segments()).map(({ state }) => state)).toEqual(['reviewed', 'in_review', 'in_review']);
    expect((await client.get(api())).body.published).toMatchObject({ status: 'in_review', outdated: false });
  });

  it('shows what has changed in the original, and takes a text as up to date', async () => {
    await work(client, ['Kooperativ', 'Första om 3.', 'Andra, se `npm test`.'], () => 'save');
    await author.send('patch', `/api/v1/posts/${post.id}`, {
      body: SLOVENIAN.replace('3 zadrugah', '3 zadrugah in občinah'),
      ...{ locale: 'sl', baseRevision: 1, weight: 'meaning' },
    });
    await hub.drain();
    const page = (await client.get(path())).text;
    expect(page).toContain('<ins> in občinah</ins>');
    expect(page).toContain('state state-outdated');
    expect((await client.get(`${path()}?show=outdated`)).text.match(/<textarea/g)).toHaveLength(1);
    await work(client, [], (ids) => `current:${ids[1]}`, page);
    expect((await segments()).map(({ state }) => state)).toEqual(['draft', 'draft', 'draft']);
  });

  it('loses nothing when two translate the same segment: theirs and yours stand there', async () => {
    const page = (await client.get(path())).text;
    await work(other, ['Andelslag'], () => 'save');
    const answer = await work(client, ['Kooperativ', 'Första om 3.'], () => 'save', page);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('>Andelslag</p>');
    expect(answer.text).toContain('>Kooperativ</textarea>');
    expect(answer.text).toContain('>Första om 3.</textarea>');
    expect((await segments())[0]!.text).toBe('Andelslag');
    const merged = await work(client, ['Kooperativ, andelslag'], () => 'save', answer.text);
    expect(merged.status).toBe(303);
    expect((await segments()).map(({ text }) => text)).toEqual([
      'Kooperativ, andelslag',
      'Första om 3.',
      null,
    ]);
  });

  it('does not mind what others do to segments that were not touched', async () => {
    const page = (await client.get(path())).text;
    await work(other, ['Andelslag'], () => 'save');
    expect((await work(client, [undefined, 'Första om 3.'], () => 'save', page)).status).toBe(303);
    expect((await segments()).map(({ text }) => text)).toEqual(['Andelslag', 'Första om 3.', null]);
  });

  it('shows what was typed for a part that the original has lost meanwhile', async () => {
    const page = (await client.get(path())).text;
    await author.send('patch', `/api/v1/posts/${post.id}`, {
      body: '# Zadruge',
      ...{ locale: 'sl', baseRevision: 1, weight: 'important' },
    });
    await hub.drain();
    const answer = await work(client, [undefined, 'Första stycket.'], () => 'save', page);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Första stycket.');
  });

  it('never publishes what would break the text, at either door, and keeps what was typed', async () => {
    const answer = await work(client, ['Kooperativ', 'Första om 3.', 'Andra, se npm test.'], () => 'save');
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('>Andra, se npm test.</textarea>');
    expect(answer.text).toContain('`npm test`');
    const [, , third] = await segments();
    const change = { id: third!.id, version: third!.version, text: 'Andra, se `npm prov`.', status: 'draft' };
    const sent = await client.send('put', api(), { segments: [change] });
    expect(sent.status).toBe(422);
    expect(sent.body.errors[0].code).toBe('translations:check.code');
    expect((await segments()).every(({ text }) => text === null)).toBe(true);
  });

  it('keeps drafts for who typed them, over a reload, and for nobody else', async () => {
    const [first] = await segments();
    const { text: page } = await client.get(path());
    const seen = new RegExp(`name="seen\\.${first!.id}" value="([^"]*)"`).exec(page)![1];
    const kept = await client.send('put', `${api()}/drafts/${first!.id}`, { text: 'Halvt färdi', seen });
    expect(kept.status).toBe(204);
    expect((await client.get(path())).text).toContain('>Halvt färdi</textarea>');
    expect((await other.get(path())).text).not.toContain('Halvt färdi');
    expect((await client.get(api())).body.segments[0].text).toBeNull();
    await work(client, [], (ids) => `discard:${ids[0]}`);
    expect((await client.get(path())).text).not.toContain('Halvt färdi');
    const foreign = '0f0f0f0f-0000-4000-8000-000000000000';
    expect((await client.send('put', `${api()}/drafts/${foreign}`, { text: 'x', seen: '' })).status).toBe(
      404,
    );
  });

  it('shows a draft beside what somebody else has saved since', async () => {
    const [first] = await segments();
    await client.send('put', `${api()}/drafts/${first!.id}`, { text: 'Mitt', seen: '1.' });
    await work(other, ['Hennes'], () => 'save');
    const { text } = await client.get(path());
    expect(text).toContain('>Hennes</p>');
    expect(text).toContain('>Mitt</textarea>');
  });

  it('is shut for who does not translate into the language, and for who may not read the text', async () => {
    const reader = await TestClient.as(hub, await aPerson(hub));
    expect((await reader.get(path())).status).toBe(403);
    expect((await reader.get(path().replace('/sv', '/en'))).status).toBe(403);
    expect((await author.get(path())).status).toBe(200);
    expect((await client.get(`/sv/translations/post/${post.id}/it`)).status).toBe(403);
    expect((await client.get(`/sv/translations/nonsense/${post.id}/sv`)).status).toBe(404);
    expect((await client.get(`/sv/translations/post/${post.id}/sl`)).status).toBe(404);
    const [first] = await segments();
    const draft = await reader.send('put', `${api()}/drafts/${first!.id}`, { text: 'x', seen: '1.' });
    expect(draft.status).toBe(403);
  });

  it('refuses forms with fields of its own invention', async () => {
    const { text } = await client.get(path());
    const fields = await fieldsOf(text, []);
    expect((await client.submit(path(), { ...fields, act: 'save', 'status.x': 'reviewed' })).status).toBe(
      422,
    );
    expect((await client.submit(path(), { ...fields, act: 'delete:all' })).status).toBe(422);
    expect((await client.submit(path(), { ...fields, act: 'save', 'text.x': '1' })).status).toBe(422);
  });

  it('answers checks in the language of who asks', async () => {
    const checked = { source: 'Znesek: 1.500.', text: 'Belopp.', from: 'sl', to: 'sv', form: 'prose' };
    const { body } = await client.send('post', '/api/v1/translation-checks?locale=sv', checked);
    expect(body.findings).toEqual([
      { kind: 'number', severity: 'warning', value: '1500', message: 'Kontrollera talet: 1500' },
    ]);
  });
});
