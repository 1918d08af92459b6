import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';

const guarded = new WeakSet<Pool | PoolClient>();

/** A lost connection is replaced, and the query in flight reports its own failure. */
const ignore = () => undefined;

/** The connections under a data source, for libraries that speak to PostgreSQL themselves. */
export function poolOf(database: DataSource): Pool {
  const pool = (database.driver as unknown as { master: Pool }).master;
  if (!guarded.has(pool)) {
    guarded.add(pool);
    pool.on('error', ignore);
    pool.on('connect', guard);
    pool.on('acquire', guard); // the first ones were made before anybody asked for the pool
  }
  return pool;
}

/** A connection that ends while nobody listens for its errors would end the process. */
function guard(client: PoolClient): void {
  if (guarded.has(client)) return;
  guarded.add(client);
  client.on('error', ignore);
}
