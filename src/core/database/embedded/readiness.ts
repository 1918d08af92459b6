import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { codeOf } from './files';
import type { Place } from './place';
import { readPostmasterFile } from './postmaster-file';
import { isAlive, type KnownProcess } from './processes';

/** After so long without a change, something is said or done. */
export const PATIENCE_MS = 10_000;

/** The port, once the server lets us in and has our database; undefined if its process ended. */
export async function waitUntilReady(
  server: KnownProcess,
  place: Place,
  password: string,
): Promise<number | undefined> {
  let nextLine = Date.now() + PATIENCE_MS;
  let refusedSince: number | undefined;
  while (isAlive(server)) {
    const { pid, port, ready } = readPostmasterFile(place.cluster);
    if (pid === server.pid && ready) {
      try {
        await ensureDatabase(port, password);
        return port;
      } catch (error) {
        const busy = codeOf(error) === '57P03'; // it starts, recovers or stops
        refusedSince = busy ? undefined : (refusedSince ?? Date.now());
        if (refusedSince && Date.now() - refusedSince > PATIENCE_MS) {
          throw new Error(`PostgreSQL (process ${pid}, port ${port}) keeps us out: ${String(error)}`);
        }
      }
    }
    if (Date.now() > nextLine) {
      place.say(`Waiting for PostgreSQL (process ${server.pid}), see ${place.logFile}`);
      nextLine += PATIENCE_MS;
    }
    await sleep(20);
  }
  return undefined;
}

async function ensureDatabase(port: number, password: string): Promise<void> {
  const login = { host: '127.0.0.1', port, user: 'polylog', password, database: 'postgres', ssl: false };
  const client = new Client({ ...login, connectionTimeoutMillis: PATIENCE_MS });
  client.on('error', () => undefined); // a lost connection also fails the call that waits for it
  try {
    await client.connect();
    const found = await client.query("SELECT FROM pg_database WHERE datname = 'polylog'");
    if (found.rowCount === 0) await client.query('CREATE DATABASE polylog');
  } finally {
    await client.end();
  }
}
