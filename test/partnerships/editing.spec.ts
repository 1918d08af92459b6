import { anOrganisation } from '../factories/organisations';
import { aPartner, aPartnership, aSourceNote, aStatement } from '../factories/partnerships';
import { aPerson, type TestPerson } from '../factories/people';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { mailsTo } from '../support/mails';
import { translate, translationPath } from '../support/translating';

const RECORD = {
  ...{ name: 'Nova pot', locale: 'sl', acronym: 'POT', programme: 'Pilotni projekt', purpose: 'Namen' },
  ...{ contractReference: 'VS/1', startsOn: '2012-05-01', endsOn: '2013-06-01', currency: 'EUR' },
  ...{ budgetTotal: '256.208,82', budgetFunder: '204 930,03', budgetPartners: '51278.79', grantPercent: '' },
  ...{
    grantCeiling: '',
    territory: 'SI032, ITH36',
    working_sl: 'true',
    working_it: 'true',
    accent: 'violet',
    status: 'draft',
  },
};

/** What the merge form on a page would send as it stands. */
function formFields(html: string): Record<string, string> {
  const form = html.slice(html.indexOf('id="merge"'));
  const inputs = [...form.matchAll(/<input[^>]*>/g)].map(([tag]) => [
    /name="([^"]*)"/.exec(tag)?.[1] ?? '',
    /value="([^"]*)"/.exec(tag)?.[1] ?? '',
  ]);
  return Object.fromEntries(inputs) as Record<string, string>;
}

