import { LOCALES } from '../../src/core/i18n/locales';
import { readCsv } from '../../src/core/csv/csv';
import { placeAt, placeOf, regionsOf, EUROPE } from '../../src/practices/map/places';
import { spread, viewOf } from '../../src/practices/map/spread';
import type { PracticePage } from '../../src/practices/listing/listing.schema';
import { anOrganisation } from '../factories/organisations';
import { aFundingNotice, aPartnership } from '../factories/partnerships';
import { aPerson } from '../factories/people';
import { aPractice, aResult } from '../factories/practices';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

const API = '/api/v1/practices';
const STATEMENT = 'This project has received funding from the European Union.';

describe('The database of good practices', () => {
  let hub: TestHub;
  let visitor: TestClient;
  let organiser: TestClient;
  let author: TestClient;
  let published: string;
  let coop: string;

  beforeAll(async () => {
    hub = await startHub();
    visitor = new TestClient(hub);
    const partnership = await aPartnership(hub, { acronym: 'COOP' });
    coop = partnership.id;
    await aFundingNotice(hub, coop, { statement: STATEMENT, emblem: true });
    const writer = await aPerson(hub);
    author = await TestClient.as(hub, writer);
    const grants = [{ role: 'organiser' as const, placeId: coop }];
    organiser = await TestClient.as(hub, await aPerson(hub, { grants }));
    const owner = (await anOrganisation(hub, { name: '=Demo & <b>občina</b>' })).id;
    const of = { partnershipId: coop, authorId: writer.id };
    const shown = { state: 'published' as const, version: 1, published: true };
    const slovenian = await aPractice(hub, {
      ...of,
      ...shown,
      slug: 'zelenice',
      locale: 'sl',
      columns: {
        title: 'Škarje in zelenice',
        strapline: 'Kdo kosi.',
        rating: 'good',
        owner_organisation_id: owner,
      },
    });
    published = slovenian.id;
    await aResult(hub, published, { indicator: '=HYPERLINK("https://evil.example")' });
    await translated(published, 'it', 'Verde in lotti', 'reviewed');
    await translated(published, 'en', 'Green lots', 'machine');
    await aPractice(hub, {
      ...of,
      ...shown,
      slug: 'mensa',
      locale: 'it',
      country: 'IT',
      columns: {
        title: 'Mensa con orto',
        nuts: 'ITH36',
        region: 'Padova',
        municipality: 'Padova',
        rating: 'promising',
        themes: ['care'],
        cooperations: ['citizens'],
        level: 'regional',
      },
    });
    await aPractice(hub, {
      ...of,
      ...shown,
      slug: 'nowhere',
      country: 'SE',
      columns: { nuts: null, region: null, municipality: null, title: 'Everywhere in Sweden' },
    });
    await aPractice(hub, {
      ...of,
      slug: 'secret',
      state: 'review',
      country: 'AT',
      columns: { nuts: 'AT130', title: 'Secret of Vienna', themes: ['culture'], level: 'eu', rating: null },
    });
    await aPractice(hub, { ...of, ...shown, slug: 'gone', state: 'withdrawn', columns: { title: 'Gone' } });
  });
  afterAll(() => hub.close());

  const translated = (id: string, locale: string, title: string, status: string) =>
    hub.database.query(
      `insert into practice_translations (owner_id, locale, title, status, source_revision, origin, translated_by)
       values ($1, $2, $3, $4, 1, $5, 'Tina')`,
      [id, locale, title, status, status === 'machine' ? 'machine:deepl' : 'person'],
    );
  const list = async (client: TestClient, query = ''): Promise<PracticePage> =>
    (await client.get(`${API}${query}`)).body as PracticePage;
  const slugs = async (query: string, client = visitor): Promise<string[]> =>
    (await list(client, query)).items.map(({ slug }) => slug).sort();

  describe('lists what is published', () => {
    it('in the language of the reader, with where each text comes from', async () => {
      const { items } = await list(visitor, '?locale=it&country=SI');
      expect(items[0]).toMatchObject({
        slug: 'zelenice',
        title: { text: 'Verde in lotti', locale: 'it', state: 'reviewed', originalLocale: 'sl', by: 'Tina' },
        strapline: { text: 'Kdo kosi.', locale: 'sl', state: 'original' },
        languages: ['it', 'sl'],
        rating: 'good',
        useful: 0,
      });
    });

    it('on a page in every language, with the wording of the grant', async () => {
      const heads = { sv: 'Goda exempel', sl: 'Dobre prakse', it: 'Buone pratiche', en: 'Good practices' };
      for (const locale of LOCALES) {
        const { status, text } = await visitor.get(`/${locale}/practices`);
        expect(status).toBe(200);
        expect(text).toContain(heads[locale as keyof typeof heads]);
        expect(text).toContain(STATEMENT);
        expect(text).toContain('/practices/zelenice');
        expect(text).toContain('=Demo &amp; &lt;b>');
      }
      expect((await visitor.get('/sl/practices')).text).toContain('3 primeri');
    });

    it('by theme, country, region, co-operation, language, rating, level and words', async () => {
      expect(await slugs('')).toEqual(['mensa', 'nowhere', 'zelenice']);
      expect(await slugs('?theme=care')).toEqual(['mensa']);
      expect(await slugs('?country=SI')).toEqual(['zelenice']);
      expect(await slugs('?region=ITH3')).toEqual(['mensa']);
      expect(await slugs('?region=SE')).toEqual(['nowhere']);
      expect(await slugs('?region=IT')).toEqual([]);
      expect(await slugs('?cooperation=citizens')).toEqual(['mensa']);
      expect(await slugs('?language=it')).toEqual(['mensa', 'zelenice']);
      expect(await slugs('?language=en')).toEqual(['nowhere']);
      expect(await slugs('?rating=good')).toEqual(['zelenice']);
      expect(await slugs('?level=regional')).toEqual(['mensa']);
      expect(await slugs('?q=skarje')).toEqual(['zelenice']);
      expect(await slugs('?q=LOTTI+verde')).toEqual(['zelenice']);
      expect(await slugs('?theme=care&country=SI')).toEqual([]);
      expect(await slugs('?state=withdrawn')).toEqual(['gone']);
    });

    it('counting for each choice what it would leave', async () => {
      const { facets } = await list(visitor, '?theme=care');
      expect(facets.theme).toEqual([
        { value: 'procurement', count: 2 },
        { value: 'work_integration', count: 2 },
        { value: 'care', count: 1 },
      ]);
      expect(facets.country).toEqual([{ value: 'IT', count: 1 }]);
      const { text } = await visitor.get('/en/practices?theme=care');
      expect(text).toContain('Care (1)');
      expect(text).toContain('Procurement (2)');
    });

    it('in the order asked for, page by page', async () => {
      const order = async (query: string) =>
        (await list(visitor, query)).items.map(({ slug }) => slug).join(' ');
      expect(await order('?sort=title&locale=sl')).toBe('nowhere mensa zelenice');
      expect(await order('?sort=title&locale=it')).toBe('nowhere mensa zelenice');
      expect(await order('?sort=place&locale=en')).toBe('mensa zelenice nowhere');
      expect(await list(visitor, '?limit=2&page=2')).toMatchObject({ total: 3, page: 2, pages: 2 });
      const answer = await visitor.get('/en/practices?theme=care&view=cards&page=9');
      expect([answer.status, answer.headers['location']]).toEqual([
        303,
        '/en/practices?theme=care&view=cards&page=1',
      ]);
    });

    it('as cards or as a map, which the address keeps with the filters', async () => {
      const cards = (await visitor.get('/sl/practices?view=cards&country=SI')).text;
      expect(cards).toContain('practice-cards');
      expect(cards).toContain('/sl/practices?country=SI&amp;view=map');
      expect(cards).toContain('<input type="hidden" name="view" value="cards"');
      expect((await visitor.get('/sl/practices?view=nonsense')).text).toContain('list-row');
    });

    it('and says what to do when nothing is left', async () => {
      expect((await visitor.get('/en/practices?q=xyzzy')).text).toContain('No case matches.');
    });
  });

  describe('draws a map', () => {
    it('with a mark for each region, that leads to its cases, and the same in words', async () => {
      const { text } = await visitor.get('/en/practices?view=map');
      expect(text).toContain('aria-label="Podravska: 1 case"');
      expect(text).toContain('aria-label="Sweden, no region named: 1 case"');
      expect(text).toContain('<rect');
      expect(text).toContain('href="/en/practices?region=ITH36"');
      expect(text).toMatch(/<th scope="row" lang="it"><a href="\/en\/practices\?region=ITH36">Padova<\/a>/);
      expect(text).not.toMatch(/(?:src|href)="https?:\/\/(?!localhost|127)/);
    });

    it('of regions of the four countries, each of which lies on it', () => {
      for (const [country, least] of [
        ['SE', 21],
        ['SI', 12],
        ['IT', 107],
        ['GB', 40],
      ] as const) {
        const regions = regionsOf(country);
        expect(regions.length).toBeGreaterThanOrEqual(least);
        for (const code of regions) {
          const { x, y } = placeAt(code)!;
          expect(x > 0 && y > 0 && x < EUROPE.width && y < EUROPE.height).toBe(true);
        }
      }
    });

    it('marking what it does not know at the larger region, or at the country', () => {
      expect(placeOf('GB', 'UKD72')).toBe('UKD72');
      expect(placeOf('GB', 'UKH11')).toBe('UKH1');
      expect(placeOf('AT', 'AT130')).toBe('AT');
      expect(placeOf('SE', null)).toBe('SE');
      expect(placeOf('SI', 'SE124')).toBe('SI');
      expect(placeOf('AZ', null)).toBeUndefined();
    });

    it('moving marks apart that would hide each other', () => {
      const places = ['SI031', 'SI032', 'SI033', 'SI034', 'SI032'].map((code) => placeAt(code)!);
      const moved = spread(places, 40);
      for (const [at, one] of moved.entries())
        for (const other of moved.slice(at + 1))
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(38);
      expect(spread(places, 40)).toEqual(moved);
      const { x, y, width, height } = viewOf(moved);
      expect(x >= 0 && y >= 0 && x + width <= EUROPE.width && y + height <= EUROPE.height + 1).toBe(true);
    });
  });

  describe('goes out as files', () => {
    const file = async (name: string, client = visitor) => (await client.get(`/en/practices/${name}`)).text;

    it('as tables of cases and results, where nothing is performed by a spreadsheet', async () => {
      const [head, ...cases] = readCsv(await file('cases.csv')).map(({ cells }) => cells);
      expect(cases).toHaveLength(3);
      const row = cases.find(([slug]) => slug === 'zelenice')!;
      const of = (name: string) => row[head!.indexOf(name)];
      expect([of('nuts'), of('rating'), of('licence'), of('funding')]).toEqual([
        'SI032',
        'good',
        'CC BY 4.0',
        STATEMENT,
      ]);
      expect(await file('cases.csv')).toContain(`'=Demo`);
      const results = await file('results.csv');
      expect(results).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
      const lines = readCsv(results).map(({ cells }) => cells.slice(3, 9).join(' '));
      expect(lines.slice(1)).toEqual([
        '42 people SI032 2019/2023 _T ',
        '22 people SI032 2019/2023 F ',
        '18 people SI032 2019/2023 M ',
        '2 people SI032 2019/2023 NRP ',
      ]);
    });

    it('as JSON, with what the filters leave', async () => {
      const { cases } = JSON.parse(await file('cases.json?country=SI'));
      expect(cases).toHaveLength(1);
      expect(cases[0]).toMatchObject({
        slug: 'zelenice',
        funding: STATEMENT,
        licence: 'CC BY 4.0',
        results: [{ value: 42, women: 22, men: 18, notStated: 2, geo: 'SI032', period: '2019/2023' }],
      });
    });
  });

  describe('keeps to itself what is not published', () => {
    it('threat: a visitor learns of a case in review from a count, a choice, the map or a file', async () => {
      const page = await list(visitor);
      expect(JSON.stringify(page)).not.toMatch(/secret|Vienna|culture|"AT"|"eu"|review"/i);
      expect(page.total).toBe(3);
      for (const path of ['', '?view=map', '?view=cards', '?q=vienna', '?state=review', '?country=AT'])
        expect((await visitor.get(`/en/practices${path}`)).text).not.toMatch(/Secret of|Austria \(1|Culture/);
      for (const name of ['cases.csv', 'results.csv', 'cases.json'])
        expect((await visitor.get(`/en/practices/${name}`)).text).not.toMatch(/secret|Vienna/i);
      const stranger = await TestClient.as(hub, await aPerson(hub));
      expect((await list(stranger)).total).toBe(3);
    });

    it('but not to its author and the organiser, who see where it stands', async () => {
      for (const client of [author, organiser]) {
        const page = await list(client);
        expect(page.total).toBe(4);
        expect(page.facets.state).toContainEqual({ value: 'review', count: 1 });
        expect((await client.get('/en/practices?state=review')).text).toContain('In review');
      }
    });
  });

  it('refuses what is no filter', async () => {
    for (const query of ['?theme=nonsense', '?country=xx', '?page=0', '?limit=1000', '?unknown=1'])
      expect((await visitor.get(`${API}${query}`)).status).toBe(422);
    for (const query of ['?theme=nonsense', '?region=%3Cb%3E', '?q=a&q=b'])
      expect((await visitor.get(`/en/practices${query}`)).status).toBe(422);
    expect((await visitor.get('/en/practices?q=%00')).status).toBe(404);
    expect((await visitor.get('/en/practices?utm_source=mail')).status).toBe(200);
  });
});
