import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** The migrated database that every test file gets a copy of. */
export const TEMPLATE = 'polylog_template';

async function onServer<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: new URL('/postgres', url).href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export const databaseUrl = (server: string, name: string): string => new URL(`/${name}`, server).href;

export async function createDatabase(server: string, name: string, template?: string): Promise<string> {
  await onServer(server, (client) =>
    client.query(`create database ${name} ${template ? `template ${template}` : ''}`),
  );
  return databaseUrl(server, name);
}

export async function dropDatabase(server: string, name: string): Promise<void> {
  await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`));
}

/** A copy of the migrated database, for one test file. */
export async function cloneDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = process.env['TEST_DATABASE_SERVER']!;
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = await createDatabase(server, name, TEMPLATE);
  return { url, drop: () => dropDatabase(server, name) };
}
