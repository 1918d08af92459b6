import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { Database } from '../database';

export interface Place {
  room: string;
  thread: string;
}

/** How somebody shows who she is: half of them by cookie, half by API token. */
export interface Credentials {
  headers: Record<string, string>;
  token?: string;
}

export interface Scene {
  places: Place[];
  people: Credentials[];
}

/** Rooms of the hub with a thread each, and people who may write there. */
export async function prepareScene(
  database: Database,
  secret: string,
  { rooms, clients }: { rooms: number; clients: number },
): Promise<Scene> {
  const ids = await people(database, clients);
  const places: Place[] = [];
  for (let number = 1; number <= rooms; number += 1) places.push(await place(database, number, ids[0]!));
  const credentials: Credentials[] = [];
  for (const [index, id] of ids.entries()) {
    credentials.push(await (index % 2 === 0 ? session(database, secret, id) : token(database, id)));
  }
  await listener(database);
  return { places, people: credentials };
}

/** Somebody who never looks, and wants to be told of every post. */
async function listener(database: Database): Promise<void> {
  await database.query(
    `with made as (
       insert into people (id, email, name, locale, reading_locales, confirmed_at)
       values (gen_random_uuid(), 'listener@example.org', 'Listener', 'en', '{}', now()) returning id
     ) insert into room_levels (person_id, room_id, level) select made.id, rooms.id, 'every_post' from made, rooms`,
  );
}

async function people(database: Database, count: number): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `insert into people (id, email, name, locale, reading_locales, confirmed_at)
     select gen_random_uuid(), 'person-' || n || '@example.org', 'Person ' || n, 'en', '{}', now()
     from generate_series(1, $1::int) n returning id`,
    [count],
  );
  return rows.map(({ id }) => id);
}

async function place(database: Database, number: number, opener: string): Promise<Place> {
  const [room, thread] = [randomUUID(), randomUUID()];
  await database.query(
    `insert into rooms (id, slug, place, visibility, name, locale) values ($1, $2, 'hub', 'public', $3, 'en')`,
    [room, `room-${number}`, `Room ${number}`],
  );
  await database.query(
    `insert into threads (id, room_id, title, locale, opened_by) values ($1, $2, 'A thread', 'en', $3)`,
    [thread, room, opener],
  );
  return { room, thread };
}

async function session(database: Database, secret: string, person: string): Promise<Credentials> {
  const sid = randomBytes(16).toString('hex');
  const cookie = { originalMaxAge: 86_400_000, httpOnly: true, path: '/' };
  await database.query(`insert into sessions (sid, sess, expire) values ($1, $2, now() + interval '1 day')`, [
    sid,
    JSON.stringify({ cookie, passport: { user: person }, since: new Date().toISOString(), agent: 'chaos' }),
  ]);
  const signature = createHmac('sha256', secret).update(sid).digest('base64').replace(/=+$/, '');
  return { headers: { Cookie: `polylog=${encodeURIComponent(`s:${sid}.${signature}`)}` } };
}

async function token(database: Database, person: string): Promise<Credentials> {
  const secret = randomBytes(32).toString('base64url');
  await database.query(
    `insert into api_tokens (person_id, name, scope, hash) values ($1, 'chaos', 'write', $2)`,
    [person, createHash('sha256').update(secret).digest()],
  );
  return { headers: { Authorization: `Bearer ${secret}` }, token: secret };
}
