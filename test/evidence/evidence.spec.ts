import type { EntityManager } from 'typeorm';
import { Actors } from '../../src/accounts/actors.service';
import { Actor } from '../../src/core/access/actor';
import { Transactions } from '../../src/core/database/transactions';
import { type Citation, Evidence } from '../../src/evidence/evidence.service';
import type { Subject } from '../../src/evidence/relation';
import { Sources } from '../../src/evidence/sources.service';
import { newSource } from '../../src/evidence/source.schema';
import { aChapter, aChapterTranslation, aHandbook } from '../factories/handbooks';
import { aFile } from '../factories/files';
import { anOrganisation } from '../factories/organisations';
import { aPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

const BODY =
  'We meet **twice a month**, in\nthe library.\n\n- Nobody is\n  left out.\n- The [minutes](https://a.example/m) are public.';

describe('What statements rest on', () => {
  let hub: TestHub;
  let evidence: Evidence;
  let room: TestRoom;
  let writer: Actor;

  beforeAll(async () => {
    hub = await startHub();
    evidence = hub.app.get(Evidence);
    room = await aRoom(hub);
    const grants = [{ role: 'editor' as const, placeId: room.partnershipId }];
    writer = await actor(await aPerson(hub, { grants }));
  });
  afterAll(() => hub.close());

  const run = <Result>(work: (tx: EntityManager) => Promise<Result>) => hub.app.get(Transactions).run(work);
  const actor = async ({ id }: { id: string }) => (await hub.app.get(Actors).ofPerson(id))!;
  const cite = (statement: Subject, given: Omit<Citation, 'relation'>, by = writer) =>
    run((tx) => evidence.cite(tx, by, statement, { relation: 'rests_on', ...given }));
  const read = async ({ kind, id }: Subject, by = Actor.visitor, locales = ['en']) =>
    (await evidence.of(by, kind, [id], locales)).get(id) ?? [];
  const links = async ({ id }: Subject) =>
    (await hub.database.query<unknown[]>('select id from evidence where statement_id = $1', [id])).length;

  async function aStatement(body = 'Something', more: Parameters<typeof aChapter>[1] = {}): Promise<Subject> {
    const handbook = more.handbook ?? (await aHandbook(hub, { partnershipId: room.partnershipId! }));
    return { kind: 'chapter', id: (await aChapter(hub, { handbook, body, ...more })).id };
  }

  async function aPost(body = BODY, { place = room, locale = 'en' } = {}): Promise<Subject> {
    const organisation = await anOrganisation(hub, { name: 'Biblioteka', locale: 'sl' });
    const grants = [{ role: 'member' as const, placeId: place.platformId }];
    const speaker = await aPerson(hub, { name: 'Ana', grants, organisationId: organisation.id });
    const thread = await aThread(hub, place, speaker, { title: 'Where to meet' });
    const client = await TestClient.as(hub, speaker);
    const answer = await client.send(
      'post',
      `/api/v1/threads/${thread.id}/posts`,
      something(body, { locale }),
    );
    expect(answer.status).toBe(201);
    return { kind: 'post', id: (answer.body as { id: string }).id };
  }

  it('shows who said what, in which words, and where', async () => {
    const [statement, ground] = [await aStatement(), await aPost()];
    const id = await cite(statement, { ground, quote: 'We meet twice a month, in the library.' });
    expect(await read(statement)).toEqual([
      {
        ...{ id, relation: 'rests_on', kind: 'post', standing: 'sound', hidden: false, revision: 1 },
        ...{ standingSince: expect.any(String) as string, citedAt: expect.any(String) as string },
        quote: { text: 'We meet twice a month, in the library.', locale: 'en', rendering: null },
        ground: {
          ...{ id: ground.id, revision: 1, at: expect.any(String) as string, source: null },
          path: expect.stringMatching(/^\/threads\/.+#post-1$/) as string,
          title: {
            ...{ text: 'Where to meet', locale: 'en', state: 'original', outdated: false },
            ...{ originalLocale: 'en', by: null },
          },
          author: {
            name: 'Ana',
            organisation: expect.objectContaining({ name: 'Biblioteka', locale: 'sl' }) as object,
          },
          vote: null,
        },
      },
    ]);
  });

  it.each([
    'We meet twice a month',
    'meet  **twice**\n a month, in the library.',
    'Nobody is left out. The minutes are public.',
    'The [minutes](https://a.example/m) are public.',
  ])('finds the words however they are laid out: %j', async (quote) => {
    const [statement, ground] = [await aStatement(), await aPost()];
    await cite(statement, { ground, quote });
    expect(await links(statement)).toBe(1);
  });

  it.each([
    ['We meet three times a month', 'quote_absent'],
    ['we MEET twice', 'quote_absent'],
    ['** **', 'quote_empty'],
    ['', 'quote_empty'],
    ['x'.repeat(2001), 'quote_long'],
  ])('refuses words that were not said: %.20s', async (quote, problem) => {
    const [statement, ground] = [await aStatement(), await aPost()];
    await expect(cite(statement, { ground, quote })).rejects.toMatchObject({
      fields: [{ path: 'quote', key: `evidence:problem.${problem}` }],
    });
    expect(await links(statement)).toBe(0);
  });

  it('quotes the original and not a translation, which readers see beside it', async () => {
    const grounds = await aStatement('Prvi odstavek.\n\nDrugi odstavek je **dober**.', { locale: 'sl' });
    const body = 'First paragraph.\n\nThe second paragraph is **good**.';
    await aChapterTranslation(hub, grounds, { locale: 'en', title: 'Good', body });
    const statement = await aStatement();
    const translated = cite(statement, { ground: grounds, quote: 'The second paragraph' });
    await expect(translated).rejects.toMatchObject({
      fields: [{ key: 'evidence:problem.quote_translation' }],
    });
    await cite(statement, { ground: grounds, quote: 'odstavek je dober' });
    const [view] = await read(statement);
    expect(view!.quote).toEqual({
      ...{ text: 'odstavek je dober', locale: 'sl' },
      rendering: expect.objectContaining({ text: 'The second paragraph is good.', locale: 'en' }) as object,
    });
    expect(view!.ground!.title).toMatchObject({ text: 'Good', locale: 'en', originalLocale: 'sl' });
    const [own] = await read(statement, Actor.visitor, ['sl', 'en']);
    expect(own!.quote!.rendering).toBeNull();
  });

  it('takes the same passage once, and confirms it when it is cited again', async () => {
    const [statement, ground] = [await aStatement(), await aPost()];
    const first = await cite(statement, { ground, quote: 'twice a month' });
    await hub.database.query(`update evidence set standing = 'changed' where id = $1`, [first]);
    expect(await cite(statement, { ground, quote: 'twice a month' })).toBe(first);
    expect((await read(statement)).map(({ standing }) => standing)).toEqual(['sound']);
    await cite(statement, { ground, quote: 'the library' });
    await cite(statement, { ground });
    expect(await links(statement)).toBe(3);
  });

  it('refuses a circle, however long', async () => {
    const [one, two, three] = [await aStatement(), await aStatement(), await aStatement()];
    await cite(one, { ground: two });
    await cite(two, { ground: three });
    const circle = { fields: [{ path: 'evidence', key: 'evidence:problem.circle' }] };
    await expect(cite(three, { ground: one })).rejects.toMatchObject(circle);
    await expect(cite(one, { ground: one })).rejects.toMatchObject(circle);
    await cite(one, { ground: three });
  });

  it('refuses a circle also of two who cite each other at the same moment', async () => {
    for (let round = 0; round < 3; round += 1) {
      const [one, two] = [await aStatement(), await aStatement()];
      const both = await Promise.allSettled([cite(one, { ground: two }), cite(two, { ground: one })]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    }
  });

  it('lets only those cite, drop and confirm who may change the statement', async () => {
    const [statement, ground] = [await aStatement(), await aPost()];
    const stranger = await actor(await aPerson(hub));
    await expect(cite(statement, { ground }, stranger)).rejects.toMatchObject({ status: 403 });
    await expect(cite(statement, { ground }, Actor.visitor)).rejects.toMatchObject({ status: 401 });
    await expect(cite(ground, { ground: statement })).rejects.toMatchObject({ status: 404 });
    const id = await cite(statement, { ground });
    await expect(run((tx) => evidence.drop(tx, stranger, id))).rejects.toMatchObject({ status: 403 });
    await expect(run((tx) => evidence.confirm(tx, stranger, id))).rejects.toMatchObject({ status: 403 });
    await run((tx) => evidence.drop(tx, writer, id));
    await expect(run((tx) => evidence.drop(tx, writer, id))).rejects.toMatchObject({ status: 404 });
    const names = await hub.database.query<{ name: string }[]>(
      'select name from journal where subject_id = $1 order by id',
      [statement.id],
    );
    expect(names.map(({ name }) => name)).toEqual(['evidence.cited', 'evidence.dropped']);
  });

  it('counts what the reader may not see, and says nothing of it', async () => {
    const closed = await aRoom(hub, { visibility: 'members' });
    const seats = [
      { role: 'editor' as const, placeId: room.partnershipId },
      { role: 'member' as const, placeId: closed.platformId },
    ];
    const insider = await actor(await aPerson(hub, { grants: seats }));
    const [statement, ground] = [await aStatement(), await aPost('Only between us.', { place: closed })];
    await expect(cite(statement, { ground, quote: 'Only between us.' })).rejects.toMatchObject({
      status: 404,
    });
    await cite(statement, { ground, quote: 'Only between us.' }, insider);
    const [view] = await read(statement);
    expect(view).toMatchObject({ hidden: true, kind: 'post', standing: 'sound', quote: null, ground: null });
    expect(JSON.stringify(view)).not.toMatch(/between|Ana|Where to meet/);
    expect((await read(statement, insider))[0]).toMatchObject({
      hidden: false,
      quote: { text: 'Only between us.' },
    });
  });

  it('rests on sources and files, which are quoted by hand', async () => {
    const statement = await aStatement();
    const given = newSource.parse({
      ...{ title: 'Årsrapport', locale: 'sv', publisher: 'Socialstyrelsen', published: '2026-05' },
      ...{ address: 'https://a.example/report', readOn: '2026-11-01' },
    });
    const sources = hub.app.get(Sources);
    const id = await run((tx) => sources.add(tx, writer, given));
    expect(await run((tx) => sources.add(tx, writer, given))).toBe(id);
    await cite(statement, { ground: { kind: 'source', id }, quote: 'Sju av tio' });
    const uploader = await aPerson(hub);
    const file = await aFile(hub, uploader);
    await expect(cite(statement, { ground: { kind: 'file', id: file } })).rejects.toMatchObject({
      status: 404,
    });
    const [view] = await read(statement);
    expect(view).toMatchObject({
      quote: { text: 'Sju av tio', locale: 'sv', rendering: null },
      ground: { path: null, source: { publisher: 'Socialstyrelsen', published: '2026-05', deadSince: null } },
    });
    expect((await evidence.facts('chapter', [statement.id])).get(statement.id)).toEqual([
      {
        ...{
          id: view!.id,
          relation: 'rests_on',
          kind: 'source',
          ground: id,
          revision: null,
          standing: 'sound',
        },
        source: given,
      },
    ]);
    const later = newSource.parse({ ...given, readOn: '2999-01-01' });
    await expect(run((tx) => sources.add(tx, writer, later))).rejects.toMatchObject({
      fields: [{ path: 'readOn', key: 'evidence:problem.read_later' }],
    });
  });

  it.each(['2026-02-30', '2026-13', '1e308', '12026', '2026-05-01T00:00', 'May', '2026\u0000'])(
    'refuses %j as the time when a source was published',
    (published) => {
      const given = { title: 'A', locale: 'en', publisher: '', address: '', published, readOn: '2026-11-01' };
      expect(newSource.safeParse(given).success).toBe(false);
    },
  );

  it('counts the worst of what happened anywhere below', async () => {
    const [answer, conclusion, calm] = [await aStatement(), await aStatement(), await aStatement()];
    const ground = await aPost();
    await cite(answer, { ground: conclusion });
    const id = await cite(conclusion, { ground });
    await cite(conclusion, { ground: calm });
    await hub.database.query(`update evidence set standing = 'withdrawn' where id = $1`, [id]);
    const standing = await evidence.standingOf([answer.id, conclusion.id, calm.id]);
    expect([...standing.values()]).toEqual(['withdrawn', 'withdrawn', 'sound']);
  });
});
