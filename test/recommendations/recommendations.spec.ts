import { ComparisonSurroundings } from '../../src/comparisons/reading/comparison-surroundings';
import { Language } from '../../src/core/i18n/language';
import { Reminders } from '../../src/notifications/reminders.service';
import { RecommendationAccess } from '../../src/recommendations/recommendation-access.service';
import { RecommendationReading } from '../../src/recommendations/recommendation-reading.service';
import { recommendationPolicy } from '../../src/recommendations/recommendation.policy';
import { Actors } from '../../src/accounts/actors.service';
import { Actor } from '../../src/core/access/actor';
import { ComparisonAccess } from '../../src/comparisons/comparison.access';
import { aComparison, aCountry, aDimension } from '../factories/comparisons';
import type { TestComparison, TestDimension } from '../factories/comparisons';
import { anOrganisation } from '../factories/organisations';
import { aPerson, type TestPerson } from '../factories/people';
import { aMember, aPlatform } from '../factories/platforms';
import { aRecommendation } from '../factories/recommendations';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

let hub: TestHub;
let comparison: TestComparison;
let dimension: TestDimension;
let editor: TestClient;
let member: TestClient;
let memberPerson: TestPerson;
let visitor: TestClient;

const PUBLISHED = { columns: { version: 1, published_at: new Date() } };

beforeAll(async () => {
  hub = await startHub();
  comparison = await aComparison(hub, { title: 'Podjetja v primerjavi', locale: 'sl', ...PUBLISHED });
  dimension = await aDimension(hub, comparison, { title: 'Trgi', locale: 'sl' });
  const platform = await aPlatform(hub, { country: 'SI', partnershipId: comparison.partnershipId });
  await aCountry(hub, comparison, { platform });
  await aCountry(hub, comparison, { code: 'SE', platform: null });
  memberPerson = await aMember(hub, platform);
  member = await TestClient.as(hub, memberPerson);
  editor = await TestClient.as(
    hub,
    await aPerson(hub, { grants: [{ role: 'editor', placeId: comparison.partnershipId }] }),
  );
  visitor = new TestClient(hub);
});
afterAll(() => hub.close());

const written = {
  ...{ text: 'Rezervirajte naročila.', addressee: 'občine', level: 'local', dimension: 'd1', country: 'SI' },
  ...{ cost: 'low', reasoning: 'Ker deluje.', locale: 'sl' },
};
const at = () => `/comparisons/${comparison.slug}/recommendations`;

