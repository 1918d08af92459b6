import { openSync } from 'node:fs';
import { devNull } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts } from '../../bench/ports';
import { WebProcess } from '../../bench/web-process';
import { aPerson } from '../factories/people';
import { aRoom, aThread, something } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, urlOf, type TestHub } from '../support/hub';
import { libreTranslate } from '../support/machine/answering';
import type { Stub } from '../support/machine/stub';
import { until } from '../support/until';

const POSTS = 7;
const KILLS = 2;

describe('A worker that is killed (kill -9) while machines answer', () => {
  let hub: TestHub;
  let stub: Stub;
  let worker: WebProcess;

  beforeAll(async () => {
    stub = await libreTranslate('key').start();
    stub.behave({ mischief: 'delay', delay: 40 });
    const machine = {
      MACHINE_TRANSLATION: 'libretranslate',
      MACHINE_TRANSLATION_URL: stub.url,
      MACHINE_TRANSLATION_KEY: 'key',
    };
    hub = await startHub(machine);
    const settings = {
      ...{ ...machine, NODE_ENV: 'test', ROLE: 'worker', DEMO: 'off', DATABASE_POOL: '5' },
      ...{ DATABASE_URL: urlOf(hub), DATA_DIR: hub.config.dataDir, BASE_URL: 'http://127.0.0.1' },
    };
    worker = new WebProcess((await freePorts(1))[0]!, settings, openSync(devNull, 'w'));
  });
  afterAll(async () => {
    await worker.stop();
    await hub.close();
    await stub.stop();
  });

  it('neither pays twice for what was answered, nor shows it twice, nor forgets it', async () => {
    const room = await aRoom(hub);
    const member = await aPerson(hub, { grants: [{ role: 'member', placeId: room.platformId }] });
    const author = await TestClient.as(hub, member);
    const thread = await aThread(hub, room, member, { locale: 'sl' });
    for (let number = 0; number < POSTS; number += 1) {
      const message = something(`Misel številka ${number} o zadrugah.`, { locale: 'sl' });
      await author.send('post', `/api/v1/threads/${thread.id}/posts`, message);
    }
    worker.start();
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const before = stub.texts.length;
      await until(() => stub.texts.length > before + 3);
      await sleep(kill * 13);
      worker.kill();
    }
    await until(
      async () =>
        (await count(`select from machine_tasks where state = 'done' and locale <> 'sl'`)) === 3 * POSTS,
    );
    const unique = new Set(stub.texts.map((text) => text.replace(/ id="[^"]*-/, ' id="')));
    const requests = await hub.database.query<{ attempts: number; characters: number; state: string }[]>(
      'select attempts, characters, state from machine_requests',
    );
    expect(unique.size).toBe(POSTS);
    expect(requests).toHaveLength(3 * POSTS);
    expect(requests.every(({ state }) => state === 'answered')).toBe(true);
    // Only what was under way in the moment of a kill is sent again.
    expect(stub.texts.length).toBeLessThanOrEqual(3 * POSTS + KILLS);
    const [{ characters }] = await hub.database.query<[{ characters: number }]>(
      'select characters::int from machine_usage',
    );
    expect(characters).toBe(requests.reduce((sum, request) => sum + request.characters, 0));
    expect(await count(`select from journal where name = 'post.translated'`)).toBe(3 * POSTS);
    expect(await count(`select from post_translations where status = 'machine'`)).toBe(3 * POSTS);
  });

  const count = async (rows: string) => {
    const [row] = await hub.database.query<[{ count: number }]>(`select count(*)::int from (${rows}) found`);
    return row.count;
  };
});
