import { randomUUID } from 'node:crypto';
import { Actor, type Role } from '../../src/core/access/actor';
import { TextKinds } from '../../src/core/texts/text-kinds';
import { Concept } from '../../src/glossary/concepts/concept.entity';
import { conceptPolicy, termPolicy } from '../../src/glossary/concepts/concept.policy';
import type { ConceptView } from '../../src/glossary/concepts/concept.schema';
import { TermIndex } from '../../src/glossary/terms/term-index.service';
import { aConcept } from '../factories/concepts';
import { aPartnership } from '../factories/partnerships';
import { aPerson } from '../factories/people';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { until } from '../support/until';

const API = '/api/v1/glossary';
const NUL = String.fromCharCode(0);

describe('The glossary', () => {
  let hub: TestHub;
  let visitor: TestClient;
  let editor: TestClient;
  let translator: TestClient;

  beforeAll(async () => {
    hub = await startHub();
    const { id: placeId } = await aPartnership(hub);
    editor = await TestClient.as(
      hub,
      await aPerson(hub, { name: 'Eva', grants: [{ role: 'editor', placeId }] }),
    );
    const grants = [{ role: 'translator' as const, detail: 'sl' }];
    translator = await TestClient.as(hub, await aPerson(hub, { name: 'Tina', grants }));
    visitor = new TestClient(hub);
  });
  afterAll(() => hub.close());

  /** A concept with a preferred term in Swedish and one in Slovenian, and what the interface says of it. */
  async function known(): Promise<{ slug: string; view: () => Promise<ConceptView> }> {
    const terms = { sv: 'socialt företag', sl: 'socialno podjetje' };
    const { slug } = await aConcept(hub, { terms });
    return { slug, view: async () => (await visitor.get(`${API}/${slug}`)).body as ConceptView };
  }
  const termIn = ({ terms }: ConceptView, locale: string) => terms.find((term) => term.locale === locale)!;

  describe('is read by everybody', () => {
    it('in the order of the alphabet of the reader, under the letters that it has', async () => {
      for (const [slug, sv, sl] of [
        ['abc-ango', 'ångo', 'zango'],
        ['abc-ekonomi', 'ékonomi', 'čekonomi'],
        ['abc-zon', 'zon', 'cona'],
      ])
        await aConcept(hub, { slug, domain: 'law', terms: { sv: sv!, sl: sl! } });
      const page = async (locale: string) => (await visitor.get(`/${locale}/glossary?domain=law`)).text;
      const letters = (text: string) =>
        [...text.matchAll(/<h3 id="letter[^>]*>([^<]*)</g)].map(([, letter]) => letter);
      expect(letters(await page('sv'))).toEqual(['E', 'Z', 'Å']);
      expect(letters(await page('sl'))).toEqual(['C', 'Č', 'Z']);
      const { items } = (await visitor.get(`${API}?domain=law&locale=sv`)).body as {
        items: { slug: string }[];
      };
      expect(items.map(({ slug }) => slug)).toEqual(['abc-ekonomi', 'abc-zon', 'abc-ango']);
    });

    it('and searched in every language, with and without marks', async () => {
      await aConcept(hub, { slug: 'found', domain: 'law', terms: { sv: 'återvinning', it: 'riciclaggio' } });
      for (const q of ['återvinning', 'atervinning', 'RICICLAGGIO', 'ricicl'])
        expect((await visitor.get(`${API}?q=${encodeURIComponent(q)}&domain=law`)).body).toMatchObject({
          total: 1,
          items: [{ slug: 'found' }],
        });
      expect((await visitor.get(`${API}?q=nothing-of-that`)).body).toMatchObject({ total: 0 });
    });

    it('never presents a proposal as verified', async () => {
      const terms = {
        sv: [{ word: 'samutformning', standing: 'preferred' as const, confidence: 'low' as const }],
      };
      const { slug } = await aConcept(hub, { terms });
      expect((await visitor.get(`/sv/glossary/${slug}`)).text).toContain('inte kontrollerat');
      expect((await visitor.get('/sv/glossary?q=samutformning')).text).toContain('inte kontrollerat');
    });

    it('with the definition in the best language there is, saying which', async () => {
      const { id, slug } = await aConcept(hub, { definition: 'An enterprise.', terms: { en: 'enterprise' } });
      await hub.database.query(
        `insert into concept_translations (owner_id, locale, definition, status, source_revision, origin)
         values ($1, 'sl', 'Podjetje.', 'machine', 1, 'machine:test')`,
        [id],
      );
      const page = (await visitor.get(`/sl/glossary/${slug}`)).text;
      expect(page).toContain('<p class="said" lang="sl">Podjetje.</p>');
      expect(page).toContain('state-machine');
    });

    it('shows what stands in a field as text, whatever it is', async () => {
      const evil = '<script>alert(1)</script>';
      const { slug } = await aConcept(hub, { definition: evil, note: evil, terms: { en: evil } });
      const page = (await visitor.get(`/en/glossary/${slug}`)).text;
      expect(page).not.toContain(evil);
      expect(page).toContain('&lt;script>');
    });
  });

  describe('is kept by those who answer for a partnership', () => {
    it('who add a concept with its first term', async () => {
      const input = {
        word: 'work cooperative',
        locale: 'en',
        domain: 'legal_forms',
        definition: 'Owned by workers.',
      };
      const answer = await editor.send('post', API, input);
      expect(answer.status).toBe(201);
      expect(answer.body).toMatchObject({
        slug: 'work-cooperative',
        terms: [{ word: 'work cooperative', standing: 'preferred', confidence: 'medium' }],
        can: { edit: true },
      });
      expect((await visitor.send('post', API, input)).status).toBe(401);
      expect((await translator.send('post', API, input)).status).toBe(403);
    });

    it('by forms without any script', async () => {
      const fields = { locale: 'sv', domain: 'law', definition: 'En lag.', note: '', sources: 'SFS\nEU' };
      const answer = await editor.submit('/sv/glossary/new', {
        ...fields,
        word: 'lagrum',
        confidence: 'high',
      });
      expect(answer.headers['location']).toBe('/sv/glossary/lagrum');
      expect((await visitor.get(`${API}/lagrum`)).body).toMatchObject({
        sources: [{ key: 'SFS' }, { key: 'EU' }],
      });
      const refused = await editor.submit('/sv/glossary/new', { ...fields, word: '', confidence: 'high' });
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('En lag.');
    });

    it('but never by who was late: 409, and nothing that was typed is lost', async () => {
      const { slug, view } = await known();
      const { domain, locale, revision } = await view();
      const input = { domain, locale, definition: 'First.', note: null, sources: [], revision };
      expect((await editor.send('patch', `${API}/${slug}`, input)).status).toBe(200);
      const late = await editor.send('patch', `${API}/${slug}`, { ...input, definition: 'Second.' });
      expect(late.status).toBe(409);
      expect(late.body).toMatchObject({ theirs: { definition: 'First.', revision: 2 } });
      const form = { ...input, note: '', sources: '', definition: 'Typed with care.', weight: 'typo' };
      const page = await editor.submit(`/en/glossary/${slug}/edit`, form);
      expect(page.status).toBe(409);
      expect(page.text).toContain('Typed with care.');
      expect(page.text).toContain('First.');
    });

    it('who withdraw it and restore it', async () => {
      const { slug } = await known();
      expect((await visitor.send('delete', `${API}/${slug}`)).status).toBe(401);
      expect((await editor.send('delete', `${API}/${slug}`)).status).toBe(204);
      expect((await visitor.get(`${API}/${slug}`)).status).toBe(404);
      expect((await visitor.get(`/en/glossary/${slug}`)).status).toBe(404);
      expect((await visitor.get(`${API}?q=podjetje&limit=500`)).text).not.toContain(slug);
      expect((await editor.get(`/en/glossary/${slug}`)).text).toContain('has been withdrawn');
      expect((await editor.submit(`/en/glossary/${slug}/restore`, {}, `/en/glossary/${slug}`)).status).toBe(
        303,
      );
      expect((await visitor.get(`${API}/${slug}`)).status).toBe(200);
    });

    it('who say what the law of one country means by it', async () => {
      const { slug, view } = await known();
      const path = `${API}/${slug}/countries/SI`;
      expect((await translator.send('put', path, { locale: 'sl', text: 'Status.' })).status).toBe(403);
      expect((await editor.send('put', path, { locale: 'sl', text: 'Status.' })).status).toBe(200);
      expect((await editor.send('put', path, { locale: 'sl', text: 'Again.' })).status).toBe(409);
      const changed = { locale: 'sl', text: 'Pravni status.', revision: 1 };
      expect((await editor.send('put', path, changed)).body).toMatchObject({
        countryNotes: [{ country: 'SI', text: { text: 'Pravni status.', locale: 'sl' }, revision: 2 }],
      });
      expect((await visitor.get(`/sv/glossary/${slug}`)).text).toContain('id="country-si"');
      expect((await editor.send('delete', path)).status).toBe(204);
      expect((await view()).countryNotes).toEqual([]);
    });
  });

  describe('has its words kept by translators too', () => {
    it('in their language and no other', async () => {
      const { slug, view } = await known();
      const term = { word: 'družbeno podjetje', standing: 'accepted', confidence: 'medium' };
      const path = `${API}/${slug}/terms`;
      expect((await translator.send('post', path, { ...term, locale: 'sl' })).status).toBe(201);
      expect((await translator.send('post', path, { ...term, locale: 'sv' })).status).toBe(403);
      expect((await visitor.send('post', path, { ...term, locale: 'sl' })).status).toBe(401);
      const [sv, sl] = [termIn(await view(), 'sv'), termIn(await view(), 'sl')];
      const change = { ...term, word: 'x', revision: 1 };
      expect((await translator.send('put', `${path}/${sv.id}`, change)).status).toBe(403);
      expect((await translator.send('put', `${path}/${sl.id}`, change)).status).toBe(200);
      expect((await translator.get(`/sl/glossary/${slug}/terms/new?locale=sl`)).status).toBe(200);
      expect((await visitor.get(`/sl/glossary/${slug}/terms/new`)).status).toBe(401);
    });

    it('so that there is one preferred word in each language', async () => {
      const { slug, view } = await known();
      const term = { word: 'družbeno podjetje', standing: 'preferred', confidence: 'high', locale: 'sl' };
      expect((await translator.send('post', `${API}/${slug}/terms`, term)).status).toBe(201);
      const words = (await view()).terms.filter(({ locale }) => locale === 'sl');
      expect(words.map(({ word, standing }) => [word, standing])).toEqual([
        ['družbeno podjetje', 'preferred'],
        ['socialno podjetje', 'accepted'],
      ]);
    });

    it('and none of it twice', async () => {
      const { slug } = await known();
      const term = { word: 'socialno podjetje', standing: 'accepted', confidence: 'high', locale: 'sl' };
      const answer = await translator.send('post', `${API}/${slug}/terms`, term);
      expect(answer.status).toBe(422);
      const fields = { ...term, gender: '', partOfSpeech: '', note: '', sources: '' };
      const from = `/sl/glossary/${slug}/terms/new`;
      const page = await translator.submit(`/sl/glossary/${slug}/terms`, fields, from);
      expect(page.status).toBe(422);
      expect(page.text).toContain('že obstaja');
    });

    it('but never by who was late', async () => {
      const { slug, view } = await known();
      const { id } = termIn(await view(), 'sl');
      const path = `/sl/glossary/${slug}/terms/${id}`;
      const typed = {
        standing: 'accepted',
        confidence: 'low',
        partOfSpeech: '',
        gender: '',
        note: '',
        sources: '',
      };
      const first = await translator.submit(path, { ...typed, word: 'prvo', revision: 1 });
      expect(first.headers['location']).toBe(`/sl/glossary/${slug}#term-${id}`);
      const late = await translator.submit(path, { ...typed, word: 'drugo', revision: 1 });
      expect(late.status).toBe(409);
      expect(late.text).toContain('drugo');
      expect(late.text).toContain('prvo');
      expect((await translator.send('delete', `${API}/${slug}/terms/${id}?revision=1`)).status).toBe(409);
      expect((await translator.send('delete', `${API}/${slug}/terms/${id}?revision=2`)).status).toBe(200);
    });

    it('and remembers every change', async () => {
      const { slug, view } = await known();
      const { id } = termIn(await view(), 'sl');
      const change = { word: 'so. p.', standing: 'acronym', confidence: 'high', revision: 1 };
      await translator.send('put', `${API}/${slug}/terms/${id}`, change);
      await translator.send('delete', `${API}/${slug}/terms/${id}?revision=2`);
      const page = (await visitor.get(`/en/glossary/${slug}`)).text;
      expect(page).toContain('Term removed:');
      expect(page).toMatch(/<del lang="sl">socialno podjetje<\/del> <b lang="sl">so\. p\.<\/b>/);
      expect(page).toContain('Tina');
      const entries = await hub.database.query<{ name: string }[]>(
        `select name from journal where subject_kind = 'concept' and name like 'concept.term%'
         order by id desc limit 2`,
      );
      expect(entries.map(({ name }) => name)).toEqual(['concept.term_removed', 'concept.term_changed']);
    });
  });

  describe('is talked about', () => {
    it('in one thread of its own, which the first who asks opens', async () => {
      const { slug, view } = await known();
      const path = `/sv/glossary/${slug}/discussion`;
      expect((await visitor.get(path)).status).toBe(401);
      const form = { body: 'Heter det så?', locale: 'sv', clientId: randomUUID() };
      const answer = await translator.submit(path, form);
      const { threadId } = await view();
      expect(answer.headers['location']).toBe(`/sv/threads/${threadId}`);
      expect((await visitor.get(`/sv/threads/${threadId}`)).text).toContain('Heter det så?');
      expect((await visitor.get(`/sv/glossary/${slug}`)).text).toContain(`/sv/threads/${threadId}`);
      expect((await editor.get(path)).headers['location']).toBe(`/sv/threads/${threadId}`);
      const late = { ...form, clientId: randomUUID() };
      expect((await editor.submit(path, late, `/sv/glossary/${slug}`)).headers['location']).toBe(
        `/sv/threads/${threadId}`,
      );
    });

    it('in the same room of the hub, opened once', async () => {
      const [one, other] = [await known(), await known()];
      const form = () => ({ body: 'x', locale: 'en', clientId: randomUUID() });
      const open = ({ slug }: { slug: string }) =>
        translator.submit(`/en/glossary/${slug}/discussion`, form());
      await Promise.all([open(one), open(other)]);
      const rooms = await hub.database.query<unknown[]>(`select 1 from rooms where slug like 'glossary%'`);
      expect(rooms).toHaveLength(1);
      expect((await one.view()).threadId).not.toBe((await other.view()).threadId);
    });

    it('and refuses an empty post', async () => {
      const { slug } = await known();
      const path = `/en/glossary/${slug}/discussion`;
      const answer = await translator.submit(path, { body: ' ', locale: 'en', clientId: randomUUID() });
      expect(answer.status).toBe(422);
    });
  });

  it('is printed with a column for each language, the reader’s first', async () => {
    const columns = (text: string) =>
      [...text.matchAll(/<th scope="col" lang="(\w+)"/g)].map(([, lang]) => lang);
    expect(columns((await visitor.get('/it/glossary/print')).text)[0]).toBe('it');
    expect(columns((await visitor.get('/sl/glossary/print')).text).sort()).toEqual(['en', 'it', 'sl', 'sv']);
  });

  it('refuses what cannot be a text, a language, a country or a concept', async () => {
    const { slug } = await known();
    const term = { word: 'x', standing: 'accepted', confidence: 'high', locale: 'sl' };
    const terms = `${API}/${slug}/terms`;
    for (const bad of [
      { ...term, word: `a${NUL}b` },
      { ...term, word: '\ud800' },
      { ...term, word: '' },
      { ...term, word: 'x'.repeat(201) },
      { ...term, locale: 'xx' },
      { ...term, standing: 'official' },
      { ...term, revision: 1 },
    ])
      expect((await editor.send('post', terms, bad)).status).toBe(422);
    expect((await editor.send('post', `${API}/no-such-concept/terms`, term)).status).toBe(404);
    const foreign = '00000000-0000-4000-8000-000000000000';
    expect((await editor.send('put', `${terms}/${foreign}`, { ...term, revision: 1 })).status).toBe(422);
    const { locale: _, ...change } = term;
    expect((await editor.send('put', `${terms}/${foreign}`, { ...change, revision: 1 })).status).toBe(404);
    expect(
      (await editor.send('put', `${API}/${slug}/countries/si`, { locale: 'sl', text: 'x' })).status,
    ).toBe(404);
    expect((await visitor.get(`${API}?domain=nonsense`)).status).toBe(422);
    expect((await visitor.get('/en/glossary?page=99')).status).toBe(303);
  });

  it('is a text like others, found by its names in every language', async () => {
    const { id } = await aConcept(hub, {
      definition: 'Meant.',
      terms: {
        en: 'mutual',
        sl: 'vzajemna družba',
        sv: [{ word: 'ömsesidigt bolag' }, { word: 'ömsesidigt' }],
      },
    });
    const kinds = hub.app.get(TextKinds);
    expect(await kinds.find(Actor.visitor, 'concept', id)).toMatchObject({
      title: 'mutual',
      strings: { definition: 'Meant.', note: null },
      path: expect.stringContaining('/glossary/') as string,
    });
    const { names, table } = kinds.named('concept');
    const [{ names: found }] = await hub.database.query<[{ names: object }]>(
      `select ${names} as names from ${table} owner where owner.id = $1`,
      [id],
    );
    expect(found).toEqual({ en: 'mutual', sl: 'vzajemna družba', sv: 'ömsesidigt\nömsesidigt bolag' });
    await hub.database.query('update concepts set withdrawn_at = now() where id = $1', [id]);
    await expect(kinds.find(Actor.visitor, 'concept', id)).rejects.toThrow('errors:not_found');
  });

  it('shows each role the rows that its policy says it may read', async () => {
    await aConcept(hub, { withdrawn: true });
    const person = {
      id: '',
      name: '',
      email: '',
      locale: 'sv',
      readingLocales: [],
      originalsOnly: false,
      timeZone: 'UTC',
    };
    const as = (role: Role, placeId: string | null, detail: string | null = null) =>
      Actor.person(person, [{ role, placeId, detail }]);
    const place = '00000000-0000-4000-8000-000000000001';
    const roles = [
      Actor.visitor,
      Actor.system,
      as('administrator', null),
      as('translator', null, 'sl'),
      ...(['organiser', 'editor', 'host', 'member', 'guest'] as const).map((role) => as(role, place)),
    ];
    const all = await hub.database.manager.find(Concept);
    for (const actor of roles) {
      const { where, parameters } = conceptPolicy.readable(actor, 'concept');
      const rows = await hub.database
        .createQueryBuilder(Concept, 'concept')
        .where(where, parameters)
        .getMany();
      const may = all.filter((row) => conceptPolicy.may(actor, 'read', row));
      expect(rows.map(({ id }) => id).sort()).toEqual(may.map(({ id }) => id).sort());
    }
    const concept = { withdrawnAt: null };
    expect(roles.map((actor) => termPolicy.may(actor, 'edit', { locale: 'sl', concept }))).toEqual([
      ...[false, true, true, true],
      ...[true, true, false, false, false],
    ]);
  });

  it('lets another process of the hub know soon', async () => {
    const beside = await startHub({}, hub);
    try {
      const index = beside.app.get(TermIndex);
      await index.current();
      const { slug } = await known();
      await until(async () => (await index.current()).concepts.some((concept) => concept.slug === slug));
    } finally {
      await beside.close();
    }
  });
});
