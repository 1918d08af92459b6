import type { Book } from '../../src/editions/book';
import { aConcept } from '../factories/concepts';
import { aChapter, aHandbook, type TestHandbook } from '../factories/handbooks';
import { aPartnership, aStatement } from '../factories/partnerships';
import { aPerson } from '../factories/people';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

/** A translation as it stands beside a chapter. */
interface Translated {
  title: string;
  body?: string | null;
  status?: string;
  by?: string | null;
  origin?: string;
  sourceRevision?: number;
}

describe('Editions', () => {
  let hub: TestHub;
  let visitor: TestClient;

  beforeAll(async () => {
    hub = await startHub();
    visitor = new TestClient(hub);
  });
  afterAll(() => hub.close());

  async function book(options: Parameters<typeof aHandbook>[1] = {}) {
    const { id: partnershipId } = await aPartnership(hub, { name: 'Skupaj' });
    await hub.database.query(
      `insert into funding_notices (partnership_id, version, statement, disclaimer, locale, emblem)
       values ($1, 1, 'This project has received funding.', 'Sole responsibility lies with the author.', 'en', true)`,
      [partnershipId],
    );
    const handbook = await aHandbook(hub, { partnershipId, title: 'Priročnik', locale: 'sl', ...options });
    const person = await aPerson(hub, { grants: [{ role: 'organiser', placeId: partnershipId }] });
    return { handbook, partnershipId, organiser: await TestClient.as(hub, person) };
  }

  async function translated(id: string, locale: string, said: Translated): Promise<void> {
    await hub.database.query(
      `insert into chapter_translations
         (owner_id, locale, title, body, status, source_revision, origin, translated_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[id, locale, said.title, said.body ?? null, said.status ?? 'reviewed', said.sourceRevision ?? 1],
        ...[said.origin ?? 'person', said.by ?? null],
      ],
    );
  }

  /** What the editions of other tests still wait for need not be made. */
  const forgetFiles = () => hub.database.query('delete from edition_files');

  const uses = (chapter: string, file: string) =>
    hub.database.query(
      `insert into file_uses (file_id, kind, owner_id, position) values ($1, 'chapter', $2, 1)`,
      [file, chapter],
    );

  const freeze = (client: TestClient, { slug }: TestHandbook, input: object) =>
    client.send('post', `/api/v1/handbooks/${slug}/editions`, input);

  async function frozenBook({ slug }: TestHandbook, locale: string): Promise<Book> {
    const [row] = await hub.database.query<{ book: Book }[]>(
      `select book from editions edition join handbooks handbook on handbook.id = edition.handbook_id
       where handbook.slug = $1 and edition.locale = $2 order by number desc limit 1`,
      [slug, locale],
    );
    return row!.book;
  }

  it('are numbered in each language, and say no other word when the handbook changes', async () => {
    const { handbook, organiser } = await book();
    const chapter = await aChapter(hub, { handbook, title: 'Prvo', body: 'Stare besede.', locale: 'sl' });
    const input = { locale: 'sl', editors: ['Ana Urednica'], isbn: '978-3-16-148410-0' };
    const first = await freeze(organiser, handbook, input);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ locale: 'sl', number: 1, title: 'Priročnik' });
    await hub.database.query(`update chapters set body = 'Nove besede.', revision = 2 where id = $1`, [
      chapter.id,
    ]);
    expect(JSON.stringify(await frozenBook(handbook, 'sl'))).toContain('Stare besede.');
    expect((await freeze(organiser, handbook, input)).body).toMatchObject({ number: 2 });
    expect(JSON.stringify(await frozenBook(handbook, 'sl'))).toContain('Nove besede.');
    expect(await frozenBook(handbook, 'sl')).toMatchObject({
      imprint: {
        editors: ['Ana Urednica'],
        isbn: '978-3-16-148410-0',
        funding: [{ locale: 'en', emblem: true }],
      },
    });
    const list = await visitor.get(`/api/v1/handbooks/${handbook.slug}/editions`);
    expect(list.body.editions.map((each: { number: number }) => each.number)).toEqual([2, 1]);
  });

  it('list what is missing and outdated before they are frozen, and leave the decision to the organiser', async () => {
    const { handbook, organiser } = await book();
    const done = await aChapter(hub, {
      handbook,
      title: 'Uvod',
      body: 'Dobro.',
      locale: 'sl',
      numbered: false,
    });
    await translated(done.id, 'it', { title: 'Introduzione', body: 'Bene.', by: 'Bruna' });
    const old = await aChapter(hub, { handbook, title: 'Staro', body: 'Novo.', locale: 'sl', revision: 3 });
    await translated(old.id, 'it', { title: 'Vecchio', body: 'Prima.', sourceRevision: 2 });
    await aChapter(hub, { handbook, title: 'Manjka', body: 'Samo tu. [](chapter:nowhere)', locale: 'sl' });
    await aChapter(hub, { handbook, title: 'Osnutek', locale: 'sl', status: 'draft' });
    const path = `/it/editions/${handbook.slug}/new?language=it`;
    const page = await organiser.get(path);
    expect(page.text).toContain('Traduzione da aggiornare');
    expect(page.text).toMatch(/Non tradotto[^]*Manjka/);
    expect(page.text).toContain('nowhere');
    expect(page.text).not.toContain('Osnutek');
    const fields = { locale: 'it', machine: 'original', editors: '', isbn: '', issn: '', note: 'Va bene' };
    const refused = await organiser.submit(`/it/editions/${handbook.slug}/new`, fields, path);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Va bene');
    const frozen = await organiser.submit(
      `/it/editions/${handbook.slug}/new`,
      { ...fields, decided: 'true' },
      path,
    );
    expect(frozen.status).toBe(303);
    const { chapters, imprint } = await frozenBook(handbook, 'it');
    expect(chapters.map((each) => [each.number, each.title, each.locale])).toEqual([
      [null, 'Introduzione', 'it'],
      ['1', 'Vecchio', 'it'],
      ['2', 'Manjka', 'sl'],
    ]);
    expect(chapters[0]!.credit).toBe('Traduzione dallo sloveno: Bruna');
    expect(imprint.translators).toEqual(['Bruna']);
    expect(imprint.notes).toEqual([
      'L’originale è cambiato dopo la traduzione: 1 Vecchio',
      'Stampato in sloveno, lingua originale: 2 Manjka',
    ]);
  });

  it('print what a machine has made only when they are told to, and never unmarked', async () => {
    const { handbook, organiser } = await book();
    const { id } = await aChapter(hub, { handbook, title: 'Zakaj', body: 'Zato.', locale: 'sl' });
    await translated(id, 'sv', {
      title: 'Varför',
      body: 'Därför.',
      status: 'machine',
      origin: 'machine:libretranslate',
    });
    await freeze(organiser, handbook, { locale: 'sv', machine: 'original', decided: true });
    expect((await frozenBook(handbook, 'sv')).chapters[0]).toMatchObject({ title: 'Zakaj', locale: 'sl' });
    await freeze(organiser, handbook, { locale: 'sv', machine: 'marked', decided: true });
    const [marked] = (await frozenBook(handbook, 'sv')).chapters;
    expect(marked).toMatchObject({ title: 'Varför', locale: 'sv' });
    expect(marked!.credit).toMatch(/^Maskinöversatt från slovenska, inte granskad/);
  });

  it('carry definitions, key messages, the words of the field and where they stand', async () => {
    const { handbook, partnershipId, organiser } = await book();
    const concept = await aConcept(hub, {
      definition: 'A business with a social aim.',
      terms: {
        sl: 'socialno podjetje',
        it: 'impresa sociale',
        sv: 'socialt företag',
        en: 'social enterprise',
      },
    });
    const message = await aStatement(hub, partnershipId, {
      kind: 'message',
      text: 'Skupaj zmoremo.',
      locale: 'sl',
    });
    const foreign = await aStatement(hub, (await aPartnership(hub)).id, {
      kind: 'message',
      text: 'Not ours.',
    });
    const body = [
      'Socialna podjetja zaposlujejo.',
      `::: definition ${concept.slug}\n:::`,
      `::: message ${message.id}\n:::`,
      `::: message ${foreign.id}\n:::`,
    ].join('\n\n');
    const { slug } = await aChapter(hub, { handbook, title: 'Prvo', body, locale: 'sl' });
    expect((await freeze(organiser, handbook, { locale: 'sl', decided: true })).status).toBe(201);
    const { chapters, glossary, index } = await frozenBook(handbook, 'sl');
    expect(chapters[0]!.body.blocks.slice(1)).toEqual([
      {
        kind: 'definition',
        term: 'socialno podjetje',
        definition: 'A business with a social aim.',
        locale: 'en',
      },
      { kind: 'message', text: 'Skupaj zmoremo.', locale: 'sl' },
      { kind: 'gone' },
    ]);
    expect(glossary.rows).toEqual([
      expect.objectContaining({
        term: expect.objectContaining({ sl: 'socialno podjetje', it: 'impresa sociale' }),
      }),
    ]);
    expect(index.themes).toEqual([{ word: 'socialno podjetje', at: [slug] }]);
  });

  it('an empty handbook, and pictures of people who have not agreed, cannot be frozen at all', async () => {
    const { handbook, organiser } = await book();
    const empty = await freeze(organiser, handbook, { locale: 'sl', decided: true });
    expect(empty.status).toBe(422);
    expect(empty.body.errors).toMatchObject([{ path: 'decided' }]);
    const [{ id }] = await hub.database.query<[{ id: string }]>(
      `insert into files (sha256, name, type, size, width, height, alt, locale, credit, licence, consent)
       values (repeat('a', 64), 'people.jpg', 'image/jpeg', 9, 8, 6, 'Ljudje za mizo', 'sl', 'Prizma', 'CC BY 4.0', 'no')
       returning id`,
    );
    const { id: chapter } = await aChapter(hub, { handbook, body: `![Miza](/files/${id})`, locale: 'sl' });
    await uses(chapter, id);
    expect((await freeze(organiser, handbook, { locale: 'sl', decided: true })).status).toBe(422);
    await hub.database.query(`update files set consent = 'yes' where id = $1`, [id]);
    expect((await freeze(organiser, handbook, { locale: 'sl' })).status).toBe(201);
    const { figures } = await frozenBook(handbook, 'sl');
    expect(figures[id]).toMatchObject({ number: 1, alt: 'Ljudje za mizo', credit: 'Prizma, CC BY 4.0' });
    const [{ kept }] = await hub.database.query<[{ kept: number }]>(
      `select count(*)::int as kept from file_uses where file_id = $1 and kind = 'edition'`,
      [id],
    );
    expect(kept).toBe(1);
  });

  it('an address of somebody else’s picture, typed into a chapter, does not bring it into print', async () => {
    const { handbook, organiser } = await book();
    const [{ id }] = await hub.database.query<[{ id: string }]>(
      `insert into files (sha256, name, type, size, width, height, alt, locale, licence, consent)
       values (repeat('c', 64), 'secret.png', 'image/png', 9, 8, 6, 'Skrivnost', 'sl', 'CC BY 4.0', 'nobody') returning id`,
    );
    await aChapter(hub, { handbook, body: `![Tuja](/files/${id})`, locale: 'sl' });
    expect((await freeze(organiser, handbook, { locale: 'sl', decided: true })).status).toBe(201);
    const { chapters, figures } = await frozenBook(handbook, 'sl');
    expect(chapters[0]!.body.blocks).toEqual([{ kind: 'gone' }]);
    expect(figures).toEqual({});
  });

  it('a number that is no ISBN is refused, and what was typed stays', async () => {
    const { handbook, organiser } = await book();
    await aChapter(hub, { handbook, locale: 'sl' });
    const path = `/sv/editions/${handbook.slug}/new?language=sl`;
    const fields = {
      locale: 'sl',
      machine: 'original',
      editors: 'Eva',
      isbn: '978-3-16-148410-1',
      issn: '',
      note: '',
    };
    const answer = await organiser.submit(`/sv/editions/${handbook.slug}/new`, fields, path);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('978-3-16-148410-1');
    expect(answer.text).toContain('Eva');
    const bad = { locale: 'sl', issn: '1234-5678', editors: Array.from({ length: 31 }, () => 'x') };
    expect((await freeze(organiser, handbook, bad)).status).toBe(422);
    expect((await freeze(organiser, handbook, { locale: 'xx' })).status).toBe(422);
  });

  it('a member who does not edit the handbook cannot freeze it, and nobody sees the editions of a draft', async () => {
    const { handbook, organiser } = await book({ status: 'draft' });
    await aChapter(hub, { handbook, locale: 'sl' });
    expect((await freeze(organiser, handbook, { locale: 'sl' })).status).toBe(201);
    const stranger = await TestClient.as(hub, await aPerson(hub));
    for (const client of [visitor, stranger]) {
      expect((await client.get(`/sl/editions/${handbook.slug}`)).status).toBe(404);
      expect((await client.get(`/sl/editions/${handbook.slug}/sl/1/html`)).status).toBe(404);
      expect((await client.get(`/api/v1/handbooks/${handbook.slug}/editions/sl/1`)).status).toBe(404);
    }
    await hub.database.query(`update handbooks set status = 'published' where id = $1`, [handbook.id]);
    expect((await freeze(stranger, handbook, { locale: 'sl' })).status).toBe(403);
    expect((await visitor.get(`/sl/editions/${handbook.slug}/new`)).status).toBe(401);
    expect((await visitor.get(`/sl/editions/${handbook.slug}/sl/1`)).status).toBe(200);
    expect((await visitor.get(`/sl/editions/${handbook.slug}/sl/2`)).status).toBe(404);
    expect((await visitor.get(`/sl/editions/${handbook.slug}/sl/99999999999`)).status).toBe(404);
  });

  it('are made into files by the worker, each once, and handed to whoever may read', async () => {
    await forgetFiles();
    const { handbook, organiser } = await book();
    await aChapter(hub, { handbook, title: 'Čaj & »kava«', body: 'Besede <b>tu</b>.', locale: 'sl' });
    await freeze(organiser, handbook, { locale: 'sl' });
    const page = await visitor.get(`/sl/editions/${handbook.slug}/sl/1`);
    expect(page.text).toContain('Čaka');
    expect((await visitor.get(`/sl/editions/${handbook.slug}/sl/1/epub`)).status).toBe(404);
    await hub.drain();
    const { body } = await visitor.get(`/api/v1/handbooks/${handbook.slug}/editions/sl/1`);
    expect(
      body.files.map(({ format, state }: { format: string; state: string }) => `${format} ${state}`),
    ).toEqual([
      ...['pdf-a4 ready', 'pdf-b5 ready', 'printshop-a4 ready', 'printshop-b5 ready'],
      ...['epub ready', 'html ready', 'docx ready'],
    ]);
    for (const { address, bytes } of body.files as { address: string; bytes: number }[]) {
      const file = await visitor.agent.get(address).responseType('blob');
      expect(file.status).toBe(200);
      expect((file.body as Buffer).length).toBe(bytes);
      expect(file.headers['content-disposition']).toMatch(/^attachment; filename="handbook-[\w-]+\.\w+"$/);
      expect(file.headers['x-content-type-options']).toBe('nosniff');
    }
    const html = await visitor.agent.get(`/sl/editions/${handbook.slug}/sl/1/html`).responseType('blob');
    expect((html.body as Buffer).toString()).toContain('Čaj &amp; »kava«');
    expect((html.body as Buffer).toString()).toContain('This project has received funding.');
    const again = await organiser.submit(
      `/sl/editions/${handbook.slug}/sl/1/epub`,
      {},
      `/sl/editions/${handbook.slug}/new?language=sl`,
    );
    expect(again.status).toBe(303);
    await hub.drain();
    const after = await visitor.get(`/api/v1/handbooks/${handbook.slug}/editions/sl/1`);
    expect(after.body.files).toEqual(body.files);
  });

  it('say what went wrong with a file, and make it again when they are asked', async () => {
    await forgetFiles();
    const { handbook, organiser } = await book();
    const [{ id }] = await hub.database.query<[{ id: string }]>(
      `insert into files (sha256, name, type, size, width, height, alt, locale, licence, consent)
       values (repeat('b', 64), 'gone.png', 'image/png', 9, 8, 6, 'Izgubljena', 'sl', 'CC BY 4.0', 'nobody') returning id`,
    );
    const { id: chapter } = await aChapter(hub, { handbook, body: `![Slika](/files/${id})`, locale: 'sl' });
    await uses(chapter, id);
    await freeze(organiser, handbook, { locale: 'sl' });
    await hub.drain();
    const page = await organiser.get(`/sl/editions/${handbook.slug}/sl/1`);
    expect(page.text).toContain('Poskusi znova');
    const stranger = await visitor.get(`/sl/editions/${handbook.slug}/sl/1`);
    expect(stranger.text).not.toContain('Poskusi znova');
  });
});
