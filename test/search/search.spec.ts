import type { Role } from '../../src/core/access/actor';
import { randomUUID } from 'node:crypto';
import { SearchIndex } from '../../src/search/index/search-index.service';
import { aPractice } from '../factories/practices';
import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

let hub: TestHub;
let administrator: TestPerson;
let writer: TestClient;
let visitor: TestClient;

beforeAll(async () => {
  hub = await startHub();
  administrator = await aPerson(hub, { name: 'Ada Writer', grants: [{ role: 'administrator' }] });
  writer = await TestClient.as(hub, administrator);
  visitor = new TestClient(hub);
});
afterAll(() => hub.close());

interface Piece {
  text: string;
  marked: boolean;
}

const find = async (client: TestClient, query: Record<string, string>) => {
  const answer = await client.get(`/api/v1/search?${new URLSearchParams(query).toString()}`);
  expect(answer.status).toBe(200);
  return answer.body;
};
const found = async (client: TestClient, q: string, more: Record<string, string> = {}): Promise<string[]> =>
  (await find(client, { q, ...more })).hits.map(({ id }: { id: string }) => id);
const marked = (pieces: Piece[]): string[] => pieces.filter((piece) => piece.marked).map(({ text }) => text);

/** A thread with one post in it, through the doors of the hub. Returns the id of the post. */
async function said(room: TestRoom, body: string, locale = 'en', title = 'A thread'): Promise<string> {
  const thread = await aThread(hub, room, administrator, { title, locale });
  await hub.database.query(`insert into search_due (kind, owner_id) values ('thread', $1)`, [thread.id]);
  const answer = await writer.send('post', `/api/v1/threads/${thread.id}/posts`, something(body, { locale }));
  expect(answer.status).toBe(201);
  return answer.body.id;
}

async function translated(post: string, room: TestRoom, locale: string, body: string, status = 'reviewed') {
  await hub.database.query(
    `insert into post_translations (room_id, owner_id, locale, status, source_revision, origin, body, html)
     values ($1, $2, $3, $4, 1, 'person', $5, $5)`,
    [room.id, post, locale, status, body],
  );
  await hub.database.query(`insert into search_due (kind, owner_id) values ('post', $1)`, [post]);
}

