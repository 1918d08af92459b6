import { randomUUID } from 'node:crypto';
import { SearchIndex } from '../../src/search/index/search-index.service';
import { readXml } from '../../src/core/xml/read-xml';
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

  it('is sent again to visitors as it was drawn, and anew as soon as something has changed', async () => {
    const { second } = await aWholeBook();
    const path = `/sl/handbooks/${book.slug}/narocanje`;
    const tagOf = async () => {
      for (let tries = 0; tries < 50; tries += 1) {
        const { headers } = await visitor.get(path);
        if (headers['etag']) return headers['etag'];
      }
      throw new Error('never kept');
    };
    const tag = await tagOf();
    expect((await visitor.get(path, { 'If-None-Match': tag })).status).toBe(304);
    await aChapterTranslation(hub, second, { locale: 'it', title: 'Appalti' });
    const { headers, text } = await visitor.get(path);
    expect(headers['etag']).toBeUndefined();
    expect(text).toContain('state-reviewed');
    expect(await tagOf()).not.toBe(tag);
    await hub.database.query(`update chapters set title = 'Novi naslov', revision = 2 where slug = 'miza'`);
    expect((await visitor.get(path)).text).toContain('Novi naslov');
  });

  it('says of a withdrawn chapter that it was there', async () => {
    const { second } = await aWholeBook();
    await hub.database.query(`update chapters set status = 'withdrawn' where id = $1`, [second.id]);
    for (const name of ['narocanje', 'merila'])
      expect([name, (await visitor.get(`/sl/handbooks/${book.slug}/${name}`)).status]).toEqual([
        ...[name, name === 'narocanje' ? 410 : 303],
      ]);
    const { text } = await visitor.get(`/sl/handbooks/${book.slug}/narocanje`);
    expect(text).toContain('umaknjeno');
    expect(text).not.toContain('Javno naročanje');
    await aChapter(hub, { handbook: book, slug: 'nikoli', status: 'withdrawn' });
    expect((await visitor.get(`/sl/handbooks/${book.slug}/nikoli`)).status).toBe(404);
    expect((await editor.get(`/sl/handbooks/${book.slug}/narocanje`)).status).toBe(200);
  });

  it('can be followed, in the language of the reader', async () => {
    const { second } = await aWholeBook();
    await aChapterTranslation(hub, second, { locale: 'it', title: 'Appalti & gare' });
    await aChapter(hub, { handbook: book, slug: 'skrito', title: 'Skrivnost', status: 'draft' });
    await hub.database.query(`update chapters set edited_at = now() + interval '1 hour' where id = $1`, [
      second.id,
    ]);
    const { text: page } = await visitor.get(`/it/handbooks/${book.slug}`);
    expect(page).toContain(`type="application/atom+xml" href="/it/handbooks/${book.slug}/feed.atom"`);
    const { text, headers } = await visitor.get(`/it/handbooks/${book.slug}/feed.atom`);
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    const feed = await readXml(Buffer.from(text));
    const entries = feed.children.filter((each) => typeof each !== 'string' && each.name === 'entry');
    expect(entries).toHaveLength(5);
    expect(text.indexOf('1.2 Appalti &amp; gare')).toBeLessThan(text.indexOf('1.1 Kdo sedi'));
    expect(text).toContain(`/it/handbooks/${book.slug}/narocanje#merila`);
    expect(text).not.toContain('Skrivnost');
    await hub.database.query(`update handbooks set status = 'draft' where id = $1`, [book.id]);
    expect((await visitor.get(`/it/handbooks/${book.slug}/feed.atom`)).status).toBe(404);
  });

  it('tells machines what it is, in words that cannot leave their element', async () => {
    const evil = '</script><script>hacked()</script>';
    await aChapter(hub, { handbook: book, slug: 'zlo', title: evil, lead: evil, locale: 'sl' });
    const { text } = await visitor.get(`/sl/handbooks/${book.slug}/zlo`);
    expect(text).not.toContain('<script>hacked');
    const [, facts] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(text)!;
    expect(JSON.parse(facts!)).toMatchObject({
      ...{ '@type': 'Chapter', name: evil, inLanguage: 'sl', position: '1' },
      license: 'https://creativecommons.org/licenses/by/4.0/',
      isPartOf: { '@type': 'Book', name: 'Priročnik dobrih praks' },
    });
    expect(text).toContain('<meta property="og:locale" content="sl_SI"/>');
  });

  it('can be cited, in words of the reader and for lists of literature', async () => {
    await aChapter(hub, { handbook: book, slug: 'sto', title: '100 % {naše} & vaše', locale: 'sl' });
    await hub.database.query(`update handbooks set doi = '10.1234/coop.2013' where id = $1`, [book.id]);
    const { text } = await visitor.get(`/sl/handbooks/${book.slug}/sto`);
    expect(text).toMatch(
      /class="citation">[^<]*V: Priročnik dobrih praks, različica 1\. https:\/\/doi\.org\/10\.1234\/coop\.2013/,
    );
    const bibtex = await visitor.get(`/sl/handbooks/${book.slug}/sto/cite.bib`);
    expect(bibtex.headers['content-disposition']).toContain('.bib"');
    expect(bibtex.text).toContain('title = {{1 100 \\% \\{naše\\} \\& vaše}}');
    const ris = await visitor.get(`/it/handbooks/${book.slug}/cite.ris`);
    expect(ris.text).toMatch(/^TY {2}- BOOK\r\n/);
    expect(ris.text).toContain('DO  - 10.1234/coop.2013');
    await hub.database.query(`update chapters set status = 'draft' where slug = 'sto'`);
    expect((await visitor.get(`/sl/handbooks/${book.slug}/sto/cite.bib`)).status).toBe(404);
  });

  it('is discussed in a room of the partnership: one thread for each chapter, opened by the first who asks', async () => {
    await aWholeBook();
    const path = `/sl/handbooks/${book.slug}/narocanje`;
    const grants = [{ role: 'member' as const, placeId: partnership.id }];
    const [one, other] = await Promise.all(
      [1, 2].map(async () => TestClient.as(hub, await aPerson(hub, { grants }))),
    );
    expect((await visitor.get(path)).text).toContain('/narocanje/discussion');
    expect((await visitor.get(`${path}/discussion`)).status).toBe(401);
    const say = (client: TestClient) =>
      client.submit(`${path}/discussion`, { body: 'Kaj pa merila?', locale: 'sl', clientId: randomUUID() });
    const opened = await say(one!);
    expect(opened.status).toBe(303);
    const thread = opened.headers['location']!;
    expect(thread).toMatch(/^\/sl\/threads\//);
    expect((await visitor.get(thread)).text).toContain('Kaj pa merila?');
    expect((await visitor.get(path)).text).toMatch(/1 sporočilo/);
    expect((await other!.get(`${path}/discussion`)).headers['location']).toBe(thread);
    const [{ count }] = await hub.database.query<[{ count: number }]>(
      `select count(*)::int as count from journal where name = 'chapter.discussed' and scope_id = $1`,
      [partnership.id],
    );
    expect(count).toBe(1);
    const stranger = await TestClient.as(hub, await aPerson(hub));
    const refused = await stranger.submit(`/sl/handbooks/${book.slug}/miza/discussion`, {
      ...{ body: 'Tujec', locale: 'sl', clientId: randomUUID() },
    });
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('Tujec');
  });

  it('is read beside its translation as it is read alone, segment by segment', async () => {
    const body = '## Prvič\n\nNekaj *in kaj ni*, glej [](chapter:uvod) <b>.\n\n::: key\nBistveno.\n:::';
    const { id } = await aChapter(hub, { handbook: book, slug: 'ob', locale: 'sl', body });
    await aChapterTranslation(hub, { id }, { locale: 'it', body: body.replace('Nekaj', 'Qualcosa') });
    const { text } = await visitor.get(`/it/texts/chapter/${id}`);
    expect(text).toContain('<p>Qualcosa <em>in kaj ni</em>, glej … &lt;b&gt;.</p>');
    expect(text).toContain('<p>Bistveno.</p>');
  });

  it('stands on the page of its partnership', async () => {
    const { text } = await visitor.get(`/sl/partnerships/${partnership.slug}`);
    expect(text).toContain(`/sl/handbooks/${book.slug}`);
    await hub.database.query(`update handbooks set status = 'draft' where id = $1`, [book.id]);
    const later = await visitor.get(`/sl/partnerships/${partnership.slug}`);
    expect(later.text).not.toContain(book.slug);
  });

  it('loads nothing from elsewhere, and is light', async () => {
    await aWholeBook();
    const { text } = await visitor.get(`/sl/handbooks/${book.slug}/narocanje`);
    const loaded = [
      ...text.matchAll(/<(?:link rel="stylesheet"|script|img|source|iframe)[^>]*? (?:src|href)="([^"]*)"/g),
    ];
    expect(loaded.length).toBeGreaterThan(1);
    for (const [, address] of loaded) expect(address).toMatch(/^\/(?!\/)/);
    expect(Buffer.byteLength(text)).toBeLessThan(100_000);
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

    it('a published section below a chapter that is not, also by the search and beside its translation', async () => {
      const { second, section } = await aWholeBook();
      await hub.database.query(`update chapters set status = 'withdrawn' where id = $1`, [second.id]);
      await hub.app.get(SearchIndex, { strict: false }).askForAll(hub.database.manager);
      await hub.drain();
      expect((await visitor.get(`/sl/texts/chapter/${section.id}`)).status).toBe(404);
      const search = `/api/v1/search?q=socialna+merila&partnership=${partnership.id}`;
      expect((await visitor.get(search)).body.total).toBe(0);
      expect((await editor.get(search)).body.total).toBe(1);
      for (const path of paths('merila'))
        expect([path, (await visitor.get(path)).text]).toEqual([path, expect.not.stringContaining('Merila')]);
    });
  });

  it('answers addresses that cannot be', async () => {
    for (const path of ['/sl/handbooks/%00', '/sl/handbooks/x/y', `/sl/handbooks/${book.slug}/A%20B`])
      expect((await visitor.get(path)).status).toBe(404);
  });
});