describe('Editing a partnership in the browser', () => {
  let hub: TestHub;
  let visitor: TestClient;

  beforeAll(async () => {
    hub = await startHub();
    visitor = new TestClient(hub);
  });
  afterAll(() => hub.close());

  async function organised(): Promise<{
    id: string;
    slug: string;
    edit: string;
    organiser: TestClient;
    person: TestPerson;
  }> {
    const { id, slug } = await aPartnership(hub, {
      name: 'Sodelovanje',
      locale: 'sl',
      programme: 'Program',
      purpose: 'Namen',
    });
    const person = await aPerson(hub, { grants: [{ role: 'organiser', placeId: id }] });
    return {
      id,
      slug,
      edit: `/en/partnerships/${slug}/edit`,
      person,
      organiser: await TestClient.as(hub, person),
    };
  }

  const statements = (id: string) =>
    hub.database.query<{ id: string; kind: string; number: number; text: string; revision: number }[]>(
      'select id, kind, number, text, revision from statements where partnership_id = $1 order by kind, number',
      [id],
    );

  describe('starting one', () => {
    it('makes a draft, and whoever starts it its organiser', async () => {
      const { organiser, person } = await organised();
      const answer = await organiser.submit('/en/partnerships/new', RECORD);
      expect(answer.headers['location']).toBe('/en/partnerships/pot/edit/statements');
      const { body } = await organiser.get('/api/v1/partnerships/pot?locale=sl');
      expect(body).toMatchObject({
        ...{
          acronym: 'POT',
          accent: 'violet',
          status: 'draft',
          territory: ['SI032', 'ITH36'],
          workingLocales: ['sl', 'it'],
        },
        budget: { total: '256208.82', funder: '204930.03', funderShare: '79.99', addsUp: true },
        can: { edit: true, appoint: true, fund: true },
      });
      expect((await visitor.get('/en/partnerships/pot')).status).toBe(404);
      const grants = await hub.database.query(
        'select role from grants where person_id = $1 and place_id = $2',
        [person.id, body.id],
      );
      expect(grants).toEqual([{ role: 'organiser' }]);
    });

    it('is for organisers and administrators', async () => {
      const { id } = await aPartnership(hub);
      const editor = await TestClient.as(
        hub,
        await aPerson(hub, { grants: [{ role: 'editor', placeId: id }] }),
      );
      expect((await visitor.get('/en/partnerships/new')).status).toBe(401);
      expect((await editor.get('/en/partnerships/new')).status).toBe(403);
      expect((await editor.submit('/en/partnerships/new', RECORD, '/en/partnerships')).status).toBe(403);
      expect((await editor.get('/en/partnerships')).text).not.toContain('/en/partnerships/new');
    });

    it('keeps what was typed when something is wrong with it', async () => {
      const { organiser } = await organised();
      const answer = await organiser.submit('/sl/partnerships/new', {
        ...RECORD,
        endsOn: '2011-01-01',
        budgetTotal: 'veliko',
      });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('value="veliko"');
      expect(answer.text).toContain('value="Nova pot"');
      const dates = await organiser.submit('/sl/partnerships/new', { ...RECORD, endsOn: '2011-01-01' });
      expect(dates.text).toContain('Zadnji dan ne more biti pred prvim.');
    });
  });

  describe('the record', () => {
    it('is saved, and everybody sees it', async () => {
      const { organiser, edit, slug } = await organised();
      const answer = await organiser.submit(edit, { ...RECORD, status: 'active', revision: 1 });
      expect(answer.status).toBe(303);
      const { text } = await visitor.get(`/it/partnerships/${slug}`);
      expect(text).toContain('<h1 lang="sl">Nova pot</h1>');
      expect(text).toContain('data-accent="violet"');
    });

    it('offers a merge to who saves second, with both texts and nothing lost', async () => {
      const { organiser, edit } = await organised();
      await organiser.submit(edit, { ...RECORD, purpose: 'Prvi namen', status: 'active', revision: 1 });
      const late = await organiser.submit(edit, {
        ...RECORD,
        purpose: 'Drugi <b>namen</b>',
        status: 'active',
        revision: 1,
      });
      expect(late.status).toBe(409);
      expect(late.text).toContain('Prvi namen');
      expect(late.text).toContain('Drugi &lt;b>namen&lt;/b>');
      expect(late.text).toContain('name="revision" value="2"');
      const fields = formFields(late.text);
      expect(fields).toMatchObject({
        name: 'Nova pot',
        working_sl: 'true',
        working_sv: '',
        budgetTotal: '256.208,82',
      });
      const merged = await organiser.submit(edit, { ...fields, purpose: 'Skupni namen', _token: undefined });
      expect(merged.status).toBe(303);
    });
  });

  describe('statements', () => {
    it('are added at the end of their kind, moved and removed without gaps', async () => {
      const { organiser, edit, id } = await organised();
      for (const text of ['Prvi', 'Drugi', 'Tretji'])
        await organiser.submit(`${edit}/statements`, { kind: 'objective', locale: 'sl', text });
      await organiser.submit(`${edit}/statements`, { kind: 'message', locale: 'sl', text: 'Sporočilo' });
      const [first, , third] = (await statements(id)).filter(({ kind }) => kind === 'objective');
      await organiser.submit(
        `${edit}/statements/${third!.id}/move`,
        { direction: 'up' },
        `${edit}/statements`,
      );
      await organiser.submit(
        `${edit}/statements/${first!.id}/move`,
        { direction: 'up' },
        `${edit}/statements`,
      );
      expect((await statements(id)).map(({ text }) => text)).toEqual([
        'Sporočilo',
        'Prvi',
        'Tretji',
        'Drugi',
      ]);
      await organiser.submit(`${edit}/statements/${first!.id}/remove`, {}, `${edit}/statements`);
      expect((await statements(id)).map(({ number, text }) => `${number} ${text}`)).toEqual([
        '1 Sporočilo',
        '1 Tretji',
        '2 Drugi',
      ]);
    });

    it('stay one list when many add at once', async () => {
      const { organiser, edit, id } = await organised();
      await Promise.all(
        Array.from({ length: 6 }, (_, number) =>
          organiser.submit(`${edit}/statements`, {
            kind: 'activity',
            locale: 'sl',
            text: `Dejavnost ${number}`,
          }),
        ),
      );
      expect((await statements(id)).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    });

    it('offer a merge to who edits second', async () => {
      const { organiser, edit, id } = await organised();
      const { id: statement } = await aStatement(hub, id, { text: 'Prvotno', locale: 'sl' });
      const path = `${edit}/statements/${statement}`;
      await organiser.submit(path, { text: 'Njihovo', locale: 'sl', revision: 1 }, `${edit}/statements`);
      const late = await organiser.submit(
        path,
        { text: 'Moje', locale: 'sl', revision: 1 },
        `${edit}/statements`,
      );
      expect(late.status).toBe(409);
      expect(late.text).toContain('Njihovo');
      expect(late.text).toContain('Moje');
      const merged = await organiser.submit(
        path,
        { text: 'Skupno', locale: 'sl', revision: 2 },
        `${edit}/statements`,
      );
      expect(merged.status).toBe(303);
      expect((await statements(id))[0]).toMatchObject({ text: 'Skupno', revision: 3 });
    });

    it('of another partnership cannot be reached through one’s own', async () => {
      const { organiser, edit } = await organised();
      const stranger = await aPartnership(hub);
      const { id } = await aStatement(hub, stranger.id, { text: 'Theirs' });
      for (const [path, fields] of [
        [`${edit}/statements/${id}`, { text: 'Mine', locale: 'en', revision: 1 }],
        [`${edit}/statements/${id}/remove`, {}],
        [`${edit}/statements/${id}/move`, { direction: 'up' }],
      ] as const)
        expect((await organiser.submit(path, fields, `${edit}/statements`)).status).toBe(404);
      expect((await statements(stranger.id))[0]!.text).toBe('Theirs');
    });
  });

  describe('translations', () => {
    it('are drafts by a person, shown to readers of that language', async () => {
      const { organiser, slug, id, person } = await organised();
      const { id: statement } = await aStatement(hub, id, { text: 'Spodbuditi razvoj', locale: 'sl' });
      const record = { name: 'Cooperazione', programme: 'Programma', purpose: 'Finalità' };
      await translate(organiser, { kind: 'partnership', id, locale: 'it' }, record);
      const of = { kind: 'statement', id: statement, locale: 'it' };
      expect((await translate(organiser, of, { text: 'Promuovere lo sviluppo' })).status).toBe(200);
      const { body } = await visitor.get(`/api/v1/partnerships/${slug}?locale=it`);
      expect(body.name).toMatchObject({ text: 'Cooperazione', state: 'draft', originalLocale: 'sl' });
      expect(body.statements[0].text).toMatchObject({ text: 'Promuovere lo sviluppo', state: 'draft' });
      const [row] = await hub.database.query(
        'select origin, translator_id from statement_translations where owner_id = $1',
        [statement],
      );
      expect(row).toEqual({ origin: 'person', translator_id: person.id });
      const names = await hub.database.query(
        `select name from journal where scope_id = $1 and name like '%.translated' order by id`,
        [id],
      );
      expect(names).toEqual([{ name: 'partnership.translated' }, { name: 'statement.translated' }]);
    });

    it('of an original that changed meanwhile are not saved unseen', async () => {
      const { organiser, edit, id } = await organised();
      const { id: statement } = await aStatement(hub, id, { text: 'Staro', locale: 'sl' });
      const of = { kind: 'statement', id: statement, locale: 'sv' };
      const seen = await organiser.get(translationPath(of));
      await organiser.submit(
        `${edit}/statements/${statement}`,
        { text: 'Novo', locale: 'sl', revision: 1 },
        `${edit}/statements`,
      );
      const late = await translate(organiser, of, { text: 'Gammalt' }, seen);
      expect([late.status, late.body.theirs.segments]).toMatchObject([409, [{ source: 'Novo' }]]);
      expect((await translate(organiser, of, { text: 'Nytt' })).status).toBe(200);
    });

    it('are not overwritten by a second translator who had not seen the first', async () => {
      const { organiser, id } = await organised();
      const { id: note } = await aSourceNote(hub, id);
      const of = { kind: 'source_note', id: note, locale: 'en' };
      const seen = await organiser.get(translationPath(of));
      const strings = { issue: 'First', treatment: 'First' };
      expect((await translate(organiser, of, strings, seen)).status).toBe(200);
      const late = await translate(organiser, of, { issue: 'Second' }, seen);
      expect([late.status, late.body.theirs.segments]).toMatchObject([409, [{ text: 'First' }]]);
    });

    it('are refused into the language of the original, and to who is responsible elsewhere', async () => {
      const { organiser, id } = await organised();
      const { id: statement } = await aStatement(hub, id, { text: 'Cilj', locale: 'sl' });
      const at = (locale: string) => translationPath({ kind: 'statement', id: statement, locale });
      for (const locale of ['sl', 'de']) expect((await organiser.get(at(locale))).status).toBe(404);
      const elsewhere = (await organised()).organiser;
      const of = { kind: 'statement', id: statement, locale: 'it' };
      expect((await translate(elsewhere, of, { text: 'Mio' })).status).toBe(403);
      expect((await visitor.get(`/en/translations/statement/${statement}/it`)).status).toBe(401);
    });

    it('are listed text by text, with how far each has come and the way to it', async () => {
      const { organiser, edit, id } = await organised();
      const { id: statement } = await aStatement(hub, id, { text: 'Cilj', locale: 'sl' });
      await translate(organiser, { kind: 'statement', id: statement, locale: 'it' }, { text: 'Obiettivo' });
      const item = async () => {
        const { text } = await organiser.get(`${edit}/translations`);
        return text.slice(text.indexOf(`id="text-${statement}"`)).split('</ul>')[0]!;
      };
      const link = `<a href="/en/translations/statement/${statement}/it" lang="it">Italiano</a>`;
      expect(await item()).toContain(`${link}<span class="state state-draft">`);
      expect(await item()).toContain('>Svenska</a><span class="state state-missing">');
      expect(await item()).not.toContain('>Slovenščina<');
      await organiser.submit(
        `${edit}/statements/${statement}`,
        { text: 'Drug cilj', locale: 'sl', revision: 1 },
        `${edit}/statements`,
      );
      expect(await item()).toContain(`${link}<span class="state state-outdated">`);
      const stranger = await TestClient.as(hub, await aPerson(hub));
      expect((await stranger.get(`${edit}/translations`)).status).toBe(403);
      expect((await visitor.get(`${edit}/translations`)).status).toBe(401);
    });

    it('are reviewed by somebody else where the organisers want that', async () => {
      const { organiser, edit, id, slug } = await organised();
      const { id: statement } = await aStatement(hub, id, { text: 'Cilj', locale: 'sl' });
      const of = { kind: 'statement', id: statement, locale: 'it' };
      const page = `${edit}/translations`;
      const answer = await organiser.submit(`${page}/review`, { separateReview: 'true' }, page);
      expect(answer.status).toBe(303);
      expect((await organiser.get(page)).text).toMatch(/name="separateReview"[^>]* checked/);
      const [{ id: segment, version }] = (await translate(organiser, of, { text: 'Obiettivo' })).body
        .segments;
      const review = () =>
        organiser.send('put', translationPath(of), {
          segments: [{ id: segment, version, status: 'reviewed' }],
        });
      expect((await review()).status).toBe(403);
      await organiser.submit(`${page}/review`, {}, page);
      expect((await organiser.get(`/api/v1/partnerships/${slug}/review-rule`)).body).toEqual({
        separateReview: false,
      });
      expect((await review()).body.segments[0].state).toBe('reviewed');
      const rules = await hub.database.query(
        `select data from journal where scope_id = $1 and name = 'review_rule.set' order by id`,
        [id],
      );
      expect(rules).toEqual([{ data: { separateReview: true } }, { data: { separateReview: false } }]);
    });

    it('are reviewed as the organisers say, not as editors or strangers do', async () => {
      const { id, slug, edit, organiser } = await organised();
      const rule = `/api/v1/partnerships/${slug}/review-rule`;
      const editor = await TestClient.as(
        hub,
        await aPerson(hub, { grants: [{ role: 'editor', placeId: id }] }),
      );
      expect((await editor.get(rule)).body).toEqual({ separateReview: false });
      expect((await editor.get(`${edit}/translations`)).text).not.toContain('separateReview');
      expect((await editor.send('put', rule, { separateReview: true })).status).toBe(403);
      const stranger = await TestClient.as(hub, await aPerson(hub));
      expect((await stranger.get(rule)).status).toBe(403);
      expect((await visitor.get(rule)).status).toBe(401);
      expect((await organiser.send('put', rule, { separateReview: 'yes' })).status).toBe(422);
      expect((await organiser.send('put', rule, { separateReview: true })).body).toEqual({
        separateReview: true,
      });
      expect((await editor.get(rule)).body).toEqual({ separateReview: true });
    });
  });

  describe('partners', () => {
    it('are added once, change role and leave', async () => {
      const { organiser, edit, slug } = await organised();
      const organisation = await anOrganisation(hub, {
        name: 'Comune di Rubano',
        locale: 'it',
        country: 'IT',
      });
      const add = { organisationId: organisation.id, role: 'partner' };
      expect((await organiser.submit(`${edit}/partners`, add)).status).toBe(303);
      const again = await organiser.submit(`${edit}/partners`, add);
      expect(again.status).toBe(422);
      expect(again.text).toContain('This organisation already takes part.');
      await organiser.submit(
        `${edit}/partners/${organisation.id}/role`,
        { role: 'lead' },
        `${edit}/partners`,
      );
      const { text } = await visitor.get(`/it/partnerships/${slug}`);
      expect(text).toContain(`href="/it/organisations/${organisation.slug}" lang="it"`);
      expect(text).toContain('Capofila');
      await organiser.submit(`${edit}/partners/${organisation.id}/remove`, {}, `${edit}/partners`);
      expect((await visitor.get(`/api/v1/partnerships/${slug}`)).body.partnerCount).toBe(0);
    });

    it('must be organisations that exist, in roles that exist', async () => {
      const { organiser, edit } = await organised();
      const stranger = '7b1f6d7e-0000-4000-8000-000000000000';
      expect(
        (await organiser.submit(`${edit}/partners`, { organisationId: stranger, role: 'partner' })).status,
      ).toBe(422);
      expect((await organiser.submit(`${edit}/partners`, { organisationId: 'x', role: 'king' })).status).toBe(
        422,
      );
      expect(
        (await organiser.submit(`${edit}/partners/${stranger}/remove`, {}, `${edit}/partners`)).status,
      ).toBe(404);
    });
  });

  describe('source notes', () => {
    it('say what is wrong in the source and how it is shown', async () => {
      const { organiser, edit, slug } = await organised();
      const note = {
        locale: 'en',
        issue: '10 + 15 = 25 but the total says 24',
        treatment: 'Shown as printed',
      };
      expect((await organiser.submit(`${edit}/notes`, note)).status).toBe(303);
      const { body } = await visitor.get(`/api/v1/partnerships/${slug}?locale=en`);
      const [known] = body.sourceNotes as { id: string }[];
      expect(body.sourceNotes).toMatchObject([{ number: 1, issue: { text: note.issue, locale: 'en' } }]);
      expect((await visitor.get(`/en/partnerships/${slug}`)).text).toContain('Shown as printed');
      const path = `${edit}/notes/${known!.id}`;
      await organiser.submit(path, { ...note, treatment: 'Flagged', revision: 1 }, `${edit}/notes`);
      const late = await organiser.submit(
        path,
        { ...note, treatment: 'Hidden', revision: 1 },
        `${edit}/notes`,
      );
      expect(late.status).toBe(409);
      expect(late.text).toContain('Flagged');
      expect((await organiser.submit(`${path}/remove`, {}, `${edit}/notes`)).status).toBe(303);
      expect((await visitor.get(`/api/v1/partnerships/${slug}`)).body.sourceNotes).toEqual([]);
    });
  });

  describe('people', () => {
    it('are appointed by address, told by mail in their language, and may then edit', async () => {
      const { organiser, edit, slug } = await organised();
      const person = await aPerson(hub, { locale: 'it', name: 'Bianca' });
      const editor = await TestClient.as(hub, person);
      expect((await editor.get(edit)).status).toBe(403);
      const answer = await organiser.submit(`${edit}/people`, {
        email: person.email.toUpperCase(),
        office: 'editor',
      });
      expect(answer.status).toBe(303);
      expect((await editor.get(edit)).status).toBe(200);
      expect((await editor.get(`${edit}/people`)).status).toBe(403);
      const [mail] = await mailsTo(hub, person.email);
      expect(mail!.subject).toBe('Redazione di un partenariato: Sodelovanje');
      expect(mail!.text).toContain(`/it/partnerships/${slug}`);
    });

    it('must have a confirmed account', async () => {
      const { organiser, edit } = await organised();
      const unconfirmed = await aPerson(hub, { confirmed: false });
      for (const email of ['nobody@example.org', unconfirmed.email]) {
        const answer = await organiser.submit(`${edit}/people`, { email, office: 'editor' });
        expect(answer.status).toBe(422);
        expect(answer.text).toContain('Nobody with a confirmed account has this address.');
      }
    });

    it('never leave a partnership without an organiser', async () => {
      const { organiser, edit, person } = await organised();
      const path = `${edit}/people/${person.id}/remove`;
      const last = await organiser.submit(path, { office: 'organiser' }, `${edit}/people`);
      expect(last.status).toBe(422);
      expect(last.text).toContain('Somebody must organise the partnership.');
      const second = await aPerson(hub);
      await organiser.submit(`${edit}/people`, { email: second.email, office: 'organiser' });
      expect((await organiser.submit(path, { office: 'organiser' }, `${edit}/people`)).status).toBe(303);
      expect((await organiser.get(edit)).status).toBe(403);
    });

    it('do not both leave when two organisers remove each other at once', async () => {
      const { organiser, edit, person, id } = await organised();
      const other = await aPerson(hub, { grants: [{ role: 'organiser', placeId: id }] });
      const second = await TestClient.as(hub, other);
      await Promise.all([
        organiser.submit(`${edit}/people/${other.id}/remove`, { office: 'organiser' }, `${edit}/people`),
        second.submit(`${edit}/people/${person.id}/remove`, { office: 'organiser' }, `${edit}/people`),
      ]);
      const left = await hub.database.query(
        `select 1 from grants where place_id = $1 and role = 'organiser'`,
        [id],
      );
      expect(left).toHaveLength(1);
    });

    it('are shown to nobody but those who appoint', async () => {
      const { edit, slug, person } = await organised();
      expect((await visitor.get(`${edit}/people`)).status).toBe(401);
      expect((await visitor.get(`/en/partnerships/${slug}`)).text).not.toContain(person.email);
    });
  });

  it('answers clearly to strange input at every door', async () => {
    const { organiser, edit, id } = await organised();
    await aPartner(hub, id);
    const nul = String.fromCharCode(0);
    for (const [path, fields] of [
      ['', { ...RECORD, name: nul, revision: 1 }],
      ['/statements', { kind: 'objective', locale: 'sl', text: `a${nul}b` }],
      ['/statements', { kind: 'poem', locale: 'sl', text: 'a' }],
      ['/statements', { kind: 'objective', locale: 'sl', text: 'a', number: '7' }],
      ['/notes', { locale: 'xx', issue: '', treatment: 'x'.repeat(3000) }],
      ['/funding', { statement: nul, disclaimer: '', locale: 'en' }],
      ['/people', { email: 'not an address', office: 'king' }],
      ['/translations/review', { separateReview: 'x' }],
      ['/translations/review', { separateReview: 'true', of: 'all' }],
    ] as const) {
      const answer = await organiser.submit(`${edit}${path}`, fields);
      expect({ path, status: answer.status }).toEqual({ path, status: 422 });
    }
    for (const path of ['/statements/x', '/partners/x/role', '/people/x/remove', '/notes/x'])
      expect((await organiser.submit(`${edit}${path}`, {}, edit)).status).toBe(404);
  });

  it('writes every change into the journal of the partnership', async () => {
    const { organiser, edit, id } = await organised();
    await organiser.submit(`${edit}/statements`, { kind: 'goal', locale: 'sl', text: 'Cilj' });
    await organiser.submit(edit, { ...RECORD, status: 'active', revision: 1 });
    const rows = await hub.database.query(
      'select name, subject_kind from journal where scope_id = $1 order by id',
      [id],
    );
    expect(rows).toEqual([
      { name: 'statement.added', subject_kind: 'statement' },
      { name: 'partnership.edited', subject_kind: 'partnership' },
    ]);
  });
});