describe('What is written is found', () => {
  let room: TestRoom;
  beforeAll(async () => {
    room = await aRoom(hub, { place: 'hub' });
  });

  test('by what it is about: threads with all their posts, and good practices', async () => {
    const post = await said(room, 'Krokodil.', 'sl', 'Krokodil?');
    const other = await said(room, 'Krokodil spet.', 'sl', 'Krokodil!');
    const [{ thread }] = await hub.database.query<[{ thread: string }]>(
      'select thread_id as thread from posts where id = $1',
      [post],
    );
    const practice = await aPractice(hub, {
      columns: { title: 'Krokodil' },
      locale: 'sl',
      state: 'published',
      version: 1,
      published: true,
    });
    await hub.database.query(`insert into search_due (kind, owner_id) values ('practice', $1)`, [
      practice.id,
    ]);
    await writer.send('put', `/api/v1/threads/${thread}/themes`, { themes: ['care', 'rural'] });
    await hub.drain();
    expect((await found(visitor, 'krokodil', { theme: 'care' })).sort()).toEqual([post, thread].sort());
    expect(await found(visitor, 'krokodil', { theme: 'procurement' })).toEqual([practice.id]);
    expect(await found(visitor, 'krokodil', { theme: 'youth' })).toEqual([]);
    const { facets } = await find(visitor, { q: 'krokodil' });
    const themes = Object.fromEntries(
      facets.themes.map(({ value, count }: { value: string; count: number }) => [value, count]),
    ) as object;
    expect(themes).toEqual({ care: 2, rural: 2, procurement: 1, work_integration: 1 });
    const { text } = await visitor.get('/sl/search?q=krokodil&theme=youth');
    expect(text).toMatch(/<option value="youth" selected[^>]*>[^<]+ \(0\)/);
    const moved = await writer.send('post', `/api/v1/threads/${thread}/posts`, something('Krokodil gre.'));
    const [{ there }] = await hub.database.query<[{ there: string }]>(
      'select thread_id as there from posts where id = $1',
      [other],
    );
    await writer.send('post', `/api/v1/threads/${thread}/splits`, { from: 2, threadId: there });
    await hub.drain();
    expect(await found(visitor, 'krokodil', { theme: 'care', kind: 'post' })).toEqual([post]);
    expect((await found(visitor, 'krokodil gre')).includes(moved.body.id as string)).toBe(true);
    await writer.send('put', `/api/v1/threads/${thread}/themes`, { themes: [] });
    await hub.drain();
    expect(await found(visitor, 'krokodil', { theme: 'care' })).toEqual([]);
    for (const theme of ['x'.repeat(41), 'CARE', `a'b`])
      expect((await visitor.get(`/api/v1/search?q=a&theme=${encodeURIComponent(theme)}`)).status).toBe(422);
    expect((await visitor.get('/en/search?q=krokodil&theme=nothing_known')).status).toBe(200);
  });

  test('by other forms of its words, in its own language', async () => {
    const slovenian = await said(room, 'Socialnim podjetjem pomagajo zadruge.', 'sl');
    const swedish = await said(room, 'Socialföretagens möjligheter i städerna.', 'sv');
    const italian = await said(room, "Il lavoro dell'impresa nelle banche locali.", 'it');
    const english = await said(room, 'Children were taught in cooperatives.', 'en');
    await hub.drain();
    for (const [query, post] of [
      ['socialno podjetje', slovenian],
      ['zadruga', slovenian],
      ['podjetij', slovenian],
      ['företag', swedish],
      ['stad möjlighet', swedish],
      ['imprese banca', italian],
      ['child teaching', english],
      ['COOPERATIVE', english],
    ] as const)
      expect([query, await found(visitor, query, { kind: 'post' })]).toEqual([query, [post]]);
  });

  test('without accents, but not by other accents than were typed', async () => {
    const county = await said(room, 'Länets framtidsplaner för kustlinjen', 'sv');
    const loan = await said(room, 'Lånets kustlinjeränta', 'sv');
    await hub.drain();
    expect((await found(visitor, 'lanets')).sort()).toEqual([county, loan].sort());
    expect(await found(visitor, 'länets')).toEqual([county]);
    expect(await found(visitor, 'kustlinjeranta')).toEqual([loan]);
  });

  test('by the beginning of the last word, by phrases, and without words that are not wanted', async () => {
    const one = await said(room, 'The quarterly harvest festival begins');
    const two = await said(room, 'A festival after the harvest, not quarterly');
    await hub.drain();
    expect((await found(visitor, 'quarterly fest')).sort()).toEqual([one, two].sort());
    expect(await found(visitor, '"harvest festival"')).toEqual([one]);
    expect(await found(visitor, 'festival quarterly -begins')).toEqual([two]);
    expect(await found(visitor, 'festival -"harvest festival"')).toEqual([two]);
    expect(await found(visitor, 'fest quarterly')).toEqual([]);
  });

  test('although it was misspelt, when nothing is spelt like that', async () => {
    const post = await said(room, 'Microcredits for beekeepers');
    await hub.drain();
    const answer = await find(visitor, { q: 'bekeepers' });
    expect(answer.guessed).toBe(true);
    expect(answer.hits.map(({ id }: { id: string }) => id)).toEqual([post]);
    expect(marked(answer.hits[0].passage)).toEqual(['beekeepers']);
    expect((await find(visitor, { q: 'beekeepers' })).guessed).toBe(false);
  });

  test('and to the letter before in other forms, the newest first', async () => {
    const form = await said(room, 'Zebras were counted');
    const older = await said(room, 'One zebra was counted');
    const newer = await said(room, 'The other zebra was counted');
    await said(room, 'Nothing else', 'en', 'All about a zebra');
    await hub.drain();
    const answer = await find(visitor, { q: 'zebra', kind: 'post' });
    expect(answer.hits.map(({ id }: { id: string }) => id)).toEqual([newer, older, form]);
    expect((await find(visitor, { q: 'zebra' })).hits[0].kind).toBe('thread');
  });

  test('with the place of the match, marked, and all that must be said about it', async () => {
    const long = `${'Much was said before. '.repeat(40)}Then **biodiversity** [counts](https://example.org). ${'And more. '.repeat(40)}`;
    const post = await said(room, long, 'en', 'Nature');
    await hub.drain();
    const [hit] = (await find(visitor, { q: 'biodiversity' })).hits;
    expect(hit).toMatchObject({ kind: 'post', id: post, locale: 'en', state: 'original' });
    expect(hit.author).toEqual({ id: administrator.id, name: 'Ada Writer' });
    expect(hit.place).toMatchObject({ name: 'A room', path: `/rooms/${room.slug}` });
    expect(hit.title).toEqual([{ text: 'Nature', marked: false }]);
    const passage = hit.passage.map(({ text }: Piece) => text).join('');
    expect(passage.length).toBeLessThan(300);
    expect(passage).toContain('Then biodiversity counts .'.replace(' .', '.'));
    expect(marked(hit.passage)).toEqual(['biodiversity']);
  });

  test('in each of its languages, once, and in the one that the reader prefers', async () => {
    const post = await said(room, 'Karavanen drar vidare', 'sv');
    await translated(post, room, 'it', 'La carovana prosegue', 'machine');
    await translated(post, room, 'en', 'The caravan moves on');
    await hub.drain();
    expect(await found(visitor, 'carovana')).toEqual([post]);
    const both = await find(visitor, { q: 'caravan', locale: 'en' });
    expect(both.hits).toHaveLength(1);
    expect(both.hits[0]).toMatchObject({ locale: 'en', state: 'reviewed', originalLocale: 'sv' });
    expect((await find(visitor, { q: 'carovane' })).hits[0]).toMatchObject({
      locale: 'it',
      state: 'machine',
    });
    expect(await found(visitor, 'carovana', { language: 'sv' })).toEqual([]);
  });

  test('page by page, and narrowed by what it is', async () => {
    const other = await aRoom(hub, { place: 'partnership', name: 'Another room' });
    for (let turn = 0; turn < 5; turn += 1) await said(turn < 2 ? other : room, `Turnip number ${turn}`);
    await hub.drain();
    const first = await find(visitor, { q: 'turnip', limit: '2' });
    expect(first).toMatchObject({ total: 5, pages: 3, page: 1, more: false });
    const last = await find(visitor, { q: 'turnip', limit: '2', page: '3' });
    expect(last.hits).toHaveLength(1);
    expect(await found(visitor, 'turnip', { room: other.id })).toHaveLength(2);
    expect(await found(visitor, 'turnip', { partnership: other.partnershipId! })).toHaveLength(2);
    expect(await found(visitor, 'turnip', { person: administrator.id })).toHaveLength(5);
    expect(await found(visitor, 'turnip', { person: randomUUID() })).toHaveLength(0);
    expect(await found(visitor, 'turnip', { kind: 'thread' })).toHaveLength(0);
    expect(await found(visitor, 'turnip', { kind: 'nonsense' })).toHaveLength(0);
    expect(await found(visitor, 'turnip', { to: '2001-01-01' })).toHaveLength(0);
    expect(await found(visitor, 'turnip', { from: '2001-01-01' })).toHaveLength(5);
    const names = first.facets.rooms.map(({ name, count }: { name: string; count: number }) => [name, count]);
    expect(names).toEqual([
      ['A room', 3],
      ['Another room', 2],
    ]);
    expect(first.facets.kinds).toEqual([{ value: 'post', count: 5 }]);
  });

  test('as it reads now: after it was edited, not as it read before', async () => {
    const post = await said(room, 'Walnuts are nice');
    await hub.drain();
    const edited = { body: 'Chestnuts are nice', locale: 'en', baseRevision: 1 };
    expect((await writer.send('patch', `/api/v1/posts/${post}`, edited)).status).toBe(200);
    await hub.drain();
    expect(await found(visitor, 'chestnut')).toEqual([post]);
    expect(await found(visitor, '"walnuts are nice"')).toEqual([]);
  });

  test('but no more from the moment it is withdrawn, before any worker has heard of it', async () => {
    const post = await said(room, 'Regrettable pineapples');
    await hub.drain();
    expect(await found(visitor, 'pineapple')).toEqual([post]);
    await writer.send('put', `/api/v1/posts/${post}/withdrawal`);
    const answer = await find(visitor, { q: 'pineapple' });
    expect(answer).toMatchObject({ total: 0, hits: [], facets: { kinds: [], people: [] } });
    await hub.drain();
    expect(await hub.database.query('select 1 from search_rows where owner_id = $1', [post])).toEqual([]);
  });
});

