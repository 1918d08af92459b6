import { LOCALES } from '../../src/core/i18n/locales';
import { TextKinds } from '../../src/core/texts/text-kinds';
import { Actor } from '../../src/core/access/actor';
import type { PracticeView } from '../../src/practices/case/case.schema';
import { PracticeDocuments } from '../../src/practices/documents/practice-documents.service';
import { ReviewDue } from '../../src/practices/workflow/review-due.service';
import { aFundingNotice, aPartnership } from '../factories/partnerships';
import { aPerson, type TestPerson } from '../factories/people';
import { aParticipant, aPractice, aResult, type TestPractice } from '../factories/practices';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

const API = '/api/v1/practices';
const NUL = String.fromCharCode(0);
const USE = {
  ...{ country: 'IT', place: 'Rovigo', year: 2022, name: 'Demo Comune' },
  ...{ result: 'Two lots <b>instead</b> of one.', locale: 'en' },
};

describe('A good practice', () => {
  let hub: TestHub;
  let visitor: TestClient;
  let reader: TestClient;
  let organiser: TestClient;
  let author: TestClient;
  let writer: TestPerson;
  let partnershipId: string;

  beforeAll(async () => {
    hub = await startHub();
    visitor = new TestClient(hub);
    partnershipId = (await aPartnership(hub, { acronym: 'COOP' })).id;
    await aFundingNotice(hub, partnershipId, { statement: 'Funded by a grant.' });
    writer = await aPerson(hub, { name: 'Author of cases' });
    author = await TestClient.as(hub, writer);
    reader = await TestClient.as(hub, await aPerson(hub));
    const grants = [{ role: 'organiser' as const, placeId: partnershipId }];
    organiser = await TestClient.as(hub, await aPerson(hub, { grants }));
  });
  afterAll(() => hub.close());

  const published = async (columns: Record<string, unknown> = {}, state = 'published' as const) => {
    const shown = { state, version: 1, published: true };
    const made = await aPractice(hub, { partnershipId, authorId: writer.id, ...shown, columns });
    await aResult(hub, made.id);
    await aParticipant(hub, made.id);
    return made;
  };
  const view = async (client: TestClient, { slug }: TestPractice, locale = 'en'): Promise<PracticeView> =>
    (await client.get(`${API}/${slug}?locale=${locale}`, { 'Accept-Language': locale })).body as PracticeView;
  const pageOf = async (client: TestClient, { slug }: TestPractice, locale = 'en') =>
    (await client.get(`/${locale}/practices/${slug}`)).text;

  describe('is read', () => {
    it('in every language of the hub, with its words, results and the wording of the grant', async () => {
      const made = await published({ title: 'Škarje <script>', rating: 'good' });
      await hub.database.query(
        `insert into practice_translations (owner_id, locale, title, problem, status, source_revision, origin, translated_by)
         values ($1, 'sl', 'Kupovanje', 'Vprašanje.', 'reviewed', 1, 'person', 'Tina')`,
        [made.id],
      );
      const labels = { sv: 'Kvinnor', sl: 'Ženske', it: 'Donne', en: 'Women' };
      for (const locale of LOCALES) {
        const text = await pageOf(visitor, made, locale);
        expect(text).toContain(labels[locale as keyof typeof labels]);
        expect(text).toContain('Funded by a grant.');
        expect(text).toContain('People in work');
        expect(text).not.toContain('<script>');
      }
      const slovenian = await pageOf(visitor, made, 'sl');
      expect(slovenian).toContain('<h1 lang="sl">Kupovanje</h1>');
      expect(slovenian).toContain('Vprašanje.');
      expect(slovenian).toMatch(/lang="en"><p class="lines">The municipality splits its order/);
      expect(slovenian).toContain('state-reviewed');
      expect(slovenian).toContain('state-missing');
    });

    it('as data, with where each text comes from', async () => {
      const made = await published({ rating: 'good', nuts: 'SI032' });
      const found = await view(visitor, made);
      expect(found).toMatchObject({
        slug: made.slug,
        ...{ rating: 'good', version: 1, nuts: 'SI032', licence: 'CC BY 4.0', withdrawn: null },
        texts: { problem: { state: 'original', locale: 'en' } },
        money: { setup: '12000.00', running: '48000.50', currency: 'EUR' },
        results: [{ value: '42.0000', women: 22, men: 18, notStated: 2 }],
        actors: [{ name: 'Town of Maribor', part: 'pays' }],
        partnership: { name: 'COOP' },
        useful: { count: 0, own: false },
        can: { thank: false, tell: false, confirm: false },
      });
      expect(found.short).toMatch(new RegExp(`/p/${made.id.slice(0, 8)}$`));
    });

    it('by the address that is printed', async () => {
      const made = await published();
      const short = `/p/${made.id.slice(0, 8)}`;
      expect((await visitor.get(`/sl${short}`)).headers['location']).toBe(`/sl/practices/${made.slug}`);
      expect((await visitor.get(short)).headers['location']).toMatch(/^\/\w\w\/p\//);
      for (const wrong of ['/sl/p/00000000', '/sl/p/zzzzzzzz', `/sl/p/${made.id}`])
        expect((await visitor.get(wrong)).status).toBe(404);
      const hidden = await aPractice(hub, { partnershipId, authorId: writer.id, state: 'review' });
      expect((await visitor.get(`/sl/p/${hidden.id.slice(0, 8)}`)).status).toBe(404);
      expect((await author.get(`/sl/p/${hidden.id.slice(0, 8)}`)).status).toBe(303);
    });

    it('with the reason when it was withdrawn, and marked when it comes from a plan or must be reviewed', async () => {
      const gone = await published({ state: 'withdrawn' });
      await hub.database.query(
        `insert into practice_moves (practice_id, from_state, to_state, reason, locale)
         values ($1, 'published', 'withdrawn', 'Ni več v rabi.', 'sl')`,
        [gone.id],
      );
      const text = await pageOf(visitor, gone);
      expect(text).toContain('This case was withdrawn on');
      expect(text).toContain('<p lang="sl">Ni več v rabi.</p>');
      expect(await pageOf(visitor, await published({ state: 'due' }))).toContain(
        'review of this case is due',
      );
      const plan = await aPractice(hub, { partnershipId, authorId: writer.id, columns: { planned: true } });
      expect(await pageOf(author, plan)).toContain('results are not yet documented');
    });

    it('quoting nobody who has not agreed', async () => {
      const quote = { quote: 'It works.', quoted_person: 'Ana Quoted', speaker: 'Cook' };
      const silent = await published({ ...quote, quote_consent: false });
      expect(await pageOf(visitor, silent)).not.toMatch(/It works\.|Ana Quoted/);
      expect(JSON.stringify(await view(visitor, silent))).not.toMatch(/It works\.|Ana Quoted|Cook/);
      expect(await pageOf(visitor, await published({ ...quote, quote_consent: true }))).toContain(
        'Ana Quoted',
      );
    });

    it('threat: a visitor opens a case in review, or says something of it', async () => {
      const { slug } = await aPractice(hub, { partnershipId, authorId: writer.id, state: 'review' });
      for (const client of [visitor, reader]) {
        expect((await client.get(`${API}/${slug}`)).status).toBe(404);
        expect((await client.get(`/en/practices/${slug}`)).status).toBe(404);
      }
      expect((await reader.send('put', `${API}/${slug}/useful`)).status).toBe(404);
      expect((await reader.send('post', `${API}/${slug}/used`, USE)).status).toBe(404);
      expect((await author.send('put', `${API}/${slug}/useful`)).status).toBe(403);
    });
  });

  describe('is useful for readers', () => {
    it('who say so once, and take it back, apart from the rating', async () => {
      const made = await published({ rating: 'promising' });
      const path = `/en/practices/${made.slug}`;
      expect((await visitor.send('put', `${API}/${made.slug}/useful`)).status).toBe(401);
      expect((await reader.submit(`${path}/useful`, { useful: 'yes' }, path)).status).toBe(303);
      await reader.send('put', `${API}/${made.slug}/useful`);
      expect((await view(reader, made)).useful).toEqual({ count: 1, own: true });
      expect((await view(visitor, made)).useful).toEqual({ count: 1, own: false });
      expect(await pageOf(visitor, made)).toContain('1 reader finds this useful.');
      expect((await view(visitor, made)).rating).toBe('promising');
      expect((await reader.send('delete', `${API}/${made.slug}/useful`)).body.useful.count).toBe(0);
      const entries = await hub.database.query(
        `select name from journal where subject_id = $1 and name like 'practice.thank%' order by id`,
        [made.id],
      );
      expect(entries.map(({ name }: { name: string }) => name)).toEqual([
        'practice.thanked',
        'practice.thanks_taken_back',
      ]);
      expect((await author.send('put', `${API}/${made.slug}/useful`)).status).toBe(403);
    });
  });

  describe('is used elsewhere', () => {
    it('as readers tell, and everybody sees when the practice has confirmed it', async () => {
      const made = await published();
      const path = `/en/practices/${made.slug}`;
      const answer = await reader.submit(`${path}/used`, USE);
      expect(answer.headers['location']).toMatch(/#used-/);
      const id = /#used-(.*)$/.exec(answer.headers['location'] as string)![1]!;
      expect((await view(visitor, made)).usedElsewhere).toEqual([]);
      expect(await pageOf(visitor, made)).not.toContain('Demo Comune');
      expect((await view(reader, made)).usedElsewhere).toMatchObject([{ id, awaits: true }]);
      const kind = hub.app.get(TextKinds).named('practice_transfer');
      const texts = () => hub.app.get(TextKinds).find(Actor.system, kind.name, id);
      await expect(texts()).rejects.toThrow();
      expect((await reader.send('put', `${API}/${made.slug}/used/${id}/confirmation`)).status).toBe(403);
      expect(await pageOf(author, made)).toContain('Waits to be confirmed');
      expect((await author.submit(`${path}/used/${id}/confirm`, {}, path)).status).toBe(303);
      expect(await pageOf(visitor, made)).toContain('Two lots &lt;b>instead&lt;/b> of one.');
      expect((await texts()).strings).toEqual({ result: USE.result });
      expect((await organiser.send('delete', `${API}/${made.slug}/used/${id}`)).status).toBe(204);
      expect((await view(visitor, made)).usedElsewhere).toEqual([]);
    });

    it('at once, when those who answer for it tell so', async () => {
      const made = await published();
      const { body } = await organiser.send('post', `${API}/${made.slug}/used`, USE);
      expect(body.usedElsewhere).toMatchObject([{ awaits: false, place: 'Rovigo', country: 'IT' }]);
    });

    it('and nobody floods the author', async () => {
      const made = await published();
      const tell = () => reader.send('post', `${API}/${made.slug}/used`, USE);
      for (let told = 0; told < 5; told += 1) expect((await tell()).status).toBe(201);
      expect((await tell()).status).toBe(422);
    });

    it('in words that can be read: all else is refused and stays in the form', async () => {
      const made = await published();
      const path = `/en/practices/${made.slug}/used`;
      for (const wrong of [
        { ...USE, name: '' },
        { ...USE, result: 'x'.repeat(301) },
        { ...USE, place: `${NUL}Rovigo` },
        { ...USE, result: '\ud800' },
        { ...USE, year: 3000 },
        { ...USE, country: 'EU' },
        { ...USE, locale: 'xx' },
        { ...USE, awaits: false },
      ])
        expect((await reader.send('post', `${API}/${made.slug}/used`, wrong)).status).toBe(422);
      const refused = await reader.submit(path, { ...USE, year: 'soon' });
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('Two lots &lt;b>instead');
      expect((await visitor.get(path)).status).toBe(401);
      const other = await published();
      const { body } = await organiser.send('post', `${API}/${other.slug}/used`, USE);
      const [{ id }] = body.usedElsewhere;
      expect((await organiser.send('delete', `${API}/${made.slug}/used/${id}`)).status).toBe(404);
      const gone = await published({ state: 'withdrawn' });
      expect((await reader.send('post', `${API}/${gone.slug}/used`, USE)).status).toBe(403);
    });
  });

  describe('stands in books', () => {
    it('as blocks in one language, with its version, place and who translated it', async () => {
      const made = await published({ title: 'Izvirnik', locale: 'sl', rating: 'good', region: 'Podravska' });
      await hub.database.query(
        `insert into practice_translations (owner_id, locale, title, problem, status, source_revision, origin, translated_by)
         values ($1, 'it', 'Originale', 'Domanda.', 'reviewed', 1, 'person', 'Tina')`,
        [made.id],
      );
      const documents = hub.app.get(PracticeDocuments);
      const italian = (await documents.of(Actor.visitor, [made.slug], 'it')).get(made.slug)!;
      expect(italian).toMatchObject({
        ...{ title: 'Originale', locale: 'it', version: 1, rating: 'Buona pratica', outdated: false },
        credit: 'Traduzione dallo sloveno di Tina',
        places: ['Maribor', 'Podravska', 'Slovenia'],
        themes: ['Appalti', 'Inserimento lavorativo'],
      });
      const blocks = JSON.stringify(italian.body.blocks);
      for (const part of ['Problema', 'Domanda.', 'Donne', '42 people', '48.000,50', '2019–2023'])
        expect(blocks).toContain(part);
      expect(italian.address).toMatch(/\/p\/[0-9a-f]{8}$/);
      const slovenian = (await documents.of(Actor.visitor, [made.slug], 'sl')).get(made.slug)!;
      expect(slovenian).toMatchObject({ title: 'Izvirnik', credit: null, state: 'original' });
    });

    it('threat: a case that is not published, or was withdrawn, is printed', async () => {
      const review = await aPractice(hub, { partnershipId, authorId: writer.id, state: 'review' });
      const gone = await published({ state: 'withdrawn' });
      const slugs = [review.slug, gone.slug, 'unknown'];
      expect(await hub.app.get(PracticeDocuments).of(Actor.visitor, slugs, 'sl')).toEqual(new Map());
    });
  });

  it('is to be reviewed after two years, by its author and its partnership', async () => {
    const late = await published({ next_review_at: '2020-01-01' });
    const young = await published({ next_review_at: '2100-01-01' });
    const due = hub.app.get(ReviewDue);
    await Promise.all([due.markAll(), due.markAll()]);
    expect((await view(visitor, late)).state).toBe('due');
    expect((await view(visitor, young)).state).toBe('published');
    const moves = await hub.database.query(
      'select from_state, to_state from practice_moves where practice_id = $1',
      [late.id],
    );
    expect(moves).toEqual([{ from_state: 'published', to_state: 'due' }]);
    for (const client of [author, organiser])
      expect((await client.get('/en/practices/tasks')).text).toContain(`/practices/${late.slug}/case`);
    expect((await reader.get('/en/practices/tasks')).text).not.toContain(late.slug);
    expect(await pageOf(organiser, late)).toContain(`/practices/${late.slug}/case`);
  });
});
