import type { Socket } from 'socket.io-client';
import { Sockets } from '../../src/core/realtime/sockets.gateway';
import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { TestRedis } from '../support/redis';
import { ask, listen, openSocket } from '../support/socket';
import { until } from '../support/until';

interface Presence {
  count: number;
}

describe('Two web processes of one hub', () => {
  let redis: TestRedis;
  let here: TestHub;
  let there: TestHub;
  let room: TestRoom;
  let member: TestPerson;
  let client: TestClient;
  let thread: string;
  let sockets: Socket[];
  const unhandled: unknown[] = [];
  const note = (error: unknown) => void unhandled.push(error);

  beforeAll(async () => {
    process.on('unhandledRejection', note);
    redis = await TestRedis.start();
    here = await startHub({ REDIS_URL: redis.url });
    there = await startHub({ REDIS_URL: redis.url }, here);
  });
  beforeEach(async () => {
    sockets = [];
    redis.deadly = '';
    room = await aRoom(here);
    member = await aPerson(here, { grants: [{ role: 'member', placeId: room.platformId! }] });
    client = await TestClient.as(here, member);
    thread = (await aThread(here, room, member)).id;
    await until(async () => (await neighbours()) === 2);
  });
  afterEach(() => {
    for (const socket of sockets) socket.close();
    expect(unhandled).toEqual([]);
  });
  afterAll(async () => {
    await there.close();
    await here.close();
    await redis.die();
    process.off('unhandledRejection', note);
  });

  const neighbours = () =>
    here.app
      .get(Sockets)
      .server.of('/')
      .adapter.serverCount()
      .catch(() => 0);

  async function sitDown(hub: TestHub, who?: TestClient): Promise<Socket> {
    const socket = await openSocket(hub, who);
    sockets.push(socket);
    await ask(socket, 'room:join', { room: room.id, locale: 'en' });
    return socket;
  }

  const say = (words: string) => client.send('post', `/api/v1/threads/${thread}/posts`, something(words));

  /** Resolves when the other process is poked for the room. */
  const poked = () =>
    new Promise<void>((resolve) =>
      there.app.get(Sockets).onPoke((scope) => {
        if (scope === room.id) resolve();
      }),
    );

  it('tell each other of news, of who is there, and of who must go', async () => {
    const reader = await sitDown(there);
    const news = listen(reader, 'room:entries');
    const presence = listen<Presence>(reader, 'room:presence');
    const sitting = await sitDown(here, client);
    const also = await sitDown(there, client);
    await presence.until((heard) => heard.at(-1)?.count === 1);
    const poke = poked();
    await say('From one to the other');
    await poke;
    await news.until((heard) => heard.length > 0);
    const gone = Promise.all(
      [sitting, also].map((socket) => new Promise((end) => socket.once('disconnect', end))),
    );
    await client.send('delete', '/api/v1/session');
    await gone;
  });

  it.each(['CLIENT', 'SUBSCRIBE', 'PUBLISH', 'PUBSUB'])(
    'go on, and find each other again, when Redis dies of the word %s',
    async (word) => {
      const reader = await sitDown(there);
      const news = listen(reader, 'room:entries');
      redis.deadly = word;
      await redis.die();
      await redis.revive();
      await say('While Redis dies again and again');
      await sitDown(here, client);
      await news.until((heard) => heard.length > 0);
      redis.deadly = '';
      await until(async () => (await neighbours()) === 2);
      const poke = poked();
      await say('Redis is back');
      await poke;
    },
  );

  it('start without Redis, and leave no connection to it behind', async () => {
    await redis.die();
    const third = await startHub({ REDIS_URL: redis.url }, here);
    expect((await new TestClient(third).get('/health/ready')).status).toBe(200);
    await redis.revive();
    await until(async () => (await neighbours()) === 3);
    const before = redis.connected;
    await third.close();
    await until(() => redis.connected === before - 2);
  });
});