describe('What is private stays so', () => {
  const SECRET = 'xylophone';
  const rooms: Record<string, TestRoom> = {};
  let partnershipId: string;
  let platformId: string;

  beforeAll(async () => {
    const first = await aRoom(hub, { visibility: 'public', name: 'Public' });
    partnershipId = first.partnershipId!;
    platformId = first.platformId!;
    const place = { partnershipId, platformId };
    rooms['public'] = first;
    rooms['members'] = await aRoom(hub, { ...place, visibility: 'members', name: 'Membersonly' });
    rooms['private'] = await aRoom(hub, { ...place, visibility: 'private', name: 'Privateroom' });
    for (const [name, room] of Object.entries(rooms))
      await said(room, `The ${SECRET} of ${name}`, 'en', name);
    await hub.database.query(`insert into search_due (kind, owner_id) select 'room', id from rooms`);
    await hub.drain();
  });

  const ALL = ['members', 'private', 'public'];
  test.each<[string, { role: Role; place: () => string | null }[] | null, string[]]>([
    ['a visitor', null, ['public']],
    ['a person', [], ['public']],
    ['a member', [{ role: 'member', place: () => platformId }], ['members', 'public']],
    ['a member of another platform', [{ role: 'member', place: () => randomUUID() }], ['public']],
    ['a guest', [{ role: 'guest', place: () => rooms['private']!.id }], ['private', 'public']],
    ['a host', [{ role: 'host', place: () => platformId }], ALL],
    ['an organiser', [{ role: 'organiser', place: () => partnershipId }], ALL],
    ['an editor', [{ role: 'editor', place: () => partnershipId }], ALL],
    ['a translator', [{ role: 'translator', place: () => null }], ['public']],
    ['an administrator', [{ role: 'administrator', place: () => null }], ALL],
  ])('%s finds what may be read, and hears of nothing else', async (_, grants, readable) => {
    const person =
      grants &&
      (await aPerson(hub, { grants: grants.map(({ role, place }) => ({ role, placeId: place() })) }));
    const client = person ? await TestClient.as(hub, person) : visitor;
    for (const q of [SECRET, 'xylophones', 'xylophon', 'xilophone', `"the ${SECRET}"`]) {
      const answer = await find(client, { q, kind: 'post' });
      const seen = answer.hits.map(({ title }: { title: Piece[] }) => title.map(({ text }) => text).join(''));
      expect([q, seen.sort()]).toEqual([q, readable]);
      expect(answer.total).toBe(readable.length);
      expect(answer.facets.kinds).toEqual([{ value: 'post', count: readable.length }]);
      expect(answer.facets.rooms).toHaveLength(readable.length);
      const hidden = ALL.filter((name) => !readable.includes(name));
      const told = JSON.stringify(answer);
      for (const name of hidden) expect(told).not.toContain(rooms[name]!.id);
    }
    const named = await find(client, { q: 'Privateroom', kind: 'room' });
    expect(named.total).toBe(readable.includes('private') ? 1 : 0);
    const filtered = await find(client, { q: SECRET, room: rooms['private']!.id });
    expect(filtered.total).toBe(readable.includes('private') ? 1 : 0);
  });

  test('a room that is shut is not searched any more, at once', async () => {
    const room = await aRoom(hub, { place: 'hub', name: 'Soon shut' });
    const post = await said(room, 'Ephemeral marmalade');
    await hub.drain();
    expect(await found(visitor, 'marmalade')).toEqual([post]);
    await hub.database.query(`update rooms set visibility = 'private' where id = $1`, [room.id]);
    expect(await found(visitor, 'marmalade')).toEqual([]);
    expect(await found(visitor, 'marmelade')).toEqual([]);
  });
});

