import { Logger } from '@nestjs/common';
import type { Socket } from 'socket.io-client';
import { RoomsGateway } from '../../src/rooms/live/rooms.gateway';
import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { HOSTILE, deep, isFoul, kept } from '../support/hostile';
import { startHub, type TestHub } from '../support/hub';
import { BINARY, RawSocket, TEXT } from '../support/raw-socket';
import { ask, listen, openSocket } from '../support/socket';

type Answer = Record<string, unknown> & { status?: number; code?: string; errors?: { path: string }[] };

/** What a frame may hold. */
const LIMIT = 128 * 1024;
/** Messages that are on their way at the same time. */
const AT_ONCE = 64;

describe('Hostile sockets', () => {
  let hub: TestHub;
  let room: TestRoom;
  let thread: string;
  let client: TestClient;
  let sender: TestPerson;
  let member: Socket;
  let neighbour: Socket;
  let faults: jest.SpyInstance;

  beforeAll(async () => {
    faults = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    hub = await startHub();
    room = await aRoom(hub);
    sender = await aPerson(hub, { grants: [{ role: 'member', placeId: room.platformId! }] });
    client = await TestClient.as(hub, sender);
    thread = (await aThread(hub, room, sender)).id;
    neighbour = await openSocket(hub);
    await ask(neighbour, 'room:join', { room: room.id });
  });
  beforeEach(async () => {
    member = await openSocket(hub, client);
  });
  /** The process lives, it answers, nothing went wrong in it, and nobody else has noticed. */
  afterEach(async () => {
    member.close();
    const news = listen<{ entries: { post?: { body: string } }[] }>(neighbour, 'room:entries');
    const body = `Still here ${crypto.randomUUID()}`;
    const { status } = await client.send('post', `/api/v1/threads/${thread}/posts`, something(body));
    expect(status).toBe(201);
    await news.until((heard) => heard.some(({ entries }) => entries.some(({ post }) => post?.body === body)));
    neighbour.off('room:entries');
    expect(neighbour.connected).toBe(true);
    expect(faults.mock.calls).toEqual([]);
  });
  afterAll(async () => {
    neighbour.close();
    await hub.close();
    faults.mockRestore();
  });

  /** Every verb that the hub listens to, as it should be said. */
  const verbs = (): Record<string, Record<string, unknown>> => ({
    'room:join': { room: room.id, epoch: crypto.randomUUID(), last: 0, locale: 'en' },
    'room:leave': { room: room.id },
    'room:typing': { room: room.id, thread },
    'post:send': { thread, replyToId: '', ...something() },
    'thread:read': { thread, number: 1 },
  });
  const each = <Item>(items: (verb: string, good: Record<string, unknown>) => Item[]): Item[] =>
    Object.entries(verbs()).flatMap(([verb, good]) => items(verb, good));

  const isAnswer = (answer: Answer): boolean =>
    typeof answer === 'object' &&
    (answer.status === undefined || (answer.status >= 400 && answer.status < 500 && !!answer.code));

  /** What was answered wrongly, or not at all. */
  async function failures(messages: { verb: string; message: unknown }[]): Promise<string[]> {
    const found: string[] = [];
    const waiting = [...messages];
    const lane = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const { verb, message } = next;
        const answer = await ask<Answer>(member, verb, message as object).catch(() => undefined);
        if (!answer || !isAnswer(answer))
          found.push(`${verb} ${JSON.stringify(message).slice(0, 100)} → ${JSON.stringify(answer)}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    return found;
  }

  it('can say nothing else than what is tried here', () => {
    const methods = Object.getOwnPropertyNames(RoomsGateway.prototype)
      .map((name) => RoomsGateway.prototype[name as keyof RoomsGateway])
      .map((method) => Reflect.getMetadata('message', method) as string | undefined);
    expect(methods.filter(Boolean).sort()).toEqual(Object.keys(verbs()).sort());
  });

  it('get an answer to every hostile text in every field', async () => {
    const messages = each((verb, good) =>
      Object.keys(good)
        .filter((field) => field !== 'body')
        .flatMap((field) => HOSTILE.map((text) => ({ verb, message: { ...good, [field]: text } }))),
    );
    expect(await failures(messages)).toEqual([]);
  });

  it('give back every text that they took as it was written, composed, and say what is wrong with others', async () => {
    const wrong: string[] = [];
    const taken = new Map<string, string>();
    const { id } = await aThread(hub, room, sender);
    const send = async (body: string) => {
      const message = something(body);
      const answer = await ask<Answer>(member, 'post:send', { thread: id, ...message });
      if (answer.status === undefined) taken.set(message.clientId, body);
      else if (answer.status !== 422 || answer.errors?.map(({ path }) => path).join() !== 'body')
        wrong.push(`${JSON.stringify(answer)} ${body.slice(0, 80)}`);
    };
    const waiting = [...HOSTILE];
    const lane = async () => {
      for (let body = waiting.pop(); body !== undefined; body = waiting.pop()) await send(body);
    };
    await Promise.all(Array.from({ length: 8 }, lane));
    for (let after = 0; after < taken.size; after += 100) {
      const { body } = await client.get(`/api/v1/threads/${id}/posts?after=${after}&limit=100`);
      for (const post of body.posts as { clientId: string; body: string }[]) {
        const sent = taken.get(post.clientId)!;
        if (isFoul(sent) || post.body !== kept(sent)) wrong.push(`taken as another: ${sent.slice(0, 80)}`);
      }
    }
    expect(taken.size).toBeGreaterThan(500);
    expect(wrong).toEqual([]);
  });

  it('get an answer to values of every wrong kind', async () => {
    const strangers = [
      ...[null, true, 0, -1, 1.5, 1e308, '', [], [[]], {}, { length: 1 }, { toString: 'x' }, { then: 1 }],
      ...[Buffer.from('binary'), [Buffer.alloc(3), { a: Buffer.alloc(1) }], Array(1000).fill({})],
      JSON.parse(deep('[', ']', 3000)) as unknown,
      JSON.parse(deep('{"a":', '}', 3000)) as unknown,
    ];
    const messages = each((verb, good) =>
      strangers.flatMap((stranger) => [
        { verb, message: stranger },
        ...Object.keys(good).map((field) => ({ verb, message: { ...good, [field]: stranger } })),
      ]),
    );
    expect(await failures(messages)).toEqual([]);
  });

  it('get an answer to fields that are missing, or that nobody knows', async () => {
    const keys = [
      'x',
      '__proto__',
      'constructor',
      'prototype',
      'toString',
      'hasOwnProperty',
      'then',
      '',
      '\u0000',
      '\ud800',
    ];
    const messages = each((verb, good) => [
      ...Object.keys(good).map((field) => ({ verb, message: { ...good, [field]: undefined } })),
      ...keys.map((key) => ({
        verb,
        message: Object.defineProperty({ ...good }, key, { value: { polluted: 1 }, enumerable: true }),
      })),
    ]);
    expect(await failures(messages)).toEqual([]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('may say things without waiting for an answer, and too many things at once', async () => {
    for (const [verb, good] of Object.entries(verbs())) {
      for (const said of [
        [],
        [null],
        [good],
        [good, good],
        [[good]],
        [good, 'x', 7],
        ['x'],
        [() => undefined],
      ])
        member.emit(verb, ...said);
      const answer = (await member.timeout(5000).emitWithAck(verb, good, good, 'x')) as Answer;
      expect(answer).toMatchObject({ status: 422 });
      expect(await member.timeout(5000).emitWithAck(verb)).toMatchObject({ status: 422 });
    }
  });

  it('may call names that nobody listens to: nobody does, or the door is shut', async () => {
    const names = [
      ...[
        'connect',
        'connect_error',
        'disconnect',
        'disconnecting',
        'newListener',
        'removeListener',
        'error',
      ],
      ...['', '__proto__', 'constructor', 'toString', 'message', 'poke', 'room:entries', 'exception', 'ping'],
      ...HOSTILE.filter((text) => text.length < 1000),
    ];
    const raw = (name: unknown) => `42${JSON.stringify([name, verbs()['post:send']])}`;
    const reserved = await Promise.all(
      [...names.slice(0, 16), 7, -1, 1e308, null, {}, [], true].map(async (name) => {
        const socket = await RawSocket.joined(hub, client.cookie);
        socket.say(raw(name)).say(`421["room:leave",{"room":"${room.id}"}]`);
        return socket
          .until((text) => text.startsWith('431'))
          .then(
            () => socket.end(),
            () => undefined,
          );
      }),
    );
    expect(reserved.length).toBe(23);
    const before = await postCount();
    const socket = await RawSocket.joined(hub, client.cookie);
    for (const name of names.slice(6)) socket.say(raw(name));
    socket.say(`429["room:leave",{"room":"${room.id}"}]`);
    expect(await socket.until((text) => text.startsWith('439'))).toContain('left');
    socket.end();
    expect(await postCount()).toBe(before);
  });

  const postCount = async (): Promise<number> =>
    Number((await hub.database.query('select count(*) from posts'))[0].count);

  it('are shut when a frame is too large, and answered when it just is not', async () => {
    const padded = (size: number) => {
      const start = `421["room:leave",{"room":"${room.id}"},"`;
      return `${start}${'x'.repeat(size - start.length - 2)}"]`;
    };
    const large = await RawSocket.joined(hub, client.cookie);
    large.say(padded(LIMIT));
    expect(await large.until((text) => text.startsWith('431'))).toContain('"status":422');
    large.say(padded(LIMIT + 1));
    await large.closed;
    const claimed = await RawSocket.joined(hub);
    claimed.say('42', TEXT, { length: 2 ** 40 });
    await claimed.closed;
    const many = await RawSocket.joined(hub);
    many.say('42["', TEXT, { final: false });
    for (let part = 0; part < 20; part += 1) many.say('x'.repeat(LIMIT / 16), 0, { final: false });
    await many.closed;
  });

  it('may write frames and packets that nobody can read', async () => {
    const leave = `["room:leave",{"room":"${room.id}"}]`;
    const packets = [
      ...['', ' ', '4', '5', '6', '7', '9', 'x', '2probe', '3', '0{"sid":"x"}', '\u0000', 'null', '{}', '[]'],
      ...[
        '42',
        '42[',
        '42[]',
        '42{}',
        '42null',
        '42"x"',
        '42[null]',
        '42[[]]',
        `42${deep('[', ']', 60_000)}`,
      ],
      ...[`42["room:join",${deep('{"a":', '}', 15_000)}]`, `42["room:join",${deep('[', ']', 60_000)}]`],
      ...[`42${'9'.repeat(400)}${leave}`, `42-1${leave}`, `421.5${leave}`, `421e9${leave}`, `42 1${leave}`],
      ...[
        '43',
        '431',
        '431[]',
        '43[]',
        '431["x"]',
        '43999999[{}]',
        '44',
        '44"x"',
        '44{}',
        '45',
        '46',
        '47',
        '4x',
      ],
      ...[
        '40',
        '40[]',
        '40null',
        '40"x"',
        '407',
        '40{',
        '40/',
        '40/,',
        '40/admin,',
        '40/__proto__,',
        '40/%00,{}',
      ],
      ...[
        `40/${'x'.repeat(50_000)},`,
        `42/admin,${leave}`,
        `42/${leave}`,
        '41/admin,',
        '45-',
        '450-',
        '45-1-',
      ],
      ...[
        '451-["room:join",{"_placeholder":true,"num":0}]',
        '451-["room:join",{"_placeholder":true,"num":-1}]',
      ],
      ...[
        '451-["room:join",{"_placeholder":true,"num":"x"}]',
        '4599999-["room:join"]',
        '451e9-["x"]',
        '45NaN-["x"]',
      ],
      ...[`451-["room:join",${deep('[', ']', 50_000)}]`, '461-1["x"]', '45Infinity-[]', '451-/admin,["x"]'],
      ...['40{"token":7}', '40{"token":null}', '40{"token":{"a":1}}', `40{"token":"${'x'.repeat(90_000)}"}`],
      ...[
        '40{"token":"\\u0000"}',
        '40{"token":"\\ud800"}',
        '40{"__proto__":{"token":"x"}}',
        '40{"offset":1,"pid":"x"}',
      ],
    ];
    const frames: ((socket: RawSocket) => unknown)[] = [
      ...packets.map((packet) => (socket: RawSocket) => socket.say(packet)),
      (socket) => socket.say(Buffer.from([0x34, 0x32, 0xff, 0xfe, 0xc0, 0x80])),
      (socket) => socket.say(Buffer.from([0xed, 0xa0, 0x80])),
      (socket) => socket.say('42["x"]', TEXT, { masked: false }),
      (socket) => socket.say('42["x"]', TEXT, { reserved: 4 }),
      (socket) => socket.say('42["x"]', TEXT, { reserved: 1 }),
      (socket) => [3, 4, 7, 11, 15].map((opcode) => socket.say('x', opcode)),
      (socket) => socket.say('continued', 0),
      (socket) => socket.say('begun', TEXT, { final: false }).say('anew', TEXT),
      (socket) => socket.say('x'.repeat(126), 9),
      (socket) => socket.say('x', 9, { final: false }),
      (socket) => socket.say(Buffer.from([3]), 8),
      (socket) => socket.say(Buffer.from([0, 1]), 8),
      (socket) => socket.say(Buffer.from([0x03, 0xe8, 0xff]), 8),
      (socket) => socket.say(Buffer.alloc(10), BINARY),
      (socket) => socket.say(Buffer.alloc(0), BINARY),
      (socket) => socket.say('451-["room:join",{"_placeholder":true,"num":0}]').say(Buffer.alloc(9), BINARY),
      (socket) =>
        socket
          .say('452-["room:join",{"_placeholder":true,"num":0}]')
          .say(Buffer.alloc(9), BINARY)
          .say('42["x"]'),
      (socket) => socket.write(Buffer.from('GET / HTTP/1.1\r\n\r\n')),
      (socket) => socket.write(Buffer.alloc(5000, 0xff)),
      (socket) => socket.say('41').say(`421${leave}`),
      (socket) => socket.say('1').say(`421${leave}`),
      (socket) => Array.from({ length: 300 }, () => socket.say('2')),
    ];
    const attempt = async (throwAt: (socket: RawSocket) => unknown, joined: boolean) => {
      const socket = joined ? await RawSocket.joined(hub, client.cookie) : await RawSocket.open(hub);
      if (typeof socket === 'number') return;
      throwAt(socket);
      socket.say(`4277${leave}`);
      const answered = socket.until((text) => text.startsWith('4377')).catch(() => undefined);
      await Promise.race([answered, socket.closed, new Promise((resolve) => setTimeout(resolve, 300))]);
      socket.end();
    };
    for (const joined of [true, false])
      for (let from = 0; from < frames.length; from += 30)
        await Promise.all(frames.slice(from, from + 30).map((frame) => attempt(frame, joined)));
  });

  it('have one seat however often they ask for it, and may say more than anybody can', async () => {
    const flood = await RawSocket.open(hub, { headers: { Cookie: client.cookie } });
    if (typeof flood === 'number') throw new Error(`The handshake was answered with ${flood}`);
    for (let time = 0; time < 500; time += 1) flood.say('40');
    await flood.until((text) => text.startsWith('40'));
    await Promise.race([flood.closed, new Promise((resolve) => setTimeout(resolve, 200))]);
    for (let time = 0; time < 2000; time += 1) flood.say('42["nothing",{}]');
    flood.say(`421["room:leave",{"room":"${room.id}"}]`);
    await flood.until((text) => text.startsWith('431')).catch(() => undefined);
    expect(flood.heard.filter((text) => text.startsWith('40'))).toHaveLength(1);
    flood.end();
  });

  it('come in by one door only', async () => {
    const path = (query: string) => `/socket.io/?${query}`;
    const handshakes: { path: string; headers?: Record<string, string> }[] = [
      { path: path('EIO=4&transport=polling') },
      { path: path('EIO=3&transport=websocket') },
      { path: path('EIO=x&transport=websocket') },
      { path: path('EIO=4&transport=__proto__') },
      { path: path('EIO=4&transport=constructor') },
      { path: path('EIO=4') },
      { path: path('EIO=4&transport=websocket&sid=unknown') },
      { path: path(`EIO=4&transport=websocket&sid=${'x'.repeat(8000)}`) },
      { path: path('EIO=4&transport=websocket&sid[]=x') },
      { path: path('EIO=4&transport=websocket'), headers: { Origin: 'https://example.com' } },
      { path: path('EIO=4&transport=websocket'), headers: { Origin: 'null' } },
      { path: path('EIO=4&transport=websocket'), headers: { Origin: 'x"><script>' } },
      { path: path('EIO=4&transport=websocket'), headers: { 'Sec-WebSocket-Key': 'x' } },
      { path: path('EIO=4&transport=websocket'), headers: { 'Sec-WebSocket-Version': '99' } },
      { path: path('EIO=4&transport=websocket'), headers: { Cookie: 'x'.repeat(20_000) } },
      { path: '/socket.io/%', headers: {} },
      { path: '/', headers: {} },
    ];
    const statuses = await Promise.all(handshakes.map((handshake) => RawSocket.open(hub, handshake)));

    for (const status of statuses) if (typeof status !== 'number') status.end();
    expect(statuses.filter((status) => typeof status === 'number' && status >= 500)).toEqual([]);
    const fine = await Promise.all(
      ['polylog=%', 'polylog=s%3Ax.y', 'polylog=\u00ff', '__proto__=x', ';;;=;', `${client.cookie}x`].map(
        (cookie) => RawSocket.joined(hub, cookie),
      ),
    );
    for (const socket of fine) socket.end();
  });
});
