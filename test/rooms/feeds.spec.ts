import { randomUUID } from 'node:crypto';
import { get } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { readXml } from '../../src/core/xml/read-xml';
import type { XmlElement } from '../../src/core/xml/xml-element';
import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { translate } from '../support/translating';
import { until } from '../support/until';

const ATOM = 'http://www.w3.org/2005/Atom';

describe('Atom feeds', () => {
  let hub: TestHub;
  let room: TestRoom;
  let author: TestPerson;
  let member: TestClient;
  let thread: string;
  const visitor = () => new TestClient(hub);

  beforeAll(async () => {
    hub = await startHub({ BASE_URL: 'https://hub.example' });
  });
  afterAll(() => hub.close());
  beforeEach(async () => {
    room = await aRoom(hub, { name: 'Soba <za> vse', locale: 'sl' });
    author = await aPerson(hub, {
      name: 'Ana & "Bor"',
      grants: [
        { role: 'member', placeId: room.platformId! },
        { role: 'host', placeId: room.platformId! },
      ],
    });
    member = await TestClient.as(hub, author);
    thread = (await aThread(hub, room, author, { title: 'Kaj <potrebujejo>?', locale: 'sl' })).id;
  });

  const say = async (body: string, locale = 'sl') =>
    (await member.send('post', `/api/v1/threads/${thread}/posts`, something(body, { locale }))).body as {
      id: string;
      revision: number;
    };
  const roomFeed = (locale = 'en', of = room) => `/${locale}/rooms/${of.slug}/feed.atom`;
  const threadFeed = (locale = 'en') => `/${locale}/threads/${thread}/feed.atom`;

  async function read(path: string): Promise<XmlElement> {
    const { status, text, body } = await visitor().get(path);
    expect(status).toBe(200);
    return readXml(Buffer.from(text ?? (body as Buffer).toString()));
  }
  const links = (of: XmlElement, rel: string) =>
    of.elements('link').filter((link) => link.attribute('rel') === rel);
  const words = (feed: XmlElement) => feed.elements('entry').map((entry) => entry.element('content')!.text);

  /** What RFC 4287 demands of a feed and its entries. */
  function expectSound(feed: XmlElement): void {
    expect([feed.name, feed.namespace]).toEqual(['feed', ATOM]);
    const once = (of: XmlElement, ...names: string[]) => {
      for (const name of names) expect({ name, times: of.elements(name).length }).toEqual({ name, times: 1 });
    };
    const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
    once(feed, 'id', 'title', 'updated');
    expect(feed.element('updated')!.text).toMatch(moment);
    expect(links(feed, 'self')).toHaveLength(1);
    for (const entry of feed.elements('entry')) {
      once(entry, 'id', 'title', 'updated', 'published', 'author', 'content');
      expect(entry.element('updated')!.text).toMatch(moment);
      expect(entry.element('id')!.text).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
      expect(entry.element('author')!.element('name')!.text).not.toBe('');
    }
    for (const each of [feed, ...feed.elements('entry')]) {
      const kinds = links(each, 'alternate').map(
        (link) => `${link.attribute('type')} ${link.attribute('hreflang')}`,
      );
      expect(new Set(kinds).size).toBe(kinds.length);
      for (const link of each.elements('link')) expect(URL.canParse(link.attribute('href')!)).toBe(true);
    }
    const ids = feed.elements('entry').map((entry) => entry.element('id')!.text);
    expect(new Set(ids).size).toBe(ids.length);
  }

  it('tell of a room and a thread what was said last, as RFC 4287 demands', async () => {
    await say('Prvo');
    const { id } = await say('**Drugo** & <b>x</b>', 'sl');
    for (const path of [roomFeed(), threadFeed()]) {
      const feed = await read(path);
      expectSound(feed);
      const [entry] = feed.elements('entry');
      expect(feed.elements('entry')).toHaveLength(2);
      expect(entry!.element('id')!.text).toBe(`urn:uuid:${id}`);
      expect(entry!.element('title')!.text).toBe('Ana & "Bor": Kaj <potrebujejo>?');
      expect(entry!.attribute('xml:lang')).toBe('sl');
      expect(entry!.element('author')!.element('name')!.text).toBe('Ana & "Bor"');
      expect(entry!.element('content')!.attribute('type')).toBe('html');
      expect(entry!.element('content')!.text).toContain('<strong>Drugo</strong> &amp; &lt;b&gt;');
      expect(links(entry!, 'alternate')[0]!.attribute('href')).toBe(`https://hub.example/en/posts/${id}`);
      expect(links(feed, 'self')[0]!.attribute('href')).toBe(`https://hub.example${path}`);
    }
    expect((await read(roomFeed())).element('title')!.text).toBe('Soba <za> vse');
    expect((await read(threadFeed())).element('title')!.text).toBe('Kaj <potrebujejo>?');
  });

  it('are sound also where nothing was said, and hold thirty posts at most', async () => {
    expectSound(await read(roomFeed()));
    for (let number = 0; number < 35; number += 1) await say(`Številka ${number}.`);
    for (const path of [roomFeed(), threadFeed()]) {
      const said = words(await read(path));
      expect(said).toHaveLength(30);
      expect([said[0], said[29]]).toEqual(['<p>Številka 34.</p>\n', '<p>Številka 5.</p>\n']);
    }
  });

  it('lead through all that was said page by page, and back, as RFC 5005 says', async () => {
    const said: string[] = [];
    for (let number = 0; number < 65; number += 1) said.unshift((await say(`Številka ${number}.`)).id);
    // Posts that came at the same moment are told apart.
    await hub.database.query(
      `update posts set published_at = date_trunc('minute', now()) where room_id = $1 and number between 20 and 50`,
      [room.id],
    );
    const idsOf = (feed: XmlElement) =>
      feed.elements('entry').map((entry) => entry.element('id')!.text.replace('urn:uuid:', ''));
    const leads = (feed: XmlElement, rel: string) =>
      links(feed, rel)[0]?.attribute('href')?.replace('https://hub.example', '');
    for (const path of [roomFeed(), threadFeed(), '/en/feed.atom']) {
      const pages = [];
      for (let at: string | undefined = path; at; at = leads(pages.at(-1)!, 'next')) {
        const feed = await read(at);
        expectSound(feed);
        expect(leads(feed, 'self')).toBe(at);
        expect(leads(feed, 'first')).toBe(path);
        pages.push(feed);
      }
      const told = pages.flatMap(idsOf);
      expect(new Set(told).size).toBe(told.length);
      expect(said.filter((id) => !told.includes(id))).toEqual([]);
      if (path !== '/en/feed.atom') expect(told).toHaveLength(65);
      expect(new Set(pages.map((feed) => feed.element('id')!.text)).size).toBe(1);
      expect(leads(pages[0]!, 'previous')).toBeUndefined();
      const back = await read(leads(pages[1]!, 'previous')!);
      expect(idsOf(back)).toEqual(idsOf(pages[0]!));
      expect(idsOf(await read(leads(back, 'next')!))).toEqual(idsOf(pages[1]!));
    }
    for (const path of [roomFeed(), threadFeed(), '/en/feed.atom'])
      for (const turn of ['before=x', 'after=%00', 'before=-1', 'before=1e308', `after=${'9'.repeat(99)}`])
        expect([turn, (await visitor().get(`${path}?${turn}`)).status]).toEqual([turn, 404]);
    const inside = leads(await read(roomFeed()), 'next')!;
    await hub.database.query(`update rooms set visibility = 'private' where id = $1`, [room.id]);
    expect((await visitor().get(inside)).status).toBe(404);
    const told = idsOf(await read('/en/feed.atom'));
    expect(said.filter((id) => told.includes(id))).toEqual([]);
  });

  it('give the translation of the reader’s language, marked, and otherwise the original', async () => {
    const { id } = await say('Pozdravljeni');
    const administrator = await TestClient.as(
      hub,
      await aPerson(hub, { grants: [{ role: 'administrator' }] }),
    );
    const saved = await translate(administrator, { kind: 'post', id, locale: 'it' }, { body: 'Buongiorno' });
    expect(saved.status).toBeLessThan(300);
    const [italian] = (await read(threadFeed('it'))).elements('entry');
    const times = (entry: XmlElement) =>
      ['published', 'updated'].map((name) => Date.parse(entry.element(name)!.text));
    const [published, updated] = times(italian!);
    expect(updated).toBeGreaterThan(published!);
    expect(italian!.element('content')!.attribute('xml:lang')).toBe('it');
    expect(italian!.element('content')!.text).toMatch(
      /^<p lang="it"><em>.*dallo sloveno.*<\/em><\/p>\n<p>Buongiorno/,
    );
    const [swedish] = (await read(threadFeed('sv'))).elements('entry');
    expect(swedish!.element('content')!.attribute('xml:lang')).toBe('sl');
    expect(swedish!.element('content')!.text).toBe('<p>Pozdravljeni</p>\n');
    expect(times(swedish!)).toEqual([published, published]);
    await translate(administrator, { kind: 'post', id, locale: 'it' }, { body: 'Buonasera' });
    const [again] = (await read(roomFeed('it'))).elements('entry');
    expect(again!.element('content')!.text).toContain('Buonasera');
    expect(times(again!)[1]).toBeGreaterThan(updated!);
  });

  it('leave no words of posts that were withdrawn, hidden or moved', async () => {
    const posts = [await say('Umaknjeno'), await say('Skrito'), await say('Preseljeno'), await say('Ostalo')];
    expect(words(await read(roomFeed()))).toHaveLength(4);
    await member.send('put', `/api/v1/posts/${posts[0]!.id}/withdrawal`);
    await hub.database.query('update posts set withdrawn_at = now(), hidden_at = now() where id = $1', [
      posts[1]!.id,
    ]);
    await hub.database.query(
      `update posts set withdrawn_at = now(), moved_to_id = $1, moved_to_thread_id = thread_id, moved_to_number = 1
       where id = $2`,
      [posts[3]!.id, posts[2]!.id],
    );
    await hub.database.query('update rooms set last_seq = last_seq + 1 where id = $1', [room.id]);
    for (const path of [roomFeed(), threadFeed()])
      expect(words(await read(path))).toEqual(['<p>Ostalo</p>\n']);
  });

  it('are renewed with every change of the room', async () => {
    const { id, revision } = await say('Prve besede');
    expect(words(await read(roomFeed()))).toEqual(['<p>Prve besede</p>\n']);
    await member.send('patch', `/api/v1/posts/${id}`, {
      body: 'Druge besede',
      locale: 'sl',
      baseRevision: revision,
    });
    const [entry] = (await read(roomFeed())).elements('entry');
    expect(entry!.element('content')!.text).toBe('<p>Druge besede</p>\n');
    expect(entry!.element('updated')!.text > entry!.element('published')!.text).toBe(true);
  });

  it('are there for everybody and nobody in particular: no room that is not public has one', async () => {
    await say('Skrivnost');
    expect((await visitor().get(roomFeed())).status).toBe(200);
    const shut = async () =>
      Promise.all(
        [visitor(), member].flatMap((client) =>
          [roomFeed(), threadFeed()].map(async (path) => (await client.get(path)).status),
        ),
      );
    for (const visibility of ['members', 'private']) {
      await hub.database.query('update rooms set visibility = $2 where id = $1', [room.id, visibility]);
      expect(await shut()).toEqual([404, 404, 404, 404]);
      expect((await member.get(`/en/threads/${thread}`)).text).not.toContain('feed.atom');
      expect((await visitor().get('/en/feed.atom')).text).not.toContain('Skrivnost');
    }
    for (const path of [
      '/en/rooms/none/feed.atom',
      `/en/threads/${randomUUID()}/feed.atom`,
      '/en/threads/x/feed.atom',
    ])
      expect((await visitor().get(path)).status).toBe(404);
  });

  it('of the hub tells of all public rooms, the newest first', async () => {
    await say('V prvi sobi');
    const other = await aRoom(hub, { platformId: room.platformId!, partnershipId: room.partnershipId! });
    const there = await aThread(hub, other, author);
    await member.send('post', `/api/v1/threads/${there.id}/posts`, something('V drugi sobi'));
    const feed = await read('/sl/feed.atom');
    expectSound(feed);
    expect(words(feed).slice(0, 2)).toEqual(['<p>V drugi sobi</p>\n', '<p>V prvi sobi</p>\n']);
  });

  it('are found by programs and people on the pages of public rooms', async () => {
    for (const page of ['/sl/rooms', `/sl/rooms/${room.slug}`, `/sl/threads/${thread}`]) {
      const { text } = await visitor().get(page);
      const feed = page === '/sl/rooms' ? '/sl/feed.atom' : `${page}/feed.atom`;
      expect(text).toContain(`<link rel="alternate" type="application/atom+xml" href="${feed}"`);
      expect(text).toContain(`<a href="${feed}"`);
    }
  });

  it('carry the wording of the grant of their partnership', async () => {
    await hub.database.query(
      `insert into funding_notices (partnership_id, version, statement, disclaimer, locale, emblem)
       values ($1, 1, 'Co-funded by somebody', 'Views are ours', 'en', false)`,
      [room.partnershipId],
    );
    const other = await startHub({ BASE_URL: 'https://hub.example' }, hub);
    const { text } = await new TestClient(other).get(roomFeed('sv'));
    await other.close();
    expect(text).toContain('<rights xml:lang="en">Co-funded by somebody Views are ours</rights>');
  });

  describe('for programs of all kinds', () => {
    /** The bytes as they come. */
    const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
      new Promise<{ status: number; headers: Record<string, string | undefined>; text: string }>(
        (resolve, reject) => {
          const request = get(`${hub.url}${path}`, { headers, method }, (response) => {
            const pieces: Buffer[] = [];
            response.on('data', (piece: Buffer) => pieces.push(piece));
            response.on('end', () => {
              const body = Buffer.concat(pieces);
              const zipped = response.headers['content-encoding'] === 'gzip' && body.length > 0;
              const text = (zipped ? gunzipSync(body) : body).toString();
              resolve({
                status: response.statusCode!,
                headers: response.headers as Record<string, string>,
                text,
              });
            });
          });
          request.on('error', reject);
        },
      );

    it.each<[string, Record<string, string>]>([
      ['no Accept header', {}],
      ['text/html', { accept: 'text/html' }],
      ['nothing at all', { accept: '*/*;q=0' }],
      ['garbage', { accept: ';;;=,/ "' }],
      ['an unknown encoding', { 'accept-encoding': 'br;q=1, identity;q=0, x' }],
      ['gzip', { 'accept-encoding': 'gzip' }],
      [
        'a broken cookie and a strange language',
        { cookie: 'polylog=%%%; notice={', 'accept-language': '*;q=9' },
      ],
    ])('answers the same to %s', async (_, headers) => {
      await say('Za vse');
      const answer = await ask(roomFeed(), headers);
      expect([answer.status, answer.headers['content-type']]).toEqual([
        200,
        'application/atom+xml; charset=utf-8',
      ]);
      expect(words(await readXml(Buffer.from(answer.text)))).toEqual(['<p>Za vse</p>\n']);
    });

    it('answers HEAD, and 304 to who has it already, until something happens', async () => {
      await say('Prvo');
      const first = await ask(threadFeed());
      expect(first.headers['etag']).toBeDefined();
      const head = await ask(threadFeed(), {}, 'HEAD');
      expect([head.status, head.headers['content-type'], head.text]).toEqual([
        200,
        first.headers['content-type'],
        '',
      ]);
      const tag = { 'if-none-match': first.headers['etag']! };
      expect((await ask(threadFeed(), tag)).status).toBe(304);
      await say('Drugo');
      expect((await ask(threadFeed(), tag)).status).toBe(200);
    });

    it('tells a date once its second is over, and answers 304 to who knows it, until anything changes', async () => {
      await say('Prvo');
      const dated = async () => {
        await until(async () => (await ask(threadFeed())).headers['last-modified'] !== undefined);
        return (await ask(threadFeed())).headers;
      };
      const { 'last-modified': date, etag } = await dated();
      const since = { 'if-modified-since': date! };
      const long = { 'if-modified-since': 'Mon, 01 Jan 2024 00:00:00 GMT' };
      expect((await ask(threadFeed(), since)).status).toBe(304);
      expect((await ask(threadFeed(), long)).status).toBe(200);
      // Whoever names the content is not asked for the date.
      expect((await ask(threadFeed(), { ...long, 'if-none-match': etag! })).status).toBe(304);
      expect((await ask(threadFeed(), { ...since, 'if-none-match': 'W/"another"' })).status).toBe(200);
      await member.send('patch', '/api/v1/me', { name: 'Ana with another name', revision: 1 });
      await until(async () => (await ask(threadFeed(), since)).status === 200);
      const named = { 'if-modified-since': (await dated())['last-modified']! };
      expect(named).not.toEqual(since);
      await say('Drugo');
      expect((await ask(threadFeed(), named)).status).toBe(200);
    });

    it('cannot be broken by what people write', async () => {
      const evil = ']]></content></entry><script>x</script>\uFFFE\uFFFF&#0;<!--\u2028';
      await say(evil);
      await member.send('patch', `/api/v1/threads/${thread}`, { title: evil.slice(0, 60), baseRevision: 1 });
      await member.send('patch', '/api/v1/me', { name: 'Ana \uFFFF ]]>', revision: 1 });
      for (const path of [roomFeed(), threadFeed(), '/it/feed.atom']) {
        const feed = await read(path);
        expectSound(feed);
        expect(feed.elements('entry')[0]!.element('author')!.element('name')!.text).toBe('Ana  ]]>');
        expect(words(feed)[0]).toContain('&lt;script&gt;');
      }
    });
  });
});
