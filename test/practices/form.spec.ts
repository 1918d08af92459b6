import { aFile } from '../factories/files';
import { aPartnership, type TestPartnership } from '../factories/partnerships';
import { aMember, aPlatform } from '../factories/platforms';
import { aPractice, aResult } from '../factories/practices';
import { aPerson, type TestPerson } from '../factories/people';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

/** A family is one character to who reads it, and eleven to who counts units. */
const FAMILY = '👩‍👩‍👧‍👦';
/** A letter with a mark that has no form of its own. */
const MARKED = 'x\u0323';

const RESULT = {
  ...{ indicator: 'People in work', value: '42', unit: 'people', periodFrom: '2019', periodTo: '2023-06' },
  ...{ persons: true, women: 22, men: 18, notStated: 2, method: 'Counted', source: 'https://example.org' },
  counterfactual: false,
};

describe('Writing a case', () => {
  let hub: TestHub;
  let partnership: TestPartnership;
  let author: TestPerson;
  let client: TestClient;

  beforeAll(async () => {
    hub = await startHub();
    partnership = await aPartnership(hub);
    const platform = await aPlatform(hub, { country: 'SI', partnershipId: partnership.id });
    author = await aMember(hub, platform);
    client = await TestClient.as(hub, author);
  });
  afterAll(() => hub.close());

  const draft = (columns: Record<string, unknown> = {}, empty = false) =>
    aPractice(hub, { partnershipId: partnership.id, authorId: author.id, columns, empty });
  const original = async (slug: string) => (await client.get(`/api/v1/practices/${slug}/original`)).body;
  const patch = (slug: string, changes: object) =>
    client.send('patch', `/api/v1/practices/${slug}/original`, { revision: 1, ...changes });

  it('begins with a title and a language, which stays', async () => {
    const fields = { partnership: partnership.slug, title: 'Občina kupuje drugače', locale: 'sl' };
    const begun = await client.submit('/en/practices/new', fields);
    expect(begun.headers['location']).toBe('/en/practices/obcina-kupuje-drugace/edit/what');
    const page = await client.get('/en/practices/obcina-kupuje-drugace/edit/problem');
    expect(page.text).toMatch(/<textarea[^>]*name="problem"[^>]*lang="sl"/);
    const moved = await client.send('patch', '/api/v1/practices/obcina-kupuje-drugace/original', {
      ...{ locale: 'it', revision: 1 },
    });
    expect(moved.status).toBe(422);
    expect((await original('obcina-kupuje-drugace')).missing.length).toBeGreaterThan(30);
  });

  it('is for people who work in the partnership', async () => {
    const stranger = await TestClient.as(hub, await aPerson(hub));
    const input = { partnership: partnership.slug, title: 'A case', locale: 'en' };
    expect((await stranger.send('post', '/api/v1/practices', input)).body.code).toBe('not_of_partnership');
    expect((await stranger.get('/en/practices/new')).status).toBe(403);
    expect((await new TestClient(hub).get('/en/practices/new')).status).toBe(401);
    expect((await client.send('post', '/api/v1/practices', { ...input, partnership: 'none' })).status).toBe(
      404,
    );
  });

  it('goes step by step, saves each by itself, and says what is missing', async () => {
    const { slug } = await draft({}, true);
    const at = `/en/practices/${slug}/edit`;
    const first = await client.submit(`${at}/what`, {
      ...{ title: 'Buying otherwise', strapline: 'Who does what', licence: 'CC BY 4.0', revision: 1 },
      ...{
        themes_procurement: 'true',
        themes_care: 'true',
        cooperations_public_social: 'true',
        then: 'next',
      },
    });
    expect([first.status, first.headers['location']]).toEqual([303, `${at}/owner`]);
    const { fields, revision } = await original(slug);
    expect(fields).toMatchObject({ themes: ['procurement', 'care'], cooperations: ['public_social'] });
    const place = await client.submit(`${at}/place`, {
      ...{ country: 'SI', nuts: 'SI032', region: '', municipality: 'Maribor', level: 'local', revision },
      ...{ startsOn: '2019-03-01', ongoing: 'true', endsOn: '' },
    });
    expect(place.headers['location']).toBe(`${at}/place`);
    const overview = await client.get(at);
    expect(overview.text).toContain('#field-region');
    expect(overview.text).not.toContain('#field-municipality');
    expect(overview.text).not.toContain('#field-endsOn');
    expect(overview.text).not.toContain('/case/submit');
  });

  it('keeps what was typed when it is refused, and says what is wrong', async () => {
    const { slug } = await draft();
    const refused = await client.submit(`/sl/practices/${slug}/edit/place`, {
      ...{ country: 'IT', nuts: 'SI032', region: 'x', municipality: 'x', level: 'local', revision: 1 },
      ...{ startsOn: '2020-01-01', ongoing: 'true', endsOn: '2019-01-01' },
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Ta koda pripada drugi državi.');
    expect(refused.text).toContain('Konec je pred začetkom.');
    expect(refused.text).toMatch(/name="nuts"[^>]*value="SI032"|value="SI032"[^>]*name="nuts"/);
    expect((await patch(slug, { contact: author.email })).status).toBe(422);
    expect((await patch(slug, { currency: null })).status).toBe(422);
    expect((await patch(slug, { unknown: 1 })).status).toBe(422);
    expect((await patch(slug, { problem: 'a \u0000 b' })).status).toBe(422);
    expect((await patch(slug, { problem: 'a \ud800 b' })).status).toBe(422);
    expect((await patch(slug, { ownerOrganisationId: '9f0b5f0e-0000-4000-8000-000000000000' })).status).toBe(
      422,
    );
    expect((await client.get(`/en/practices/${slug}/edit/nothing`)).status).toBe(404);
  });

  it('offers a merge to who saves second', async () => {
    const { slug } = await draft();
    await patch(slug, { problem: 'Saved first.' });
    const late = await client.submit(`/en/practices/${slug}/edit/problem`, {
      ...{ problem: 'Typed second.', solution: 'The same.', revision: 1 },
    });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Saved first.');
    expect(late.text).toContain('Typed second.');
    const boxes = await client.submit(`/en/practices/${slug}/edit/what`, {
      ...{ title: 'Another', strapline: 'Another', licence: 'CC BY 4.0', themes_care: 'true', revision: 1 },
    });
    expect(boxes.text).toContain('name="themes_care" value="true"');
    expect((await patch(slug, { problem: 'x' })).body).toMatchObject({ theirs: { problem: 'Saved first.' } });
  });

  describe('Limits', () => {
    it('count characters as readers see them', async () => {
      const { slug } = await draft();
      const fitting = FAMILY.repeat(50) + MARKED.repeat(50);
      expect(fitting.length).toBeGreaterThan(600);
      expect((await patch(slug, { title: fitting })).status).toBe(200);
      const long = await patch(slug, { title: `${fitting}!`, revision: 2 });
      expect(long.body.errors[0]).toMatchObject({ path: 'title', message: 'Use at most 100 characters.' });
      const page = await client.get(`/en/practices/${slug}/edit/what`);
      expect(page.text).toContain('Characters left: 0 of 100.');
    });

    it('are shared by the four answers on using it elsewhere', async () => {
      const { slug } = await draft();
      const four = (last: number) => ({
        ...{ conditions: 'a'.repeat(700), adaptable: 'b'.repeat(100), essential: 'č'.repeat(100) },
        beginning: 'd'.repeat(last),
      });
      expect((await patch(slug, four(100))).status).toBe(200);
      expect((await patch(slug, { ...four(101), revision: 2 })).body.errors[0].code).toContain(
        'transfer_long',
      );
    });

    it('grow by a quarter in translations', async () => {
      const { slug, id } = await aPractice(hub, {
        ...{ partnershipId: partnership.id, authorId: author.id, state: 'frozen', version: 1 },
        columns: { speaker: null },
      });
      expect(slug).toBeTruthy();
      const at = `/api/v1/texts/practice/${id}/translations/it`;
      const [title] = (await client.get(at)).body.segments.filter(
        ({ string }: { string: string }) => string === 'title',
      );
      const save = (text: string) =>
        client.send('put', at, {
          segments: [{ id: title.id, version: title.version, text, status: 'draft' }],
        });
      expect((await save(FAMILY.repeat(126))).status).toBe(422);
      expect((await save(FAMILY.repeat(125))).status).toBe(200);
    });
  });

  describe('Results', () => {
    const add = (slug: string, changes: object) =>
      client.send('post', `/api/v1/practices/${slug}/results`, { ...RESULT, ...changes });

    it('count women, men and not stated, which make the value', async () => {
      const { slug } = await draft();
      expect((await add(slug, {})).status).toBe(201);
      const wrong = await add(slug, { women: 30 });
      expect(wrong.body.errors[0]).toMatchObject({
        path: 'value',
        message: 'Women, men and not stated make 50, which is not the value.',
      });
      expect((await add(slug, { persons: false, value: '1 234,5', unit: 'EUR' })).status).toBe(201);
      const { results } = await original(slug);
      expect(results[1]).toMatchObject({ value: '1234.5000', women: null, notStated: null });
    });

    it('refuse periods that run backwards, and what is no number', async () => {
      const { slug } = await draft();
      expect((await add(slug, { periodFrom: '2023-06', periodTo: '2023' })).status).toBe(201);
      expect((await add(slug, { periodFrom: '2023-06', periodTo: '2023-05' })).status).toBe(422);
      expect((await add(slug, { periodFrom: '2024', periodTo: '2023-05' })).status).toBe(422);
      expect((await add(slug, { value: 'many' })).status).toBe(422);
      expect((await add(slug, { source: 'javascript:alert(1)' })).status).toBe(422);
    });

    it('are written on a page of their own, and merged like everything else', async () => {
      const { slug, id } = await draft();
      const row = await aResult(hub, id);
      const at = `/en/practices/${slug}/edit/results-list/${row.id}`;
      const { persons: _, counterfactual: __, ...typed } = RESULT;
      const saved = await client.submit(at, { ...typed, persons: 'true', indicator: 'Jobs', revision: 1 });
      expect([saved.status, saved.headers['location']]).toEqual([303, `/en/practices/${slug}/edit/results`]);
      const late = await client.submit(at, { ...typed, persons: 'true', indicator: 'Posts', revision: 1 });
      expect(late.status).toBe(409);
      expect(late.text).toContain('Jobs');
      expect((await client.get(`/en/practices/${slug}/edit/results`)).text).toContain('Jobs');
      const other = await draft();
      expect((await client.get(`/en/practices/${other.slug}/edit/results-list/${row.id}`)).status).toBe(404);
      expect((await client.get(`/en/practices/${slug}/edit/links-list/${row.id}`)).status).toBe(404);
      expect((await client.submit(`${at}/remove`, {}, at)).status).toBe(303);
      expect((await client.get(at)).status).toBe(404);
    });
  });

  it('is handed in from the overview, and then waits for its host', async () => {
    const { slug, id } = await draft();
    await aResult(hub, id);
    await client.send('post', `/api/v1/practices/${slug}/actors`, {
      ...{ name: 'Town of Maribor', type: 'municipality', part: 'pays', role: 'Orders meals' },
    });
    const sent = await client.submit(`/en/practices/${slug}/case/submit`, {}, `/en/practices/${slug}/edit`);
    expect(sent.headers['location']).toBe(`/en/practices/${slug}/case`);
    const page = await client.get(`/en/practices/${slug}/case`);
    expect(page.text).toContain('The host of its country has the next move.');
    expect((await client.get(`/en/practices/${slug}/edit`)).status).toBe(403);
  });

  it('shows images of its own, which its host sees before it is frozen and strangers do not', async () => {
    const { slug, id } = await draft({ state: 'submitted' });
    await hub.database.query(`update practices set state = 'draft' where id = $1`, [id]);
    const file = await aFile(hub, author);
    const foreign = await aFile(hub, await aPerson(hub));
    const at = `/en/practices/${slug}/edit/pictures`;
    expect((await client.get(at)).text).toContain(`file_${file}`);
    expect((await client.submit(at, { [`file_${foreign}`]: 'true' }, at)).status).toBe(422);
    expect((await client.submit(at, { [`file_${file}`]: 'true' }, at)).status).toBe(303);
    const platform = await hub.database.query<[{ id: string }]>(
      `select id from platforms where country = 'SI'`,
    );
    const host = await TestClient.as(
      hub,
      await aPerson(hub, { grants: [{ role: 'host', placeId: platform[0].id }] }),
    );
    const stranger = await TestClient.as(hub, await aPerson(hub));
    expect((await host.get(`/en/files/${file}`)).status).toBe(404);
    await hub.database.query(`update practices set state = 'submitted' where id = $1`, [id]);
    expect((await host.get(`/en/files/${file}`)).status).toBe(200);
    expect((await stranger.get(`/en/files/${file}`)).status).toBe(404);
    expect((await client.get(at)).status).toBe(403);
  });

  it('a stranger finds neither the case nor its form', async () => {
    const { slug } = await draft();
    const stranger = await TestClient.as(hub, await aPerson(hub));
    for (const path of ['edit', 'edit/what', 'case', 'review'])
      expect([path, (await stranger.get(`/en/practices/${slug}/${path}`)).status]).toEqual([path, 404]);
    expect((await stranger.send('patch', `/api/v1/practices/${slug}/original`, { revision: 1 })).status).toBe(
      404,
    );
  });
});