describe('Whatever is typed is answered', () => {
  test.each([
    '',
    '   ',
    '&&',
    '|',
    '!',
    '( ) & | !',
    '<->',
    ':*',
    '-',
    '--',
    '"',
    '""',
    '- " -',
    '\\',
    "'",
    '🤷',
    '***',
  ])('%j holds no word to look for, and that is said', async (q) => {
    expect(await find(visitor, { q })).toMatchObject({ understood: false, total: 0, hits: [] });
  });

  test.each([
    ...[
      "'; drop table posts; --",
      "'sv:x':* & !",
      '=word',
      '^=word',
      'sv:stem',
      'a:*',
      'a & b | !c',
      '(a',
      'a)',
      '"a',
    ],
    ...[
      '[a-z]+(x+)+$',
      '%_%',
      '<script>alert(1)</script>',
      '-only -not',
      '-',
      "l'",
      "dell'",
      'ÅÄÖ',
      'ﬁ',
      '\\u0041',
    ],
    ...[
      'a'.repeat(300),
      '"'.repeat(300),
      'a b '.repeat(75),
      'ij'.repeat(150),
      '${x} {{x}} %s',
      'İ',
      'ß',
      '１２３',
      '\u202eabc',
    ],
  ])('%j is a query like any other', async (q) => {
    const answer = await find(visitor, { q });
    expect(answer.hits.length).toBeLessThanOrEqual(20);
  });

  test.each([
    ['10,000 characters', 'q=' + 'a'.repeat(10_000)],
    ['NUL', 'q=a%00b'],
    ['a lone surrogate', 'q=a%ED%A0%80b'],
    ['two queries', 'q=a&q=b'],
    ['a nested query', 'q[a]=b'],
    ['an unknown field', 'q=a&tables=people'],
    ['a broken id', 'q=a&room=1'],
    ['a broken date', 'q=a&from=2023-02-31'],
    ['page 0', 'q=a&page=0'],
    ['a page beyond all', 'q=a&page=100000'],
    ['an endless page', 'q=a&limit=100000'],
    ['another language', 'q=a&language=xx'],
    ['injected SQL', "q=a&country=S'"],
  ])('%s is refused, or answered, but breaks nothing', async (_, query) => {
    const { status } = await visitor.get(`/api/v1/search?${query}`);
    expect([200, 400, 404, 414, 422, 431]).toContain(status);
  });

  test('hostile texts are indexed like any other', async () => {
    const room = await aRoom(hub, { place: 'hub' });
    const bodies = [
      "'quoted' \\ back\\slash ':1A 'x':2 <b>gooseberry</b>",
      `${'w'.repeat(5000)} gooseberry`,
      `${'a '.repeat(5000)} gooseberry`,
      '👩‍👩‍👧 e\u0301\u0302\u0303 gooseberry \u202e\u2066',
      `| gooseberry |\n| - |\n| [x](${'('.repeat(500)} |`,
    ];
    for (const body of bodies) await said(room, body);
    await hub.drain();
    expect(await found(visitor, 'gooseberry')).toHaveLength(bodies.length);
    expect(await hub.database.query('select 1 from search_due')).toEqual([]);
  });
});

