/**
 * The hub reads its words when it is loaded.
 * @jest-environment-options {"newHub": true}
 */
import { change, FOLDER, removeGerman } from '../support/german';
import { Language } from '../../src/core/i18n/language';
import { readLanguages } from '../../src/core/i18n/language-folders';
import { LOCALES } from '../../src/core/i18n/locales';
import type * as Words from '../../src/core/i18n/words';
import { loadDemo } from '../../src/demo/load';
import { signUpFields } from '../factories/accounts';
import { anOrganisation } from '../factories/organisations';
import { aPerson, giveGrant } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { translate } from '../support/translating';
import { startHub, type TestHub } from '../support/hub';
import { mailsTo } from '../support/mails';
import { ask, listen, openSocket } from '../support/socket';
import { WordFolders } from '../support/words';

const ALL = ['sv', 'sl', 'it', 'en', 'de'];

afterAll(removeGerman);

describe('A hub with a fifth folder of words', () => {
  let hub: TestHub;
  let visitor: TestClient;
  let room: TestRoom;
  let writer: TestClient;
  let thread: { id: string };

  beforeAll(async () => {
    hub = await startHub({ LOCALES_DIR: FOLDER });
    visitor = new TestClient(hub);
    room = await aRoom(hub, { place: 'hub' });
    const person = await aPerson(hub);
    await giveGrant(hub, person.id, 'administrator', null);
    writer = await TestClient.as(hub, person);
    thread = await aThread(hub, room, person);
  });
  afterAll(() => hub.close());

  it('offers it after the others, by its own name', async () => {
    expect(LOCALES).toEqual(ALL);
    const { text } = await visitor.get('/sl/sign-in');
    expect(text).toMatch(/>English<\/a><a href="\/de\/sign-in" lang="de" hreflang="de">Deutsch<\/a><\/nav>/);
    expect((await visitor.get('/sl/sign-up')).text).toMatch(/<option value="de"[^>]*>Deutsch<\/option>/);
  });

  it('leads those who read it to its pages, which are wholly in it', async () => {
    const wish = { 'Accept-Language': 'de-AT, en;q=0.5' };
    expect((await visitor.get('/rooms', wish)).headers['location']).toBe('/de/rooms');
    for (const path of [
      '',
      '/rooms',
      '/partnerships',
      '/platforms',
      '/organisations',
      '/sign-up',
      '/privacy',
    ]) {
      const { status, text } = await visitor.get(`/de${path}`);
      expect(status).toBe(200);
      expect(text).toContain('<html lang="de"');
      expect(text).toMatch(/<h1[^>]*>[^<]* \[de\]/);
      for (const each of ALL) expect(text).toContain(`hreflang="${each}"`);
    }
    const missing = await visitor.get('/de/nowhere');
    expect([missing.status, missing.text]).toEqual([404, expect.stringContaining('<html lang="de"')]);
  });

  it('writes its numbers, dates and money without being told how', () => {
    const german = Language.of('de', 'Europe/Berlin');
    expect(german.number(1234.5)).toBe('1.234,5');
    expect(german.date('2012-05-01T12:00:00Z')).toBe('1. Mai 2012');
    expect(german.money('204930.03', 'EUR')).toBe('204.930,03\u00a0€');
    expect(german.sort(['Zebra', 'Ähre', 'Acker'], String)).toEqual(['Acker', 'Ähre', 'Zebra']);
  });

  it('names it in every language, by a phrase where there is one', () => {
    const from = (locale: string) => Language.of(locale).inLanguage('de');
    expect(ALL.map(from)).toEqual([
      '(språk: tyska)',
      '(jezik: nemščina)',
      '(lingua: tedesco)',
      '(language: German)',
      'auf Deutsch',
    ]);
    expect(Language.of('sl').fromLanguage('de')).toBe('(izvirni jezik: nemščina)');
    expect(Language.of('de').inLanguage('sv')).toBe('in Swedish [de]');
    expect(Language.of('en').inLanguage('sv')).toBe('in Swedish');
  });

  it('takes posts, threads and rooms in it, keeps them and shows them', async () => {
    const said = await writer.send(
      'post',
      `/api/v1/threads/${thread.id}/posts`,
      something('Guten Tag', { locale: 'de' }),
    );
    expect([said.status, said.body.locale]).toEqual([201, 'de']);
    const opened = await writer.send('post', `/api/v1/rooms/${room.id}/threads`, {
      ...something('Noch etwas', { locale: 'de' }),
      title: 'Was brauchen die Gemeinden?',
    });
    expect(opened.body.title).toMatchObject({ locale: 'de', originalLocale: 'de' });
    const started = await writer.send('post', '/api/v1/rooms', {
      ...{ place: 'hub', name: 'Stube', description: '', locale: 'de', visibility: 'public' },
    });
    expect(started.body).toMatchObject({ name: { text: 'Stube', locale: 'de' } });
    const kept = await hub.database.query(
      `select locale from posts union all select locale from rooms where name = 'Stube'`,
    );
    expect(new Set(kept.map(({ locale }: { locale: string }) => locale))).toEqual(new Set(['de']));
    const page = await visitor.get(`/de/threads/${thread.id}`);
    expect(page.text).toMatch(/lang="de"[^>]*><p>Guten Tag<\/p>/);
    expect(page.text).toContain('auf Deutsch');
    expect((await visitor.get(`/sl/threads/${thread.id}`)).text).toContain('(jezik: nemščina)');
    expect(page.text).toContain('"originalIn":{"sv":');
  });

  it('takes translations into it, and shows them to those who read it', async () => {
    const { id } = await anOrganisation(hub, { name: 'A cooperative', locale: 'en' });
    const of = { kind: 'organisation', id, locale: 'de' };
    expect((await translate(writer, of, { name: 'Eine Genossenschaft' })).status).toBe(200);
    const { text } = await visitor.get('/de/organisations');
    expect(text).toContain('Eine Genossenschaft');
  });

  it('answers programs in it, and tells them that it may be asked for', async () => {
    const refused = await writer.send('post', `/api/v1/threads/${thread.id}/posts?locale=de`, { body: '' });
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0].message).toMatch(/ \[de\]$/);
    const described = JSON.stringify((await visitor.get('/api/openapi.json')).body);
    expect(described).toContain('["sv","sl","it","en","de"]');
    expect(described).not.toContain('["sv","sl","it","en"]');
  });

  it('tells live in it what happens', async () => {
    const socket = await openSocket(hub);
    const heard = listen<{ entries: { post?: { body: string } }[] }>(socket, 'room:entries');
    expect(await ask(socket, 'room:join', { room: room.id, last: 0, locale: 'de' })).not.toHaveProperty(
      'type',
    );
    await writer.send(
      'post',
      `/api/v1/threads/${thread.id}/posts`,
      something('Live auf Deutsch', { locale: 'de' }),
    );
    await heard.until((messages) => JSON.stringify(messages).includes('Live auf Deutsch'));
    socket.close();
  });

  it('lets people choose it, five languages in their order, and leads them to it', async () => {
    const reader = await aPerson(hub);
    const client = await TestClient.as(hub, reader);
    const settings = await client.get('/en/settings');
    expect(settings.text).toMatch(/name="reading_5"/);
    const { revision } = (await client.get('/api/v1/me')).body;
    const reading = { reading_1: 'de', reading_2: 'sv', reading_3: 'sl', reading_4: 'it', reading_5: 'en' };
    const saved = await client.submit('/en/settings', {
      name: reader.name,
      organisationId: '',
      locale: 'de',
      timeZone: 'Europe/Berlin',
      revision,
      ...reading,
    });
    expect([saved.status, saved.headers['location']]).toEqual([303, '/de/settings']);
    expect((await client.get('/api/v1/me')).body).toMatchObject({
      locale: 'de',
      readingLocales: ['de', 'sv', 'sl', 'it', 'en'],
    });
    expect((await client.get('/rooms')).headers['location']).toBe('/de/rooms');
  });

  it('writes mails in it', async () => {
    const fields = signUpFields('neu@example.org', {
      locale: 'de',
      timeZone: 'Europe/Berlin',
      reading_5: '',
    });
    expect((await visitor.submit('/de/sign-up', fields)).status).toBe(303);
    const [mail] = await mailsTo(hub, 'neu@example.org');
    expect(mail).toMatchObject({ locale: 'de', subject: expect.stringMatching(/ \[de\]$/) });
    expect(mail!.html).toContain('<html lang="de">');
    expect(new URL(mail!.link!).pathname).toMatch(/^\/de\/confirm\//);
  });

  it('keeps the way back after signing in, whatever its language', async () => {
    const { text } = await visitor.get('/de/sign-in?next=/de/rooms');
    expect(text).toContain('name="next" value="/rooms"');
  });

  it('still loads its demonstration, which has no words in it', async () => {
    await hub.database.query('truncate people, organisations, partnerships, rooms cascade');
    await loadDemo(hub.app, () => undefined);
    const loaded: { locale: string; count: number }[] = await hub.database.query(
      `select locale, count(*)::int as count from partnership_translations group by locale`,
    );
    expect(loaded.map(({ locale }) => locale).sort()).toEqual(['en', 'it', 'sl', 'sv']);
    expect((await visitor.get('/de/partnerships')).status).toBe(200);
  });

  it('lists no languages in its tables', async () => {
    const checks: { name: string; says: string }[] = await hub.database.query(
      `select conrelid::regclass || ' ' || conname as name, pg_get_constraintdef(oid) as says
       from pg_constraint where contype = 'c' and connamespace = current_schema()::regnamespace`,
    );
    expect(checks.filter(({ says }) => says.includes(`'sv'::text`))).toEqual([]);
    const tags = checks.filter(({ says }) => says.includes(`~ '^[a-z]{2,3}$'::text`)).map(({ name }) => name);
    expect(tags).toEqual(expect.arrayContaining(['people people_locale_check', 'posts posts_locale_check']));
  });
});

