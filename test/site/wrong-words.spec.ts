import { Actor } from '../../src/core/access/actor';
import { keysSaying } from '../../src/core/i18n/words';
import { wrongWordsPolicy } from '../../src/site/wrong-words/wrong-words.policy';
import { aPerson } from '../factories/people';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

const PATH = '/sl/wrong-words';
const REPORT = { page: '/rooms', locale: 'sl', wrong: 'Razpravne sobe', better: 'Sobe za razpravo' };

describe('Wrong words', () => {
  let hub: TestHub;
  let visitor: TestClient;
  let administrator: TestClient;

  beforeAll(async () => {
    hub = await startHub();
    const person = await aPerson(hub, { name: 'Skrbnica', grants: [{ role: 'administrator' }] });
    administrator = await TestClient.as(hub, person);
  });
  beforeEach(async () => {
    visitor = new TestClient(hub);
    await hub.database.query('delete from wrong_words');
  });
  afterAll(() => hub.close());

  const kept = () => hub.database.query('select page, locale, wrong, better, reported_by from wrong_words');

  it.each(['/sv', '/sl/rooms', '/it/organisations?country=SI&type=school', '/en/nowhere', '/sl/sign-in'])(
    'can be reported from %s, with the page in the form',
    async (path) => {
      const { text } = await visitor.get(path);
      const link = /href="([^"]*\/wrong-words\?page=[^"]*)"/.exec(text)![1]!;
      const form = await visitor.get(link);
      expect(form.status).toBe(200);
      const page = path.replace(/^\/\w\w/, '') || '/';
      expect(form.text).toContain(`name="page" type="text" value="${page.replaceAll('&', '&amp;')}"`);
      expect(form.text).toMatch(new RegExp(`<option value="${path.slice(1, 3)}"[^>]*selected`));
      expect(form.text).not.toContain('/wrong-words?page=');
    },
  );

  it('are kept as they were typed, with who reported them', async () => {
    const answer = await visitor.submit(PATH, REPORT);
    expect([answer.status, answer.headers['location']]).toEqual([303, PATH]);
    expect(await kept()).toEqual([{ ...REPORT, reported_by: null }]);
    const reporter = await aPerson(hub, { name: 'Ana Novak' });
    await (await TestClient.as(hub, reporter)).submit(PATH, { ...REPORT, wrong: '<b>x</b>', better: '' });
    const { text } = await administrator.get(PATH);
    expect(text).toContain('&lt;b>x&lt;/b>');
    expect(text).toContain('Ana Novak');
    expect(text).toContain('href="/sl/rooms"');
  });

  it('that are not all there stay in the form, with what is wrong', async () => {
    const answer = await visitor.submit(PATH, { ...REPORT, page: 'https://evil.example', wrong: ' ' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Sobe za razpravo');
    expect(answer.text.match(/aria-invalid="true"/g)).toHaveLength(2);
    for (const page of ['//evil.example', '/\\evil.example', '', 'rooms', `/${'x'.repeat(500)}`])
      expect((await visitor.submit(PATH, { ...REPORT, page })).status).toBe(422);
    for (const wrong of ['\u0000', 'x'.repeat(501)])
      expect((await visitor.submit(PATH, { ...REPORT, wrong })).status).toBe(422);
    expect((await visitor.submit(PATH, { ...REPORT, locale: 'xx' })).status).toBe(422);
    expect((await visitor.submit(PATH, { ...REPORT, state: 'done' })).status).toBe(422);
    expect(await kept()).toEqual([]);
    expect((await visitor.get(`${PATH}?page=javascript:alert(1)`)).text).toContain(
      'name="page" type="text" value',
    );
    expect((await visitor.get(`${PATH}?page=a&page=b`)).status).toBe(200);
  });

  it('do not carry the key of a mail to whoever reads the list', async () => {
    await visitor.submit(PATH, { ...REPORT, page: '/reset-password/very-secret' });
    expect((await kept())[0].page).toBe('/reset-password/…');
    const { text } = await visitor.get(`${PATH}?page=${encodeURIComponent('/confirm/very-secret')}`);
    expect(text).not.toContain('very-secret');
  });

  it('are listed to administrators only, who mend them and open them again', async () => {
    await visitor.submit(PATH, REPORT);
    await visitor.submit(PATH, { ...REPORT, wrong: 'Druge besede' });
    expect((await visitor.get(PATH)).text).not.toContain('Razpravne sobe');
    const [{ id }] = await hub.database.query(`select id from wrong_words where wrong = 'Razpravne sobe'`);
    expect((await visitor.submit(`${PATH}/${id}/mend`, {}, PATH)).status).toBe(404);
    const reader = await TestClient.as(hub, await aPerson(hub));
    expect((await reader.submit(`${PATH}/${id}/mend`, {}, PATH)).status).toBe(404);
    const order = async () => {
      const { text } = await administrator.get(PATH);
      return [text.indexOf('>Razpravne sobe<') < text.indexOf('>Druge besede<'), text.includes('Urejeno')];
    };
    expect(await order()).toEqual([false, false]);
    await administrator.submit(`${PATH}/${id}/reopen`, {}, PATH);
    const mended = await administrator.submit(`${PATH}/${id}/mend`, {}, PATH);
    expect([mended.status, mended.headers['location']]).toEqual([303, `${PATH}#${id}`]);
    await administrator.submit(`${PATH}/${id}/mend`, {}, PATH);
    expect(await order()).toEqual([false, true]);
    await administrator.submit(`${PATH}/${id}/reopen`, {}, PATH);
    expect(await order()).toEqual([false, false]);
    const told = await hub.database.query(`select name from journal where subject_id = $1 order by id`, [id]);
    expect(told.map(({ name }: { name: string }) => name)).toEqual([
      'wrong_words.reported',
      'wrong_words.mended',
      'wrong_words.reopened',
    ]);
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect((await administrator.submit(`${PATH}/${nobody}/mend`, {}, PATH)).status).toBe(404);
    expect((await administrator.submit(`${PATH}/x/mend`, {}, PATH)).status).toBe(404);
  });

  it('are readable for those whom the policy lets read', async () => {
    await visitor.submit(PATH, REPORT);
    const person = {
      id: '',
      name: '',
      email: '',
      locale: 'en',
      readingLocales: [],
      originalsOnly: false,
      timeZone: 'UTC',
    };
    const role = (name: 'administrator' | 'organiser' | 'translator', placeId: string | null = null) =>
      Actor.person(person, [{ role: name, placeId, detail: null }]);
    const actors = [
      Actor.visitor,
      Actor.system,
      Actor.person(person, []),
      role('administrator'),
      role('organiser', 'x'),
      role('translator'),
    ];
    for (const actor of actors) {
      const { where } = wrongWordsPolicy.readable(actor, 'reported');
      const rows = await hub.database.query(`select from wrong_words reported where ${where}`);
      expect(rows.length > 0).toBe(wrongWordsPolicy.may(actor, 'read', {}));
    }
  });

  it('are found in the folders of words, also when they were filled in', () => {
    expect(keysSaying('sl', 'Slogovni vodnik')).toEqual(['ui:foot.styleguide', 'ui:styleguide.title']);
    expect(keysSaying('sl', ' financiranje: EU ')).toEqual(['ui:funding.by']);
    expect(keysSaying('en', 'No such words stand anywhere')).toEqual([]);
    expect(keysSaying('xx', 'Rooms')).toEqual([]);
  });
});

describe('In production', () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startHub({ NODE_ENV: 'production', SESSION_SECRET: 'x'.repeat(40) });
  });
  afterAll(() => hub.close());

  it('there is neither the page nor a link to it', async () => {
    const visitor = new TestClient(hub);
    const administrator = await TestClient.as(
      hub,
      await aPerson(hub, { grants: [{ role: 'administrator' }] }),
    );
    for (const client of [visitor, administrator]) {
      expect((await client.get('/sl/rooms')).text).not.toContain('wrong-words');
      expect((await client.get(PATH)).status).toBe(404);
      expect((await client.submit(PATH, REPORT, '/sl/rooms')).status).toBe(404);
    }
    expect(await hub.database.query('select from wrong_words')).toEqual([]);
  });
});
