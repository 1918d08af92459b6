import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import type { Hub } from './hub';
import { SECRET } from './hub';

const LANGUAGES = ['sv', 'sl', 'it', 'en'] as const;

/** About as long as what people write in forums: 650 characters. */
export const BODY = [
  'We have compared **three ways** of paying young people who take part in the *pilot*, and none of them is',
  'simple: a grant counts as income in two of our municipalities, a voucher does not, and wages need a contract.\n\n',
  '> Has anybody found out what the social insurance says about it?\n\nOur proposal: \n\n- a voucher for the first',
  'six weeks,\n- then a contract of at least twenty hours,\n- and one person who answers for both.\n\nThe figures of',
  'last year are in [the report](https://example.org/report), page 14. If you do it in another way, write down how',
  'many of them were still at work after half a year, please; we would like to put both side by side.',
].join(' ');

export interface Place {
  room: string;
  thread: string;
}

/** People with a session each, as headers; and rooms of the hub with a thread each. */
export async function prepare(hub: Hub, people: number, rooms: number) {
  const { rows: persons } = await hub.database.query<{ id: string }>(
    `insert into people (email, name, locale, confirmed_at)
     select 'person-' || n || '@example.org', 'Person Number ' || n, 'en', now() from generate_series(1, $1::int) n
     returning id`,
    [people],
  );
  const { rows: sessions } = await hub.database.query<{ sid: string }>(
    `insert into sessions (sid, sess, expire)
     select gen_random_uuid(), json_build_object('cookie', json_build_object('originalMaxAge', 86400000,
       'httpOnly', true, 'path', '/'), 'passport', json_build_object('user', id), 'since', now(), 'agent', 'bench'),
       now() + interval '1 day'
     from unnest($1::uuid[]) id returning sid`,
    [persons.map(({ id }) => id)],
  );
  const { rows: places } = await hub.database.query<Place>(
    `with room as (
       insert into rooms (slug, place, visibility, name, locale)
       select 'room-' || n, 'hub', 'public', 'Room ' || n, 'en' from generate_series(1, $1::int) n returning id
     )
     insert into threads (room_id, title, locale, opened_by) select id, 'How do you pay young people?', 'en', $2
     from room returning id as thread, room_id as room`,
    [rooms, persons[0]!.id],
  );
  return { places, cookies: sessions.map(({ sid }) => cookieOf(sid)) };
}

function cookieOf(sid: string): string {
  const signature = createHmac('sha256', SECRET).update(sid).digest('base64').replace(/=+$/, '');
  return `polylog=${encodeURIComponent(`s:${sid}.${signature}`)}`;
}

/** @returns how many bytes came. A connection that was left open may be closed just now: then it is tried again. */
export async function fetched(url: string, request: RequestInit): Promise<number> {
  const answer = await fetch(url, request).catch(() => fetch(url, request));
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return (await answer.arrayBuffer()).byteLength;
}

/** Writes by HTTP, so that the writer has no socket. */
export async function write(
  address: string,
  cookie: string,
  { thread }: Place,
  clientId: string = randomUUID(),
): Promise<void> {
  await fetched(`${address}/api/v1/threads/${thread}/posts`, {
    method: 'POST',
    headers: { Cookie: cookie, 'Content-Type': 'application/json' },
    body: JSON.stringify({ body: BODY, locale: 'en', clientId }),
  });
}

/** Sockets in one room, each in a language. */
export class Readers {
  readonly sockets: Socket[] = [];
  /** When each post was asked to be written. */
  readonly written = new Map<string, number>();
  readonly delays: number[] = [];
  entryBytes = 0;
  presences = 0;
  presenceBytes = 0;

  constructor(private readonly place: Place) {}

  /** A few at a time, as people come. */
  async join(addresses: string[], cookies: string[], languages: number): Promise<void> {
    for (let from = 0; from < cookies.length; from += 10) {
      await Promise.all(
        cookies.slice(from, from + 10).map((cookie, index) => {
          const number = from + index;
          const address = addresses[number % addresses.length]!;
          return this.open(address, cookie, LANGUAGES[Math.floor(number / addresses.length) % languages]!);
        }),
      );
    }
  }

  async open(address: string, cookie: string, locale: string): Promise<Socket> {
    const socket = io(address, {
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { Cookie: cookie },
    });
    this.sockets.push(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    await socket.timeout(10_000).emitWithAck('room:join', { room: this.place.room, last: 1e9, locale });
    socket.on('room:presence', (presence: object) => {
      this.presences += 1;
      this.presenceBytes ||= Buffer.byteLength(JSON.stringify(['room:presence', presence]));
    });
    socket.on('room:entries', (page: { entries: { post?: { clientId: string } }[] }) => {
      this.entryBytes ||= Buffer.byteLength(JSON.stringify(['room:entries', page]));
      for (const { post } of page.entries) {
        const since = post && this.written.get(post.clientId);
        if (since !== undefined) this.delays.push(performance.now() - since);
      }
    });
    return socket;
  }

  /** Posts at an even pace. */
  async listen(address: string, cookie: string, perSecond: number, seconds: number): Promise<void> {
    const writes: Promise<unknown>[] = [];
    const began = performance.now();
    for (let number = 1; number <= perSecond * seconds; number += 1) {
      const clientId = randomUUID();
      this.written.set(clientId, performance.now());
      writes.push(write(address, cookie, this.place, clientId));
      await sleep(Math.max(0, began + (number * 1000) / perSecond - performance.now()));
    }
    await Promise.all(writes);
  }

  close(): void {
    for (const socket of this.sockets) socket.disconnect();
  }
}
