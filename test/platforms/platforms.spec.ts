import { Actor } from '../../src/core/access/actor';
import { Actors } from '../../src/accounts/actors.service';
import { Invitation } from '../../src/platforms/invitations/invitation.entity';
import { invitationPolicy } from '../../src/platforms/invitations/invitation.policy';
import { Membership } from '../../src/platforms/members/membership.entity';
import { membershipPolicy } from '../../src/platforms/members/membership.policy';
import { Platform } from '../../src/platforms/platform.entity';
import { platformPolicy } from '../../src/platforms/platform.policy';
import { aFundingNotice, aPartnership } from '../factories/partnerships';
import { aPerson, giveGrant } from '../factories/people';
import { anOrganisation } from '../factories/organisations';
import { aGroup, aHost, aMember, anInvitation, aPlatform, type TestPlatform } from '../factories/platforms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { translate, translationPath } from '../support/translating';

const UNKNOWN = '00000000-0000-4000-8000-000000000000';

describe('National platforms', () => {
  let hub: TestHub;
  let visitor: TestClient;

  beforeAll(async () => {
    hub = await startHub();
  });
  beforeEach(() => {
    visitor = new TestClient(hub);
  });
  afterEach(() => hub.database.query('truncate platforms, stakeholder_groups cascade'));
  afterAll(() => hub.close());

  async function hostOf(platform: TestPlatform): Promise<TestClient> {
    return TestClient.as(hub, await aHost(hub, platform));
  }

  async function administrator(): Promise<TestClient> {
    return TestClient.as(hub, await aPerson(hub, { grants: [{ role: 'administrator' }] }));
  }

  describe('read by anyone', () => {
    it('stand in a list with their balance', async () => {
      const chambers = await aGroup(hub, { name: 'Chambers' });
      const social = await aGroup(hub, { name: 'Social enterprises' });
      const platform = await aPlatform(hub, { country: 'SI', name: 'NPD', expected: [chambers] });
      await aMember(hub, platform, { group: social });
      await aMember(hub, platform, { group: social });
      await aMember(hub, platform, { group: chambers, state: 'asked' });
      const { body } = await visitor.get('/api/v1/platforms?locale=en');
      expect(body.items).toHaveLength(1);
      expect(body.items[0]).toMatchObject({ slug: 'si', country: 'SI', demo: false, memberCount: 2 });
      const counts = (body.items[0] as { balance: { slug: string; count: number; expected: boolean }[] })
        .balance;
      expect(counts.map(({ slug, count, expected }) => [slug, count, expected])).toEqual([
        [social.slug, 2, false],
        [chambers.slug, 0, true],
      ]);
      const list = await visitor.get('/sl/platforms');
      expect(list.text).toContain('Slovenija');
      expect(list.text).toContain('2 člana');
    });

    it('show the table, the empty seats and the purpose in the reader’s language with its standing', async () => {
      const group = await aGroup(hub, {
        name: 'Zbornice',
        locale: 'sl',
        names: { it: 'Camere di commercio' },
      });
      await aPlatform(hub, {
        country: 'SI',
        name: 'Nacionalna platforma',
        purpose: 'Namen je <b>sodelovanje</b>.',
        locale: 'sl',
        expected: [group],
        translation: { locale: 'it', name: 'Piattaforma nazionale', purpose: 'Lo scopo è cooperare.' },
      });
      const it_ = await visitor.get('/it/platforms/si');
      expect(it_.text).toContain('<h1>Slovenia</h1>');
      expect(it_.text).toContain('Lo scopo è cooperare.');
      expect(it_.text).toContain('Bozza di traduzione dallo sloveno');
      expect(it_.text).toContain('Camere di commercio');
      expect(it_.text).toContain('un posto è vuoto');
      const sv = await visitor.get('/sv/platforms/si');
      expect(sv.text).toContain('<p class="lead" lang="sl">Namen je &lt;b>sodelovanje&lt;/b>.</p>');
      expect(sv.text).not.toContain('Lo scopo');
    });

    it('carry the colour and the funding statement of their partnership', async () => {
      const partnership = await aPartnership(hub, { acronym: 'COOP', accent: 'violet' });
      await aFundingNotice(hub, partnership.id, { statement: 'Paid by the Union.', emblem: true });
      const platform = await aPlatform(hub, { partnershipId: partnership.id });
      for (const path of ['', '/members']) {
        const { text } = await visitor.get(`/en/platforms/${platform.slug}${path}`);
        expect(text).toContain('data-accent="violet"');
        expect(text).toContain('Paid by the Union.');
      }
      expect((await visitor.get(`/en/platforms/${platform.slug}`)).text).toContain('COOP');
    });

    it('say that they were made for the demonstration', async () => {
      const platform = await aPlatform(hub, { partnershipId: null, demo: true });
      const { text } = await visitor.get(`/en/platforms/${platform.slug}`);
      expect(text).toContain('<span class="tag">Demo</span>');
      expect(text).toContain('was put together for the demonstration');
    });

    it('do not show the name of a partnership that is still a draft', async () => {
      const partnership = await aPartnership(hub, { name: 'Secret plan', status: 'draft' });
      const platform = await aPlatform(hub, { partnershipId: partnership.id });
      expect((await visitor.get(`/en/platforms/${platform.slug}`)).text).not.toContain('Secret plan');
    });

    it('choose from stakeholder groups that a program can ask for', async () => {
      const group = await aGroup(hub, { name: 'Zbornice', locale: 'sl', names: { it: 'Camere' } });
      const { body } = await visitor.get('/api/v1/stakeholder-groups?locale=it');
      expect(body.items).toMatchObject([{ id: group.id, name: { text: 'Camere', state: 'draft' } }]);
    });

    it.each(['/en/platforms/zz', '/en/platforms/SI', '/en/platforms/new2', '/en/platforms/zz/members'])(
      'that do not exist have no page: %s',
      async (path) => {
        expect((await visitor.get(path)).status).toBe(404);
        expect((await visitor.get(path.replace('/en', '/api/v1'))).status).toBe(404);
      },
    );
  });

  describe('keep privacy', () => {
    it('visitors see organisations and counts, people with an account names, those who run it addresses', async () => {
      const group = await aGroup(hub);
      const platform = await aPlatform(hub);
      const organisation = await anOrganisation(hub, { name: 'Fundacija PRIZMA' });
      const member = await aMember(hub, platform, {
        group,
        organisationId: organisation.id,
        person: await aPerson(hub, { name: 'Quiet Member', email: 'quiet@example.org' }),
      });
      const host = await hostOf(platform);
      const reader = await TestClient.as(hub, await aPerson(hub));
      const seen = async (client: TestClient) => {
        const page = await client.get(`/en/platforms/${platform.slug}/members`);
        const { body } = await client.get(`/api/v1/platforms/${platform.slug}/members`);
        const both = page.text + JSON.stringify(body);
        return ['Fundacija PRIZMA', 'Quiet Member', member.email].map((words) => both.includes(words));
      };
      expect(await seen(visitor)).toEqual([true, false, false]);
      expect(await seen(reader)).toEqual([true, true, false]);
      expect(await seen(await TestClient.as(hub, member))).toEqual([true, true, false]);
      expect(await seen(host)).toEqual([true, true, true]);
      const view = await visitor.get(`/api/v1/platforms/${platform.slug}`);
      expect(view.body).toMatchObject({ memberCount: 2, hosts: [] });
    });

    it('nobody but those who run it sees who asked, left or was invited', async () => {
      const platform = await aPlatform(hub);
      const hidden = await aMember(hub, platform, {
        state: 'asked',
        message: 'A private word.',
        person: await aPerson(hub, { name: 'Hidden Asker' }),
      });
      await aMember(hub, platform, { state: 'left', person: await aPerson(hub, { name: 'Hidden Leaver' }) });
      const invitation = await anInvitation(hub, platform);
      const member = await TestClient.as(hub, await aMember(hub, platform));
      for (const client of [visitor, member]) {
        for (const path of ['', '/members', '/manage']) {
          const { text } = await client.get(`/en/platforms/${platform.slug}${path}`);
          for (const secret of ['Hidden', 'A private word.', hidden.email, invitation.email])
            expect([path, text.includes(secret)]).toEqual([path, false]);
        }
      }
    });
  });

  describe('created', () => {
    const input = {
      country: 'IT',
      partnershipId: '',
      locale: 'it',
      name: 'Piattaforma nazionale',
      purpose: '',
      'workingLocales-it': 'true',
    };

    it('by an administrator', async () => {
      const admin = await administrator();
      const answer = await admin.submit('/en/platforms/new', input);
      expect([answer.status, answer.headers['location']]).toEqual([303, '/en/platforms/it/edit']);
      const { body } = await visitor.get('/api/v1/platforms/it');
      expect(body).toMatchObject({
        country: 'IT',
        workingLocales: ['it'],
        name: { text: 'Piattaforma nazionale' },
      });
    });

    it('by the organiser of its partnership, and of no other', async () => {
      const partnership = await aPartnership(hub, { status: 'draft' });
      const person = await aPerson(hub, { grants: [{ role: 'organiser', placeId: partnership.id }] });
      const organiser = await TestClient.as(hub, person);
      const foreign = await aPartnership(hub);
      for (const partnershipId of ['', foreign.id]) {
        const refused = await organiser.submit('/en/platforms/new', { ...input, partnershipId });
        expect(refused.status).toBe(403);
        expect(refused.text).toContain('Piattaforma nazionale');
      }
      const answer = await organiser.submit('/en/platforms/new', { ...input, partnershipId: partnership.id });
      expect(answer.status).toBe(303);
    });

    it('by nobody else', async () => {
      const platform = await aPlatform(hub, { country: 'SE' });
      expect((await visitor.get('/en/platforms/new')).status).toBe(401);
      const host = await hostOf(platform);
      expect((await host.get('/en/platforms/new')).status).toBe(403);
      expect((await host.submit('/en/platforms/new', input, '/en/platforms/se/manage')).status).toBe(403);
    });

    it('once per country, with every field right', async () => {
      await aPlatform(hub, { country: 'IT' });
      const admin = await administrator();
      const twice = await admin.submit('/en/platforms/new', input);
      expect(twice.status).toBe(422);
      expect(twice.text).toContain('This country already has a platform.');
      const bad: object[] = [
        { country: '' },
        { country: 'Italy' },
        { country: 'si' },
        { name: '  ' },
        { name: 'a\u0000b' },
        { locale: 'de' },
        { 'workingLocales-de': 'true' },
        { partnershipId: UNKNOWN },
        { demo: 'true' },
      ];
      for (const wrong of bad) {
        const answer = await admin.submit('/en/platforms/new', { ...input, country: 'SE', ...wrong });
        expect([wrong, answer.status]).toEqual([wrong, 422]);
      }
    });
  });

  describe('edited', () => {
    it('by a host, and the translation becomes outdated', async () => {
      const platform = await aPlatform(hub, {
        name: 'Name',
        purpose: 'Old purpose.',
        translation: { locale: 'it', name: 'Nome', purpose: 'Scopo.' },
      });
      const host = await hostOf(platform);
      const path = `/en/platforms/${platform.slug}`;
      expect((await host.get(`${path}/edit`)).text).toContain('Old purpose.');
      const form = { revision: 1, name: 'Name', purpose: 'New purpose.', 'workingLocales-sl': 'true' };
      const answer = await host.submit(`${path}/edit`, form);
      expect([answer.status, answer.headers['location']]).toEqual([303, path]);
      expect((await visitor.get(path)).text).toContain('New purpose.');
      const { body } = await visitor.get(`/api/v1/platforms/${platform.slug}?locale=it`);
      expect(body).toMatchObject({
        purpose: { text: 'Scopo.', outdated: true },
        workingLocales: ['sl'],
        revision: 2,
      });
    });

    it('without losing a word when somebody saved first', async () => {
      const platform = await aPlatform(hub, { name: 'Name', purpose: 'Old.' });
      const host = await hostOf(platform);
      const api = `/api/v1/platforms/${platform.slug}`;
      expect((await host.send('patch', api, { purpose: 'Theirs.', revision: 1 })).status).toBe(200);
      const form = {
        revision: 1,
        name: 'Name',
        purpose: 'Mine, typed with care.',
        'workingLocales-sl': 'true',
      };
      const page = await host.submit(`/en/platforms/${platform.slug}/edit`, form);
      expect(page.status).toBe(409);
      for (const words of [
        'Theirs.',
        'Mine, typed with care.',
        'name="revision" value="2"',
        'name="workingLocales-sl"',
      ])
        expect(page.text).toContain(words);
      const merged = { ...form, revision: 2, purpose: 'Both.' };
      expect((await host.submit(`/en/platforms/${platform.slug}/edit`, merged)).status).toBe(303);
      const late = await host.send('patch', api, { name: 'Late', revision: 1 });
      expect([late.status, late.body.theirs]).toMatchObject([409, { revision: 3, purpose: 'Both.' }]);
    });

    it('by two at once, of whom one is told', async () => {
      const platform = await aPlatform(hub);
      const host = await hostOf(platform);
      const answers = await Promise.all(
        ['One', 'Two'].map((name) =>
          host.send('patch', `/api/v1/platforms/${platform.slug}`, { name, revision: 1 }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    });

    it('in another language, as a draft on top of what the translator saw', async () => {
      const platform = await aPlatform(hub, { name: 'Name', purpose: 'Purpose.' });
      const host = await hostOf(platform);
      const of = { kind: 'platform', id: platform.id, locale: 'it' };
      const seen = await host.get(translationPath(of));
      const first = { name: 'Nome', purpose: 'Scopo.' };
      expect((await translate(host, of, first, seen)).status).toBe(200);
      const { body } = await visitor.get(`/api/v1/platforms/${platform.slug}?locale=it`);
      expect(body).toMatchObject({
        name: { text: 'Nome', locale: 'it', state: 'draft', originalLocale: 'en' },
      });
      const late = await translate(host, of, { name: 'Titolo' }, seen);
      expect([late.status, late.body.theirs.segments]).toMatchObject([409, [{ text: 'Nome' }]]);
      expect((await translate(host, of, { name: 'Insieme' })).status).toBe(200);
      for (const locale of ['en', 'de'])
        expect((await host.get(translationPath({ ...of, locale }))).status).toBe(404);
    });

    it('in another language, where the page that edits it leads', async () => {
      const platform = await aPlatform(hub, {
        translation: { locale: 'it', name: 'Nome', purpose: null, status: 'in_review' },
      });
      const edit = (await (await hostOf(platform)).get(`/en/platforms/${platform.slug}/edit`)).text;
      const link = (locale: string) => `href="/en/translations/platform/${platform.id}/${locale}"`;
      expect(edit).toContain(`${link('it')} lang="it">Italiano</a><span class="state state-in_review">`);
      expect(edit).toContain(`${link('sl')} lang="sl">Slovenščina</a><span class="state state-missing">`);
      expect(edit).not.toContain(link('en'));
    });

    it('never past a reviewed translation silently: it becomes a draft again', async () => {
      const platform = await aPlatform(hub, {
        translation: { locale: 'it', name: 'Nome', purpose: null, status: 'reviewed' },
      });
      const of = { kind: 'platform', id: platform.id, locale: 'it' };
      await translate(await hostOf(platform), of, { name: 'Nome nuovo' });
      const { body } = await visitor.get(`/api/v1/platforms/${platform.slug}?locale=it`);
      expect(body).toMatchObject({ name: { text: 'Nome nuovo', state: 'draft' } });
    });

    it('by adding and dropping organisations and keeping seats', async () => {
      const [first, second] = [await aGroup(hub), await aGroup(hub)];
      const platform = await aPlatform(hub, { expected: [first] });
      const organisation = await anOrganisation(hub, { name: 'Projective srl', locale: 'it' });
      const host = await hostOf(platform);
      const edit = `/en/platforms/${platform.slug}/edit`;
      const path = (rest: string) => `/en/platforms/${platform.slug}${rest}`;
      const view = async () =>
        (await visitor.get(`/api/v1/platforms/${platform.slug}`)).body as Record<string, unknown>;
      await host.submit(path('/organisations'), { organisationId: organisation.id, role: 'partner' }, edit);
      expect(await view()).toMatchObject({
        conveners: [],
        organisations: [{ name: 'Projective srl', lang: 'it' }],
      });
      await host.submit(path('/organisations'), { organisationId: organisation.id, role: 'convener' }, edit);
      expect(await view()).toMatchObject({ conveners: [{ name: 'Projective srl' }], organisations: [] });
      const unknown = await host.submit(
        path('/organisations'),
        { organisationId: UNKNOWN, role: 'partner' },
        edit,
      );
      expect(unknown.status).toBe(422);
      await host.submit(path(`/organisations/${organisation.id}/drop`), {}, edit);
      expect(await view()).toMatchObject({ conveners: [], organisations: [] });
      await host.submit(path('/groups'), { before: first.id, [`groupIds-${second.id}`]: 'true' }, edit);
      const expected = ((await view())['balance'] as { id: string; expected: boolean }[])
        .filter((group) => group.expected)
        .map(({ id }) => id);
      expect(expected).toEqual([second.id]);
      expect(
        (await host.submit(path('/groups'), { before: '', [`groupIds-${UNKNOWN}`]: 'true' }, edit)).status,
      ).toBe(422);
      expect((await host.submit(path('/groups'), { before: '', 'groupIds-x': 'true' }, edit)).status).toBe(
        422,
      );
    });

    it('by two who tick other seats at once, and both get their will', async () => {
      const [first, second, third] = [await aGroup(hub), await aGroup(hub), await aGroup(hub)];
      const platform = await aPlatform(hub, { expected: [first, second] });
      const host = await hostOf(platform);
      const edit = `/en/platforms/${platform.slug}/edit`;
      const before = [first.id, second.id].join(',');
      const kept = (...groups: { id: string }[]) => ({
        before,
        ...Object.fromEntries(groups.map(({ id }) => [`groupIds-${id}`, 'true'])),
      });
      const path = `/en/platforms/${platform.slug}/groups`;
      await host.submit(path, kept(first, second, third), edit);
      await host.submit(path, kept(first), edit);
      const { body } = await visitor.get(`/api/v1/platforms/${platform.slug}`);
      const expected = (body.balance as { id: string; expected: boolean }[]).filter(
        (group) => group.expected,
      );
      expect(ids(expected)).toEqual([first.id, third.id].sort());
    });

    it('not by members, hosts of other platforms or tokens that may only read', async () => {
      const platform = await aPlatform(hub);
      const host = await aHost(hub, platform);
      await hub.database.query(
        `insert into api_tokens (person_id, name, scope, hash) values ($1, 'reader', 'read', sha256('plm_secret'))`,
        [host.id],
      );
      const api = `/api/v1/platforms/${platform.slug}`;
      const change = { name: 'Taken over', revision: 1 };
      const member = await TestClient.as(hub, await aMember(hub, platform));
      const foreign = await hostOf(await aPlatform(hub));
      expect((await visitor.send('patch', api, change)).status).toBe(401);
      expect((await member.send('patch', api, change)).status).toBe(403);
      expect((await foreign.send('patch', api, change)).status).toBe(403);
      const token = { Authorization: 'Bearer plm_secret' };
      const read = await visitor.get(`${api}/members`, token);
      expect(JSON.stringify(read.body)).toContain(host.email);
      const answer = await visitor.send('patch', api, change, token);
      expect([answer.status, answer.body.code]).toEqual([403, 'read_only_token']);
    });

    it('with everything that a text can hold, shown as text', async () => {
      const platform = await aPlatform(hub);
      const host = await hostOf(platform);
      const hostile = '<script>alert(1)</script> "\'>&lt; {{x}} ${y}';
      const api = `/api/v1/platforms/${platform.slug}`;
      const saved = await host.send('patch', api, { name: hostile, purpose: hostile, revision: 1 });
      expect(saved.body.name.text).toBe(hostile);
      for (const path of ['', '/edit', '/members', '/manage']) {
        expect((await host.get(`/en/platforms/${platform.slug}${path}`)).text).not.toContain(
          '<script>alert(1)',
        );
      }
      for (const name of ['\u0000', '\ud800', 'x'.repeat(201), 7, null, ['a']]) {
        const answer = await host.send('patch', api, { name, revision: 2 });
        expect([name, answer.status]).toEqual([name, 422]);
      }
      const odd = await host.send('patch', api, { revision: 2, slug: 'xx' });
      expect([odd.status, odd.body.errors[0].path]).toEqual([422, 'slug']);
    });
  });

  it('are found in the database by exactly those who may read them, for every role', async () => {
    const platform = await aPlatform(hub);
    const other = await aPlatform(hub);
    const host = await aHost(hub, platform);
    const organiser = await aPerson(hub);
    await giveGrant(hub, organiser.id, 'organiser', platform.partnershipId);
    const asker = await aMember(hub, platform, { state: 'asked' });
    for (const place of [platform, other]) {
      for (const state of ['asked', 'member', 'declined', 'left', 'removed'] as const)
        await aMember(hub, place, { state });
      await anInvitation(hub, place);
      await anInvitation(hub, place, { state: 'withdrawn' });
    }
    const administratorPerson = await aPerson(hub, { grants: [{ role: 'administrator' }] });
    const people = [
      host,
      organiser,
      asker,
      administratorPerson,
      await aPerson(hub),
      await aMember(hub, other),
    ];
    const actors = await Promise.all(people.map(({ id }) => hub.app.get(Actors).ofPerson(id)));
    for (const actor of [Actor.visitor, Actor.system, ...actors.map((found) => found!)]) {
      const platforms = await hub.database.manager.find(Platform);
      const scope = platformPolicy.readable(actor, 'row');
      const found = await hub.database
        .createQueryBuilder(Platform, 'row')
        .where(scope.where, scope.parameters)
        .getMany();
      expect(ids(found)).toEqual(ids(platforms.filter((row) => platformPolicy.may(actor, 'read', row))));

      const memberships = await hub.database.manager.find(Membership, { relations: { platform: true } });
      const membershipScope = membershipPolicy.readable(actor, 'row');
      const foundMemberships = await hub.database
        .createQueryBuilder(Membership, 'row')
        .where(membershipScope.where, membershipScope.parameters)
        .getMany();
      expect(ids(foundMemberships)).toEqual(
        ids(memberships.filter((row) => membershipPolicy.may(actor, 'read', row))),
      );

      const invitations = await hub.database.manager.find(Invitation, { relations: { platform: true } });
      const invitationScope = invitationPolicy.readable(actor, 'row');
      const foundInvitations = await hub.database
        .createQueryBuilder(Invitation, 'row')
        .where(invitationScope.where, invitationScope.parameters)
        .getMany();
      expect(ids(foundInvitations)).toEqual(
        ids(invitations.filter((row) => invitationPolicy.may(actor, 'read', row))),
      );
    }
  });
});

const ids = (rows: { id: string }[]): string[] => rows.map(({ id }) => id).sort();
