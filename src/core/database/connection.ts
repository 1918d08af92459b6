import { runMigrations } from 'graphile-worker';
import { DataSource, type DataSourceOptions, type EntitySchema, type MigrationInterface } from 'typeorm';
import { poolOf } from './pool';

export type EntityClass = (new () => object) | EntitySchema;
export type MigrationClass = new () => MigrationInterface;

/** Any number that all hubs share: only one process migrates a database at a time. */
const MIGRATION_LOCK = 7_165_954;

export function connectionOptions(
  url: string,
  entities: EntityClass[],
  migrations: MigrationClass[],
  pool = 10,
): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: entities as (new () => object)[],
    migrations,
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    applicationName: 'polylog',
    extra: { max: pool, connectionTimeoutMillis: 10_000 },
  };
}

/** Brings the schema up to date, forward only, one process at a time. Returns the names of what it ran. */
export async function migrate(database: DataSource): Promise<string[]> {
  const lock = database.createQueryRunner();
  await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
  try {
    await runMigrations({ pgPool: poolOf(database) });
    const ran = await database.runMigrations();
    return ran.map((migration) => migration.name);
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await lock.release();
  }
}
