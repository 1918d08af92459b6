import { readCsv } from '../../../src/core/csv/csv';
import { FILE_NAMES } from '../../../src/comparisons/exports/data-files';
import { comparisonData } from '../../factories/comparison-data';
import { aComparison, type TestComparison } from '../../factories/comparisons';
import { aPartnership } from '../../factories/partnerships';
import { aPerson } from '../../factories/people';
import { aPublishedComparison } from '../../factories/published-comparison';
import { TestClient } from '../../support/client';
import { startHub, type TestHub } from '../../support/hub';

describe('Files of published comparisons', () => {
  let hub: TestHub;
  let visitor: TestClient;
  let comparison: TestComparison;

  beforeAll(async () => {
    hub = await startHub();
    visitor = new TestClient(hub);
    comparison = await aPublishedComparison(hub, comparisonData({ version: 1 }));
    await aPublishedComparison(hub, comparisonData({ version: 2, seed: 2 }), comparison);
  });
  afterAll(() => hub.close());

  const rowsOf = (text: string) => readCsv(text).map(({ cells }) => cells);
  const column = (rows: string[][], name: string) => rows.slice(1).map((row) => row[rows[0]!.indexOf(name)]);

  it.each(FILE_NAMES)('go out as %s, with a name and a tag, and only once', async (name) => {
    const path = `/sv/comparisons/ecosystems/data/${name}`;
    const answer = await visitor.agent.get(path).buffer(true);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment; filename="ecosystems-2-(sv-)?[a-z.]+"$/,
    );
    expect(Number(answer.headers['content-length'])).toBeGreaterThan(500);
    const tag = answer.headers['etag']!;
    expect((await visitor.get(path, { 'If-None-Match': tag })).status).toBe(304);
    expect((await visitor.get(path)).headers['etag']).toBe(tag);
  });

  it('stand under each version for ever, and under no other', async () => {
    const of = async (path: string) => rowsOf((await visitor.get(`/en/comparisons/ecosystems/${path}`)).text);
    expect(new Set(column(await of('data/data.csv'), 'comparison_version'))).toEqual(new Set(['2']));
    expect(new Set(column(await of('versions/1/data/data.csv'), 'comparison_version'))).toEqual(
      new Set(['1']),
    );
    for (const version of ['3', '0', '-1', 'x', '99999999999'])
      expect((await visitor.get(`/en/comparisons/ecosystems/versions/${version}/data/data.csv`)).status).toBe(
        404,
      );
    expect((await visitor.get('/en/comparisons/ecosystems/data/data.exe')).status).toBe(404);
    expect((await visitor.get('/en/comparisons/nothing/data/data.csv')).status).toBe(404);
  });

  it('are narrowed to a country and a dimension, by codes in any letters', async () => {
    const of = async (query: string) =>
      rowsOf((await visitor.get(`/en/comparisons/ecosystems/data/data.csv?${query}`)).text);
    expect(new Set(column(await of('country=be'), 'geo'))).toEqual(new Set(['BE']));
    const both = await of('country=BG&dimension=d2');
    expect(new Set(column(both, 'geo'))).toEqual(new Set(['BG']));
    expect(new Set(column(both, 'dimension'))).toEqual(new Set(['D2']));
    for (const query of ['country=zz', 'dimension=d99', 'country=se&dimension=d1'])
      expect((await visitor.get(`/en/comparisons/ecosystems/data/data.csv?${query}`)).status).toBe(404);
    for (const query of ['country=%00', 'other=1', 'country=be&country=bg', `dimension=${'x'.repeat(99)}`])
      expect([404, 422]).toContain(
        (await visitor.get(`/en/comparisons/ecosystems/data/data.csv?${query}`)).status,
      );
  });

  it('lead from an address without a language to that of whoever asks', async () => {
    const answer = await visitor.get('/comparisons/ecosystems/versions/1/data/data.xlsx', {
      'Accept-Language': 'it',
    });
    expect(answer.headers['location']).toBe('/it/comparisons/ecosystems/versions/1/data/data.xlsx');
  });

  it('are the same for programs, as the document of the doors describes', async () => {
    const newest = await visitor.get('/api/v1/comparisons/ecosystems');
    expect(newest.body).toMatchObject({ slug: 'ecosystems', version: 2, licence: 'CC BY 4.0' });
    expect(newest.body.answers.length).toBeGreaterThan(50);
    expect(JSON.stringify(newest.body)).not.toContain('"ground"');
    const narrow = await visitor.get('/api/v1/comparisons/ecosystems/versions/1?country=be&dimension=d1');
    expect(narrow.body.version).toBe(1);
    expect(narrow.body.countries).toHaveLength(1);
    expect((await visitor.get('/api/v1/comparisons/ecosystems/versions/9')).status).toBe(404);
    const tag = newest.headers['etag']!;
    expect((await visitor.get('/api/v1/comparisons/ecosystems', { 'If-None-Match': tag })).status).toBe(304);
  });

  it('never hold what is not published, whoever asks, and are not for those who may not read the partnership', async () => {
    const draft = await aComparison(hub, { slug: 'under-way' });
    const hidden = await aPartnership(hub, { status: 'draft' });
    await aPublishedComparison(
      hub,
      comparisonData({}),
      await aComparison(hub, { slug: 'hidden', partnershipId: hidden.id }),
    );
    const organiser = await aPerson(hub);
    for (const placeId of [draft.partnershipId, hidden.id])
      await hub.database.query(
        `insert into grants (person_id, role, place_id) values ($1, 'organiser', $2)`,
        [organiser.id, placeId],
      );
    const insider = await TestClient.as(hub, organiser);
    for (const path of ['/en/comparisons/under-way/data/data.csv', '/api/v1/comparisons/under-way'])
      for (const client of [visitor, insider]) expect((await client.get(path)).status).toBe(404);
    for (const path of ['/en/comparisons/hidden/data/data.csv', '/api/v1/comparisons/hidden'])
      expect((await visitor.get(path)).status).toBe(404);
    expect((await insider.get('/en/comparisons/hidden/data/data.csv')).status).toBe(200);
  });

  it('are listed on a page, which narrows all of them', async () => {
    const { text, status } = await visitor.get(
      '/sl/comparisons/ecosystems/versions/1/data?country=be&dimension=d2',
    );
    expect(status).toBe(200);
    for (const name of FILE_NAMES)
      expect(text).toContain(
        `/sl/comparisons/ecosystems/versions/1/data/${name}?country=be&amp;dimension=d2"`,
      );
    expect(text).toContain('https://creativecommons.org/licenses/by/4.0/');
    expect((await visitor.get('/en/comparisons/ecosystems/data')).text).toContain(
      '/en/comparisons/ecosystems/data/data.csv"',
    );
    expect((await visitor.get('/en/comparisons/ecosystems/data?country=zz')).status).toBe(404);
    expect((await visitor.get('/en/comparisons/ecosystems/versions/7/data')).status).toBe(404);
  });

  describe('for portals of open data', () => {
    const textAt = async (path: string): Promise<string> => (await fetch(`${hub.url}${path}`)).text();
    const json = async (path: string) => JSON.parse(await textAt(path));

    it('say what DCAT-AP asks of a data set and of its distributions', async () => {
      const record = await json('/en/comparisons/ecosystems/data/dcat.jsonld');
      expect(record['@type']).toEqual(['dcat:Dataset']);
      for (const property of [
        'dct:title',
        'dct:description',
        'dct:publisher',
        'dcat:contactPoint',
        'dcat:theme',
      ])
        expect(record[property].length).toBeGreaterThan(0);
      for (const property of ['dcat:keyword', 'dct:spatial', 'dct:temporal', 'dct:issued', 'dct:modified'])
        expect(record[property].length).toBeGreaterThan(0);
      expect(record['dcat:version']).toEqual(['2']);
      expect(record['dcat:previousVersion'][0]['@id']).toMatch(/\/versions\/1$/);
      const languages = record['dct:description'].map((each: { '@language': string }) => each['@language']);
      expect(new Set(languages).size).toBe(languages.length);
      const types = new Set<string>();
      for (const distribution of record['dcat:distribution']) {
        for (const property of [
          'dcat:accessURL',
          'dcat:downloadURL',
          'dcat:mediaType',
          'dct:format',
          'dct:license',
        ])
          expect(distribution[property]).toHaveLength(1);
        const { pathname } = new URL(distribution['dcat:downloadURL'][0]['@id']);
        const answer = await visitor.agent.get(pathname);
        expect(answer.status).toBe(200);
        const type = answer.headers['content-type']!.split(';')[0]!;
        expect(distribution['dcat:mediaType'][0]['@id']).toBe(
          `https://www.iana.org/assignments/media-types/${type}`,
        );
        types.add(type);
      }
      expect(types.size).toBeGreaterThan(4);
    });

    it('stand in a catalogue that leads to every published comparison and to no other', async () => {
      const catalogue = await json('/en/comparisons/catalogue.jsonld');
      const sets = catalogue['dcat:dataset'].map((each: { '@id': string }) => each['@id']);
      expect(sets).toContain('http://127.0.0.1/comparisons/ecosystems/versions/2');
      expect(sets.join()).not.toMatch(/under-way|hidden/);
      const text = await textAt('/en/comparisons/catalogue.ttl');
      for (const set of sets) expect(text).toContain(`<${set}> a dcat:Dataset ;`);
      // Every opening sign has its closing one, and every block its end.
      const bare = text.replace(/"(?:[^"\\]|\\.)*"/g, '""').replace(/<[^>]*>/g, '<>');
      expect(bare.match(/\[/g)!.length).toBe(bare.match(/\]/g)!.length);
      for (const block of text.split(/\n(?=<)/).slice(1)) expect(block.trimEnd()).toMatch(/\.$/);
    });
  });
});
