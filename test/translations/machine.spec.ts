import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { MachineSettings } from '../../src/core/config/config';
import type { Visibility } from '../../src/rooms/room.entity';
import { MachineRunner } from '../../src/translations/machine/machine-runner.service';
import { MachineTiming } from '../../src/translations/machine/machine-timing';
import { MachineTasks } from '../../src/translations/machine/machine-tasks.service';
import { MachineUsage } from '../../src/translations/machine/machine-usage.service';
import { Translations } from '../../src/translations/translations.service';
import { aPerson, giveGrant } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { libreTranslate } from '../support/machine/answering';
import type { Stub } from '../support/machine/stub';
import { until } from '../support/until';

const PARAGRAPHS = Array.from(
  { length: 40 },
  (_, n) => `Odstavek ${n + 1} govori o **zadrugah** in občinah.`,
);

describe('A machine', () => {
  let hub: TestHub;
  let stub: Stub;
  let room: TestRoom;
  let author: TestClient;
  let thread: { id: string };

  beforeAll(async () => {
    stub = await libreTranslate('key').start();
    hub = await startHub({
      MACHINE_TRANSLATION: 'libretranslate',
      MACHINE_TRANSLATION_URL: stub.url,
      MACHINE_TRANSLATION_KEY: 'key',
      MACHINE_TRANSLATION_BUDGET: '100000',
    });
    Object.assign(hub.app.get(MachineTiming), { again: 0, pause: 0 });
  });
  afterAll(async () => {
    await hub.close();
    await stub.stop();
  });

  beforeEach(async () => {
    stub.behave({});
    await hub.database.query(
      'delete from machine_providers; delete from machine_usage; delete from machine_refusals',
    );
    room = await aRoom(hub);
    const member = await aPerson(hub, { grants: [{ role: 'member', placeId: room.platformId }] });
    author = await TestClient.as(hub, member);
    thread = await aThread(hub, room, member, { locale: 'sl' });
    await work();
    stub.forget();
  });

  const pass = () => hub.app.get(MachineRunner).pass();
  async function work() {
    await hub.drain();
    await pass();
    await hub.drain();
  }
  const post = async (body: string, locale = 'sl') =>
    (await author.send('post', `/api/v1/threads/${thread.id}/posts`, something(body, { locale }))).body as {
      id: string;
    };
  const edit = async (id: string, body: string) => {
    const [row] = await hub.database.query<[{ revision: number }]>(
      'select revision from posts where id = $1',
      [id],
    );
    const change = { body, locale: 'sl', baseRevision: row.revision };
    expect((await author.send('patch', `/api/v1/posts/${id}`, change)).status).toBe(200);
  };
  const shown = async (id: string, locale = 'sv') =>
    (
      await hub.database.query<{ body: string; html: string; status: string; origin: string }[]>(
        'select body, html, status, origin from post_translations where owner_id = $1 and locale = $2',
        [id, locale],
      )
    )[0];
  const sentTo = (locale: string) =>
    stub.told.filter(({ body }) => (JSON.parse(body) as { target: string }).target === locale);

  it('translates what is posted into every other language, and says which machine it was', async () => {
    const { id } = await post('Kaj menite o **zadrugah**?');
    await work();
    expect(await shown(id)).toMatchObject({
      body: 'Kajsv menitesv o **zadrugahsv**?',
      status: 'machine',
      origin: 'machine:libretranslate',
    });
    expect(await shown(id, 'en')).toBeDefined();
    expect(await shown(id, 'it')).toBeDefined();
    expect(await shown(id, 'sl')).toBeUndefined();
  });

  it('is never waited for: the post is there while the machine sleeps', async () => {
    stub.behave({ mischief: 'drop' });
    const { id } = await post('Nihče ne čaka na stroj.');
    const answer = await author.get(`/api/v1/threads/${thread.id}/posts`);
    expect(JSON.stringify(answer.body)).toContain(id);
    expect(stub.told).toEqual([]);
  });

  it('is sent one segment for each language when one of forty paragraphs has changed', async () => {
    const { id } = await post(PARAGRAPHS.join('\n\n'));
    await work();
    expect((await shown(id))!.body.split('\n\n')).toHaveLength(40);
    stub.forget();
    await edit(id, PARAGRAPHS.with(17, 'Ta odstavek je **čisto** nov.').join('\n\n'));
    await work();
    for (const locale of ['sv', 'it', 'en']) {
      expect(sentTo(locale)).toHaveLength(1);
      expect((await shown(id, locale))!.body.split('\n\n')[17]).toContain(`**čisto${locale}**`);
    }
    expect(stub.texts).toHaveLength(3);
  });

  it('is never paid twice for the same sentence', async () => {
    await post('To vprašanje se ponavlja.');
    await work();
    const before = await usage();
    stub.forget();
    const { id } = await post('To vprašanje se ponavlja.');
    await work();
    expect(stub.texts).toEqual([]);
    expect(await usage()).toBe(before);
    expect((await shown(id))!.origin).toBe('machine:libretranslate');
  });

  it('never overwrites a person, also when her segment is outdated', async () => {
    const { id } = await post('Prvi stavek tukaj.\n\nDrugi stavek tukaj.');
    await work();
    await correct(id, 'Den första meningen.');
    await edit(id, 'Prvi stavek je drugačen.\n\nDrugi stavek je drugačen.');
    stub.forget();
    await work();
    expect(
      sentTo('sv')
        .map(({ body }) => body)
        .join(),
    ).not.toContain('Prvi');
    expect((await shown(id))!.body).toMatch(/^Den första meningen\.\n\nDrugisv/);
  });

  it('takes what a person has made of the same sentence before, and says so', async () => {
    const { id } = await post('Človek je to prevedel bolje.');
    await work();
    await correct(id, 'En människa har översatt det bättre.');
    await hub.drain();
    stub.forget();
    const again = await post('Človek je to prevedel bolje.');
    await work();
    expect(await shown(again.id)).toMatchObject({
      body: 'En människa har översatt det bättre.',
      status: 'machine',
      origin: 'machine:memory',
    });
    expect(sentTo('sv')).toEqual([]);
  });

  it('leaves what it has spoilt without a translation, and is not asked for that again', async () => {
    stub.behave({ mischief: 'script' });
    const { id } = await post('Ta stavek bo pokvarjen.');
    await work();
    expect(await shown(id)).toBeUndefined();
    expect(await task(id)).toEqual({ state: 'refused', reason: 'markup' });
    stub.behave({});
    stub.forget();
    await hub.database.query(`update machine_tasks set state = 'waiting' where owner_id = $1`, [id]);
    await work();
    expect(stub.texts).toEqual([]);
  });

  describe('when a process is killed in the middle', () => {
    it('is not paid twice for what it had answered, and it is shown once', async () => {
      const translations = hub.app.get(Translations);
      const save = jest
        .spyOn(translations, 'saveMachine')
        .mockImplementation(() => new Promise(() => undefined));
      const { id } = await post('Proces umre po odgovoru.');
      await hub.drain();
      void pass();
      await until(() => save.mock.calls.length > 0);
      save.mockRestore();
      // What a killed process leaves behind: its lock is gone, its task is not.
      await hub.database.query(
        'select pg_terminate_backend(pid) from pg_locks where locktype = $1 and granted and objid = $2',
        ['advisory', 7_165_955],
      );
      const before = stub.texts.length;
      await until(async () => {
        await pass();
        return (await task(id))?.state === 'done';
      });
      expect(stub.told.filter(({ body }) => body.includes('umre'))).toHaveLength(3);
      expect(stub.texts.length - before).toBe(2);
      expect(await entriesOf(id)).toBe(3);
      expect(await usage()).toBe(charactersOf(stub.texts));
    });

    it('counts what it had not answered once, however often it is sent', async () => {
      stub.behave({ mischief: 'drop' });
      const { id } = await post('Proces umre pred odgovorom.');
      await hub.drain();
      await pass();
      expect(stub.told.length).toBeGreaterThan(0);
      stub.behave({});
      await hub.database.query(`update machine_tasks set state = 'running' where owner_id = $1`, [id]);
      await work();
      expect(await shown(id)).toBeDefined();
      const [{ characters }] = await hub.database.query<[{ characters: number }]>(
        'select sum(characters)::int as characters from machine_requests where owner_id = $1',
        [id],
      );
      expect(await usage()).toBe(characters);
    });
  });

  describe('that is unwell', () => {
    it('is given the time that it asks for', async () => {
      stub.behave({ mischief: '429', retryAfter: '3600' });
      const { id } = await post('Stroj ima preveč dela.');
      await work();
      expect(stub.told).toHaveLength(1);
      const [{ wait }] = await hub.database.query<[{ wait: number }]>(
        'select extract(epoch from paused_until - now())::int as wait from machine_providers',
      );
      expect(wait).toBeGreaterThan(3500);
      stub.behave({});
      await pass();
      expect(stub.told).toHaveLength(1);
      await hub.database.query('update machine_providers set paused_until = now()');
      await pass();
      expect(await shown(id)).toBeDefined();
      expect(await usage()).toBe(charactersOf(new Set(stub.texts)));
    });

    it('is left alone after five failures, and tried again with one request', async () => {
      Object.assign(hub.app.get(MachineTiming), { pause: 3_600_000 });
      stub.behave({ mischief: '500' });
      const { id } = await post('Stroj je pokvarjen.');
      await work();
      expect(stub.told).toHaveLength(5);
      await pass();
      expect(stub.told).toHaveLength(5);
      await hub.database.query('update machine_providers set paused_until = now()');
      await pass();
      expect(stub.told).toHaveLength(6);
      Object.assign(hub.app.get(MachineTiming), { pause: 0 });
      stub.behave({});
      await hub.database.query(
        'update machine_providers set paused_until = now(); update machine_tasks set due_at = now()',
      );
      await pass();
      expect(await shown(id)).toBeDefined();
      const [row] = await hub.database.query<{ failures: number }[]>(
        'select failures from machine_providers',
      );
      expect(row!.failures).toBe(0);
    });

    it('is not asked when the characters of the month are spent, and is next month', async () => {
      const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
      const budget = Object.assign(hub.config.machine!, { budget: 150 });
      const first = await post('Prvi stavek še gre v proračun tega meseca.');
      await work();
      expect(await usage()).toBeGreaterThan(100);
      const second = await post('Drugi stavek pa ne gre več v proračun tega meseca, ker je predolg za to.');
      await work();
      expect(await usage()).toBeLessThanOrEqual(150);
      expect(warn.mock.calls.join()).toMatch(/of 150 characters.*characters of this month are spent/s);
      warn.mockRestore();
      expect(await shown(first.id)).toBeDefined();
      expect(await task(second.id)).toEqual({ state: 'waiting', reason: 'budget' });
      await hub.database.query(
        'update machine_usage set month = month - 31; update machine_providers set paused_until = now()',
      );
      Object.assign(budget, { budget: 100_000 });
      await pass();
      expect(await shown(second.id)).toBeDefined();
    });
  });

  describe('is sent', () => {
    const inRoom = async (visibility: Visibility, decided?: boolean) => {
      const other = await aRoom(hub, { visibility });
      await hub.database.query('update rooms set machine_translation = $2 where id = $1', [
        other.id,
        decided ?? null,
      ]);
      const member = await aPerson(hub, { grants: [{ role: 'member', placeId: other.platformId }] });
      await giveGrant(hub, member.id, 'guest', other.id);
      const client = await TestClient.as(hub, member);
      const { id } = await aThread(hub, other, member, { locale: 'sl' });
      const message = something(`Skrivnost sobe ${randomUUID()}.`, { locale: 'sl' });
      await client.send('post', `/api/v1/threads/${id}/posts`, message);
      stub.forget();
      await work();
      return stub.texts.length > 0;
    };

    afterEach(() => Object.assign(hub.config.machine!, { rooms: 'public' }));

    it.each<[MachineSettings['rooms'], Visibility, boolean | undefined, boolean]>([
      ['public', 'public', undefined, true],
      ['public', 'public', false, false],
      ['public', 'members', undefined, false],
      ['public', 'members', true, false],
      ['public', 'private', true, false],
      ['members', 'public', undefined, true],
      ['members', 'members', undefined, false],
      ['members', 'members', true, true],
      ['members', 'private', true, false],
      ['all', 'private', undefined, false],
      ['all', 'private', true, true],
    ])(
      'when the hub sends %s, from a room for %s that has decided %s: %s',
      async (rooms, visibility, decided, sent) => {
        Object.assign(hub.config.machine!, { rooms });
        expect(await inRoom(visibility, decided)).toBe(sent);
      },
    );

    it('no names of organisations', async () => {
      const id = randomUUID();
      await hub.app.get(MachineTasks).ask('organisation', id, ['sv']);
      await work();
      expect(stub.texts).toEqual([]);
    });
  });

  const usage = async () => hub.app.get(MachineUsage).thisMonth('libretranslate');
  const charactersOf = (texts: Iterable<string>) =>
    [...texts].map((text) => text.replace(/^<p[^>]*>|<\/p>$/g, '')).join('').length;
  const task = async (id: string) =>
    (
      await hub.database.query<{ state: string; reason: string | null }[]>(
        `select state, reason from machine_tasks where owner_id = $1 and locale = 'sv'`,
        [id],
      )
    )[0];
  const entriesOf = async (id: string) => {
    const [row] = await hub.database.query<[{ count: number }]>(
      `select count(*)::int from journal where subject_id = $1 and name = 'post.translated'`,
      [id],
    );
    return row.count;
  };
  /** Somebody translates the first segment herself. */
  async function correct(id: string, text: string): Promise<void> {
    const translator = await aPerson(hub, { grants: [{ role: 'translator', detail: 'sv' }] });
    const client = await TestClient.as(hub, translator);
    const path = `/api/v1/texts/post/${id}/translations/sv`;
    const { segments } = (await client.get(path)).body as { segments: { id: string; version: number }[] };
    const [{ id: segment, version }] = segments as [{ id: string; version: number }];
    const change = { id: segment, version, text, status: 'draft' };
    expect((await client.send('put', path, { segments: [change] })).status).toBe(200);
  }
});
