import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import type { Response } from 'supertest';
import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { hashOf } from '../../src/translations/memory/translation-memory.service';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

interface Preview {
  id: string;
  seen: string;
  counts: Record<string, number>;
  blocks: { line: number; verdict: string; about: string; lost: string[] }[];
  problems: { line: number; code: string }[];
}

const EXCHANGE = '/api/v1/translations/exchange';
const FORMATS = ['xliff2', 'xliff12', 'csv'] as const;
const BODY = '# Zadruge\n\nPreberite [poročilo](https://example.org/a) in `npm`.\n\nTretji odstavek.';

describe('The exchange with translators', () => {
  let hub: TestHub;
  let room: TestRoom;
  let author: TestClient;
  let writer: TestPerson;
  let translator: TestPerson;
  let translating: TestClient;
  let thread: { id: string };
  let post: { id: string };

  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.close());

  beforeEach(async () => {
    room = await aRoom(hub, { visibility: 'members', locale: 'sl', name: 'Soba' });
    const seat = { role: 'member' as const, placeId: room.platformId! };
    writer = await aPerson(hub, { grants: [seat] });
    author = await TestClient.as(hub, writer);
    const powers = [{ role: 'translator' as const, detail: 'sv' }, seat];
    translator = await aPerson(hub, { name: 'Översättare', grants: powers });
    translating = await TestClient.as(hub, translator);
    thread = await aThread(hub, room, writer, { locale: 'sl', title: 'Nit o zadrugah' });
    post = await said(BODY);
  });

  const said = async (body: string, locale = 'sl') =>
    (await author.send('post', `/api/v1/threads/${thread.id}/posts`, something(body, { locale })))
      .body as typeof post;

  const query = (more: Record<string, string> = {}) =>
    new URLSearchParams({ room: room.id, from: 'sl', to: 'sv', ...more }).toString();

  const whole = (response: NodeJS.ReadableStream, done: (error: null, text: string) => void) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => done(null, Buffer.concat(chunks).toString()));
  };

  const take = async (format: string = 'xliff2', more: Record<string, string> = {}, client = translating) =>
    client.agent
      .get(`${EXCHANGE}/${format}?${query(more)}`)
      .buffer(true)
      .parse(whole as never);

  const file = async (format: string = 'xliff2', more: Record<string, string> = {}): Promise<string> => {
    const answer = await take(format, more);
    expect(answer.status).toBe(200);
    return answer.body as string;
  };

  const bring = async (content: string | Buffer, client = translating): Promise<Response> =>
    client.agent.post(`${EXCHANGE}/imports?name=work.xlf`).type('application/octet-stream').send(content);

  const preview = async (content: string | Buffer, client = translating): Promise<Preview> => {
    const answer = await bring(content, client);
    expect(answer.status).toBe(201);
    return answer.body;
  };

  const perform = ({ id, seen }: Preview, client = translating): Promise<Response> =>
    client.send('post', `${EXCHANGE}/imports/${id}`, { seen });

  /** Brings a file and does all of it. */
  const imported = async (content: string, client = translating): Promise<Preview> => {
    const seen = await preview(content, client);
    expect((await perform(seen, client)).status).toBe(200);
    await hub.drain();
    return seen;
  };

  /** Puts a translation into the file, as a translator's tool does. */
  const translated = (xliff: string, source: string, target: string): string => {
    const place = xliff.indexOf(`<source>${source}`);
    expect(place).toBeGreaterThan(0);
    const end = xliff.indexOf('</source>', place) + '</source>'.length;
    const rest = xliff.slice(end).replace(/^\s*<target[^]*?<\/target>|^/, `<target>${target}</target>`);
    return xliff.slice(0, end) + rest;
  };

  interface Segment {
    id: string;
    string: string;
    source: string;
    text: string | null;
    state: string;
    origin: string | null;
    translatorId: string | null;
    madeFrom: string | null;
    version: number;
  }

  const segments = async (id = post.id, kind = 'post'): Promise<Segment[]> =>
    (await translating.get(`/api/v1/texts/${kind}/${id}/translations/sv`)).body.segments;

  const save = async (words: (string | undefined)[], status = 'draft', id = post.id) => {
    const now = await segments(id);
    const changes = now.flatMap(({ id: segment, version }, place) =>
      words[place] === undefined ? [] : [{ id: segment, version, text: words[place], status }],
    );
    const path = `/api/v1/texts/post/${id}/translations/sv`;
    expect((await translating.send('put', path, { segments: changes })).status).toBe(200);
  };

  const edit = async (body: string) => {
    const [now] = await hub.database.query<[{ revision: number }]>(
      'select revision from posts where id = $1',
      [post.id],
    );
    const change = { body, locale: 'sl', baseRevision: now.revision };
    expect((await author.send('patch', `/api/v1/posts/${post.id}`, change)).status).toBe(200);
    await hub.drain();
  };

  describe('takes texts out', () => {
    it('with everything of the room that is in the language, in one file', async () => {
      await said('In English', 'en');
      const xliff = await file();
      expect(xliff).toContain('<source>Soba</source>');
      expect(xliff).toContain('<source>Nit o zadrugah</source>');
      expect(xliff).toContain('<source>Zadruge</source>');
      expect(xliff).not.toContain('In English');
      expect(xliff).toMatch(/<pc [^>]*>poročilo<\/pc> in <ph /);
      const answer = await take('csv');
      expect(answer.headers['content-disposition']).toBe('attachment; filename="polylog-sl-sv.csv"');
      expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    });

    it('of a partnership, a platform and a single text too', async () => {
      const places: Record<string, string>[] = [
        { partnership: room.partnershipId! },
        { platform: room.platformId! },
      ];
      for (const place of places) {
        const { room: _, ...rest } = Object.fromEntries(new URLSearchParams(query())) as Record<
          string,
          string
        >;
        const answer = await translating.agent.get(
          `${EXCHANGE}/csv?${new URLSearchParams({ ...rest, ...place }).toString()}`,
        );
        expect(answer.text).toContain('Zadruge');
      }
      const one = await translating.agent.get(`${EXCHANGE}/csv?text=post.${post.id}&from=sl&to=sv`);
      expect(one.text).toContain('Zadruge');
      expect(one.text).not.toContain('Soba');
    });

    it('only as far as something is to be done, when that is asked for', async () => {
      await save(['Kooperativ', undefined, undefined], 'reviewed');
      const xliff = await file('xliff2', { only: 'open' });
      expect(xliff).not.toContain('<source>Zadruge</source>');
      expect(xliff).toContain('<source>Tretji odstavek.</source>');
    });

    it('for those who may translate them, and says no more to others than that they may not', async () => {
      const reader = await TestClient.as(
        hub,
        await aPerson(hub, { grants: [{ role: 'member', placeId: room.platformId }] }),
      );
      expect((await take('xliff2', {}, reader)).status).toBe(403);
      const stranger = await aPerson(hub, { grants: [{ role: 'translator', detail: 'sv' }] });
      const answer = await take('xliff2', {}, await TestClient.as(hub, stranger));
      expect([answer.status, String(answer.body)]).toEqual([404, expect.not.stringContaining('Zadruge')]);
      expect((await take('xliff2', { to: 'it' })).status).toBe(403);
      expect((await take('xliff2', {}, new TestClient(hub))).status).toBe(401);
      const host = await aPerson(hub, { grants: [{ role: 'host', placeId: room.platformId }] });
      expect((await take('xliff2', { to: 'it' }, await TestClient.as(hub, host))).status).toBe(200);
    });

    it('asks what is meant when it is not told', async () => {
      const paths = [
        `${EXCHANGE}/xliff2?from=sl&to=sv`,
        `${EXCHANGE}/xliff2?${query()}&platform=${room.platformId}`,
        `${EXCHANGE}/xliff2?${query({ from: 'xx' })}`,
        `${EXCHANGE}/xliff2?text=post.1&from=sl&to=sv`,
        `${EXCHANGE}/xliff2?${query()}&more=1`,
      ];
      for (const path of paths) expect((await translating.get(path)).status).toBe(422);
      expect((await translating.get(`${EXCHANGE}/docx?${query()}`)).status).toBe(404);
      expect((await translating.get(`${EXCHANGE}/xliff2?${query({ from: 'it' })}`)).status).toBe(404);
    });
  });

  describe('of an unchanged file', () => {
    it.each(FORMATS)(
      'changes nothing, and the next file is the same to the last byte: %s',
      async (format) => {
        const other = await said('Drugi *prispevek* z 🙂 in <b>oznako</b>.');
        await save(['Kooperativ', undefined, 'Tredje stycket.'], 'draft');
        await save(['Ett annat *inlägg* med 🙂 och <b>märke</b>.'], 'reviewed', other.id);
        await edit(BODY.replace('Tretji', 'Čisto tretji'));
        expect((await segments()).map(({ state }) => state)).toEqual(['draft', 'missing', 'outdated']);
        const before = await file(format);
        const rows = async () =>
          hub.database.query('select * from translation_segments where locale = $1 order by id', ['sv']);
        const known = await rows();
        const seen = await preview(before);
        expect([seen.blocks, seen.problems]).toEqual([[], []]);
        expect(Object.keys(seen.counts).sort()).toEqual(['same', 'untranslated']);
        expect((await perform(seen)).body).toEqual({ imported: 0 });
        expect(await file(format)).toBe(before);
        expect(await rows()).toEqual(known);
      },
    );
  });

  describe('brings translations back', () => {
    it.each(['xliff2', 'xliff12'])('as drafts of the person, from an import: %s', async (format) => {
      const work = translated(await file(format), 'Zadruge', 'Kooperativ');
      const seen = await preview(work);
      expect(seen.counts['new']).toBe(1);
      expect((await segments())[0]!.state).toBe('missing');
      expect((await perform(seen)).body).toEqual({ imported: 1 });
      expect((await segments())[0]).toMatchObject({
        ...{ text: 'Kooperativ', state: 'draft', origin: 'import', translatorId: translator.id },
      });
      const [entry] = await hub.database.query<[{ data: object }]>(
        `select data from journal where name = 'import.performed' and actor_id = $1`,
        [translator.id],
      );
      expect(entry.data).toEqual({ kind: 'translations', count: 1 });
    });

    it('with the codes of the original where the translator has put them, and says which are lost', async () => {
      const xliff = await file();
      const link = /<pc [^>]*>/.exec(xliff)![0];
      const code = /<ph [^>]*>/.exec(xliff)![0];
      const work = translated(xliff, 'Preberite', `Läs ${code} och ${link}rapporten</pc>.`);
      expect((await imported(work)).blocks.map(({ lost }) => lost)).toEqual([[]]);
      expect((await segments())[1]!.text).toBe('Läs `npm` och [rapporten](https://example.org/a).');
      const lost = await preview(translated(await file(), 'Preberite', 'Läs rapporten.'));
      expect(lost.blocks[0]!.verdict).toBe('unsound');
      expect(lost.blocks[0]!.lost).toEqual(['https://example.org/a', '`npm`']);
    });

    it('to readers, once nothing is missing', async () => {
      const xliff = await file();
      const work = [
        ['Zadruge', 'Kooperativ'],
        ['Preberite', 'Läs `npm`.'],
        ['Tretji', 'Tredje stycket.'],
        ['Soba', 'Rum'],
        ['Nit', 'Tråd om kooperativ'],
      ].reduce((text, [source, target]) => translated(text, source!, target!), xliff);
      expect((await imported(work)).counts).toMatchObject({ new: 5 });
      const [row] = await hub.database.query<[{ body: string; status: string; origin: string }]>(
        `select body, status, origin, translated_by from post_translations where owner_id = $1`,
        [post.id],
      );
      expect(row).toEqual({
        ...{ body: '# Kooperativ\n\nLäs `npm`.\n\nTredje stycket.', status: 'draft', origin: 'import' },
        translated_by: 'Översättare',
      });
    });

    it('in place of what a machine has made, but never of what somebody has changed since', async () => {
      await save(['Maskin', 'Person `npm`', undefined], 'draft');
      await hub.database.query(
        `update translation_segments set origin = 'machine:stub', status = 'machine' where text = 'Maskin'`,
      );
      const xliff = await file();
      await save([undefined, 'Personen igen `npm`', undefined]);
      let work = translated(xliff, 'Zadruge', 'Kooperativ');
      work = translated(work, 'Preberite', 'Från byrån `npm`');
      const seen = await imported(work);
      expect(seen.blocks.map(({ verdict }) => verdict)).toEqual(['changed', 'newer']);
      expect((await segments()).map(({ text }) => text)).toEqual(['Kooperativ', 'Personen igen `npm`', null]);
    });

    it('made from an older original as outdated drafts, and never over what is newer', async () => {
      const xliff = await file();
      await edit(BODY.replace('Zadruge', 'Zadruge in občine').replace('Tretji', 'Čisto tretji'));
      await save([undefined, undefined, 'Det alldeles tredje stycket.']);
      let work = translated(xliff, 'Zadruge', 'Kooperativ');
      work = translated(work, 'Tretji', 'Tredje stycket.');
      const seen = await imported(work);
      expect(seen.blocks.map(({ verdict }) => verdict)).toEqual(['outdated', 'newer']);
      const [heading, , third] = await segments();
      expect(heading).toMatchObject({
        ...{ text: 'Kooperativ', state: 'outdated', origin: 'import' },
        ...{ madeFrom: 'Zadruge', source: 'Zadruge in občine' },
      });
      expect(third).toMatchObject({ text: 'Det alldeles tredje stycket.', state: 'draft' });
    });

    it('to the right place when the original has got other paragraphs before', async () => {
      const xliff = await file();
      await edit(`Nov uvod.\n\n${BODY.replace('Tretji odstavek.', '')}`);
      let work = translated(xliff, 'Zadruge', 'Kooperativ');
      work = translated(work, 'Tretji', 'Tredje stycket.');
      const seen = await imported(work);
      expect(seen.blocks.map(({ verdict }) => verdict)).toEqual(['new', 'gone']);
      expect((await segments()).map(({ text }) => text)).toEqual([null, 'Kooperativ', null]);
    });

    it('replaces its own older work, even when the original has changed meanwhile', async () => {
      await save(['Kooperation', undefined, undefined]);
      const xliff = await file();
      await edit(BODY.replace('Zadruge', 'Zadruge in občine'));
      const seen = await imported(translated(xliff, 'Zadruge', 'Kooperativ'));
      expect(seen.blocks.map(({ verdict }) => verdict)).toEqual(['outdated']);
      expect((await segments())[0]).toMatchObject({ text: 'Kooperativ', state: 'outdated' });
    });

    it('all of it or nothing: what was not shown is not done', async () => {
      const seen = await preview(translated(await file(), 'Zadruge', 'Kooperativ'));
      await save(['Någon var snabbare', undefined, undefined]);
      const answer = await perform(seen);
      expect([answer.status, answer.body.code]).toEqual([409, 'exchange.refusal.changed']);
      expect((await segments())[0]!.text).toBe('Någon var snabbare');
      const again = (await translating.get(`${EXCHANGE}/imports/${seen.id}`)).body as Preview;
      expect(again.counts).toMatchObject({ newer: 1 });
      expect((await perform(again)).status).toBe(200);
      expect((await perform(again)).status).toBe(404);
      expect((await segments())[0]!.text).toBe('Någon var snabbare');
    });
  });

  describe('refuses', () => {
    const unit = (id: string, target = 'b', source = 'a') =>
      `<unit id="${id}"><segment><source>${source}</source><target>${target}</target></segment></unit>`;
    const xliff = (...files: [string, string][]) =>
      `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="sl" trgLang="sv">${files
        .map(([id, units]) => `\n<file id="${id}">${units}</file>`)
        .join('')}</xliff>`;

    it("other documents' ids, line by line, and takes the rest", async () => {
      const hidden = await aRoom(hub, { visibility: 'members', locale: 'sl' });
      const english = await said('In English', 'en');
      const other = await aRoom(hub, { locale: 'sl' });
      const seen = await preview(
        xliff(
          [`post.${randomUUID()}`, unit('body.0')],
          [`room.${hidden.id}`, unit('name.0')],
          [`person.${translator.id}`, unit('name.0')],
          [`post.${english.id}`, unit('body.0')],
          [`room.${other.id}`, unit('visibility.0') + unit('name.7')],
          ['chapter-7', unit('u1')],
          [`post.${post.id}`, unit('body.0', 'Kooperativ', 'Zadruge')],
        ),
      );
      expect(seen.blocks.map(({ line, verdict }) => [line, verdict])).toEqual([
        ...([
          [2, 'not_found'],
          [3, 'not_found'],
          [4, 'not_found'],
          [5, 'language'],
        ] as [number, string][]),
        ...([
          [6, 'gone'],
          [6, 'outdated'],
          [8, 'new'],
        ] as [number, string][]),
      ]);
      expect(seen.problems).toEqual([expect.objectContaining({ line: 7, code: 'id' })]);
      expect((await perform(seen)).body).toEqual({ imported: 2 });
    });

    it('words that cannot be kept, and translations that could not be shown', async () => {
      const texts = ['<cp hex="0000"/>x', '<cp hex="D800"/>x', `a${'\u0301'.repeat(40)}`, 'x'.repeat(20_001)];
      for (const [text, verdict] of [
        ...texts.slice(0, 3).map((each): [string, string] => [each, 'characters']),
        [texts[3]!, 'too_long'],
      ] as const) {
        const seen = await preview(xliff([`post.${post.id}`, unit('body.0', text, 'Zadruge')]));
        expect(seen.blocks.map((block) => block.verdict)).toEqual([verdict]);
      }
      const deep = '&gt; '.repeat(60);
      await save([undefined, '`npm`', 'c']);
      const seen = await preview(xliff([`post.${post.id}`, unit('body.0', `${deep}x`, 'Zadruge')]));
      expect(['new', 'markup']).toContain(seen.blocks[0]!.verdict);
      expect((await perform(seen)).status).toBe(200);
    });

    it('who may read but not translate, and languages that are none', async () => {
      const work = xliff([`post.${post.id}`, unit('body.0', 'b', 'Zadruge')]);
      const reader = await aPerson(hub, { grants: [{ role: 'member', placeId: room.platformId }] });
      const seen = await preview(work, await TestClient.as(hub, reader));
      expect(seen.blocks.map(({ verdict }) => verdict)).toEqual(['not_allowed']);
      expect((await bring(work, new TestClient(hub))).status).toBe(401);
      for (const languages of ['srcLang="sl" trgLang="sl"', 'srcLang="sl"', 'srcLang="sl" trgLang="xx"'])
        expect((await bring(work.replace(/srcLang.*?trgLang="sv"/, languages))).status).toBe(422);
    });

    it('more texts at once than the database can lock, and more segments', async () => {
      const texts = Array.from(
        { length: 2501 },
        () => [`post.${randomUUID()}`, unit('body.0')] as [string, string],
      );
      const many = await bring(xliff(...texts));
      expect([many.status, many.body.code]).toEqual([422, 'exchange.refusal.too_many_texts']);
      const units = Array.from({ length: 20_001 }, (_, place) => unit(`body.${place}`));
      const long = await bring(xliff([`post.${post.id}`, units.join('')]));
      expect([long.status, long.body.code]).toEqual([422, 'exchange.refusal.too_many_units']);
    });

    it("files of others, and those of one's own that are done or given up", async () => {
      const seen = await preview(xliff([`post.${post.id}`, unit('body.0', 'b', 'Zadruge')]));
      expect((await author.get(`${EXCHANGE}/imports/${seen.id}`)).status).toBe(404);
      expect((await perform(seen, author)).status).toBe(404);
      expect((await author.send('delete', `${EXCHANGE}/imports/${seen.id}`)).status).toBe(404);
      expect((await translating.send('delete', `${EXCHANGE}/imports/${seen.id}`)).status).toBe(204);
      expect((await perform(seen)).status).toBe(404);
      expect((await segments())[0]!.text).toBeNull();
    });

    it.each([
      ['laughs', '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><xliff>&b;</xliff>'],
      ['files of the machine', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff>&a;</xliff>'],
      ['half a document', '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0"><file'],
      ['another encoding', Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>\u00e9</a>', 'latin1')],
      ['nothing', ''],
      ['a page with a script', '<html><script>alert(1)</script></html>'],
    ])('%s', async (_, content) => {
      const answer = await bring(content);
      expect([answer.status, answer.body.errors[0].path]).toEqual([422, 'file']);
    });

    it('100 MB before they are sent, and a stream without end as soon as it is too much', async () => {
      const send = (headers: Record<string, string | number>, chunks: number): Promise<number> =>
        new Promise((resolve, reject) => {
          const url = new URL(`${hub.url}${EXCHANGE}/imports`);
          const sending = httpRequest(url, {
            method: 'POST',
            headers: { cookie: translating.cookie, 'content-type': 'text/xml', ...headers },
          });
          sending.on('response', (answer) => {
            resolve(answer.statusCode ?? 0);
            sending.destroy();
          });
          sending.on('error', reject);
          const chunk = Buffer.alloc(1024 * 1024, 0x20);
          const more = (left: number): void => {
            if (left > 0 && !sending.destroyed) sending.write(chunk, () => more(left - 1));
          };
          more(chunks);
        });
      expect(await send({ 'content-length': 100 * 1024 * 1024 }, 1)).toBe(413);
      expect(await send({ 'transfer-encoding': 'chunked' }, 12)).toBe(413);
    });
  });

  describe('of the memory', () => {
    const remember = (source: string, target: string, origin = 'person', place: string | null = null) =>
      hub.database.query(
        `insert into translation_memory (source_locale, target_locale, source_hash, source, target, origin, place)
         values ('sl', 'sv', $5, $1, $2, $3, $4)`,
        [source, target, origin, place, hashOf(source)],
      );
    const MEMORY = `${EXCHANGE}/memory?from=sl&to=sv`;
    const text = async (path: string, client = translating): Promise<string> =>
      (
        await client.agent
          .get(path)
          .buffer(true)
          .parse(whole as never)
      ).body as string;
    const organiser = async () =>
      TestClient.as(
        hub,
        await aPerson(hub, { grants: [{ role: 'organiser', placeId: room.partnershipId }] }),
      );

    beforeAll(async () => {
      await remember('Javna poved.', 'En offentlig mening.');
      await remember('Strojna poved.', 'En maskinmening.', 'machine:stub');
      await remember('Zasebna poved.', 'En privat mening.', 'person', randomUUID());
    });

    it('takes out what is public and made by people, and nothing else', async () => {
      const tmx = await text(MEMORY);
      expect(tmx).toContain('<seg>En offentlig mening.</seg>');
      expect(tmx).not.toMatch(/maskin|privat/);
      const reader = await TestClient.as(hub, await aPerson(hub));
      expect((await reader.get(MEMORY)).status).toBe(403);
      expect((await translating.get(`${EXCHANGE}/memory?from=it&to=sv`)).status).toBe(404);
    });

    it('takes in what is new and leaves what stands, for those who answer for a partnership', async () => {
      const client = await organiser();
      const before = await text(MEMORY, client);
      const same = await preview(before, client);
      expect([same.blocks, (await perform(same, client)).body]).toEqual([[], { imported: 0 }]);
      expect(await text(MEMORY, client)).toBe(before);
      const more = before
        .replace('En offentlig mening.', 'Något annat.')
        .replace('</body>', tu('Nova poved.', 'En ny mening.') + '</body>');
      const seen = await preview(more, client);
      expect(seen.blocks.map(({ verdict }) => verdict)).toEqual(['stands', 'new']);
      expect((await perform(seen, client)).body).toEqual({ imported: 1 });
      const csv = await text(`${MEMORY}&format=csv`, client);
      expect(csv).toContain('sl,Javna poved.,sv,En offentlig mening.');
      expect(csv).toContain('sl,Nova poved.,sv,En ny mening.');
      expect((await preview(csv, client)).counts).toEqual({ same: 2 });
      const translatorsOwn = await preview(more);
      expect(translatorsOwn.blocks.every(({ verdict }) => verdict === 'not_allowed')).toBe(true);
    });

    const tu = (source: string, target: string) =>
      `<tu srclang="sl"><tuv xml:lang="sl"><seg>${source}</seg></tuv><tuv xml:lang="sv"><seg>${target}</seg></tuv></tu>`;
  });

  describe('of the termbase', () => {
    const TERMS = `${EXCHANGE}/termbase`;
    const tbx = async (client: TestClient): Promise<string> =>
      (
        await client.agent
          .get(TERMS)
          .buffer(true)
          .parse(whole as never)
      ).body as string;

    it('goes out and comes back, by those who keep it', async () => {
      const client = await TestClient.as(
        hub,
        await aPerson(hub, { grants: [{ role: 'editor', placeId: room.partnershipId }] }),
      );
      const entry = (id: string, definition: string, terms: string) =>
        `<conceptEntry id="${id}"><descrip type="subjectField">actors</descrip><descripGrp>
         <descrip type="definition" xml:lang="en">${definition}</descrip></descripGrp>${terms}</conceptEntry>`;
      const section = (locale: string, word: string) =>
        `<langSec xml:lang="${locale}"><termSec><term>${word}</term></termSec></langSec>`;
      const document = (entries: string) =>
        `<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader/><text><body>${entries}</body></text></tbx>`;
      const words = section('en', 'cooperative') + section('sl', 'zadruga') + section('fr', 'coopérative');
      const seen = await preview(
        document(
          entry('c-cooperative', 'An enterprise of its members.', words) +
            entry('c-bad', '', section('en', 'x')),
        ),
        client,
      );
      expect(seen.blocks.map(({ verdict, about }) => [about, verdict])).toEqual([
        ['cooperative', 'new'],
        ['bad', 'invalid'],
      ]);
      expect(seen.problems).toEqual([expect.objectContaining({ code: 'language' })]);
      expect((await perform(seen, client)).body).toEqual({ imported: 1 });
      const before = await tbx(client);
      expect(before).toContain('<term>zadruga</term>');
      const same = await preview(before, client);
      expect([same.counts, same.blocks]).toEqual([{ same: 1 }, []]);
      await perform(same, client);
      expect(await tbx(client)).toBe(before);
      const changed = await preview(before.replace('its members', 'all its members'), client);
      expect(changed.counts).toEqual({ changed: 1 });
      expect((await preview(before)).counts).toEqual({ not_allowed: 1 });
    });
  });

  describe('has pages', () => {
    const PAGE = '/sv/translations/exchange';

    const upload = async (content: string, from = PAGE, token?: string): Promise<Response> => {
      const own = /name="_token" value="([^"]*)"/.exec((await translating.get(from)).text)![1]!;
      return translating.agent
        .post(`${PAGE}/imports`)
        .redirects(0)
        .field('_token', token ?? own)
        .attach('file', Buffer.from(content), 'översättning <b>.xlf');
    };

    it('where places and languages are chosen, and files taken', async () => {
      const first = await translating.get(PAGE);
      expect(first.text).toContain(`value="room.${room.id}"`);
      const { text } = await translating.get(`${PAGE}?place=room.${room.id}&to=sv`);
      const link = `${PAGE}/xliff2?room=${room.id}&amp;from=sl&amp;to=sv&amp;only=all`;
      expect(text).toContain(link);
      const answer = await translating.get(link.replaceAll('&amp;', '&'));
      expect([answer.status, answer.headers['content-type']]).toEqual([
        200,
        'application/xliff+xml; charset=utf-8',
      ]);
      const proposed = await translating.get(`${PAGE}?place=room.${room.id}`);
      expect(proposed.text).toContain(link);
      const one = await translating.get(`${PAGE}?place=text.post.${post.id}&to=sv`);
      expect(one.text).toContain(`text=post.${post.id}&amp;from=sl`);
      const none = await translating.get(`${PAGE}?place=room.${room.id}&to=it`);
      expect(none.status).toBe(200);
      expect((await translating.get(`${PAGE}?place=room.${randomUUID()}&to=sv`)).status).toBe(404);
    });

    it('where a file is looked at before it is imported, without a script', async () => {
      const answer = await upload(translated(await file(), 'Zadruge', 'Kooperativ &lt;b>'));
      expect(answer.status).toBe(303);
      const path = answer.headers['location']!;
      const shown = await translating.get(path);
      expect(shown.text).toContain('översättning &lt;b>.xlf');
      expect(shown.text).toContain('Kooperativ &lt;b>');
      expect(shown.text).toContain('Ny översättning, som utkast');
      const seen = /name="seen" value="([^"]*)"/.exec(shown.text)![1]!;
      const done = await translating.submit(path, { seen });
      expect([done.status, done.headers['location']]).toEqual([303, PAGE]);
      expect((await translating.get(PAGE)).text).toContain('Importerat: 1');
      expect((await segments())[0]!.text).toBe('Kooperativ <b>');
    });

    it('that show again what has changed since, and give a file up', async () => {
      const path = (await upload(translated(await file(), 'Zadruge', 'Kooperativ'))).headers['location']!;
      const answer = await translating.submit(path, { seen: 'something else' });
      expect(answer.status).toBe(409);
      expect(answer.text).toContain('Något har ändrats');
      expect((await translating.submit(path.replace('/preview', '/discard'), {}, path)).status).toBe(303);
      expect((await translating.get(path)).status).toBe(404);
    });

    it('that say at the field what is wrong with a file', async () => {
      const answer = await upload('<!DOCTYPE a><a/>');
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('DOCTYPE');
      expect(answer.text).toContain('id="import-field-file-error"');
      const none = await translating.submit(`${PAGE}/imports`, {}, PAGE);
      expect([none.status, none.text.includes('Välj en fil.')]).toEqual([422, true]);
    });

    it('whose forms prove that they were made for the session', async () => {
      expect((await upload('<a/>', PAGE, 'forged')).status).toBe(403);
      const foreign = await translating.agent
        .post(`${PAGE}/imports`)
        .set('Sec-Fetch-Site', 'cross-site')
        .attach('file', Buffer.from('<a/>'), 'a.xlf');
      expect(foreign.status).toBe(403);
    });

    it('that take no file that is too large, and no second one', async () => {
      const answer = await upload(' '.repeat(11 * 1024 * 1024));
      expect(answer.status).toBe(413);
    });
  });
});