describe('A folder of words', () => {
  it('is complete when it says all that English says', () => {
    expect(new WordFolders(FOLDER).faults('de')).toEqual([]);
  });

  it('is found wanting when something is missing, empty, miscounted or cannot be filled in', () => {
    change('ui.json', ({ hub: _, ...ui }) => ({ ...ui, nowhere: 'Nichts', time: { now: '' } }));
    change('errors.json', ({ field, ...errors }) => ({
      ...errors,
      field: { ...(field as object), too_long: 'Höchstens {{most}} Zeichen.' },
    }));
    const faults = new WordFolders(FOLDER).faults('de');
    expect(faults).toEqual([
      'ui:hub is missing',
      'ui:nowhere is not in English',
      'ui:time.now is empty',
      'errors:field.too_long is filled with most instead of max',
    ]);
  });

  it('lets a hub say in English what it lacks, so that an upgrade does not leave holes', () => {
    jest.isolateModules(() => {
      const { say } = jest.requireActual<typeof Words>('../../src/core/i18n/words');
      expect(say('de', 'ui:hub')).toBe('Polylog');
      expect(say('de', 'ui:nav.rooms')).toBe('Rooms [de]');
    });
  });

  it('counts as its language does', () => {
    change('rooms.json', (rooms) => {
      const { here_one: _, ...count } = rooms['count'] as Record<string, string>;
      return { ...rooms, count };
    });
    expect(new WordFolders(FOLDER).faults('de')).toContain(
      'rooms:count.here counts other instead of one, other',
    );
  });

  it('that says of its language what cannot be is refused, by the name of its file', () => {
    change('language.json', () => ({ name: 'Deutsch', region: 'Deutschland' }));
    expect(() => readLanguages(FOLDER)).toThrow(/de\/language\.json: region must be a language and a region/);
    change('language.json', () => ({ nmae: 'Deutsch' }));
    expect(() => readLanguages(FOLDER)).toThrow(/de\/language\.json: .*nmae/);
  });
});
