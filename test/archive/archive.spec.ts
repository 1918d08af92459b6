import { unzipSync } from 'fflate';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCALES } from '../../src/core/i18n/locales';
import { FileNames } from '../../src/archive/writing/file-names';
import { Output } from '../../src/archive/writing/output';
import { perform } from '../../src/verbs';
import { aConcept } from '../factories/concepts';
import { aChapter, aHandbook } from '../factories/handbooks';
import { aFundingNotice, aPartner, aPartnership, type TestPartnership } from '../factories/partnerships';
import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, aThread, something } from '../factories/rooms';
import { TestClient } from '../support/client';
import { serveFolder, walk } from '../support/file-server';
import { startHub, urlOf, type TestHub } from '../support/hub';

const STATEMENT = 'This project has received funding from the European Union & others.';
const SECRETS = ['member@secret.example', 'Whispered words', 'Unfinished chapter', 'A room behind doors'];

describe('The archive of a partnership', () => {
  let hub: TestHub;
  let partnership: TestPartnership;
  let organiser: TestPerson;
  let folder: string;

  beforeAll(async () => {
    hub = await startHub();
    folder = mkdtempSync(join(tmpdir(), 'polylog-archive-'));
    partnership = await aPartnership(hub, { name: 'Together & <strong>', slug: 'together', acronym: 'TOG' });
    await aFundingNotice(hub, partnership.id, { statement: STATEMENT, emblem: true });
    await aPartner(hub, partnership.id);
    await aConcept(hub);
    const grants = [{ role: 'organiser' as const, placeId: partnership.id }];
    organiser = await aPerson(hub, { email: SECRETS[0]!, name: 'Ana Novak', grants });
    await fill();
  });
  afterAll(async () => {
    await hub.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A long public thread, and what nobody but members may know. */
  async function fill(): Promise<void> {
    const client = await TestClient.as(hub, organiser);
    const open = await aRoom(hub, {
      place: 'partnership',
      partnershipId: partnership.id,
      name: 'An open room',
    });
    const thread = await aThread(hub, open, organiser, { title: 'A long thread' });
    for (let count = 1; count <= 60; count += 1)
      await client.send('post', `/api/v1/threads/${thread.id}/posts`, something(`Said as number ${count}.`));
    const shut = await aRoom(hub, {
      ...{ place: 'partnership', partnershipId: partnership.id, visibility: 'private', name: SECRETS[3]! },
    });
    const whispers = await aThread(hub, shut, organiser, { title: SECRETS[1]! });
    await client.send('post', `/api/v1/threads/${whispers.id}/posts`, something(SECRETS[1]));
    const book = await aHandbook(hub, {
      partnershipId: partnership.id,
      slug: 'book',
      title: 'A public book',
    });
    await aChapter(hub, {
      handbook: book,
      slug: 'first',
      title: 'A public chapter',
      body: 'Words of a chapter.',
    });
    await aChapter(hub, { handbook: book, slug: 'draft', title: SECRETS[2]!, status: 'draft' });
    const draft = {
      partnershipId: partnership.id,
      slug: 'hidden',
      title: SECRETS[2]!,
      status: 'draft' as const,
    };
    await aHandbook(hub, draft);
  }

  const archive = async (...options: string[]) => {
    const lines: string[] = [];
    const complaints: string[] = [];
    const status = await perform(['archive', ...options], {
      environment: { NODE_ENV: 'test', DEMO: 'off', DATABASE_URL: urlOf(hub), DATA_DIR: hub.config.dataDir },
      say: (line) => lines.push(line),
      complain: (line) => complaints.push(line),
      askSecret: async () => '',
    });
    return { status, said: lines.join('\n'), complaints: complaints.join('\n') };
  };

  it('is walked from a plain file server: no link is broken, nothing needs a hub, every page says who paid', async () => {
    const target = join(folder, 'walked');
    expect(await archive('together', target)).toMatchObject({ status: 0, complaints: '' });
    const server = await serveFolder(target);
    const { pages, broken } = await walk(server.url, '/index.html');
    await server.close();
    expect(broken).toEqual([]);
    expect(pages.size).toBeGreaterThan(LOCALES.length * 8);
    for (const [path, html] of pages) {
      const wrong = [/<script/, /<form/, /<button/, /href="\//, /src="\//, /(href|src)="http:\/\/127/]
        .filter((pattern) => pattern.test(html))
        .concat(html.includes(STATEMENT.replace('&', '&amp;')) ? [] : [/the funding statement/]);
      expect({ path, wrong }).toEqual({ path, wrong: [] });
    }
    const all = [...pages.values()].join('\n');
    expect(all).toContain('Words of a chapter.');
    for (const number of [1, 30, 60]) expect(all).toContain(`Said as number ${number}.`);
    for (const locale of LOCALES)
      expect([...pages.keys()]).toContain(`/${locale}/partnerships/together/index.html`);
  });

  it('threat: a draft, a private room and a member’s address are nowhere in it', async () => {
    const target = join(folder, 'walked');
    const files = readdirSync(target, { recursive: true, encoding: 'utf8' });
    const found = files
      .filter((name) => /\.(html|json|csv|css)$/.test(name))
      .map((name) => readFileSync(join(target, name), 'utf8'))
      .flatMap((text) => SECRETS.filter((secret) => text.includes(secret)));
    expect(found).toEqual([]);
    const manifest = JSON.parse(readFileSync(join(target, 'manifest.json'), 'utf8'));
    const listed = manifest.files.map(({ path }: { path: string }) => path);
    expect(listed.filter((path: string) => path.endsWith('.csv'))).toHaveLength(1);
    expect(listed.toSorted()).toEqual(
      files.filter((name) => /\.\w+$/.test(name) && name !== 'manifest.json').toSorted(),
    );
  });

  it('is never written over what is there, and is refused for what visitors do not see', async () => {
    const again = await archive('together', join(folder, 'walked'));
    expect(again).toMatchObject({ status: 1, complaints: expect.stringMatching(/already/) });
    const { slug } = await aPartnership(hub, { status: 'draft' });
    expect(await archive(slug, join(folder, 'draft.zip'))).toMatchObject({ status: 1 });
    expect(await archive()).toMatchObject({ status: 2 });
  });

  it('is made in the background for organisers, who see how far it is and take it', async () => {
    const client = await TestClient.as(hub, organiser);
    const path = '/en/partnerships/together/edit/archive';
    expect((await client.submit(path, {})).status).toBe(303);
    expect((await client.submit(path, {})).status).toBe(303);
    expect((await client.get(path)).text).toContain('The archive will be made soon.');
    await hub.drain();
    const shown = await client.get(path);
    const [, link] = /href="([^"]*edit\/archive\/[^"]+)"/.exec(shown.text) ?? [];
    const zip = await client.agent
      .get(link!)
      .buffer(true)
      .parse(asBytes as never);
    expect(zip.headers['content-disposition']).toMatch(/attachment; filename="together-[\d-]+\.zip"/);
    const files = unzipSync(zip.body as Buffer);
    const words = Object.values(files).map((bytes) => Buffer.from(bytes).toString());
    expect(words.filter((text) => SECRETS.some((secret) => text.includes(secret)))).toEqual([]);
    const [rows] = await hub.database.query(`select count(*)::int as count from archives`);
    expect(rows.count).toBe(1);
  });

  it('threat: nobody but organisers asks for it or takes it', async () => {
    const [{ id }] = await hub.database.query(`select id from archives`);
    const path = '/en/partnerships/together/edit/archive';
    const editor = await aPerson(hub, { grants: [{ role: 'editor', placeId: partnership.id }] });
    const other = await aPartnership(hub);
    const stranger = await aPerson(hub, { grants: [{ role: 'organiser', placeId: other.id }] });
    for (const person of [editor, stranger]) {
      const client = await TestClient.as(hub, person);
      expect((await client.get(path)).status).toBe(403);
      expect((await client.get(`${path}/${id}`)).status).toBe(403);
      expect((await client.agent.post(path).type('form').send({}).redirects(0)).status).toBe(403);
    }
    const strange = await TestClient.as(hub, stranger);
    expect((await strange.get(`/en/partnerships/${other.slug}/edit/archive/${id}`)).status).toBe(404);
    expect((await new TestClient(hub).get(`${path}/${id}`)).status).toBe(401);
  });
});

describe('Names of files in an archive', () => {
  const at = (path: string, query = '') => ({ locale: 'en', path, query, fragment: '' });

  it('can be written on every system, and never lead out of the folder', async () => {
    const names = new FileNames();
    const hostile = [
      '/rooms/../../etc/passwd',
      '/rooms/con',
      '/rooms/AUX.txt',
      '/rooms/a b',
      '/rooms/.hidden',
    ];
    const more = [
      '/rooms/x.',
      `/rooms/${'y'.repeat(300)}`,
      '/rooms/č',
      '/rooms/a:b',
      '/rooms/%2e%2e',
      '/rooms/nul',
    ];
    for (const path of [...hostile, ...more]) {
      const name = names.page(at(path));
      for (const part of name.split('/')) {
        expect(part).toMatch(/^[a-z0-9][\w.-]{0,90}$|^_[0-9a-f]{8}$/i);
        expect(part).not.toMatch(/^(con|aux|nul|prn)(\.|$)|\.\.|\.$/i);
      }
    }
    await expect(new Output('/tmp/somewhere').write('../else', 'x')).rejects.toThrow(/leads out/);
  });

  it('are never the same where large and small letters are, and no file stands where a folder must be', () => {
    const names = new FileNames();
    const all = [
      names.page(at('/rooms/one')),
      names.page(at('/rooms/ONE')),
      names.page(at('/threads/x')),
      names.page(at('/threads/x', '?page=2')),
      names.file(at('/glossary'), 'text/csv', 'one.csv'),
      names.file(at('/glossary'), 'text/csv', 'ONE.csv'),
    ];
    expect(new Set(all.map((name) => name.toLowerCase())).size).toBe(all.length);
    expect(all[3]).toBe('en/threads/x/page-2/index.html');
  });
});

function asBytes(answer: NodeJS.ReadableStream, done: (error: null, bytes: Buffer) => void): void {
  const chunks: Buffer[] = [];
  answer.on('data', (chunk: Buffer) => chunks.push(chunk));
  answer.on('end', () => done(null, Buffer.concat(chunks)));
}
