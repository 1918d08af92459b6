import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nameFor } from './account';
import { codeOf } from './files';
import type { Place } from './place';
import { findRunning } from './postmaster-file';
import { ENVIRONMENT, identify, isAlive, type KnownProcess } from './processes';
import { PATIENCE_MS, waitUntilReady } from './readiness';

const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
/** Races: for the port, with a server that is just starting, with remains of one that are just ending. */
const WORTH_A_RETRY = /Address already in use|postmaster\.pid" already exists|pre-existing shared memory/;

/** The server that runs in the cluster already, otherwise a new one; ready in both cases. */
export async function adoptOrLaunch(
  place: Place,
  password: string,
): Promise<{ server: KnownProcess; port: number; adopted: boolean }> {
  for (let attempt = 1; ; attempt++) {
    const found = findRunning(place.cluster);
    const port = found && (await waitUntilReady(found, place, password));
    if (found && port) return { server: found, port, adopted: true };
    const logStart = fs.statSync(place.logFile, { throwIfNoEntry: false })?.size ?? 0;
    const server = await launch(place);
    try {
      const ownPort = await waitUntilReady(server, place, password);
      if (ownPort) return { server, port: ownPort, adopted: false };
    } catch (error) {
      await stopServer(server);
      throw error;
    }
    const log = fs.readFileSync(place.logFile).subarray(logStart).toString().trim();
    if (attempt === 5 || !WORTH_A_RETRY.test(log)) {
      const end = log.split('\n').slice(-15).join('\n');
      throw new Error(`PostgreSQL did not start. The end of ${place.logFile}:\n${end}`);
    }
    await sleep(attempt * 300);
  }
}

async function launch({ cluster, account, ...place }: Place): Promise<KnownProcess> {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    jit: 'off', // compiling a statement takes longer here than any statement does
    ...(place.durable ? {} : NOT_DURABLE),
    ...place.settings,
  };
  const args = ['-D', nameFor(account, cluster), '-p', String(await findFreePort())];
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`);
  const log = fs.openSync(place.logFile, 'a', 0o600); // not a pipe: the server may outlive us
  const child = spawn(join(place.programs, 'bin/postgres'), args, {
    ...account,
    cwd: cluster,
    env: ENVIRONMENT,
    stdio: ['ignore', log, log],
    detached: true, // else Ctrl-C would end it before the hub has finished its work
  });
  fs.closeSync(log);
  child.unref();
  if (child.pid === undefined) throw (await once(child, 'error'))[0] as Error;
  return { pid: child.pid, identity: identify(child.pid) ?? 'ended' };
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await once(probe.close(), 'close');
  return port;
}

/**
 * Fast shutdown and, where that is not enough, immediate shutdown.
 * @throws Error if the server is still there after both
 */
export async function stopServer(server: KnownProcess): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    try {
      if (isAlive(server)) process.kill(server.pid, signal);
    } catch (error) {
      if (codeOf(error) !== 'ESRCH') throw error; // else it ended just now
    }
    const deadline = Date.now() + PATIENCE_MS;
    while (isAlive(server) && Date.now() < deadline) await sleep(20);
    if (!isAlive(server)) return;
  }
  throw new Error(`PostgreSQL (process ${server.pid}) does not stop`);
}
