import type { Socket } from 'socket.io-client';
import { drain } from '../../src/drain';
import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, aThread, something } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { ask, openSocket } from '../support/socket';
import { until } from '../support/until';

describe('A process that is told to end', () => {
  let hub: TestHub;
  let other: TestHub;
  let member: TestPerson;
  let thread: string;
  let room: string;
  let sockets: Socket[];

  beforeAll(async () => {
    other = await startHub();
    const made = await aRoom(other);
    room = made.id;
    member = await aPerson(other, { grants: [{ role: 'member', placeId: made.platformId! }] });
    thread = (await aThread(other, made, member)).id;
  });
  beforeEach(async () => {
    hub = await startHub({}, other);
    sockets = [];
  });
  afterEach(async () => {
    for (const socket of sockets) socket.close();
    await hub.close();
  });
  afterAll(() => other.close());

  async function sitDown(): Promise<Socket> {
    const socket = await openSocket(hub, await TestClient.as(hub, member));
    sockets.push(socket);
    await ask(socket, 'room:join', { room, locale: 'en' });
    return socket;
  }

  const heard = (socket: Socket, what: string) => new Promise((resolve) => socket.once(what, resolve));

  it('is not ready at once, serves who comes meanwhile, and lets no connection outlive its answer', async () => {
    const gone = drain(hub.app, 2000);
    const visitor = new TestClient(hub);
    expect((await visitor.get('/health/ready')).status).toBe(503);
    const page = await visitor.get(`/en/threads/${thread}`);
    expect(page.status).toBe(200);
    expect(page.headers['connection']).toBe('close');
    await gone;
    await expect(visitor.get('/health/live')).rejects.toThrow('ECONNREFUSED');
  });

  it('asks its sockets to move, shuts behind those that stay, and takes no new ones', async () => {
    const [moving, staying] = [await sitDown(), await sitDown()];
    moving.once('move', () => moving.disconnect());
    const told = [heard(moving, 'move'), heard(staying, 'move')];
    const shut = heard(staying, 'disconnect');
    const gone = drain(hub.app, 1500);
    await Promise.all(told);
    await expect(openSocket(hub)).rejects.toThrow('websocket error');
    expect(await shut).toBe('io server disconnect');
    await gone;
  });

  it('finishes what has been begun, by socket and by HTTP, however little time it has', async () => {
    const socket = await sitDown();
    const holding = other.database.createQueryRunner();
    await holding.startTransaction();
    await holding.query('select 1 from rooms where id = $1 for update', [room]);
    const sent = ask(socket, 'post:send', { thread, ...something('By socket') });
    const client = await TestClient.as(hub, member);
    const posted = client.agent.post(`/api/v1/threads/${thread}/posts`).send(something('By HTTP'));
    const posting = posted.then(({ status }) => status);
    await until(async () => {
      const [row] = await other.database.query<{ waiting: number }[]>(
        `select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return row!.waiting === 2;
    });
    const gone = drain(hub.app, 0);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await holding.rollbackTransaction();
    await holding.release();
    expect(await sent).toHaveProperty('seq');
    expect(await posting).toBe(201);
    await gone;
  });
});
