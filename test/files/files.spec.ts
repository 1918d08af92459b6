import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import englishWords from '../../locales/en/files.json';
import { Actor } from '../../src/core/access/actor';
import { ActorSource } from '../../src/core/access/actor-source';
import { Transactions } from '../../src/core/database/transactions';
import { positional } from '../../src/core/texts/text-kinds';
import { FileContents } from '../../src/files/file-contents.service';
import { FileReaders } from '../../src/files/file-readers.service';
import type { OwnFileView } from '../../src/files/file.schema';
import { Files } from '../../src/files/files.service';
import { ImageWorkshop } from '../../src/files/intake/image-workshop.service';
import { UnusedFiles } from '../../src/files/unused-files.service';
import { aFile } from '../factories/files';
import { aPartnership, type TestPartnership } from '../factories/partnerships';
import { aPerson, aSession, type TestPerson } from '../factories/people';
import { TestClient } from '../support/client';
import {
  aLetter,
  anImage,
  anOpenText,
  aPdf,
  aPhotograph,
  aPromise,
  type Part,
  zipOf,
} from '../support/documents';
import { startHub, type TestHub } from '../support/hub';
import { startStore } from '../support/s3';
import { until } from '../support/until';

const FILES = '/api/v1/files';

describe('Files', () => {
  let hub: TestHub;
  let owner: TestPerson;
  let stranger: TestPerson;
  let administrator: TestPerson;
  let client: TestClient;
  let visitor: TestClient;
  let secret: TestPartnership;

  beforeAll(async () => {
    hub = await startHub({ UPLOAD_LIMIT: '10' });
    owner = await aPerson(hub);
    stranger = await aPerson(hub);
    administrator = await aPerson(hub, { grants: [{ role: 'administrator' }] });
    client = await TestClient.as(hub, owner);
    visitor = new TestClient(hub);
    secret = await aPartnership(hub, { status: 'draft' });
  });
  afterAll(() => hub.close());

  const bring = (content: Buffer, name: string, fields: Record<string, string> = {}) =>
    client.upload(FILES, content, name, fields);

  const folder = (): string => join(hub.config.dataDir, 'files');
  const arriving = (): string[] => {
    mkdirSync(join(folder(), 'incoming'), { recursive: true });
    return readdirSync(join(folder(), 'incoming'));
  };
  const bytesOf = async (address: string) =>
    (await client.agent.get(address).buffer(true).responseType('blob')).body as Buffer;

  /** A text of a partnership, which uses these files. */
  async function aStatement({ id }: TestPartnership, files: string[]): Promise<string> {
    const [row] = await hub.database.query<{ id: string }[]>(
      `insert into statements (partnership_id, kind, number, text, locale)
       values ($1, 'objective', (select count(*) + 1 from statements where partnership_id = $1), 'A text', 'en')
       returning id`,
      [id],
    );
    await useIn(row!.id, files);
    return row!.id;
  }

  const useIn = (id: string, files: string[], actor = Actor.system) =>
    hub.app
      .get(Transactions)
      .run((tx) => hub.app.get(Files).use(tx, actor, { kind: 'statement', id }, files));

  const actorOf = async ({ id }: TestPerson): Promise<Actor> =>
    (await hub.app.get(ActorSource).bySession(id, await aSession(hub, id)))!;

  describe('that are images', () => {
    it.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)(
      'are taken and drawn anew: %s',
      async (format) => {
        const answer = await bring(await anImage(format), `figure.${format}`, { alt: 'A green field' });
        expect(answer.status).toBe(201);
        const file = answer.body as OwnFileView;
        expect(file).toMatchObject({ width: 800, height: 500, widths: [640], used: false });
        expect(file.alt).toMatchObject({ text: 'A green field', locale: 'en', state: 'original' });
        const kept = format === 'png' || format === 'gif' ? 'png' : 'jpeg';
        expect(file.type).toBe(`image/${kept}`);
        expect(file.name).toBe(`figure.${kept === 'png' ? 'png' : 'jpg'}`);
        expect(await sharp(await bytesOf(file.address)).metadata()).toMatchObject({
          format: kept,
          width: 800,
        });
        const small = await sharp(await bytesOf(`${file.address}?width=300`)).metadata();
        expect(small).toMatchObject({ format: 'webp', width: 640 });
      },
    );

    it('lose what the camera wrote into them, and stand upright', async () => {
      const photograph = await aPhotograph();
      expect((await sharp(photograph).metadata()).exif).toBeDefined();
      const { body } = await bring(photograph, 'IMG_0815.JPG');
      const { address, width, height } = body as OwnFileView;
      expect([width, height]).toEqual([600, 900]);
      const bytes = await bytesOf(address);
      expect((await sharp(bytes).metadata()).exif).toBeUndefined();
      expect(bytes.includes('A secret of the owner')).toBe(false);
    });

    it('are shown by browsers, which can do nothing else with them, and are asked for anew each time', async () => {
      const { body } = await bring(await anImage('png', 50, 50), 'A “pretty” žaba.png');
      const { headers } = await client.agent.get((body as OwnFileView).address);
      expect(headers).toMatchObject({
        'content-type': 'image/png',
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-cache',
        'content-disposition': `inline; filename="A pretty zaba.png"; filename*=UTF-8''A%20%E2%80%9Cpretty%E2%80%9D%20%C5%BEaba.png`,
      });
      const again = await client.agent
        .get((body as OwnFileView).address)
        .set('If-None-Match', headers['etag'] as string);
      expect(again.status).toBe(304);
    });
  });

  describe('that are documents', () => {
    it.each([
      ['pdf', aPdf()],
      ['docx', aLetter()],
      ['odt', anOpenText()],
    ])('are handed out to be kept, as they came: %s', async (ending, content) => {
      const answer = await bring(content, `poročilo.${ending}`, { alt: 'is not for documents' });
      expect(answer.status).toBe(201);
      const file = answer.body as OwnFileView;
      expect(file).toMatchObject({
        name: `poročilo.${ending}`,
        width: null,
        alt: null,
        size: content.length,
      });
      const answered = await client.agent.get(`${file.address}?width=640`);
      expect(answered.headers['content-disposition']).toMatch(/^attachment; filename="porocilo/);
      expect(answered.headers['content-security-policy']).toBe("sandbox; default-src 'none'");
      expect((await bytesOf(file.address)).equals(content)).toBe(true);
    });
  });

  describe('that are bad', () => {
    const zeros = (length: number): Buffer => Buffer.alloc(length);
    const overlapping = (): Buffer => {
      const zip = zipOf([{ name: 'a', content: zeros(50_000) }]);
      const entry = zip.subarray(
        zip.indexOf('PK\x01\x02', 0, 'latin1'),
        zip.indexOf('PK\x05\x06', 0, 'latin1'),
      );
      const other = Buffer.from(entry);
      other.write('b', 46);
      const end = Buffer.from(zip.subarray(zip.indexOf('PK\x05\x06', 0, 'latin1')));
      end.writeUInt16LE(2, 8);
      end.writeUInt16LE(2, 10);
      end.writeUInt32LE(entry.length * 2, 12);
      return Buffer.concat([zip.subarray(0, zip.indexOf('PK\x01\x02', 0, 'latin1')), entry, other, end]);
    };
    const part = (name: string, content: Part['content'] = 'x'): Part => ({ name, content });

    const bad: [string, string, string, () => Buffer | Promise<Buffer>][] = [
      ['an empty file', 'a.png', 'empty', () => zeros(0)],
      ['a program under the name of an image', 'a.png', 'not_taken', () => Buffer.from('MZ\x90\x00program')],
      [
        'a web page under the name of an image',
        'a.jpg',
        'not_taken',
        () => Buffer.from('<!doctype html><script>1</script>'),
      ],
      [
        'a drawing with a script',
        'a.svg',
        'drawing',
        () =>
          Buffer.from(
            '<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
          ),
      ],
      [
        'a drawing under the name of an image',
        'a.png',
        'drawing',
        () => Buffer.from('\ufeff <svg onload="alert(1)"/>'),
      ],
      ['a document under the name of an image', 'a.png', 'lying', () => aPdf()],
      ['an image under the name of a document', 'a.pdf', 'lying', () => anImage('png', 9, 9)],
      [
        'a truncated JPEG',
        'a.jpg',
        'broken_image',
        async () => (await anImage('jpeg', 800, 800, true)).subarray(0, 9000),
      ],
      [
        'a truncated PNG',
        'a.png',
        'broken_image',
        async () => (await anImage('png', 800, 800, true)).subarray(0, 9000),
      ],
      ['the mere beginning of an image', 'a.gif', 'broken_image', () => Buffer.from('GIF89a')],
      [
        'an image of 50,000 × 50,000 pixels in sixty bytes',
        'a.png',
        'too_many_pixels',
        () => aPromise(50_000, 50_000),
      ],
      [
        'a PDF that begins as something else',
        'a.pdf',
        'not_taken',
        () => Buffer.concat([Buffer.from('<html>'), aPdf()]),
      ],
      [
        'a PDF with a ZIP hung on to it',
        'a.pdf',
        'broken_document',
        () => Buffer.concat([aPdf(), zipOf([part('a')])]),
      ],
      ['half of a PDF', 'a.pdf', 'broken_document', () => aPdf().subarray(0, 30)],
      ['a ZIP of anything', 'a.docx', 'not_taken', () => zipOf([part('a.exe')])],
      [
        'a document with something behind its end',
        'a.docx',
        'broken_document',
        () => zipOf([part('a')], '<script>'),
      ],
      ['half of a document', 'a.docx', 'broken_document', () => aLetter().subarray(0, 200)],
      ['a zip bomb', 'a.docx', 'zip_bomb', () => aLetter([part('word/bomb.xml', zeros(9_000_000))])],
      [
        'a zip bomb that says it is small',
        'a.docx',
        'zip_bomb',
        () => aLetter([{ ...part('word/bomb.xml', zeros(9_000_000)), claimed: 9000 }]),
      ],
      ['a zip bomb of parts that lie upon each other', 'a.docx', 'zip_bomb', overlapping],
      [
        'a document with ten thousand parts',
        'a.docx',
        'zip_bomb',
        () => zipOf(Array.from({ length: 10_000 }, (_, place) => part(`p${place}`, ''))),
      ],
      [
        'a document that wants to be unpacked elsewhere',
        'a.docx',
        'broken_document',
        () => aLetter([part('../../etc/passwd')]),
      ],
      [
        'a document with a password',
        'a.docx',
        'encrypted',
        () => aLetter([{ ...part('word/x'), encrypted: true }]),
      ],
      ['a document with macros', 'a.docx', 'programs', () => aLetter([part('word/vbaProject.bin')])],
      [
        'a document that is declared to have macros',
        'a.docx',
        'programs',
        () => aLetter([], 'application/vnd.ms-word.document.macro&#69;nabled.main+xml'),
      ],
      [
        'an open document with macros',
        'a.odt',
        'programs',
        () => anOpenText([part('Basic/Standard/Module1.xml')]),
      ],
      [
        'a list of parts with entities',
        'a.docx',
        'broken_document',
        () => zipOf([part('[Content_Types].xml', '<!DOCTYPE x [<!ENTITY a "a">]><Types>&a;</Types>')]),
      ],
    ];

    it.each(bad)('are refused with a reason: %s', async (_, name, reason, content) => {
      const answer = await bring(await content(), name);
      expect([answer.status, answer.body.errors?.[0]?.path ?? answer.body]).toEqual([422, 'file']);
      const said = (englishWords.refusal as Record<string, string>)[reason]!.replace(/\{\{.*/s, '');
      expect(answer.body.errors[0].message).toContain(said);
    });

    it('are refused before they are read when they are too large, and as soon as they turn out to be', async () => {
      const answer = await bring(Buffer.alloc(20_000_000), 'large.png').catch(() => undefined);
      expect(answer === undefined || answer.status === 413).toBe(true);
      const exceeding = await bring(Buffer.alloc(10 * 1024 * 1024 + 100), 'large.png');
      expect(exceeding.status).toBe(413);
      expect(exceeding.body.title).toBe('A file may have at most 10 MB.');
    });

    it('leave nothing behind, neither bytes nor rows', async () => {
      const [{ count }] = await hub.database.query<[{ count: number }]>(
        `select count(*)::int as count from files where name ~ '^a\\.'`,
      );
      expect(count).toBe(0);
      await until(() => arriving().length === 0);
    });

    it('keep nobody waiting for the next one', async () => {
      const many = [aPromise(9000, 9000), await anImage('jpeg', 1500, 900, true), aPromise(1, 1)];
      const answers = await Promise.all(many.map((content) => bring(content, 'b.png')));
      expect(answers.map(({ status }) => status)).toEqual([422, 201, 422]);
    });

    it('have names that become harmless', async () => {
      const name = '../..\\C:\\secret\u202egnp.exe .. x\u2028.PNG';
      const { body } = await bring(await anImage('png', 9, 9), name);
      expect((body as OwnFileView).name).not.toMatch(/[/\\"\u202e\u0000]/);
      expect((body as OwnFileView).name).toMatch(/\.png$/);
    });
  });

  it('are refused as broken when whoever draws them falls, and the next one is drawn again', async () => {
    const workshop: unknown = hub.app.get(ImageWorkshop);
    const painter = () => (workshop as { painter?: ChildProcess }).painter;
    await bring(await anImage('png', 9, 9), 'c.png');
    const large = bring(await anImage('jpeg', 6000, 5000), 'c.jpg');
    const fallen = until(() => arriving().length > 1).then(() => painter()?.kill('SIGKILL'));
    const [answer] = await Promise.all([large, fallen]);
    expect([answer.status, answer.body.errors[0].message]).toEqual([422, englishWords.refusal.broken_image]);
    expect((await bring(await anImage('png', 9, 9), 'c.png')).status).toBe(201);
    await until(() => arriving().length === 0); // removed once the answer is out
  });

  it('are kept elsewhere when the operator says so, and are refused for now when that is away', async () => {
    const store = await startStore();
    const other = await startHub(store.settings);
    const person = await aPerson(other);
    const id = await aFile(other, person);
    const at = await TestClient.as(other, person);
    expect(store.objects.size).toBe(1);
    expect((await at.get(`/files/${id}`)).headers['content-type']).toBe('image/png');
    expect((await at.send('delete', `${FILES}/${id}`)).status).toBe(204);
    expect(store.objects.size).toBe(0);
    store.close();
    const away = await at.upload(FILES, await anImage('png', 9, 9), 'a.png');
    expect([away.status, away.body.code]).toEqual([503, 'unavailable']);
    const [{ count }] = await other.database.query<[{ count: number }]>(
      'select count(*)::int as count from files',
    );
    expect(count).toBe(0);
    await other.close();
  });

  it('cannot be brought by a visitor, by another site, by a form of another session, or with a token that only reads', async () => {
    const image = await anImage('png', 9, 9);
    expect((await visitor.upload(FILES, image, 'a.png')).status).toBe(401);
    const post = () => client.agent.post(FILES).redirects(0).attach('file', image, 'a.png');
    expect((await post()).status).toBe(403);
    expect((await post().field('_token', 'of another')).status).toBe(403);
    expect((await post().set('Origin', 'https://example.com')).status).toBe(403);
    await until(() => arriving().length === 0); // removed once the answer is out
  });

  describe('are read', () => {
    let file: string;
    const see = async (person: TestPerson | undefined, id = file): Promise<number[]> => {
      const who = person ? await TestClient.as(hub, person) : visitor;
      const paths = [`/files/${id}`, `${FILES}/${id}`, `/en/files/${id}`];
      return Promise.all(paths.map(async (path) => (await who.get(path)).status));
    };

    beforeAll(async () => {
      file = await aFile(hub, owner, { alt: 'Three people at a table' });
    });

    it('by nobody but the uploader and administrators at first', async () => {
      expect(await see(owner)).toEqual([200, 200, 200]);
      expect(await see(administrator)).toEqual([200, 200, 200]);
      expect(await see(stranger)).toEqual([404, 404, 404]);
      expect(await see(undefined)).toEqual([404, 404, 404]);
    });

    it('by whoever may read a text that uses them, as long as it does', async () => {
      const hidden = await aStatement(secret, [file]);
      expect(await see(stranger)).toEqual([404, 404, 404]);
      const open = await aStatement(await aPartnership(hub), [file]);
      expect(await see(undefined)).toEqual([200, 200, 200]);
      await useIn(open, []);
      expect(await see(undefined)).toEqual([404, 404, 404]);
      const editor = await aPerson(hub, { grants: [{ role: 'editor', placeId: secret.id }] });
      expect(await see(editor)).toEqual([200, 200, 200]);
      await useIn(hidden, []);
      expect(await see(editor)).toEqual([404, 404, 404]);
    });

    it('in SQL exactly where the policy says so, for every role', async () => {
      const open = await aPartnership(hub);
      await aStatement(open, [await aFile(hub, owner)]);
      await aStatement(secret, [await aFile(hub, owner), await aFile(hub, stranger)]);
      const roles: (TestPerson | undefined)[] = [owner, stranger, administrator, undefined];
      for (const role of ['editor', 'organiser'] as const)
        roles.push(await aPerson(hub, { grants: [{ role, placeId: secret.id }] }));
      const all = await hub.database.query<{ id: string }[]>('select id from files');
      for (const person of roles) {
        const actor = person ? await actorOf(person) : Actor.visitor;
        const values: unknown[] = [];
        const where = positional(hub.app.get(FileReaders).policy.readable(actor, 'file'), values);
        const rows = await hub.database.query<{ id: string }[]>(
          `select id from files file where ${where}`,
          values,
        );
        for (const { id } of all) {
          const may = await hub.app
            .get(Files)
            .find(actor, id)
            .then(
              () => true,
              () => false,
            );
          expect([id, may]).toEqual([id, rows.some((row) => row.id === id)]);
        }
      }
    });

    it('in the order of the text, in the languages of the reader', async () => {
      const [first, second] = [await aFile(hub, owner), await aFile(hub, owner, { alt: 'A map' })];
      const statement = await aStatement(await aPartnership(hub), [second, first]);
      await hub.database.query(
        `insert into file_translations (owner_id, locale, status, source_revision, origin, alt)
         values ($1, 'sl', 'reviewed', 1, 'person', 'Zemljevid')`,
        [second],
      );
      const files = (await hub.app.get(Files).of('statement', [statement], ['sl'])).get(statement)!;
      expect(files.map(({ id }) => id)).toEqual([second, first]);
      expect(files[0]!.alt).toMatchObject({ text: 'Zemljevid', locale: 'sl', originalLocale: 'en' });
      const { content, type } = await hub.app.get(FileContents).bytes(first);
      expect([type, (await sharp(content).metadata()).width]).toEqual(['image/png', 40]);
    });

    it('not by who knows the id alone: only what she may read can stand in her text', async () => {
      const statement = await aStatement(await aPartnership(hub), []);
      const actor = await actorOf(stranger);
      for (const id of [file, randomUUID(), 'no id', '']) {
        const refused = await useIn(statement, [id], actor).catch((error: unknown) => error);
        expect(refused).toMatchObject({
          status: 422,
          fields: [{ path: 'files', key: 'files:refusal.unknown' }],
        });
      }
    });
  });

  describe('have facts', () => {
    it('that the uploader and editors of the partnership can change, each on top of what stands there', async () => {
      const id = await aFile(hub, owner, { alt: 'A cooperative', locale: 'en' });
      await aStatement(secret, [id]);
      const editor = await TestClient.as(
        hub,
        await aPerson(hub, { grants: [{ role: 'editor', placeId: secret.id }] }),
      );
      const facts = {
        alt: 'A cooperative in Idrija',
        credit: 'N. N.',
        licence: 'CC BY 4.0',
        consent: 'nobody',
      };
      const input = { ...facts, locale: 'en', baseRevision: 1 };
      const answer = await editor.send('patch', `${FILES}/${id}`, input);
      expect(answer.body).toMatchObject({
        credit: 'N. N.',
        consent: 'nobody',
        revision: 2,
        can: { remove: false },
      });
      const late = await client.send('patch', `${FILES}/${id}`, { ...input, alt: 'Other words' });
      expect(late.status).toBe(409);
      expect(late.body.theirs).toMatchObject({ revision: 2, alt: 'A cooperative in Idrija' });
      const foreign = await (await TestClient.as(hub, stranger)).send('patch', `${FILES}/${id}`, input);
      expect(foreign.status).toBe(404);
    });

    it('that are told on a page, with a form that keeps what was typed', async () => {
      const id = await aFile(hub, owner);
      const path = `/sl/files/${id}`;
      const fields = {
        revision: '1',
        alt: 'Zelena ploskev',
        locale: 'sl',
        credit: '',
        licence: '',
        consent: 'nobody',
      };
      expect((await client.submit(path, { ...fields, weight: 'meaning' })).status).toBe(303);
      expect((await client.get(path)).text).toContain('Zelena ploskev');
      const late = await client.submit(path, { ...fields, alt: 'Nekaj drugega', weight: 'typo' });
      expect([late.status, late.text.includes('Nekaj drugega')]).toEqual([409, true]);
      const wrong = await client.submit(path, {
        ...fields,
        revision: '2',
        alt: 'x'.repeat(1001),
        consent: 'perhaps',
      });
      expect([wrong.status, wrong.text.includes('x'.repeat(1001))]).toEqual([422, true]);
    });

    it('that are translated like every text', async () => {
      const id = await aFile(hub, owner, { alt: 'A round table', locale: 'en' });
      const desk = await TestClient.as(hub, administrator);
      const page = await desk.get(`/en/translations/file/${id}/sl`);
      expect([page.status, page.text.includes('A round table')]).toEqual([200, true]);
    });
  });

  it('are brought and found again on a page, without a script', async () => {
    const page = await client.get('/it/files');
    expect(page.text).toContain('enctype="multipart/form-data"');
    const fields = { alt: '', locale: 'it', credit: '', licence: '', consent: '' };
    const refused = await client.upload('/it/files', aPdf(), 'figura.png', { ...fields, credit: 'N. N.' });
    expect([refused.status, refused.text.includes('value="N. N."')]).toEqual([422, true]);
    const brought = await client.upload('/it/files', await anImage('png', 30, 30), 'figura.png', fields);
    expect(brought.headers['location']).toMatch(/^\/it\/files\/[0-9a-f-]{36}$/);
    expect((await client.get('/it/files')).text).toContain('figura.png');
    expect((await client.get(FILES)).body.files[0].name).toBe('figura.png');
  });

  describe('go', () => {
    const objects = (): string[] =>
      readdirSync(folder(), { recursive: true, encoding: 'utf8' }).filter((name) =>
        /[0-9a-f]{64}$/.test(name),
      );

    it('when their uploader removes them, but not while a text uses them, and not what others consist of', async () => {
      const before = objects();
      const image = await anImage('png', 33, 44, true);
      const [first, second] = [await bring(image, 'a.png'), await bring(image, 'b.png')];
      expect(objects()).toHaveLength(before.length + 1);
      const path = `${FILES}/${first.body.id}`;
      const statement = await aStatement(secret, [first.body.id as string]);
      const refused = await client.send('delete', path);
      expect([refused.status, refused.body.code]).toEqual([403, 'in_use']);
      await useIn(statement, []);
      expect((await (await TestClient.as(hub, stranger)).send('delete', path)).status).toBe(404);
      expect((await client.send('delete', path)).status).toBe(204);
      expect((await client.get(`/files/${second.body.id}`)).status).toBe(200);
      expect((await client.submit(`/en/files/${second.body.id}/remove`, {}, '/en/files')).status).toBe(303);
      expect(objects()).toEqual(before);
    });

    it('when no text has used them for a week', async () => {
      const [old, used, young] = [await aFile(hub, owner), await aFile(hub, owner), await aFile(hub, owner)];
      const statement = await aStatement(secret, [used]);
      const lost = await aStatement(secret, [old]);
      await hub.database.query(`update files set created_at = now() - interval '8 days' where id = any($1)`, [
        [old, used],
      ]);
      await hub.database.query('delete from statements where id = $1', [lost]);
      await hub.app.get(UnusedFiles).removeAll();
      const found = await Promise.all([old, used, young].map((id) => client.get(`/files/${id}`)));
      expect(found.map(({ status }) => status)).toEqual([404, 200, 200]);
      expect(statement).toBeDefined();
    });
  });
});
