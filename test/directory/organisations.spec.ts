import { Actor } from '../../src/core/access/actor';
import { Actors } from '../../src/accounts/actors.service';
import { Organisation } from '../../src/directory/organisation.entity';
import { organisationPolicy } from '../../src/directory/organisation.policy';
import { Organisations } from '../../src/directory/organisations.service';
import { Language } from '../../src/core/i18n/language';
import { anOrganisation } from '../factories/organisations';
import { aPartnership } from '../factories/partnerships';
import { aPerson } from '../factories/people';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { translate, translationPath } from '../support/translating';

const NUL = String.fromCharCode(0);

describe('The register of organisations', () => {
  let hub: TestHub;
  let visitor: TestClient;
  let organiser: TestClient;

  beforeAll(async () => {
    hub = await startHub();
    const partnership = await aPartnership(hub);
    const person = await aPerson(hub, { grants: [{ role: 'organiser', placeId: partnership.id }] });
    organiser = await TestClient.as(hub, person);
    visitor = new TestClient(hub);
    await anOrganisation(hub, {
      slug: 'skofja',
      name: 'Razvojna agencija Škofja Loka',
      locale: 'sl',
      city: 'Škofja Loka',
    });
    await anOrganisation(hub, {
      slug: 'orebro',
      name: 'Örebro kommun',
      locale: 'sv',
      country: 'SE',
      city: 'Örebro',
      type: 'municipality',
    });
    await anOrganisation(hub, {
      slug: 'zalec',
      name: 'Žalec',
      locale: 'sl',
      city: 'Žalec',
      type: 'municipality',
    });
    await anOrganisation(hub, {
      slug: 'zebra',
      name: 'Zebra srl',
      locale: 'it',
      country: 'IT',
      type: 'company',
    });
    await anOrganisation(hub, {
      slug: 'prizma',
      name: 'Fundacija PRIZMA',
      locale: 'sl',
      city: 'Maribor',
      nuts: 'SI032',
      type: 'foundation',
      website: 'https://www.example.org/prizma',
      alternatives: { en: 'PRIZMA Foundation' },
    });
    await anOrganisation(hub, {
      slug: 'demo-obcina',
      name: 'Demo občina',
      locale: 'sl',
      type: 'municipality',
      demo: true,
    });
  });
  afterAll(() => hub.close());

  const slugs = (answer: { body: { items: { slug: string }[] } }) =>
    answer.body.items.map(({ slug }) => slug);

  describe('as a list', () => {
    it('is in the order of the reader’s alphabet, the demonstration last', async () => {
      expect(slugs(await visitor.get('/api/v1/organisations?locale=sl'))).toEqual([
        'prizma',
        'orebro',
        'skofja',
        'zebra',
        'zalec',
        'demo-obcina',
      ]);
      expect(slugs(await visitor.get('/api/v1/organisations?locale=sv'))).toEqual([
        'prizma',
        'skofja',
        'zalec',
        'zebra',
        'orebro',
        'demo-obcina',
      ]);
    });

    it('finds marked letters by bare ones, in names, alternative names and cities', async () => {
      expect(slugs(await visitor.get('/api/v1/organisations?q=skofja'))).toEqual(['skofja']);
      expect(slugs(await visitor.get('/api/v1/organisations?q=OREBRO'))).toEqual(['orebro']);
      expect(
        slugs(await visitor.get(`/api/v1/organisations?q=${encodeURIComponent('Škofja loka')}`)),
      ).toEqual(['skofja']);
      expect(slugs(await visitor.get('/api/v1/organisations?q=foundation'))).toEqual(['prizma']);
      expect(slugs(await visitor.get('/api/v1/organisations?q=maribor'))).toEqual(['prizma']);
      expect(slugs(await visitor.get(`/api/v1/organisations?q=${encodeURIComponent('100%')}`))).toEqual([]);
    });

    it('narrows by country, type and demonstration, and says how many match', async () => {
      const answer = await visitor.get('/api/v1/organisations?country=SI&type=municipality');
      expect(slugs(answer)).toEqual(['zalec', 'demo-obcina']);
      expect(answer.body).toMatchObject({ total: 2, demo: 1, page: 1, pages: 1 });
      expect(slugs(await visitor.get('/api/v1/organisations?demo=true'))).toEqual(['demo-obcina']);
      expect((await visitor.get('/api/v1/organisations?demo=false')).body.total).toBe(5);
    });

    it('comes in pages', async () => {
      const second = await visitor.get('/api/v1/organisations?locale=sl&limit=2&page=2');
      expect(slugs(second)).toEqual(['skofja', 'zebra']);
      expect(second.body).toMatchObject({ total: 6, page: 2, pages: 3 });
      expect(slugs(await visitor.get('/api/v1/organisations?page=99'))).toEqual([]);
    });

    it('refuses filters that do not exist', async () => {
      const answer = await visitor.get('/api/v1/organisations?type=pirates&colour=red');
      expect(answer.status).toBe(422);
      expect(answer.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual(['colour', 'type']);
    });

    it.each(['sv', 'sl', 'it', 'en'])(
      'is a page in %s, with every name in its own language',
      async (locale) => {
        const answer = await visitor.get(`/${locale}/organisations?q=skofja`);
        expect(answer.status).toBe(200);
        expect(answer.text).toContain('lang="sl">Razvojna agencija Škofja Loka</a>');
        expect(answer.text).not.toMatch(/directory:/);
      },
    );

    it('counts the real ones and shows the demonstration apart, marked', async () => {
      const { text } = await visitor.get('/en/organisations');
      expect(text).toContain('5 organisations');
      expect(text.indexOf('Demonstration organisations')).toBeLessThan(text.indexOf('Demo občina'));
      expect(await visitor.get('/sl/organisations').then((page) => page.text)).toContain('5 organizacij');
    });

    it('leads from beyond the last page to the last one, with the same filters', async () => {
      const answer = await visitor.get('/en/organisations?country=SI&page=99');
      expect([answer.status, answer.headers['location']]).toEqual([
        303,
        '/en/organisations?country=SI&page=1',
      ]);
    });

    it('keeps what was looked for when nothing matches', async () => {
      const { text, status } = await visitor.get('/en/organisations?q=nobody&utm_source=mail');
      expect(status).toBe(200);
      expect(text).toContain('value="nobody"');
      expect(text).toContain('No organisation matches');
    });
  });

  describe('as one organisation', () => {
    it('says what is known, and in which language the name is', async () => {
      const { body } = await visitor.get('/api/v1/organisations/prizma');
      expect(body).toMatchObject({
        name: 'Fundacija PRIZMA',
        lang: 'sl',
        nuts: 'SI032',
        alternatives: [{ name: 'PRIZMA Foundation', lang: 'en', state: 'draft', outdated: false }],
        can: { create: false, edit: false },
      });
    });

    it('does not exist under a strange address', async () => {
      for (const slug of ['nobody', 'a%00b', '%F0%9F', 'Ö', 'a'.repeat(300)]) {
        const answer = await visitor.get(`/api/v1/organisations/${slug}`);
        expect([400, 404]).toContain(answer.status);
      }
    });
  });

  describe('kept together', () => {
    const input = {
      name: 'Comune di Rubano',
      locale: 'it',
      country: 'IT',
      city: 'Rubano',
      nuts: 'ITH36',
      type: 'municipality',
    };

    it('is written by organisers, editors, hosts and administrators only', async () => {
      const { id: placeId } = await aPartnership(hub);
      const member = await TestClient.as(hub, await aPerson(hub, { grants: [{ role: 'member', placeId }] }));
      expect((await visitor.send('post', '/api/v1/organisations', input)).status).toBe(401);
      expect((await member.send('post', '/api/v1/organisations', input)).status).toBe(403);
      expect((await member.get('/en/organisations/new')).status).toBe(403);
      for (const role of ['host', 'editor'] as const) {
        const keeper = await TestClient.as(hub, await aPerson(hub, { grants: [{ role, placeId }] }));
        expect((await keeper.get('/en/organisations/new')).status).toBe(200);
      }
    });

    it('gives a second organisation of the same name an address of its own', async () => {
      const first = await organiser.send('post', '/api/v1/organisations', input);
      const second = await organiser.send('post', '/api/v1/organisations', input);
      expect(first.status).toBe(201);
      expect(first.body).toMatchObject({ slug: 'comune-di-rubano', website: null, can: { edit: true } });
      expect(second.body.slug).toBe('comune-di-rubano-2');
    });

    it('says in the reader’s language what is wrong with each field', async () => {
      const bad = {
        ...input,
        name: `Rub${NUL}ano`,
        country: 'Italia',
        nuts: 'Padova',
        website: 'javascript:alert(1)',
        extra: 1,
      };
      const answer = await organiser.send('post', '/api/v1/organisations?locale=sv', bad);
      expect(answer.status).toBe(422);
      expect(answer.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
        'country',
        'extra',
        'name',
        'nuts',
        'website',
      ]);
      expect(JSON.stringify(answer.body.errors)).toContain('NUTS-kod');
      const surrogate = await organiser.send('post', '/api/v1/organisations', { ...input, name: 'a\ud800b' });
      expect(surrogate.status).toBe(422);
    });

    it('keeps what was typed in a refused form', async () => {
      const answer = await organiser.submit('/en/organisations/new', {
        ...input,
        name: '<b>Rubano</b>',
        nuts: '???',
        website: '',
      });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('value="&lt;b>Rubano&lt;/b>"');
      expect(answer.text).toContain('Enter a NUTS code');
    });

    it('shows names as text, whatever they hold', async () => {
      const name = '<script>alert(1)</script> & Co';
      const answer = await organiser.submit('/en/organisations/new', { ...input, name, website: '' });
      expect(answer.status).toBe(303);
      const { text } = await visitor.get('/en/organisations?q=script');
      expect(text).toContain('&lt;script>alert(1)&lt;/script> &amp; Co');
      expect(text).not.toContain('<script>alert');
    });

    it('saves a form and leads to the page of the organisation', async () => {
      await anOrganisation(hub, { slug: 'tangram', name: 'Tangram', locale: 'it', country: 'IT' });
      const fields = { ...input, name: 'Associazione Tangram', website: 'https://example.org', revision: 1 };
      const answer = await organiser.submit('/en/organisations/tangram/edit', fields);
      expect(answer.headers['location']).toBe('/en/organisations/tangram');
      const { body } = await visitor.get('/api/v1/organisations/tangram');
      expect(body).toMatchObject({ name: 'Associazione Tangram', nuts: 'ITH36', revision: 2 });
    });

    it('changes by the API only what is named', async () => {
      await anOrganisation(hub, { slug: 'aha', name: 'Aha Emmi', city: 'Slovenska Bistrica', nuts: 'SI032' });
      const answer = await organiser.send('patch', '/api/v1/organisations/aha', {
        revision: 1,
        type: 'company',
      });
      expect(answer.body).toMatchObject({
        type: 'company',
        city: 'Slovenska Bistrica',
        nuts: 'SI032',
        revision: 2,
      });
    });

    it('answers who saves second with what stands now, and keeps her text', async () => {
      await anOrganisation(hub, { slug: 'two', name: 'The Women’s Organisation', country: 'GB' });
      await organiser.send('patch', '/api/v1/organisations/two', { revision: 1, city: 'Liverpool' });
      const late = await organiser.send('patch', '/api/v1/organisations/two', {
        revision: 1,
        city: 'London',
      });
      expect(late.status).toBe(409);
      expect(late.body.theirs).toMatchObject({ city: 'Liverpool', revision: 2 });
      const form = await organiser.submit('/en/organisations/two/edit', {
        ...input,
        city: 'Leeds',
        revision: 1,
        website: '',
      });
      expect(form.status).toBe(409);
      expect(form.text).toContain('Liverpool');
      expect(form.text).toContain('value="Leeds"');
      expect(form.text).toContain('name="revision" value="2"');
    });

    it('marks other names as outdated when the name changes, not when the city does', async () => {
      const { slug } = await anOrganisation(hub, {
        name: 'Staro ime',
        locale: 'sl',
        alternatives: { en: 'Old name' },
      });
      const outdated = async () =>
        (
          (await visitor.get(`/api/v1/organisations/${slug}`)).body.alternatives as { outdated: boolean }[]
        )[0]!.outdated;
      await organiser.send('patch', `/api/v1/organisations/${slug}`, { revision: 1, city: 'Celje' });
      expect(await outdated()).toBe(false);
      await organiser.send('patch', `/api/v1/organisations/${slug}`, { revision: 2, name: 'Novo ime' });
      expect(await outdated()).toBe(true);
    });

    it('takes a name in another language as a draft, not in its own', async () => {
      const { id, slug } = await anOrganisation(hub, { name: 'Ekonomski institut', locale: 'sl' });
      const edit = async () => (await organiser.get(`/en/organisations/${slug}/edit`)).text;
      const desk = `/en/translations/organisation/${id}/en`;
      expect(await edit()).toContain(
        `<a href="${desk}" lang="en">English</a><span class="state state-missing">`,
      );
      expect((await organiser.get(desk)).status).toBe(200);
      const of = { kind: 'organisation', id, locale: 'en' };
      expect((await translate(organiser, of, { name: 'Economic Institute' })).status).toBe(200);
      const { body } = await visitor.get(`/api/v1/organisations/${slug}`);
      expect(body.alternatives).toMatchObject([{ name: 'Economic Institute', lang: 'en', state: 'draft' }]);
      expect(await edit()).toContain('<span lang="en">Economic Institute</span>');
      expect((await organiser.get(translationPath({ ...of, locale: 'sl' }))).status).toBe(404);
      const stranger = await TestClient.as(hub, await aPerson(hub));
      expect((await translate(stranger, of, { name: 'Mine' })).status).toBe(403);
    });

    it('writes what happened into the journal', async () => {
      const { body } = await organiser.send('post', '/api/v1/organisations', {
        ...input,
        name: 'Downtown in Business',
      });
      const rows = await hub.database.query('select name, subject_kind from journal where subject_id = $1', [
        body.id,
      ]);
      expect(rows).toEqual([{ name: 'organisation.listed', subject_kind: 'organisation' }]);
    });
  });

  it('is readable in SQL exactly where the policy says so, for every role', async () => {
    const { id: placeId } = await aPartnership(hub);
    const rows = await hub.database.getRepository(Organisation).find();
    const roles = ['administrator', 'organiser', 'editor', 'host', 'member', 'translator', 'guest'] as const;
    const people = await Promise.all(
      roles.map((role) =>
        aPerson(hub, { grants: [{ role, placeId: role === 'administrator' ? null : placeId }] }),
      ),
    );
    const actors = await Promise.all(people.map(({ id }) => hub.app.get(Actors).ofPerson(id)));
    for (const actor of [Actor.visitor, Actor.system, ...actors.map((each) => each!)]) {
      const { where, parameters } = organisationPolicy.readable(actor, 'organisation');
      const query = hub.database.createQueryBuilder(Organisation, 'organisation').where(where, parameters);
      const readable = new Set((await query.getMany()).map(({ id }) => id));
      for (const row of rows) expect(readable.has(row.id)).toBe(organisationPolicy.may(actor, 'read', row));
    }
  });

  it('hands names and choices to other capabilities', async () => {
    const organisations = hub.app.get(Organisations);
    const choices = await organisations.choices(Language.of('sl'));
    const names = choices.map(({ name }) => name);
    expect(names.indexOf('Zebra srl')).toBeLessThan(names.indexOf('Žalec'));
    const found = await organisations.byIds([choices[0]!.id, '7b1f6d7e-0000-4000-8000-000000000000']);
    expect([...found.values()]).toEqual([choices[0]]);
  });
});
