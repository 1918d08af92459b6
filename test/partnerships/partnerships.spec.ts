import { randomUUID } from 'node:crypto';
import { Actors } from '../../src/accounts/actors.service';
import { Actor } from '../../src/core/access/actor';
import { FundingNotices } from '../../src/partnerships/funding/funding-notices.service';
import { Partnership } from '../../src/partnerships/partnership.entity';
import { partnershipPolicy } from '../../src/partnerships/partnership.policy';
import { anOrganisation } from '../factories/organisations';
import { aFundingNotice, aPartner, aPartnership, aStatement } from '../factories/partnerships';
import { aPerson } from '../factories/people';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

const LOCALES = ['sv', 'sl', 'it', 'en'];

describe('Partnerships', () => {
  let hub: TestHub;
  let visitor: TestClient;

  beforeAll(async () => {
    hub = await startHub();
    visitor = new TestClient(hub);
  });
  afterAll(() => hub.close());

  async function coop() {
    const partnership = await aPartnership(hub, {
      name: 'COOP – Sodelovanje',
      locale: 'sl',
      acronym: 'COOP',
      programme: 'Pilotni projekt',
      purpose: 'Namen projekta',
      status: 'closed',
      startsOn: '2012-05-01',
      endsOn: '2013-06-01',
      currency: 'EUR',
      budgetTotal: '256208.82',
      budgetFunder: '204930.03',
      budgetPartners: '51278.79',
    });
    const lead = await anOrganisation(hub, { name: 'Ekonomski institut Maribor', locale: 'sl' });
    const second = await anOrganisation(hub, { name: 'Projective srl', locale: 'it', country: 'IT' });
    await aPartner(hub, partnership.id, { organisationId: second.id, role: 'partner', position: 1 });
    await aPartner(hub, partnership.id, { organisationId: lead.id, role: 'lead', position: 2 });
    return partnership;
  }

  /** Somebody who holds a power at the partnership. */
  const withPower = async (role: 'organiser' | 'editor' | 'member' | 'administrator', placeId: string) =>
    TestClient.as(
      hub,
      await aPerson(hub, { grants: [{ role, placeId: role === 'administrator' ? null : placeId }] }),
    );

  const revisionOf = async (slug: string): Promise<number> =>
    (await visitor.get(`/api/v1/partnerships/${slug}`)).body.revision as number;

  describe('as a record', () => {
    it('says who pays how much, with shares computed from the decimals', async () => {
      const { slug } = await coop();
      const { body } = await visitor.get(`/api/v1/partnerships/${slug}?locale=sl`);
      expect(body.budget).toEqual({
        currency: 'EUR',
        total: '256208.82',
        funder: '204930.03',
        partners: '51278.79',
        funderShare: '79.99',
        partnersShare: '20.01',
        addsUp: true,
        sum: '256208.82',
        grantPercent: null,
        grantCeiling: null,
      });
      expect(body).toMatchObject({
        partnerCount: 2,
        countries: ['IT', 'SI'],
        startsOn: '2012-05-01',
        endsOn: '2013-06-01',
      });
      expect(body.partners.map(({ role }: { role: string }) => role)).toEqual(['lead', 'partner']);
    });

    it.each([
      ['sv', '204\u00a0930,03\u00a0€', '79,99\u00a0%', '1 maj 2012–1 juni 2013'],
      ['sl', '204.930,03\u00a0€', '79,99\u00a0%', '1. maj 2012–1. junij 2013'],
      ['it', '204.930,03\u00a0€', '79,99%', '1 maggio 2012 – 1 giugno 2013'],
      ['en', '€204,930.03', '79.99%', '1 May 2012 – 1 June 2013'],
    ])('writes money, shares and dates as %s does', async (locale, money, share, period) => {
      const { slug } = await coop();
      const { text, status } = await visitor.get(`/${locale}/partnerships/${slug}`);
      expect(status).toBe(200);
      expect(text).toContain(money);
      expect(text).toContain(share);
      expect(text).toContain(period);
      expect(text).not.toMatch(/partnerships:\w/);
    });

    it('shows parts that do not make the total as they are printed, and says so', async () => {
      const { slug } = await aPartnership(hub, {
        currency: 'EUR',
        budgetTotal: '24',
        budgetFunder: '10',
        budgetPartners: '15',
      });
      const { body } = await visitor.get(`/api/v1/partnerships/${slug}`);
      expect(body.budget).toMatchObject({ total: '24', addsUp: false, sum: '25' });
      const { text } = await visitor.get(`/en/partnerships/${slug}`);
      expect(text).toContain('As printed: €10 + €15 = €24');
      expect(text).toContain('The parts add up to €25.');
    });

    it('leaves out what is not known instead of showing zero', async () => {
      const { slug } = await aPartnership(hub, { name: 'Plattformen för social ekonomi', locale: 'sv' });
      const { body } = await visitor.get(`/api/v1/partnerships/${slug}`);
      expect(body).toMatchObject({
        budget: null,
        programme: null,
        startsOn: null,
        partners: [],
        statements: [],
      });
      const { text } = await visitor.get(`/sv/partnerships/${slug}`);
      expect(text).not.toContain('Pengar');
      expect(text).toContain('Inga partner är angivna.');
    });

    it('is given in the reader’s language where there is one, and says which text it is', async () => {
      const { slug, id } = await coop();
      await hub.database.query(
        `insert into partnership_translations (owner_id, name, locale, status, source_revision, origin)
         values ($1, 'COOP – Samverkan', 'sv', 'reviewed', 1, 'person'), ($1, 'COOP – Cooperazione', 'it', 'machine', 1, 'machine:x')`,
        [id],
      );
      const swedish = (await visitor.get(`/api/v1/partnerships/${slug}?locale=sv`)).body;
      expect(swedish.name).toEqual({
        text: 'COOP – Samverkan',
        locale: 'sv',
        state: 'reviewed',
        by: null,
        outdated: false,
        originalLocale: 'sl',
      });
      expect(swedish.purpose).toMatchObject({ text: 'Namen projekta', state: 'original', locale: 'sl' });
      const italian = (await visitor.get(`/it/partnerships/${slug}`)).text;
      expect(italian).toContain('<h1 lang="it">COOP – Cooperazione</h1>');
      const english = (await visitor.get(`/en/partnerships/${slug}`)).text;
      expect(english).toContain('<h1 lang="sl">COOP – Sodelovanje</h1>');
      expect(english).toContain('Translation missing, shown in Slovenian');
      const counts = (swedish.languages as { locale: string }[]).map(({ locale, ...rest }) => [locale, rest]);
      const none = { original: 0, reviewed: 0, in_review: 0, draft: 0, machine: 0, outdated: 0, missing: 0 };
      expect(Object.fromEntries(counts)).toEqual({
        sv: { ...none, reviewed: 1 },
        sl: { ...none, original: 1 },
        it: { ...none, machine: 1 },
        en: { ...none, missing: 1 },
      });
    });

    it('does not exist under a strange address', async () => {
      for (const slug of ['nobody', 'a%00b', 'Ö', '..%2f..']) {
        expect([400, 404]).toContain((await visitor.get(`/api/v1/partnerships/${slug}`)).status);
        expect([400, 404]).toContain((await visitor.get(`/en/partnerships/${slug}`)).status);
      }
    });

    it('tells an organisation’s page what the organisation takes part in', async () => {
      const { id } = await coop();
      const organisation = await anOrganisation(hub, { name: 'Tangram', locale: 'it', country: 'IT' });
      await aPartner(hub, id, { organisationId: organisation.id, role: 'cofinancier' });
      const draft = await aPartnership(hub, { name: 'Secret plan', status: 'draft' });
      await aPartner(hub, draft.id, { organisationId: organisation.id });
      for (const locale of LOCALES) {
        const { text, status } = await visitor.get(`/${locale}/organisations/${organisation.slug}`);
        expect(status).toBe(200);
        expect(text).toContain('COOP – Sodelovanje');
        expect(text).not.toContain('Secret plan');
      }
    });

    it('writes partners with the plural of the language', async () => {
      const { slug } = await coop();
      expect((await visitor.get(`/sl/partnerships/${slug}`)).text).toContain('2 partnerja');
    });
  });

  describe('as drafts', () => {
    it('are seen by their organisers and editors and by administrators only', async () => {
      const { slug, id, name } = await aPartnership(hub, { status: 'draft', name: 'A plan in the making' });
      const other = await aPartnership(hub);
      for (const client of [visitor, await withPower('member', id), await withPower('organiser', other.id)]) {
        expect((await client.get(`/api/v1/partnerships/${slug}`)).status).toBe(404);
        expect((await client.get(`/en/partnerships/${slug}`)).status).toBe(404);
        expect((await client.get('/en/partnerships')).text).not.toContain(name);
      }
      for (const role of ['organiser', 'editor', 'administrator'] as const) {
        const client = await withPower(role, id);
        expect((await client.get(`/en/partnerships/${slug}`)).text).toContain('This is a draft.');
        expect((await client.get('/en/partnerships')).text).toContain(name);
      }
    });

    it('are readable in SQL exactly where the policy says so, for every role', async () => {
      const draft = await aPartnership(hub, { status: 'draft' });
      const open = await aPartnership(hub);
      const rows = await hub.database.getRepository(Partnership).find();
      const roles = [
        'administrator',
        'organiser',
        'editor',
        'host',
        'member',
        'translator',
        'guest',
      ] as const;
      const people = await Promise.all(
        [draft.id, open.id].flatMap((placeId) =>
          roles.map((role) =>
            aPerson(hub, { grants: [{ role, placeId: role === 'administrator' ? null : placeId }] }),
          ),
        ),
      );
      const actors = await Promise.all(people.map(({ id }) => hub.app.get(Actors).ofPerson(id)));
      for (const actor of [Actor.visitor, Actor.system, ...actors.map((each) => each!)]) {
        const { where, parameters } = partnershipPolicy.readable(actor, 'partnership');
        const query = hub.database.createQueryBuilder(Partnership, 'partnership').where(where, parameters);
        const readable = new Set((await query.getMany()).map(({ id }) => id));
        for (const row of rows) expect(readable.has(row.id)).toBe(partnershipPolicy.may(actor, 'read', row));
      }
    });
  });

  describe('in funding', () => {
    const statement = 'This project has received funding from the European Union.';
    const disclaimer = 'Sole responsibility lies with the author.';

    it('carry the wording of their grant word for word, in its own language, on every page', async () => {
      const { id, slug } = await coop();
      await aFundingNotice(hub, id, { version: 1, statement: 'An older wording.', locale: 'en' });
      await aFundingNotice(hub, id, { version: 2, statement, disclaimer, locale: 'en', emblem: true });
      const organiser = await withPower('organiser', id);
      const paths = [
        '',
        '/edit',
        '/edit/statements',
        '/edit/partners',
        '/edit/funding',
        '/edit/notes',
        '/edit/people',
        '/edit/translations',
      ];
      const pages = paths.map((path) => `/sl/partnerships/${slug}${path}`);
      for (const page of [...pages, `/sl/translations/partnership/${id}/en`]) {
        const { text } = await organiser.get(page);
        const foot = text.slice(text.indexOf('<footer'));
        expect(foot).toContain(`<strong>${statement}</strong>${disclaimer}`);
        expect(foot).toContain('class="funding" lang="en"');
        expect(foot).toContain(`aria-label="${statement}"`);
        expect(foot).not.toContain('An older wording.');
      }
    });

    it('show the emblem only where the grant asks for it', async () => {
      const { id, slug } = await coop();
      await aFundingNotice(hub, id, { statement, emblem: false });
      const { text } = await visitor.get(`/en/partnerships/${slug}`);
      expect(text).toContain(statement);
      expect(text).not.toContain('class="emblem"');
    });

    it('say that the wording is not known instead of making one up', async () => {
      const known = await coop();
      await aFundingNotice(hub, known.id, { statement: null });
      const silent = await aPartnership(hub, { programme: 'ERUF', locale: 'sv' });
      await aFundingNotice(hub, silent.id, { statement: null });
      const without = await aPartnership(hub, { programme: 'Regionala medel', locale: 'sv' });
      const notices = await hub.app.get(FundingNotices).of([known.id, silent.id, without.id, randomUUID()]);
      expect(notices.get(known.id)).toEqual({ name: 'Pilotni projekt', lang: 'sl', emblem: false });
      expect(notices.get(silent.id)).toEqual({ name: 'ERUF', lang: 'sv', emblem: false });
      expect(notices.has(without.id)).toBe(false);
      const { text } = await visitor.get(`/en/partnerships/${silent.slug}`);
      expect(text).toContain('The wording that this grant requires is not known');
    });

    it('do not let an editor touch the wording, by form or otherwise', async () => {
      const { id, slug } = await coop();
      await aFundingNotice(hub, id, { statement });
      const editor = await withPower('editor', id);
      const path = `/en/partnerships/${slug}/edit/funding`;
      expect((await editor.get(path)).text).toContain(
        'Only an organiser or an administrator can add a version.',
      );
      const answer = await editor.submit(path, { statement: 'Mine', disclaimer: '', locale: 'en' });
      expect(answer.status).toBe(403);
      expect((await visitor.get(`/en/partnerships/${slug}`)).text).toContain(statement);
    });

    it('keep the earlier wording when an organiser adds another, and never lose one by an empty field', async () => {
      const { id, slug } = await coop();
      await aFundingNotice(hub, id, { statement });
      const organiser = await withPower('organiser', id);
      const path = `/en/partnerships/${slug}/edit/funding`;
      const empty = await organiser.submit(path, { statement: '', disclaimer: '', locale: 'en' });
      expect(empty.status).toBe(422);
      const orphan = await organiser.submit(path, {
        statement: '',
        disclaimer,
        locale: 'en',
        unknown: 'true',
      });
      expect(orphan.status).toBe(422);
      expect(orphan.text).toContain(disclaimer);
      const added = await organiser.submit(path, {
        statement: 'Co-funded by the European Union',
        disclaimer,
        locale: 'en',
        emblem: 'true',
      });
      expect(added.status).toBe(303);
      const versions = await hub.database.query(
        'select version, statement, emblem, set_by is not null as signed from funding_notices where partnership_id = $1 order by version',
        [id],
      );
      expect(versions).toEqual([
        { version: 1, statement, emblem: false, signed: false },
        { version: 2, statement: 'Co-funded by the European Union', emblem: true, signed: true },
      ]);
      expect((await visitor.get(`/sv/partnerships/${slug}`)).text).toContain(
        'Co-funded by the European Union',
      );
    });
  });

  describe('as data', () => {
    it('change only what is named, and mark translations as outdated only when words changed', async () => {
      const { id, slug } = await coop();
      await hub.database.query(
        `insert into partnership_translations (owner_id, name, locale, status, source_revision, origin)
         values ($1, 'COOP', 'sv', 'draft', 1, 'person')`,
        [id],
      );
      const editor = await withPower('editor', id);
      const dates = await editor.send('patch', `/api/v1/partnerships/${slug}?locale=sv`, {
        revision: 1,
        endsOn: '2013-07-01',
      });
      expect(dates.status).toBe(200);
      expect(dates.body).toMatchObject({
        endsOn: '2013-07-01',
        startsOn: '2012-05-01',
        contractReference: null,
        revision: 2,
      });
      expect(dates.body.name).toMatchObject({ text: 'COOP', outdated: false });
      const words = await editor.send('patch', `/api/v1/partnerships/${slug}?locale=sv`, {
        revision: 2,
        name: 'COOP – Novo ime',
      });
      expect(words.body.name).toMatchObject({ text: 'COOP', outdated: true });
    });

    it('answer who saves second with what stands now', async () => {
      const { id, slug } = await coop();
      const editor = await withPower('editor', id);
      await editor.send('patch', `/api/v1/partnerships/${slug}`, {
        revision: 1,
        contractReference: 'VS/2012/0155',
      });
      const late = await editor.send('patch', `/api/v1/partnerships/${slug}`, {
        revision: 1,
        contractReference: 'VS/1',
      });
      expect(late.status).toBe(409);
      expect(late.body).toMatchObject({
        code: 'conflict',
        theirs: { revision: 2, contractReference: 'VS/2012/0155' },
      });
      expect(await revisionOf(slug)).toBe(2);
    });

    it('let exactly one of many who save at once win', async () => {
      const { id, slug } = await coop();
      const editor = await withPower('editor', id);
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, number) =>
          editor.send('patch', `/api/v1/partnerships/${slug}`, {
            revision: 1,
            contractReference: `N${number}`,
          }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([
        200,
        ...Array.from({ length: 7 }, () => 409),
      ]);
      expect(await revisionOf(slug)).toBe(2);
    });

    it.each([
      [{ endsOn: '2011-01-01' }, 'endsOn'],
      [{ startsOn: '2012-02-30' }, 'startsOn'],
      [{ startsOn: '0000-01-01' }, 'startsOn'],
      [{ budgetTotal: '-1' }, 'budgetTotal'],
      [{ budgetTotal: 256208.82 }, 'budgetTotal'],
      [{ currency: null }, 'currency'],
      [{ currency: 'euro' }, 'currency'],
      [{ grantPercent: '100.01' }, 'grantPercent'],
      [{ territory: ['Padova'] }, 'territory.0'],
      [{ accent: 'purple' }, 'accent'],
      [{ status: 'deleted' }, 'status'],
      [{ name: 'a\ud800' }, 'name'],
      [{ purpose: `a${String.fromCharCode(0)}` }, 'purpose'],
      [{ id: randomUUID() }, 'id'],
      [{ slug: 'mine' }, 'slug'],
    ])('refuse %j', async (change, path) => {
      const { id, slug } = await coop();
      const editor = await withPower('editor', id);
      const answer = await editor.send('patch', `/api/v1/partnerships/${slug}`, { revision: 1, ...change });
      expect(answer.status).toBe(422);
      expect((answer.body.errors as { path: string }[]).map((each) => each.path)).toContain(path);
      expect(await revisionOf(slug)).toBe(1);
    });

    it('are changed by nobody else: visitors, members, organisers of others, read-only tokens', async () => {
      const { id, slug } = await coop();
      const other = await aPartnership(hub);
      const path = `/api/v1/partnerships/${slug}`;
      expect((await visitor.send('patch', path, { revision: 1, name: 'X' })).status).toBe(401);
      for (const client of [await withPower('member', id), await withPower('organiser', other.id)])
        expect((await client.send('patch', path, { revision: 1, name: 'X' })).status).toBe(403);
      expect(await revisionOf(slug)).toBe(1);
    });

    it('list every partnership that the reader may see', async () => {
      const { id } = await coop();
      const { body } = await visitor.get('/api/v1/partnerships?locale=it');
      expect((body.items as { id: string }[]).map((each) => each.id)).toContain(id);
      expect((body.items as { status: string }[]).some(({ status }) => status === 'draft')).toBe(false);
    });
  });

  it('show names and statements as text, whatever they hold', async () => {
    const evil = '<img src=x onerror=alert(1)>"\'';
    const { id, slug } = await aPartnership(hub, {
      name: evil,
      purpose: evil,
      programme: evil,
      acronym: evil,
    });
    await aStatement(hub, id, { text: evil });
    const editor = await withPower('editor', id);
    for (const path of ['', '/edit', '/edit/statements', '/edit/translations']) {
      const { text } = await editor.get(`/en/partnerships/${slug}${path}`);
      expect(text).not.toContain('<img src=x');
    }
  });
});
