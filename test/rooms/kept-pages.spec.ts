import { get } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

interface Answer {
  status: number;
  tag: string | undefined;
  encoding: string | undefined;
  body: Buffer;
  text: string;
}

describe('Pages that visitors were sent before', () => {
  let hub: TestHub;
  let room: TestRoom;
  let thread: { id: string };
  let person: TestPerson;
  let member: TestClient;

  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.close());
  beforeEach(async () => {
    room = await aRoom(hub, { name: 'Soba za vse', locale: 'sl' });
    const grants = [{ role: 'host' as const, placeId: room.platformId! }];
    person = await aPerson(hub, { name: 'Članica platforme', grants });
    member = await TestClient.as(hub, person);
    thread = await aThread(hub, room, person, { title: 'Kaj potrebujejo občine?', locale: 'sl' });
  });

  const say = async (body: string) =>
    (await member.send('post', `/api/v1/threads/${thread.id}/posts`, something(body))).body as {
      id: string;
      revision: number;
    };

  /** A browser without cookies, that sees the bytes as they come. */
  const ask = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      get(`${hub.url}${path}`, { headers: { 'accept-encoding': 'gzip', ...headers } }, (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => {
          const body = Buffer.concat(pieces);
          const { 'content-encoding': encoding, etag: tag } = response.headers;
          const text = (encoding === 'gzip' && body.length > 0 ? gunzipSync(body) : body).toString();
          resolve({ status: response.statusCode!, tag, encoding, body, text });
        });
      }).on('error', reject);
    });

  /** Asks until the page comes from what is kept. */
  async function keep(path: string): Promise<Answer> {
    for (let tries = 0; tries < 100; tries += 1) {
      const answer = await ask(path);
      if (answer.tag) return answer;
    }
    throw new Error(`${path} was never kept`);
  }

  const threadPath = (locale = 'sl') => `/${locale}/threads/${thread.id}`;

  it('are sent again as they were, compressed for those who take it', async () => {
    await say('Pozdravljeni');
    const drawn = await ask(threadPath());
    const kept = await keep(threadPath());
    expect(kept).toMatchObject({ status: 200, encoding: 'gzip', text: drawn.text });
    expect(kept.body.length).toBeLessThan(drawn.text.length / 2);
    const plain = await ask(threadPath(), { 'accept-encoding': 'identity' });
    expect(plain).toMatchObject({ encoding: undefined, text: drawn.text });
  });

  it('are not sent at all to a browser that still has them', async () => {
    const { tag } = await keep(threadPath());
    const again = await ask(threadPath(), { 'if-none-match': tag! });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it('show a post, its other words and its withdrawal at once', async () => {
    await keep(threadPath());
    const { id, revision } = await say('Prve besede');
    expect((await ask(threadPath())).text).toContain('Prve besede');
    await keep(threadPath());
    await member.send('patch', `/api/v1/posts/${id}`, {
      ...{ body: 'Druge besede', locale: 'sl', baseRevision: revision },
    });
    const edited = (await ask(threadPath())).text;
    expect([edited.includes('Prve besede'), edited.includes('Druge besede')]).toEqual([false, true]);
    await keep(threadPath());
    await member.send('put', `/api/v1/posts/${id}/withdrawal`);
    expect((await ask(threadPath())).text).not.toContain('Druge besede');
  });

  it('show another title, a closed thread and a new thread of the room at once', async () => {
    const roomPath = `/sl/rooms/${room.slug}`;
    await say('Pozdravljeni');
    await Promise.all([keep(threadPath()), keep(roomPath)]);
    await member.send('patch', `/api/v1/threads/${thread.id}`, { title: 'Nov naslov', baseRevision: 1 });
    for (const path of [threadPath(), roomPath]) expect((await ask(path)).text).toContain('Nov naslov');
    await keep(threadPath());
    const open = (await keep(threadPath())).text;
    await member.send('put', `/api/v1/threads/${thread.id}/closure`);
    expect((await ask(threadPath())).text).not.toBe(open);
  });

  it('show another name of their author at once', async () => {
    await say('Pozdravljeni');
    await keep(threadPath());
    await member.send('patch', '/api/v1/me', { name: 'Drugo Ime', revision: 1 });
    expect((await ask(threadPath())).text).toContain('Drugo Ime');
  });

  it('are kept for each language and address by itself', async () => {
    await say('Pozdravljeni');
    const [slovenian, swedish] = [await keep(threadPath('sl')), await keep(threadPath('sv'))];
    expect(slovenian.text).toContain('<html lang="sl"');
    expect(swedish.text).toContain('<html lang="sv"');
    expect((await keep(`${threadPath()}?around=1`)).text).not.toBe(slovenian.text);
  });

  it('never show a visitor what was drawn for a member, nor a member what was drawn for a visitor', async () => {
    await say('Pozdravljeni');
    const before = (await keep(threadPath())).text;
    const own = await member.get(threadPath());
    expect(own.text).toContain('id="write"');
    expect(own.headers['etag']).toBeUndefined();
    expect((await ask(threadPath())).text).toBe(before);
    expect(before).not.toContain('id="write"');
  });

  it('are shut at once when the room is no longer public', async () => {
    await keep(threadPath());
    await hub.database.query(`update rooms set visibility = 'private' where id = $1`, [room.id]);
    expect((await ask(threadPath())).status).toBe(404);
  });

  it('do not keep a notice that was meant for one reader', async () => {
    const notice = `notice=${encodeURIComponent(JSON.stringify({ key: 'ui:nav.skip', values: {} }))}`;
    const noticed = await ask(threadPath('en'), { cookie: notice });
    expect(noticed.text).toContain('class="page flash"');
    expect((await keep(threadPath('en'))).text).not.toContain('class="page flash"');
  });
});
