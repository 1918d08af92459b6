import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from './client';
import type { Database } from '../database';

/** What is not settled after this is lost. Milliseconds. */
const LAST_WAIT = 100_000;

/** Waits until nothing moves any more: outboxes empty, and everybody at the end of her rooms. */
export async function settle(database: Database, clients: Client[]): Promise<void> {
  const deadline = Date.now() + LAST_WAIT;
  while (Date.now() < deadline) {
    if (
      clients.every(({ waiting }) => waiting === 0) &&
      (await allAtTheEnd(database, clients)) &&
      (await allTold(database))
    )
      return;
    await sleep(100);
  }
}

/** What follows posts has been done. */
async function allTold(database: Database): Promise<boolean> {
  const [{ left } = { left: 0 }] = await database.query<{ left: number }>(
    'select count(*)::int as left from gathered_entries',
  );
  return left === 0;
}

async function allAtTheEnd(database: Database, clients: Client[]): Promise<boolean> {
  const rows = await database.query<{ id: string; last: number }>(
    'select id, last_seq::int as last from rooms',
  );
  const ends = new Map(rows.map(({ id, last }) => [id, last]));
  return clients.every(({ seats }) =>
    seats.every(({ place, position }) => position.last === ends.get(place.room)),
  );
}
