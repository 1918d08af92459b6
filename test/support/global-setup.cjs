const { execFileSync } = require('node:child_process');
const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { load } = require('./worker/modules.cjs');

/** One PostgreSQL for the whole run, with a migrated template; the hub built once, for the tests and for who starts whole processes of it. */
module.exports = async function setUp() {
  execFileSync(process.execPath, ['build.mjs', '--if-needed', '--quiet'], { stdio: 'inherit' });
  const { startEmbedded } = load(__filename, '../../src/core/database/embedded/server');
  const { migrateAt } = load(__filename, '../../src/start');
  const { TEMPLATE, createDatabase } = load(__filename, './database');
  const folder = mkdtempSync(join(tmpdir(), 'polylog-test-'));
  globalThis.testServer = await startEmbedded(join(folder, 'postgres'), {
    durable: false,
    settings: { max_connections: '200' },
  });
  process.env.TEST_DATABASE_SERVER = globalThis.testServer.url;
  process.env.TEST_FOLDER = folder;
  await migrateAt(await createDatabase(globalThis.testServer.url, TEMPLATE));
};
