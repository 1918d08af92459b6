import type { Socket } from 'socket.io-client';
import { untilItAnswers } from '../../src/core/database/patience';
import { Outbox } from '../../src/core/mail/outbox.service';
import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, urlOf, type TestHub } from '../support/hub';
import { Line } from '../support/line';
import { ask, listen, openSocket } from '../support/socket';
import { until } from '../support/until';

describe('A process whose database goes away', () => {
  let hub: TestHub;
  let cutOff: TestHub;
  let line: Line;
  let room: TestRoom;
  let member: TestPerson;
  let thread: string;
  let socket: Socket;

  beforeAll(async () => {
    hub = await startHub();
    const way = await Line.to(urlOf(hub));
    line = way.line;
    cutOff = await startHub({ ROLE: 'both' }, hub, way.url);
    room = await aRoom(hub);
    member = await aPerson(hub, { grants: [{ role: 'member', placeId: room.platformId! }] });
    thread = (await aThread(hub, room, member)).id;
    socket = await openSocket(cutOff, await TestClient.as(cutOff, member));
    await ask(socket, 'room:join', { room: room.id, locale: 'en' });
  });
  afterAll(async () => {
    socket.close();
    await cutOff.close();
    await line.cut();
    await hub.close();
  });

  const visit = async (path: string) => (await new TestClient(cutOff).get(path)).status;

  it('says that it lives and is not ready, keeps its sockets, and is ready again by itself', async () => {
    const news = listen(socket, 'room:entries');
    await line.cut();
    await until(async () => (await visit('/health/ready')) === 503);
    expect(await visit('/health/live')).toBe(200);
    expect(await visit(`/en/threads/${thread}`)).toBe(503);
    const post = { thread, ...something('Sent twice, said once') };
    expect(await ask(socket, 'post:send', post)).toMatchObject({ status: 503 });
    const other = await TestClient.as(hub, member);
    await other.send('post', `/api/v1/threads/${thread}/posts`, something('Said elsewhere meanwhile'));
    await line.mend();
    await until(async () => (await visit('/health/ready')) === 200);
    expect(socket.connected).toBe(true);
    await news.until((heard) => heard.length > 0);
    expect(await ask(socket, 'post:send', post)).toMatchObject({ seq: 2 });
  });

  it('takes jobs again when it is back', async () => {
    await line.cut();
    await until(async () => (await visit('/health/ready')) === 503);
    await new TestClient(hub).submit('/en/forgotten-password', { email: member.email });
    await line.mend();
    const outbox = cutOff.app.get(Outbox);
    await until(async () => (await outbox.newest(10)).some(({ to }) => to === member.email));
  });
});

describe('A process that starts before its database', () => {
  it('waits for it, and says so once; what waiting does not mend ends it at once', async () => {
    const hub = await startHub();
    const { line, url } = await Line.to(urlOf(hub));
    await line.cut();
    const said: string[] = [];
    const started = untilItAnswers(url, (words) => said.push(words));
    await until(() => said.length > 0);
    await line.mend();
    await started;
    expect(said).toEqual([expect.stringContaining('Waiting for the database')]);
    await line.cut();
    const unknown = urlOf(hub).replace(/[^/]*$/, 'nowhere');
    await expect(untilItAnswers(unknown, () => undefined)).rejects.toThrow('does not exist');
    await hub.close();
  });
});