describe('A recommendation', () => {
  it('goes from a draft by form to its publication, once it rests on something', async () => {
    const made = await editor.submit(`/sl${at()}/new`, written);
    expect(made.status).toBe(303);
    const path = made.headers['location']!;
    const id = path.split('/').at(-1)!;
    expect((await visitor.get(path)).status).toBe(404);
    const refused = await editor.submit(`${path}/publish`, {}, path);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Pred objavo dodajte vsaj eno podlago');
    const cited = await editor.submit(
      `/sl/evidence/recommendation/${id}/source`,
      {
        title: 'Register podjetij',
        locale: 'sl',
        readOn: '2024-05-31',
        publisher: '',
        address: '',
        published: '',
      },
      path,
    );
    expect(cited.status).toBe(303);
    expect((await editor.submit(`${path}/publish`, {}, path)).status).toBe(303);
    const { text, status } = await visitor.get(path);
    expect(status).toBe(200);
    for (const said of [
      'Register podjetij',
      'Rezervirajte naročila.',
      'občine',
      'lokalna',
      'Slovenija',
      'Trgi',
      'Ker deluje.',
      'nizek',
    ])
      expect(text).toContain(said);
    const { body } = await visitor.get(`/api/v1/recommendations/${id}`);
    expect(body).toMatchObject({
      status: 'published',
      evidence: { count: 1, standing: 'sound' },
      country: 'SI',
    });
  });

  it('is found in the list by level, country, dimension and status; what is for all countries by each of them', async () => {
    const own = await aComparison(hub, { ...PUBLISHED });
    await aCountry(hub, own, { code: 'SE', platform: null });
    const [first, second] = [await aDimension(hub, own), await aDimension(hub, own)];
    await aRecommendation(hub, own, { dimension: first, country: 'SE', text: 'First' });
    await aRecommendation(hub, own, { dimension: second, level: 'eu', text: 'Second' });
    await aRecommendation(hub, own, { country: 'IT', status: 'withdrawn', text: 'Third' });
    await aRecommendation(hub, own, { status: 'draft', text: 'Fourth' });
    const found = async (query: string) => {
      const { body } = await visitor.get(`/api/v1/comparisons/${own.slug}/recommendations${query}`);
      return body.items.map(({ text }: { text: { text: string } }) => text.text);
    };
    expect(await found('')).toEqual(['First', 'Second', 'Third']);
    expect(await found('?level=eu')).toEqual(['Second']);
    expect(await found('?country=SE')).toEqual(['First', 'Second']);
    expect(await found('?dimension=d1')).toEqual(['First']);
    expect(await found('?status=withdrawn')).toEqual(['Third']);
    const page = (await visitor.get(`/en/comparisons/${own.slug}/recommendations?level=eu&country=`)).text;
    expect(page).toContain('Second');
    expect(page).not.toContain('First');
    expect(page).toContain('1 recommendation<');
  });

  it('keeps what two wrote at the same time', async () => {
    const { id } = await aRecommendation(hub, comparison, { text: 'As it was' });
    const change = { ...written, weight: 'meaning', revision: 1 };
    const path = `/en/recommendations/${id}/edit`;
    expect((await editor.submit(path, { ...change, text: 'Mine' })).status).toBe(303);
    const late = await editor.submit(path, { ...change, text: 'Late' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Mine');
    expect(late.text).toContain('Late');
    const { body } = await editor.send('patch', `/api/v1/recommendations/${id}`, { ...change, revision: 1 });
    expect(body).toMatchObject({ status: 409 });
  });

  it('is withdrawn with a reason, or replaced by another, and its address stays', async () => {
    const [one, other, third] = [
      await aRecommendation(hub, comparison),
      await aRecommendation(hub, comparison),
      await aRecommendation(hub, comparison),
    ];
    const path = `/en/recommendations/${one.id}`;
    await editor.submit(`${path}/withdraw`, { reason: 'The law has changed.', locale: 'en' });
    const { text } = await visitor.get(path);
    expect(text).toContain('This recommendation was withdrawn');
    expect(text).toContain('The law has changed.');
    const next = `/en/recommendations/${other.id}`;
    const wrong = await editor.submit(`${next}/replace`, { by: one.id });
    expect(wrong.status).toBe(422);
    await editor.submit(`${next}/replace`, { by: third.id });
    expect((await visitor.get(next)).text).toContain(`/en/recommendations/${third.id}`);
    expect((await editor.get(`${next}/edit`)).status).toBe(403);
  });

  it('is shown in the reader’s language, with where the words come from', async () => {
    const { id } = await aRecommendation(hub, comparison, { text: 'Reserve contracts.' });
    await hub.database.query(
      `insert into recommendation_translations (owner_id, locale, text, addressee, status, source_revision, origin)
       values ($1, 'it', 'Riservare appalti.', 'comuni', 'machine', 1, 'machine:deepl')`,
      [id],
    );
    const { text } = await visitor.get(`/it/recommendations/${id}`);
    expect(text).toContain('Riservare appalti.');
    expect(text).toContain('DeepL');
    const faces = await hub.app.get(RecommendationReading).of(Actor.visitor, [id], ['it']);
    expect(faces.get(id)).toMatchObject({
      ...{ level: 'local', path: `/recommendations/${id}` },
      text: { text: 'Riservare appalti.', locale: 'it', state: 'machine' },
    });
  });

  it('is removed only as a draft', async () => {
    const draft = await aRecommendation(hub, comparison, { status: 'draft' });
    const out = await aRecommendation(hub, comparison);
    expect((await editor.send('delete', `/api/v1/recommendations/${out.id}`)).status).toBe(403);
    expect((await editor.send('delete', `/api/v1/recommendations/${draft.id}`)).status).toBe(204);
    expect((await editor.get(`/api/v1/recommendations/${draft.id}`)).status).toBe(404);
  });
});

describe('Uptake', () => {
  const told = { country: 'SI', state: 'decided', since: '2024-03-01', locale: 'sl' };

  it('is told by people of the partnership, with proof, and counted', async () => {
    const { id } = await aRecommendation(hub, comparison);
    const organisation = await anOrganisation(hub, { name: 'Občina Maribor' });
    const path = `/sl/recommendations/${id}`;
    const answer = await member.submit(`${path}/uptakes/new`, {
      ...{ ...told, organisationId: organisation.id, name: '', proof: 'Sklep 12/2024' },
      address: 'https://maribor.example/sklep',
    });
    expect(answer.status).toBe(303);
    const { text } = await visitor.get(path);
    for (const said of [
      'Občina Maribor',
      'sklep sprejet',
      '1. marec 2024',
      'Sklep 12/2024',
      'maribor.example',
    ])
      expect(text).toContain(said);
    const { body } = await visitor.get(`/api/v1/recommendations/${id}`);
    expect(body.uptake).toEqual({ considering: 0, decided: 1, in_progress: 0, done: 0, rejected: 0 });
    const outsider = await TestClient.as(hub, await aPerson(hub));
    const refused = await outsider.send('post', `/api/v1/recommendations/${id}/uptakes`, {
      ...told,
      name: 'X',
    });
    expect(refused.status).toBe(403);
  });

  it('is asked about after 6 and 12 months, until it is done', async () => {
    const { id } = await aRecommendation(hub, comparison);
    const { body } = await member.send('post', `/api/v1/recommendations/${id}/uptakes`, {
      ...told,
      name: 'Občina',
    });
    const due = () =>
      hub.database.query<{ months: number }[]>(
        `select (extract(year from age(remind_on, current_date)) * 12
           + extract(month from age(remind_on, current_date)))::int as months
         from reminders where person_id = $1 and subject_id = $2 order by remind_on`,
        [memberPerson.id, id],
      );
    expect((await due()).map(({ months }) => months)).toEqual([6, 12]);
    await hub.database.query(`update reminders set remind_on = current_date where cause like $1`, [
      `uptake ${body.id} after 6`,
    ]);
    await hub.app.get(Reminders).tellDue();
    const { items } = (await member.get('/api/v1/notifications?locale=sl')).body;
    expect(items[0]).toMatchObject({
      ...{ name: 'uptake.follow_up', path: `/recommendations/${id}/uptakes/${body.id}` },
      words: 'Sporočili ste, da je bilo priporočilo upoštevano. Kaj je iz tega nastalo?',
    });
    const page = `/sl${items[0].path}`;
    const answer = await member.submit(page, {
      state: 'done',
      since: '2024-09-01',
      locale: 'sl',
      proof: 'Narejeno.',
    });
    expect(answer.status).toBe(303);
    expect(await due()).toEqual([]);
    const { items: uptakes } = (await visitor.get(`/api/v1/recommendations/${id}/uptakes`)).body;
    expect(uptakes[0]).toMatchObject({ state: 'done', since: '2024-09-01' });
    expect(uptakes[0].history.map(({ state }: { state: string }) => state)).toEqual(['done', 'decided']);
  });

  it('is put right and withdrawn by editors, with the reason', async () => {
    const { id } = await aRecommendation(hub, comparison);
    const { body } = await member.send('post', `/api/v1/recommendations/${id}/uptakes`, {
      ...told,
      name: 'Obcina',
    });
    const path = `/en/recommendations/${id}/uptakes/${body.id}`;
    await editor.submit(`${path}/correct`, { organisationId: '', name: 'Občina Ptuj', country: 'SI' }, path);
    expect((await visitor.get(`/en/recommendations/${id}`)).text).toContain('Občina Ptuj');
    expect((await member.submit(`${path}/correct`, { name: 'X', country: 'SI' }, path)).status).toBe(403);
    await editor.submit(`${path}/withdraw`, { reason: 'It was another one.', locale: 'en' }, path);
    const { uptake } = (await visitor.get(`/api/v1/recommendations/${id}`)).body;
    expect(uptake.decided).toBe(0);
    expect((await visitor.get(`/en/recommendations/${id}`)).text).toContain('It was another one.');
    expect((await member.submit(path, { ...told }, `/en/recommendations/${id}`)).status).toBe(403);
  });

  it('takes a file as proof, which whoever reads the recommendation may read', async () => {
    const { id } = await aRecommendation(hub, comparison);
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
    const answer = await member.upload(`/sl/recommendations/${id}/uptakes/new`, pdf, 'sklep.pdf', {
      ...{ ...told, organisationId: '', name: 'Občina', proof: '', address: '' },
    });
    expect(answer.status).toBe(303);
    const { items } = (await visitor.get(`/api/v1/recommendations/${id}/uptakes`)).body;
    expect(items[0].history[0].file).toMatchObject({ name: 'sklep.pdf', type: 'application/pdf' });
    expect((await visitor.get(items[0].history[0].file.address)).status).toBe(200);
  });

  it.each([
    { name: '', organisationId: '' },
    { name: 'X', organisationId: '00000000-0000-4000-8000-000000000000' },
    { name: '', organisationId: '00000000-0000-4000-8000-000000000000' },
    { since: '2999-01-01' },
    { since: '1e308' },
    { state: 'perhaps' },
    { country: 'EU' },
    { address: 'javascript:alert(1)' },
    { proof: 'x'.repeat(1001) },
    { name: 'a\u0000b' },
    { fileId: '00000000-0000-4000-8000-000000000000' },
  ])('refuses %j and loses nothing', async (wrong) => {
    const { id } = await aRecommendation(hub, comparison);
    const answer = await member.send('post', `/api/v1/recommendations/${id}/uptakes`, {
      ...{ ...told, name: 'Občina' },
      ...wrong,
    });
    expect(answer.status).toBe(422);
  });
});

describe('Those who follow', () => {
  it('a country, a dimension or the whole hear of what is published and taken up, and nobody of her own act', async () => {
    const follower = async (part: string) => {
      const client = await TestClient.as(hub, await aPerson(hub, { locale: 'en' }));
      await client.send('put', '/api/v1/followings', { kind: 'comparison', id: comparison.id, part });
      return client;
    };
    await hub.drain(); // what happened before anybody followed
    const [whole, country, side, other] = [
      await follower(''),
      await follower('SI'),
      await follower(dimension.code),
      await follower('SE'),
    ];
    await editor.send('put', '/api/v1/followings', { kind: 'comparison', id: comparison.id });
    const draft = await aRecommendation(hub, comparison, { status: 'draft', dimension, country: 'SI' });
    await editor.send('put', `/api/v1/recommendations/${draft.id}/publication`);
    await hub.drain();
    const names = async (client: TestClient) =>
      (await client.get('/api/v1/notifications')).body.items.map(({ name }: { name: string }) => name);
    for (const client of [whole, country, side])
      expect(await names(client)).toEqual(['recommendation.published']);
    expect(await names(other)).toEqual([]);
    expect(await names(editor)).toEqual([]);
    await member.send('post', `/api/v1/recommendations/${draft.id}/uptakes`, {
      ...{ name: 'Občina', country: 'SI', state: 'done', since: '2024-01-01', locale: 'sl' },
    });
    await hub.drain();
    expect(await names(country)).toEqual(['uptake.told', 'recommendation.published']);
  });

  it('find the buttons on the list and on the page', async () => {
    const { id } = await aRecommendation(hub, comparison);
    expect((await member.get(`/en${at()}?country=SE&dimension=d1`)).text).toContain('Follow: Sweden');
    expect((await member.get(`/en/recommendations/${id}`)).text).toContain('>Follow<');
    expect((await visitor.get(`/en/recommendations/${id}`)).text).toContain('/en/sign-in?next=');
  });
});

describe('Beside the pages of a comparison', () => {
  it('stands what is recommended there, and the button that follows, in the language of each', async () => {
    const surroundings = hub.app.get(ComparisonSurroundings);
    const reader = { actor: Actor.visitor, language: Language.of('sv'), locales: ['sv'], wished: ['sv'] };
    const place = { comparison };
    const before = await surroundings.state(comparison.id);
    const { id } = await aRecommendation(hub, comparison, { dimension, country: 'SE', text: 'Beside it' });
    expect(await surroundings.state(comparison.id)).not.toEqual(before);
    const drawn = async (more: object) =>
      JSON.stringify(await surroundings.recommendations(reader, { ...place, ...more }));
    expect(await drawn({ country: 'SE' })).toContain(id);
    expect(await drawn({ dimension })).toContain(id);
    expect(await drawn({ country: 'IT' })).not.toContain(id);
    expect(await surroundings.following(reader, place)).toHaveLength(1);
  });
});

describe('Threats', () => {
  it('is readable in SQL exactly where the policy says so, for every role', async () => {
    const comparisons = [
      comparison,
      await aComparison(hub),
      await aComparison(hub, { status: 'draft', ...PUBLISHED }),
      await aComparison(hub, { status: 'draft' }),
    ];
    const all: {
      id: string;
      comparisonId: string;
      status: 'draft' | 'published' | 'withdrawn' | 'replaced';
    }[] = [];
    for (const each of comparisons)
      for (const status of ['draft', 'published', 'withdrawn', 'replaced'] as const) {
        const { id } = await aRecommendation(hub, each, { status, bare: true });
        all.push({ id, comparisonId: each.id, status });
      }
    const grants = (role: 'organiser' | 'editor' | 'member' | 'administrator') =>
      comparisons.map(({ partnershipId }) => ({
        role,
        placeId: role === 'administrator' ? null : partnershipId,
      }));
    const people = [
      memberPerson,
      ...(await Promise.all([
        aPerson(hub),
        aPerson(hub, { grants: grants('organiser').slice(1, 3) }),
        aPerson(hub, { grants: grants('editor').slice(0, 2) }),
        aPerson(hub, { grants: grants('member') }),
        aPerson(hub, { grants: grants('administrator').slice(0, 1) }),
      ])),
    ];
    const actors = await Promise.all(people.map(({ id }) => hub.app.get(Actors).ofPerson(id)));
    const system = hub.app.get(ComparisonAccess);
    const subjects = new Map(
      await Promise.all(
        comparisons.map(async ({ id }) => [id, await system.toId(Actor.system, 'read', id)] as const),
      ),
    );
    for (const actor of [Actor.visitor, ...actors.map((each) => each!)]) {
      const rows = await hub.app.get(RecommendationAccess).readable(actor).getMany();
      const readable = new Set(rows.map(({ id }) => id));
      for (const { id, comparisonId, status } of all)
        expect([status, readable.has(id)]).toEqual([
          status,
          recommendationPolicy.may(actor, 'read', { status, comparison: subjects.get(comparisonId)! }),
        ]);
    }
  });

  it('a member cannot write, publish, withdraw or replace', async () => {
    const { id } = await aRecommendation(hub, comparison);
    expect((await member.send('post', `/api/v1${at()}`, written)).status).toBe(403);
    expect((await member.get(`/en${at()}/new`)).status).toBe(403);
    expect((await visitor.get(`/en${at()}/new`)).status).toBe(401);
    for (const [verb, path, body] of [
      ['patch', '', { ...written, weight: 'typo', revision: 1 }],
      ['put', '/publication', undefined],
      ['put', '/withdrawal', { reason: 'x', locale: 'en' }],
      ['put', '/replacement', { by: id }],
      ['delete', '', undefined],
    ] as const)
      expect([path, (await member.send(verb, `/api/v1/recommendations/${id}${path}`, body)).status]).toEqual([
        path,
        403,
      ]);
  });

  it.each([
    { text: '' },
    { text: 'x'.repeat(1001) },
    { text: '\ud800' },
    { addressee: 'a\u0000b' },
    { level: 'world' },
    { dimension: 'd99' },
    { country: 'DE' },
    { country: 'EU' },
    { cost: '1e308' },
    { locale: 'xx' },
    { more: 1 },
  ])('nothing is kept of %j', async (wrong) => {
    const answer = await editor.send('post', `/api/v1${at()}`, { ...written, ...wrong });
    expect([400, 422]).toContain(answer.status);
  });

  it('HTML in every field is text', async () => {
    const html = '<img src=x onerror=alert(1)>';
    const { body } = await editor.send('post', `/api/v1${at()}`, {
      ...written,
      ...{ text: html, addressee: html, reasoning: html },
    });
    const { text } = await editor.get(`/en/recommendations/${body.id}`);
    expect(text).not.toContain('<img src=x');
    expect(text).toContain('&lt;img src=x');
  });
});
