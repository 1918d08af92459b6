import { aConcept } from '../factories/concepts';
import { aChapter, aChapterTranslation, aHandbook, type TestHandbook } from '../factories/handbooks';
import { aFundingNotice, aPartnership, aStatement, type TestPartnership } from '../factories/partnerships';
import { aPerson } from '../factories/people';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

describe('Reading a handbook', () => {
  let hub: TestHub;
  let visitor: TestClient;
  let editor: TestClient;
  let partnership: TestPartnership;
  let book: TestHandbook;

  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.close());
  beforeEach(async () => {
    visitor = new TestClient(hub);
    partnership = await aPartnership(hub, { acronym: 'COOP', locale: 'sl' });
    const grants = [{ role: 'editor' as const, placeId: partnership.id }];
    editor = await TestClient.as(hub, await aPerson(hub, { grants }));
    const slug = `prirocnik-${partnership.id.slice(0, 8)}`;
    book = await aHandbook(hub, {
      ...{ partnershipId: partnership.id, slug, title: 'Priročnik dobrih praks', locale: 'sl' },
      ...{ subtitle: 'Za občine', summary: 'O sodelovanju.' },
    });
  });

  /** An introduction, and a part with two chapters; the second one has a section. */
  async function aWholeBook() {
    const introduction = await aChapter(hub, {
      ...{ handbook: book, slug: 'uvod', title: 'Uvod', numbered: false, locale: 'sl' },
    });
    const part = await aChapter(hub, {
      ...{ handbook: book, slug: 'sodelovanje', title: 'Sodelovanje', body: null, locale: 'sl' },
    });
    const first = await aChapter(hub, {
      ...{ handbook: book, parentId: part.id, slug: 'miza', title: 'Kdo sedi za mizo', locale: 'sl' },
    });
    const second = await aChapter(hub, {
      ...{ handbook: book, parentId: part.id, slug: 'narocanje', title: 'Javno naročanje', locale: 'sl' },
      ...{ lead: 'V enem stavku.', body: '## Najprej razdeliti\n\nBesedilo.[^1]\n\n[^1]: Vir.' },
    });
    const section = await aChapter(hub, {
      ...{ handbook: book, parentId: second.id, slug: 'merila', title: 'Merila', locale: 'sl' },
      ...{ body: '## Socialna merila\n\nGlej [](chapter:miza).' },
    });
    return { introduction, part, first, second, section };
  }

  it('needs no account: contents with numbers, chapters with their sections, and the way from one to the next', async () => {
    await aWholeBook();
    const list = await visitor.get('/sl/handbooks');
    expect(list.text).toContain(`/sl/handbooks/${book.slug}`);
    const title = await visitor.get(`/sl/handbooks/${book.slug}`);
    expect(title.status).toBe(200);
    expect(title.text).toMatch(/1\.2<\/span>.*Javno naročanje/);
    expect(title.text).toMatch(/1\.2\.1<\/span>.*#merila/);
    const { text, status } = await visitor.get(`/sl/handbooks/${book.slug}/narocanje`);
    expect(status).toBe(200);
    expect(text).toContain('<h1 lang="sl">Javno naročanje</h1>');
    expect(text).toContain('<h2 id="h-1">Najprej razdeliti</h2>');
    expect(text).toContain('<h3 id="merila-h-1">Socialna merila</h3>');
    expect(text).toMatch(/href="\/sl\/handbooks\/[\w-]+\/miza">1\.1 Kdo sedi za mizo<\/a>/);
    expect(text).toContain('href="#n-1"');
    expect(text).toMatch(/class="turn".*Kdo sedi za mizo/);
  });

  it('shows a text in the language of the page where there is one, and says how it stands', async () => {
    const { second } = await aWholeBook();
    const body = '## Prima dividere\n\nTesto.[^1]\n\n[^1]: Fonte.';
    await aChapterTranslation(hub, second, { locale: 'it', title: 'Appalti pubblici', body });
    await aChapterTranslation(hub, second, { locale: 'en', title: 'Procurement', body, status: 'machine' });
    await hub.database.query('update chapters set revision = 2 where id = $1', [second.id]);
    const { text } = await visitor.get(`/it/handbooks/${book.slug}/narocanje`);
    expect(text).toContain('<h1 lang="it">Appalti pubblici</h1>');
    expect(text).toContain('state-outdated');
    expect(text).toContain(`/it/texts/chapter/${second.id}`);
    expect(text).toContain('<h2 id="h-1">Prima dividere</h2>');
    expect(text).toMatch(/lang="sl">1\.1 |lang="sl">Kdo sedi/);
    const machine = await visitor.get(`/en/handbooks/${book.slug}/narocanje`);
    expect(machine.text).toContain('state-machine');
    const elsewhere = await visitor.get(`/sv/handbooks/${book.slug}/narocanje`);
    expect(elsewhere.text).toContain('state-missing');
  });

  it('leads from the address of a section to its place on the page of its chapter', async () => {
    await aWholeBook();
    const { status, headers } = await visitor.get(`/it/handbooks/${book.slug}/merila`);
    expect(status).toBe(303);
    expect(headers['location']).toBe(`/it/handbooks/${book.slug}/narocanje#merila`);
  });

  it('puts in what a text includes, for who may see it, and says what is gone', async () => {
    const concept = await aConcept(hub, {
      ...{
        locale: 'en',
        definition: 'Business for others.',
        terms: { en: 'social enterprise', sl: 'socialno podjetje' },
      },
    });
    const statement = await aStatement(hub, partnership.id, {
      kind: 'message',
      text: 'Skupaj.',
      locale: 'sl',
    });
    const secret = await aPartnership(hub, { status: 'draft' });
    const hidden = await aStatement(hub, secret.id, { text: 'Nobody may read this.' });
    const inclusions = [
      `::: definition ${concept.slug}\n:::`,
      `::: message ${statement.id}\n:::`,
      `::: message ${hidden.id}\n:::`,
      `::: message not-a-guid\n:::`,
      '::: key\nBistveno.\n:::',
    ];
    await aChapter(hub, { handbook: book, slug: 'vse', locale: 'sl', body: inclusions.join('\n\n') });
    const { text } = await visitor.get(`/sl/handbooks/${book.slug}/vse`);
    expect(text).toMatch(/socialno podjetje<\/a><\/b> Business for others\./);
    expect(text).toContain('Skupaj.');
    expect(text).not.toContain('Nobody may read');
    expect(text.match(/class="gone"/g)).toHaveLength(2);
    expect(text).toContain('callout-key');
  });

  it('carries the wording of the grant on every page', async () => {
    await aWholeBook();
    await aFundingNotice(hub, partnership.id, { statement: 'Paid for by the Union.' });
    for (const path of ['', `/${book.slug}`, `/${book.slug}/narocanje`])
      expect((await visitor.get(`/sl/handbooks${path}`)).text).toContain('Paid for by the Union.');
  });

  it('offers the same by the interface for programs', async () => {
    await aWholeBook();
    const list = await visitor.get('/api/v1/handbooks');
    expect(list.body.items.map(({ slug }: { slug: string }) => slug)).toContain(book.slug);
    const { body: handbook } = await visitor.get(`/api/v1/handbooks/${book.slug}?locale=sl`);
    expect(handbook.contents.map(({ number }: { number: string }) => number)).toEqual([
      ...[null, '1', '1.1', '1.2', '1.2.1'],
    ]);
    expect(handbook.can).toEqual({ edit: false, publish: false, freeze: false });
    const { body: outline } = await visitor.get(`/api/v1/handbooks/${book.slug}/outline?locale=sl`);
    expect(outline.chapters).toHaveLength(5);
    const chapter = await visitor.get(`/api/v1/handbooks/${book.slug}/chapters/narocanje?locale=sl`);
    expect(chapter.body).toMatchObject({
      ...{ number: '1.2', previous: { slug: 'miza' }, next: null },
      sections: [{ number: '1.2.1', slug: 'merila' }],
    });
  });

  it('lists figures with the numbers that they have in all languages', async () => {
    const [one, two] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
    await aChapter(hub, { handbook: book, slug: 'ena', locale: 'sl', body: `![Prva](/files/${one})` });
    await aChapter(hub, {
      handbook: book,
      slug: 'dve',
      locale: 'sl',
      body: `![Druga **slika**](/files/${two})`,
    });
    const { body } = await visitor.get(`/api/v1/handbooks/${book.slug}/outline`);
    expect(body.figures).toEqual([
      { number: 1, file: one, caption: 'Prva', captionLocale: 'sl', chapter: 'ena' },
      { number: 2, file: two, caption: 'Druga slika', captionLocale: 'sl', chapter: 'dve' },
    ]);
  });

  describe('threat: somebody reads what is not published', () => {
    const paths = (slug: string) => [
      ...['/sl/handbooks', `/sl/handbooks/${book.slug}`, `/sl/handbooks/${book.slug}/narocanje`],
      ...['/api/v1/handbooks', `/api/v1/handbooks/${book.slug}`, `/api/v1/handbooks/${book.slug}/outline`],
      ...[`/api/v1/handbooks/${book.slug}/chapters/narocanje`, `/sl/handbooks/${book.slug}/${slug}`],
      `/api/v1/handbooks/${book.slug}/chapters/${slug}`,
    ];

    it.each(['draft', 'withdrawn'] as const)('a chapter that is %s', async (status) => {
      const { second } = await aWholeBook();
      await aChapter(hub, { handbook: book, slug: 'skrito', title: 'Skrivnost', status });
      await aChapter(hub, { handbook: book, parentId: second.id, slug: 'pod', title: 'Skrivnost', status });
      for (const path of paths('skrito')) {
        const answer = await visitor.get(path);
        expect([path, answer.text]).toEqual([path, expect.not.stringContaining('Skrivnost')]);
      }
      expect((await editor.get(`/sl/handbooks/${book.slug}`)).text).toContain('Skrivnost');
    });

    it('a handbook that is a draft, or of a partnership that is one', async () => {
      await aWholeBook();
      const drafts = [
        `update handbooks set status = 'draft', title = 'Skrivnost' where id = $1`,
        `update partnerships set status = 'draft' where id = (select partnership_id from handbooks where id = $1)`,
      ];
      for (const draft of drafts) {
        await hub.database.query(draft, [book.id]);
        for (const path of paths('narocanje').filter((each) => each.includes(book.slug)))
          expect([path, (await visitor.get(path)).status]).toEqual([path, 404]);
        expect((await visitor.get('/sl/handbooks')).text).not.toContain('Skrivnost');
      }
    });

    it('a published section below a chapter that is not', async () => {
      const { second } = await aWholeBook();
      await hub.database.query(`update chapters set status = 'withdrawn' where id = $1`, [second.id]);
      for (const path of paths('merila'))
        expect([path, (await visitor.get(path)).text]).toEqual([path, expect.not.stringContaining('Merila')]);
    });
  });

  it('answers addresses that cannot be', async () => {
    for (const path of ['/sl/handbooks/%00', '/sl/handbooks/x/y', `/sl/handbooks/${book.slug}/A%20B`])
      expect((await visitor.get(path)).status).toBe(404);
  });
});
