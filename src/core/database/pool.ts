import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';

const guarded = new WeakSet<Pool>();

/** The connections under a data source, for libraries that speak to PostgreSQL themselves. */
export function poolOf(database: DataSource): Pool {
  const pool = (database.driver as unknown as { master: Pool }).master;
  if (!guarded.has(pool)) {
    guarded.add(pool);
    const ignore = () => undefined; // a lost idle connection is replaced; the query in flight reports its own failure
    pool.on('error', ignore);
    pool.on('connect', (client: PoolClient) => client.on('error', ignore));
  }
  return pool;
}
