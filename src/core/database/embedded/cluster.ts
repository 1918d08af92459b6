import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { give, nameFor } from './account';
import type { Place } from './place';
import { ENVIRONMENT } from './processes';

/**
 * Makes the cluster elsewhere and renames it, so that a hub killed meanwhile leaves nothing half made. The draft
 * has a new name each time, as the initdb of a killed hub may still be writing.
 */
export function createCluster(folder: string, place: Place): void {
  place.say(`Making a new PostgreSQL cluster in ${place.cluster}`);
  removeOldDrafts(folder);
  makePassword(place);
  const draft = fs.mkdtempSync(join(folder, 'initdb-'));
  give(draft, place.account);
  const problem = initialize(draft, place);
  if (problem !== undefined) {
    fs.rmSync(draft, { recursive: true, force: true });
    throw new Error(`initdb failed in ${folder}: ${problem}`);
  }
  fs.renameSync(draft, place.cluster);
}

/** Those of hubs that were killed. */
function removeOldDrafts(folder: string): void {
  for (const name of fs.readdirSync(folder).filter((entry) => entry.startsWith('initdb-'))) {
    fs.rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

function makePassword({ passwordFile, account }: Place): void {
  fs.rmSync(passwordFile, { force: true });
  fs.writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600, flush: true });
  give(passwordFile, account);
}

/** Runs initdb in the draft; the result says why it failed, if it did. */
function initialize(draft: string, { programs, passwordFile, account, durable }: Place): string | undefined {
  const args = [
    '-D',
    nameFor(account, draft),
    '-U',
    'polylog',
    '--pwfile=/dev/stdin',
    '--auth=scram-sha-256',
  ];
  args.push('-E', 'UTF8', '--locale-provider=builtin', '--locale=C.UTF-8', ...(durable ? [] : ['--no-sync']));
  const password = fs.openSync(passwordFile, 'r'); // given open, as the account may not reach it by name
  const stdio = [password, 'pipe' as const, 'pipe' as const];
  const run = spawnSync(join(programs, 'bin/initdb'), args, {
    ...account,
    cwd: draft,
    env: ENVIRONMENT,
    stdio,
  });
  fs.closeSync(password);
  return run.status === 0 ? undefined : (run.error?.message ?? run.stderr.toString().trim());
}
