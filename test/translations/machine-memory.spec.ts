import { randomUUID } from 'node:crypto';
import { TermIndex } from '../../src/glossary/terms/term-index.service';
import { TranslationMemory } from '../../src/translations/memory/translation-memory.service';
import { MachineRunner } from '../../src/translations/machine/machine-runner.service';
import { aPerson, giveGrant } from '../factories/people';
import { aRoom, aThread, something } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { DeepLStub } from '../support/machine/answering';

describe('The memory of translations', () => {
  let hub: TestHub;
  let stub: DeepLStub;
  let memory: TranslationMemory;

  beforeAll(async () => {
    stub = await new DeepLStub('key').start();
    hub = await startHub({
      MACHINE_TRANSLATION: 'deepl',
      MACHINE_TRANSLATION_URL: stub.url,
      MACHINE_TRANSLATION_KEY: 'key',
      MACHINE_TRANSLATION_ROOMS: 'all',
    });
    memory = hub.app.get(TranslationMemory);
  });
  afterAll(async () => {
    await hub.close();
    await stub.stop();
  });
  beforeEach(async () => {
    await hub.database.query('delete from translation_memory');
    stub.forget();
  });

  const pair = (place: string | null = null) => ({ from: 'sl', to: 'sv', place });
  const keep = (source: string, target: string, origin = 'person', place: string | null = null) =>
    memory.remember(hub.database, pair(place), [{ source, target, origin }]);
  const look = async (source: string, place: string | null = null) =>
    (await memory.lookup(source, 'sl', 'sv', place)).map(({ target, likeness, origin }) => [
      target,
      likeness,
      origin,
    ]);

  it('offers the same sentence first, what a person made before what a machine made', async () => {
    await keep('Zadruga je odprta za vse.', 'Maskinen säger.', 'machine:deepl');
    await keep('Zadruga je odprta za vse.', 'Kooperativet är öppet för alla.');
    await keep('Zadruga je odprta za vse člane.', 'Kooperativet är öppet för alla medlemmar.');
    const [first, second, third] = await look('Zadruga je odprta za vse.');
    expect(first).toEqual(['Kooperativet är öppet för alla.', 100, 'person']);
    expect(second).toEqual(['Maskinen säger.', 100, 'machine:deepl']);
    expect(third![1]).toBeGreaterThanOrEqual(70);
    expect(third![1]).toBeLessThan(100);
  });

  it('offers nothing that is less than seven tenths the same, or in another language', async () => {
    await keep('Nekaj povsem drugega o občinah.', 'Något helt annat.');
    expect(await look('Zadruga je odprta za vse.')).toEqual([]);
    expect(await memory.lookup('Nekaj povsem drugega o občinah.', 'sl', 'it', null)).toEqual([]);
    expect(await memory.lookup('Nekaj povsem drugega o občinah.', 'en', 'sv', null)).toEqual([]);
  });

  it('keeps the newest of each, also when the same is kept twice at once', async () => {
    await memory.remember(hub.database, pair(), [
      { source: 'Da.', target: 'Ja.', origin: 'person' },
      { source: 'Da.', target: 'Ja.', origin: 'person' },
    ]);
    await keep('Da.', 'Jo.');
    expect(await look('Da.')).toEqual([['Jo.', 100, 'person']]);
  });

  it('says what was said in a private room only there', async () => {
    const room = randomUUID();
    await keep('Skrivnost te sobe.', 'Rummets hemlighet.', 'person', room);
    expect(await look('Skrivnost te sobe.')).toEqual([]);
    expect(await look('Skrivnost te sobe.', randomUUID())).toEqual([]);
    expect(await look('Skrivnost te sobe.', room)).toEqual([['Rummets hemlighet.', 100, 'person']]);
  });

  it('copes with very long texts', async () => {
    const long = 'Dolg stavek o zadrugah in občinah. '.repeat(500);
    await keep(long, 'Lång.');
    expect(await look(long)).toEqual([['Lång.', 100, 'person']]);
    expect((await look(`${long} Še nekaj.`))[0]).toEqual(['Lång.', 99, 'person']);
  });

  describe('as a machine fills and uses it', () => {
    const said = async (visibility: 'public' | 'private', body: string) => {
      const room = await aRoom(hub, { visibility });
      await hub.database.query('update rooms set machine_translation = true where id = $1', [room.id]);
      const member = await aPerson(hub, { grants: [{ role: 'member', placeId: room.platformId }] });
      await giveGrant(hub, member.id, 'guest', room.id);
      const client = await TestClient.as(hub, member);
      const thread = await aThread(hub, room, member, { locale: 'sl' });
      await client.send('post', `/api/v1/threads/${thread.id}/posts`, something(body, { locale: 'sl' }));
      await hub.drain();
      await hub.app.get(MachineRunner).pass();
      await hub.drain();
      return room;
    };

    it('does not carry a sentence out of a private room, but into one', async () => {
      const room = await said('private', 'Zaupna misel o proračunu.');
      expect(await look('Zaupna misel o proračunu.')).toEqual([]);
      expect(await look('Zaupna misel o proračunu.', room.id)).toHaveLength(1);
      stub.forget();
      await said('public', 'Zaupna misel o proračunu.');
      expect(stub.texts).toHaveLength(3);
      stub.forget();
      await said('private', 'Zaupna misel o proračunu.');
      expect(stub.texts).toEqual([]);
    });

    it('gives DeepL the terms of the termbase, and again when they change', async () => {
      const [concept] = await hub.database.query<[{ id: string }]>(
        `insert into concepts (slug, locale, definition, domain) values ('coop', 'sl', 'x', 'cooperation') returning id`,
      );
      const term = (locale: string, word: string) =>
        hub.database.query(
          `insert into concept_terms (concept_id, locale, word, standing, confidence) values ($1, $2, $3, 'preferred', 'high')`,
          [concept.id, locale, word],
        );
      await term('sl', 'zadruga');
      await term('sv', 'kooperativ');
      await changed(concept.id);
      await said('public', 'Besedilo za slovar.');
      expect([...stub.glossaries.values()].map(({ entries }) => entries)).toEqual(['zadruga\tkooperativ']);
      expect(stub.told.some(({ body }) => body.includes('glossary-1'))).toBe(true);
      await hub.database.query(
        `update concept_terms set word = 'ekonomisk förening' where word = 'kooperativ'`,
      );
      await changed(concept.id);
      await said('public', 'Drugo besedilo za slovar.');
      expect([...stub.glossaries.values()].map(({ entries }) => entries)).toEqual([
        'zadruga\tekonomisk förening',
      ]);
    });
  });

  async function changed(id: string): Promise<void> {
    await hub.database.query(`insert into concept_changes (concept_id, name) values ($1, 'term.changed')`, [
      id,
    ]);
    hub.app.get(TermIndex).forget();
  }
});
