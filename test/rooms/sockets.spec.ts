import type { Socket } from 'socket.io-client';
import { aPerson, giveGrant, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { ask, listen, openSocket } from '../support/socket';
import { until } from '../support/until';
import { ActorSource } from '../../src/core/access/actor-source';
import { Sockets } from '../../src/core/realtime/sockets.gateway';

interface Entries {
  room: string;
  epoch: string;
  entries: { seq: number; name: string; post?: { body: string; locale: string; clientId: string } }[];
}

interface Page {
  epoch: string;
  lastSeq: number;
  entries: Entries['entries'];
  reset?: true;
}

describe('Rooms by socket', () => {
  let hub: TestHub;
  let room: TestRoom;
  let member: TestPerson;
  let client: TestClient;
  let thread: string;
  let sockets: Socket[];

  beforeAll(async () => {
    hub = await startHub();
  });
  beforeEach(async () => {
    sockets = [];
    room = await aRoom(hub);
    member = await aPerson(hub, { name: 'Member', grants: [{ role: 'member', placeId: room.platformId! }] });
    client = await TestClient.as(hub, member);
    thread = (await aThread(hub, room, member)).id;
  });
  afterEach(() => {
    for (const socket of sockets) socket.close();
  });
  afterAll(() => hub.close());

  async function open(who?: TestClient, headers?: Record<string, string>): Promise<Socket> {
    const socket = await openSocket(hub, who, headers);
    sockets.push(socket);
    return socket;
  }

  const join = (socket: Socket, more: object = {}) =>
    ask<Page>(socket, 'room:join', { room: room.id, locale: 'en', ...more });

  it('brings a post by HTTP to a visitor who is looking, and to the sender', async () => {
    const visitor = await open();
    const sender = await open(client);
    const seen = listen<Entries>(visitor, 'room:entries');
    const echoed = listen<Entries>(sender, 'room:entries');
    await join(visitor, { locale: 'it' });
    await join(sender, { locale: 'sl' });
    await client.send('post', `/api/v1/threads/${thread}/posts`, something('Pozdravljeni', { locale: 'sl' }));
    for (const { until } of [seen, echoed]) {
      const [message] = await until((messages) => messages.length > 0);
      expect(message!.entries[0]).toMatchObject({
        seq: 1,
        name: 'post.published',
        post: { body: 'Pozdravljeni', locale: 'sl' },
      });
    }
  });

  it('sends, acknowledges with the place in the order, and answers a repeat with the first result', async () => {
    const socket = await open(client);
    const message = { thread, ...something('By socket') };
    const first = await ask(socket, 'post:send', message);
    const second = await ask(socket, 'post:send', message);
    expect(first).toMatchObject({ seq: 1, number: 1 });
    expect(second).toEqual(first);
  });

  it('gives everybody the same list, though they came at different times and forty posts were sent at once', async () => {
    const readers = await Promise.all([open(), open(client), open()]);
    const lists = readers.map((reader) => {
      const seen = new Map<number, string>();
      reader.on('room:entries', ({ entries }: Entries) =>
        entries.forEach(({ seq, post }) => seen.set(seq, post!.body)),
      );
      return seen;
    });
    await join(readers[0]);
    const sends = Array.from({ length: 40 }, (_, index) =>
      client.send('post', `/api/v1/threads/${thread}/posts`, something(`Post ${index}`)),
    );
    const late = [join(readers[1]), join(readers[2])];
    await Promise.all(sends);
    (await Promise.all(late)).forEach((page, index) =>
      page.entries.forEach(({ seq, post }) => lists[index + 1]!.set(seq, post!.body)),
    );
    const truth = (await client.get(`/api/v1/rooms/${room.id}/entries`)).body as Page;
    const expected = truth.entries.map(({ seq, post }) => [seq, post!.body]);
    await until(() => lists.every((list) => list.size >= 40));
    for (const list of lists) expect([...list].sort(([a], [b]) => a - b)).toEqual(expected);
  });

  it('fills the gap of a client that was away', async () => {
    for (let index = 0; index < 5; index += 1) {
      await client.send('post', `/api/v1/threads/${thread}/posts`, something(`Post ${index}`));
    }
    const { epoch } = await join(await open());
    const page = await join(await open(), { epoch, last: 3 });
    expect(page.entries.map(({ seq }) => seq)).toEqual([4, 5]);
  });

  it('starts a client anew that knows another history, or more than there is', async () => {
    const socket = await open();
    const { epoch } = await join(socket);
    expect(await join(socket, { epoch: '00000000-0000-4000-8000-000000000000', last: 0 })).toMatchObject({
      reset: true,
    });
    expect(await join(socket, { epoch, last: 99 })).toMatchObject({ reset: true, lastSeq: 0 });
  });

  it('repairs a lost poke within the sweep', async () => {
    const reader = await open();
    const seen = listen<Entries>(reader, 'room:entries');
    await join(reader);
    const poke = jest.spyOn(hub.app.get(Sockets), 'poke').mockImplementation(() => undefined);
    await client.send('post', `/api/v1/threads/${thread}/posts`, something('Unheralded'));
    await seen.until((messages) => messages.length > 0);
    poke.mockRestore();
  });

  it('tells who is at the table, each person once', async () => {
    const visitor = await open();
    const told = listen<{ people: { name: string }[]; visitors: number }>(visitor, 'room:presence');
    await join(visitor);
    await join(await open(client));
    await join(await open(client));
    const messages = await told.until((heard) => heard.at(-1)?.people.length === 1);
    expect(messages.at(-1)).toMatchObject({ people: [{ name: 'Member' }], visitors: 1 });
  });

  it('shows that somebody is writing to the others, not to herself', async () => {
    const visitor = await open();
    const writer = await open(client);
    const seen = listen<{ person: { name: string } }>(visitor, 'room:typing');
    const own = listen(writer, 'room:typing');
    await join(visitor);
    await join(writer);
    await ask(writer, 'room:typing', { room: room.id, thread });
    expect((await seen.until((heard) => heard.length > 0))[0]!.person.name).toBe('Member');
    expect(own.heard).toEqual([]);
  });

  describe('threats', () => {
    it('refuses a WebSocket from another site', async () => {
      await expect(openSocket(hub, client, { Origin: 'https://evil.example' })).rejects.toThrow();
    });

    it('lets nobody listen to a room that she may not read', async () => {
      const secret = await aRoom(hub, { visibility: 'members' });
      const answer = await ask(await open(client), 'room:join', { room: secret.id });
      expect(answer).toMatchObject({ code: 'not_found' });
      expect(answer).toHaveProperty('message');
    });

    it('closes the socket of somebody who was asked out of a private room, and does not let her back', async () => {
      const secret = await aRoom(hub, {
        visibility: 'private',
        partnershipId: room.partnershipId!,
        platformId: room.platformId!,
      });
      await giveGrant(hub, member.id, 'guest', secret.id);
      const guest = await open(client);
      expect(await ask(guest, 'room:join', { room: secret.id })).toHaveProperty('lastSeq');
      const closed = new Promise((resolve) => guest.once('disconnect', resolve));
      const host = await TestClient.as(
        hub,
        await aPerson(hub, { grants: [{ role: 'host', placeId: room.platformId! }] }),
      );
      await host.send('delete', `/api/v1/rooms/${secret.id}/guests/${member.id}`);
      await closed;
      expect(await ask(await open(client), 'room:join', { room: secret.id })).toMatchObject({
        code: 'not_found',
      });
    });

    it('takes a power from a socket too that was still on its way in when it was taken', async () => {
      const closed = await aRoom(hub, { visibility: 'private' });
      await giveGrant(hub, member.id, 'guest', closed.id);
      const source = hub.app.get(ActorSource);
      const entered = source.entered.bind(source);
      jest.spyOn(source, 'entered').mockImplementationOnce(async (...asked) => {
        const found = await entered(...asked);
        await hub.database.query('delete from grants where person_id = $1', [member.id]);
        hub.app.get(Sockets).closePerson(member.id);
        return found;
      });
      const answer = await ask(await open(client), 'room:join', { room: closed.id, locale: 'en' });
      expect(answer).toMatchObject({ code: 'not_found' });
    });

    it('tells other processes nothing that opens a session', async () => {
      await join(await open(client));
      const [socket] = await hub.app.get(Sockets).server.fetchSockets();
      expect(socket!.data).toHaveProperty('actor');
      expect(JSON.stringify(socket!.handshake)).not.toContain(client.cookie);
      expect(socket!.handshake.headers.cookie).toBeUndefined();
    });

    it('refuses a visitor who sends', async () => {
      const answer = await ask(await open(), 'post:send', { thread, ...something() });
      expect(answer).toMatchObject({ code: 'sign_in_required', status: 401 });
    });

    it.each([
      ['nothing', undefined],
      ['a text', 'room'],
      ['deep nesting', JSON.parse('['.repeat(500) + ']'.repeat(500)) as object],
      ['an unknown field', { room: '00000000-0000-4000-8000-000000000000', evil: 1 }],
    ])('answers %s instead of a message with a refusal, and goes on', async (_, message) => {
      const socket = await open(client);
      const answer: unknown = await socket.timeout(5000).emitWithAck('room:join', message);
      expect(answer).toMatchObject({ status: 422, code: 'invalid' });
      expect(await join(socket)).toHaveProperty('lastSeq');
    });

    it('drops a frame larger than a post, without harm to the hub', async () => {
      const socket = await open(client);
      const closed = new Promise((resolve) => socket.once('disconnect', resolve));
      socket.emit('post:send', { thread, ...something('x'.repeat(400_000)) });
      await closed;
      expect((await client.get('/health/live')).status).toBe(200);
    });
  });
});
