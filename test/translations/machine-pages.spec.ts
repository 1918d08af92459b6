import { MachineRunner } from '../../src/translations/machine/machine-runner.service';
import { aPerson } from '../factories/people';
import { aRoom, aThread, something } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { DeepLStub } from '../support/machine/answering';

const NOTHING_OF_THE_KIND = /machine translation|DeepL/i;

describe('What is said about machines', () => {
  let hub: TestHub;
  let stub: DeepLStub;
  let administrator: TestClient;

  beforeAll(async () => {
    stub = await new DeepLStub('key').start();
    hub = await startHub({
      MACHINE_TRANSLATION: 'deepl',
      MACHINE_TRANSLATION_URL: stub.url,
      MACHINE_TRANSLATION_KEY: 'key',
      MACHINE_TRANSLATION_BUDGET: '1000',
    });
    administrator = await TestClient.as(hub, await aPerson(hub, { grants: [{ role: 'administrator' }] }));
  });
  afterAll(async () => {
    await hub.close();
    await stub.stop();
  });

  const work = async () => {
    await hub.drain();
    await hub.app.get(MachineRunner).pass();
  };

  it('is on the privacy page: who gets what', async () => {
    const { text } = await new TestClient(hub).get('/en/privacy');
    expect(text).toContain(`Provider: DeepL (${new URL(stub.url).host})`);
    expect(text).toContain('only what every visitor may read');
  });

  it('is not there where nothing is sent', async () => {
    const other = await startHub();
    const { text } = await new TestClient(other).get('/en/privacy');
    expect(text).not.toMatch(NOTHING_OF_THE_KIND);
    const guard = await TestClient.as(other, await aPerson(other, { grants: [{ role: 'administrator' }] }));
    expect((await guard.get('/en/machine-translation')).text).toContain('No text leaves this hub');
    await other.close();
  });

  it('is for administrators in detail: progress, refusals with reasons, characters', async () => {
    const room = await aRoom(hub);
    const member = await aPerson(hub, { grants: [{ role: 'member', placeId: room.platformId }] });
    const author = await TestClient.as(hub, member);
    const thread = await aThread(hub, room, member, { locale: 'sl', title: 'Nit o zadrugah' });
    const say = (body: string) =>
      author.send('post', `/api/v1/threads/${thread.id}/posts`, something(body, { locale: 'sl' }));
    await say('Kaj menite o zadrugah?');
    await work();
    stub.behave({ mischief: 'script' });
    await say('Ta stavek bo pokvarjen.');
    await work();
    const { text } = await administrator.get('/en/machine-translation');
    expect(text).toContain('it contained code instead of words');
    expect(text).toMatch(/Characters this month.*of 1,000/s);
    expect(text).toContain('Nit o zadrugah');
    expect((await author.get('/en/machine-translation')).status).toBe(403);
    expect((await new TestClient(hub).get('/en/machine-translation')).status).toBe(401);
  });

  it('can be tried again, and asked for where it was never asked for', async () => {
    stub.behave({});
    stub.forget();
    const path = '/en/machine-translation';
    expect((await administrator.submit(`${path}/refused`, {}, path)).status).toBe(303);
    await work();
    expect(stub.texts.join()).toContain('Ta stavek bo pokvarjen');
    await hub.database.query(
      'delete from machine_tasks; delete from post_translations; delete from translation_memory',
    );
    await hub.database.query('delete from translation_segments');
    stub.forget();
    expect((await administrator.submit(`${path}/missing`, {}, path)).status).toBe(303);
    await work();
    expect(stub.texts.join()).toContain('Ta stavek bo pokvarjen');
    expect(stub.texts.join()).toContain('Nit o zadrugah');
  });

  it('warns when the characters are nearly spent', async () => {
    await hub.database.query('update machine_usage set characters = 900');
    expect((await administrator.get('/sv/machine-translation')).text).toContain(
      'Månadens tecken är nästan slut',
    );
  });

  it('is decided for a room by those who keep it', async () => {
    const room = await aRoom(hub);
    const host = await TestClient.as(
      hub,
      await aPerson(hub, { grants: [{ role: 'host', placeId: room.platformId }] }),
    );
    const path = `/en/rooms/${room.slug}/manage`;
    expect((await host.get(path)).text).toContain('Provider: DeepL');
    expect((await host.submit(`/en/rooms/${room.slug}/machine`, {}, path)).status).toBe(303);
    const decided = async () =>
      (
        await hub.database.query<[{ machine_translation: boolean | null }]>(
          'select machine_translation from rooms where id = $1',
          [room.id],
        )
      )[0].machine_translation;
    expect(await decided()).toBe(false);
    await host.submit(`/en/rooms/${room.slug}/machine`, { allowed: 'true' }, path);
    expect(await decided()).toBe(true);
    const stranger = await TestClient.as(hub, await aPerson(hub));
    expect((await stranger.submit(`/en/rooms/${room.slug}/machine`, {}, '/en/settings')).status).toBe(403);
    expect(await decided()).toBe(true);
    const inner = await aRoom(hub, {
      visibility: 'members',
      platformId: room.platformId!,
      partnershipId: room.partnershipId!,
    });
    expect((await host.get(`/en/rooms/${inner.slug}/manage`)).text).toContain(
      'sends nothing from rooms like this one',
    );
  });
});
