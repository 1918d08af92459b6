import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ground } from './ground';
import type { Shot } from './volley';
import { shoot } from './shoot';

/** Requests of which the average is taken. */
const TIMES = 20;

/** How many SQL statements one request takes, as PostgreSQL counts them: with begin and commit. */
export async function countStatements(
  ground: Ground,
  port: number,
  shots: Shot[],
): Promise<number | undefined> {
  if (ground.postgres === undefined) return undefined; // the log of another server is not ours to read
  const log = join(ground.folder, 'postgres', 'postgres.log');
  const listen = (on: boolean) =>
    ground.use(async (client) => {
      await client.query(`alter system ${on ? `set log_statement = 'all'` : 'reset log_statement'}`);
      await client.query('select pg_reload_conf()');
      await sleep(500); // every backend takes it up before its next statement
    });
  for (const shot of shots.slice(0, TIMES)) await shoot(port, shot); // what is only asked once has been asked
  await listen(true);
  try {
    const from = statSync(log).size;
    for (const shot of shots.slice(0, TIMES)) await shoot(port, shot);
    await sleep(200);
    const heard = readFileSync(log).subarray(from).toString();
    return (
      (heard.match(/ LOG: {2}(statement|execute [^:]*): /g) ?? []).length / Math.min(TIMES, shots.length)
    );
  } finally {
    await listen(false);
  }
}
