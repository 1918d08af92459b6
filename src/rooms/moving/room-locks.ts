import type { EntityManager } from 'typeorm';

/**
 * Locks rooms, always in the order of their ids, so that two people who move threads crosswise wait for each other once
 * and not for ever. Nobody writes into these rooms until the commit.
 */
export async function lockRooms(tx: EntityManager, roomIds: readonly string[]): Promise<void> {
  await tx.query('select id from rooms where id = any($1::uuid[]) order by id for no key update', [
    [...new Set(roomIds)],
  ]);
}

/** Counts what rooms hold, after much of it has gone or come. */
export async function recount(tx: EntityManager, roomIds: readonly string[]): Promise<void> {
  for (const id of new Set(roomIds)) await tx.query('select recount_room($1)', [id]);
}
