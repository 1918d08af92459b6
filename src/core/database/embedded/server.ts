/**
 * The embedded PostgreSQL: a real server out of an npm package, for who does not run one.
 *
 * Its folder holds `cluster/` (the databases), `postgres.password`, `postgres.log`, `hub.lock` (the hub that
 * uses the folder) and, where needed, a copy of the programs. The server outlives a hub that is killed: the
 * next start adopts it.
 */
import { existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { chooseAccount } from './account';
import { createCluster } from './cluster';
import { lockFolder } from './folder-lock';
import type { EmbeddedOptions, Place } from './place';
import { adoptOrLaunch, stopServer } from './postmaster';
import { findPackage, usablePrograms } from './programs';

export interface EmbeddedServer {
  /** `postgres://polylog:…@127.0.0.1:port/polylog`. It holds the password: do not log it. */
  url: string;
  /** True when a hub that was killed had left the server running. */
  adopted: boolean;
  /**
   * Ends the server (fast shutdown, after 10 seconds immediate shutdown) and frees the folder. Later calls get
   * the same promise.
   * @throws Error if the server is still there after 20 seconds
   */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL in `dataDir` (made if missing) or adopts the one that runs there, and makes the database
 * `polylog` if missing. Waits without limit for a server that recovers from a crash, with a line to `say`
 * every 10 seconds.
 * @throws Error if the platform has no packaged PostgreSQL, a live hub uses the folder, the folder belongs to
 *   another user, or the server does not start (then with the end of its log)
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const packaged = findPackage();
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const folder = realpathSync(dataDir);
  const unlock = await lockFolder(folder);
  try {
    const place = prepare(folder, packaged, options);
    const password = readFileSync(place.passwordFile, 'utf8').trim();
    const { server, port, adopted } = await adoptOrLaunch(place, password);
    const what = adopted ? 'was still running and is used again' : 'started';
    place.say(`PostgreSQL ${what} (process ${server.pid}, port ${port})`);
    let stopped: Promise<void> | undefined;
    return {
      url: `postgres://polylog:${password}@127.0.0.1:${port}/polylog`,
      adopted,
      stop: () => (stopped ??= stopServer(server).finally(unlock)),
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Sees to it that there are a cluster and programs that its account can run. */
function prepare(folder: string, packaged: string, options: EmbeddedOptions): Place {
  const { durable = true, settings = {}, say = () => undefined } = options;
  const cluster = join(folder, 'cluster');
  const account = chooseAccount(cluster);
  const programs = usablePrograms(packaged, folder, account, say);
  const logFile = join(folder, 'postgres.log');
  const passwordFile = join(folder, 'postgres.password');
  const place = { cluster, logFile, passwordFile, account, programs, durable, settings, say };
  if (!existsSync(cluster)) createCluster(folder, place);
  return place;
}
