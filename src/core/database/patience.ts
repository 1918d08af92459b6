import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

/** So long a database may take to come up. Milliseconds. */
const PATIENCE = 60_000;
const PAUSE = 200;
/** Not there yet, starting, stopping, or gone under our feet. Anything else does not change by waiting. */
const COMING = new Set(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03']);

const isComing = (error: { code?: string; message?: string }): boolean =>
  COMING.has(error.code ?? '') || /Connection terminated/.test(error.message ?? '');

/** Waits for a database that is starting: both may have been told to start at once. @throws what waiting does not mend */
export async function untilItAnswers(url: string, say: (line: string) => void): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  for (let told = false; ; told = true) {
    try {
      await askOnce(url);
      return;
    } catch (error) {
      if (!isComing(error as Error) || Date.now() > deadline) throw error;
      if (!told) say(`Waiting for the database: ${(error as Error).message}`);
      await sleep(PAUSE);
    }
  }
}

async function askOnce(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: PATIENCE });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
  } finally {
    await client.end().catch(() => undefined);
  }
}