describe('The index', () => {
  test('can be made anew, and is then the same', async () => {
    const rows = () =>
      hub.database.query<unknown[]>('select * from search_rows order by kind, owner_id, locale');
    await hub.app.get(SearchIndex).rebuild(); // rooms and threads of this test stand in no journal
    const before = await rows();
    expect(before.length).toBeGreaterThan(10);
    await hub.app.get(SearchIndex).rebuild();
    expect(await rows()).toEqual(before);
  });

  test('one text that cannot be indexed does not keep the others waiting', async () => {
    const room = await aRoom(hub, { place: 'hub' });
    const post = await said(room, 'Persimmons');
    await hub.database.query(`insert into search_due (kind, owner_id) values ('nonsense', $1)`, [
      randomUUID(),
    ]);
    await hub.drain();
    expect(await found(visitor, 'persimmon')).toEqual([post]);
  });
});

describe('The page', () => {
  const show = (path: string) => visitor.get(path);

  test('has a box in the header of every page that leads to it, without a script', async () => {
    const { text } = await show('/sv/rooms');
    expect(text).toMatch(/<form action="\/sv\/search" method="get"[^>]*role="search"/);
    expect(text).toContain('name="q"');
  });

  test('shows what was found, with marks, and keeps the form as it was', async () => {
    const room = await aRoom(hub, { place: 'hub' });
    await said(room, '<img src=x onerror=alert(1)> Quinces and "medlars"', 'en', '<b>Orchard</b>');
    await hub.drain();
    const { text, status } = await show('/sl/search?q=quince&kind=post');
    expect(status).toBe(200);
    expect(text).toContain('1 zadetek');
    expect(text).toContain('<mark>Quinces</mark>');
    expect(text).toContain('&lt;b>Orchard&lt;/b>');
    expect(text).not.toContain('<img src=x');
    expect(text).toMatch(/<option value="post"[^>]*selected/);
    expect(text).toMatch(/<p lang="en">/);
    expect(text).toContain('noindex');
  });

  test.each([
    ['/sv/search', 'Sök bland allt du kan läsa'],
    ['/sv/search?q=%26%26', 'Här saknas ett ord att söka efter'],
    ['/sv/search?q=nothinglikethis', 'Inget hittades'],
    ['/it/search?q=dell%27arte&utm=x', 'risultati'],
    ['/en/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E', '&lt;script>'],
  ])('%s says what to do', async (path, words) => {
    const { text, status } = await show(path);
    expect(status).toBe(200);
    expect(text).toContain(words);
    expect(text).not.toContain('<script>alert');
  });

  test.each([
    'q=a%00',
    'q[]=a',
    'q=a&q=b',
    `q=${'a'.repeat(10_000)}`,
    'page=x',
    'room=%27',
    'kind=__proto__',
  ])('%s breaks nothing', async (query) => {
    expect((await show(`/en/search?${query}`)).status).toBeLessThan(500);
  });
});
