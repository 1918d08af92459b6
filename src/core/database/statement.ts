import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { poolOf } from './pool';

/**
 * SQL that runs so often that PostgreSQL should read and plan it once per connection, and that no query
 * builder should put together anew each time. Rows come as the driver gives them.
 */
export class Statement<Row extends object> {
  private readonly name: string;

  constructor(private readonly text: string) {
    this.name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
  }

  /** @param database inside a verb its transaction, otherwise the data source */
  async run(database: DataSource | EntityManager, values: unknown[]): Promise<Row[]> {
    const query = { name: this.name, text: this.text, values };
    if (database instanceof DataSource) return (await poolOf(database).query<Row>(query)).rows;
    if (!database.queryRunner) return this.run(database.dataSource, values);
    const client = (await database.queryRunner.connect()) as PoolClient;
    return (await client.query<Row>(query)).rows;
  }
}
