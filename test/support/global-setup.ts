import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded, type EmbeddedServer } from '../../src/core/database/embedded/server';
import { migrateAt } from '../../src/start';
import { TEMPLATE, createDatabase } from './database';

declare global {
  var testServer: EmbeddedServer | undefined;
}

/** One PostgreSQL for the whole run, with a migrated template; the hub built once, also for who starts whole processes of it. */
export default async function setUp(): Promise<void> {
  execFileSync(process.execPath, ['build.mjs', '--if-needed', '--quiet'], { stdio: 'inherit' });
  const folder = mkdtempSync(join(tmpdir(), 'polylog-test-'));
  globalThis.testServer = await startEmbedded(join(folder, 'postgres'), {
    durable: false,
    settings: { max_connections: '200' },
  });
  process.env['TEST_DATABASE_SERVER'] = globalThis.testServer.url;
  process.env['TEST_FOLDER'] = folder;
  await migrateAt(await createDatabase(globalThis.testServer.url, TEMPLATE));
}
