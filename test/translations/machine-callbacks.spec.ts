import { randomUUID } from 'node:crypto';
import { CallbackAddress } from '../../src/translations/machine/callback-address';
import { MachineRunner } from '../../src/translations/machine/machine-runner.service';
import { MachineTiming } from '../../src/translations/machine/machine-timing';
import { MachineUsage } from '../../src/translations/machine/machine-usage.service';
import { aPerson } from '../factories/people';
import { aRoom, aThread, something } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { ETranslationStub } from '../support/machine/calling';

describe('A machine that calls back', () => {
  let hub: TestHub;
  let stub: ETranslationStub;
  let author: TestClient;
  let thread: { id: string };

  beforeAll(async () => {
    stub = await new ETranslationStub().start();
    hub = await startHub({
      MACHINE_TRANSLATION: 'etranslation',
      MACHINE_TRANSLATION_URL: `${stub.url}/etranslation/si/translate`,
      MACHINE_TRANSLATION_KEY: 'secret',
      MACHINE_TRANSLATION_APPLICATION: 'Polylog_test',
    });
    Object.assign(hub.config, { baseUrl: hub.url });
    Object.assign(hub.app.get(MachineTiming), { again: 0, pause: 0 });
    const room = await aRoom(hub);
    const member = await aPerson(hub, { grants: [{ role: 'member', placeId: room.platformId }] });
    author = await TestClient.as(hub, member);
    thread = await aThread(hub, room, member, { locale: 'sl' });
  });
  afterAll(async () => {
    await hub.close();
    await stub.stop();
  });
  beforeEach(() => {
    stub.behave({});
    stub.delivery = { held: true };
    stub.forget();
    stub.waiting.length = 0;
  });

  const pass = () => hub.app.get(MachineRunner).pass();
  const post = async () => {
    const message = something(`Kaj menite o **zadrugah** ${randomUUID()}?\n\nIn o občinah?`, {
      locale: 'sl',
    });
    const { body } = await author.send('post', `/api/v1/threads/${thread.id}/posts`, message);
    await hub.drain();
    await pass();
    return (body as { id: string }).id;
  };
  const stateOf = async (id: string) => {
    const made = await hub.database.query<object[]>(
      'select locale, body, status, origin from post_translations where owner_id = $1 order by locale',
      [id],
    );
    const tasks = await hub.database.query<{ state: string }[]>(
      "select distinct state from machine_tasks where owner_id = $1 and locale <> 'sl'",
      [id],
    );
    const requests = await hub.database.query<object[]>(
      'select target_locale, state, attempts, segments from machine_requests where owner_id = $1 order by target_locale',
      [id],
    );
    const [entries] = await hub.database.query<[object]>(
      `select count(*)::int as count from journal where subject_id = $1 and name = 'post.translated'`,
      [id],
    );
    return {
      made,
      tasks,
      requests,
      entries,
      usage: await hub.app.get(MachineUsage).thisMonth('etranslation'),
    };
  };

  it.each(['document', 'base64', 'form', 'json'] as const)(
    'brings what it has translated as %s',
    async (form) => {
      stub.delivery = { held: true, form };
      const id = await post();
      expect((await stateOf(id)).tasks).toEqual([{ state: 'sent' }]);
      expect(await stub.deliver()).toEqual([204, 204, 204]);
      await pass();
      const { made, tasks } = await stateOf(id);
      expect(tasks).toEqual([{ state: 'done' }]);
      expect(made).toHaveLength(3);
      expect(JSON.stringify(made)).toContain('o **zadrugahsv**');
    },
  );

  it('leaves the same behind when it calls three times, in any order, as when it calls once', async () => {
    const id = await post();
    const calls = [...stub.waiting];
    stub.delivery = { held: true, times: 3, shuffled: true };
    await stub.deliver();
    await pass();
    const first = await stateOf(id);
    stub.waiting.push(...calls);
    await stub.deliver();
    await pass();
    await pass();
    expect(await stateOf(id)).toEqual(first);
    expect(first).toMatchObject({ tasks: [{ state: 'done' }], entries: { count: 3 } });
  });

  it('is asked again when it says that it could not, and does not mind what comes late', async () => {
    stub.delivery = { held: true, error: 'Out of order' };
    const id = await post();
    const failures = [...stub.waiting];
    expect(await stub.deliver()).toEqual([204, 204, 204]);
    stub.delivery = { held: true };
    await pass();
    const good = [...stub.waiting];
    await stub.deliver();
    stub.waiting.push(...failures, ...good, ...failures);
    await stub.deliver();
    await pass();
    expect((await stateOf(id)).tasks).toEqual([{ state: 'done' }]);
  });

  it('is given up when it could not three times, and costs nothing', async () => {
    const before = await hub.app.get(MachineUsage).thisMonth('etranslation');
    stub.delivery = { held: true, error: 'No' };
    const id = await post();
    for (let turn = 0; turn < 4; turn += 1) {
      await stub.deliver();
      await pass();
    }
    expect(await stateOf(id)).toMatchObject({ made: [], tasks: [{ state: 'refused' }], usage: before });
    expect(stub.texts).toHaveLength(9); // the second sentence is known by now
  });

  it('is asked again when it never calls, and not for ever', async () => {
    stub.behave({ mischief: 'drop' });
    const id = await post();
    Object.assign(hub.app.get(MachineTiming), { unanswered: -1 });
    for (let turn = 0; turn < 4; turn += 1) await pass();
    Object.assign(hub.app.get(MachineTiming), { unanswered: 60_000 });
    expect(await stateOf(id)).toMatchObject({ made: [], tasks: [{ state: 'refused' }] });
    expect(stub.texts).toHaveLength(9); // the second sentence is known by now
  });

  describe('cannot', () => {
    const call = async (path: string, body = '<p id="a-0">x</p>') =>
      (await fetch(`${hub.url}${path}`, { method: 'POST', headers: { 'content-type': 'text/html' }, body }))
        .status;

    it('be somebody who was not told the address', async () => {
      const id = await post();
      const [request] = await hub.database.query<{ id: string }[]>(
        'select id from machine_requests where owner_id = $1',
        [id],
      );
      const { pathname } = new URL(hub.app.get(CallbackAddress).of(request!.id).url);
      for (const path of [
        pathname.slice(0, -1) + (pathname.endsWith('A') ? 'B' : 'A'),
        pathname.split('.')[0]!,
        '/callbacks/machine-translation/x',
      ])
        expect(await call(path)).toBe(404);
      expect(await call(`${pathname}?external-reference=${randomUUID()}`)).toBe(404);
      expect((await stateOf(id)).made).toEqual([]);
    });

    it('publish a script, or a page that is not ours', async () => {
      const id = await post();
      for (const { url } of stub.waiting)
        expect(await call(new URL(url).pathname, '<script>alert(1)</script><p id="x-0">Hej</p>')).toBe(204);
      await pass();
      expect(await stateOf(id)).toMatchObject({ made: [], tasks: [{ state: 'refused' }] });
    });

    it('send more than anybody has asked for', async () => {
      await post();
      const { pathname } = new URL(stub.waiting[0]!.url.split('?')[0]!);
      expect(await call(pathname, 'x'.repeat(5_000_000))).toBe(413);
    });
  });
});
