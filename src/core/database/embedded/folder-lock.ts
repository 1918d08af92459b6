import { randomBytes } from 'node:crypto';
import { linkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, readIfThere } from './files';
import { identify } from './processes';

/**
 * One hub for each folder: takes `hub.lock` for this process; the result gives it back.
 * @throws Error if a live hub holds it; the lock of a hub that was killed does not count
 */
export async function lockFolder(folder: string): Promise<() => void> {
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
    rmSync(path, { force: true }); // of a hub that was killed
    brokeOne = true;
  }
  // Of two hubs that find the same old lock, one may remove the other's new one. The last lock counts; the
  // pause is far longer than a hub needs from reading an old lock to removing it.
  if (brokeOne) await sleep(100);
  if (readIfThere(path) !== mine) refuse(parseInt(readIfThere(path), 10));
  return () => {
    if (readIfThere(path) === mine) rmSync(path);
  };
}

/** Creates a file that nobody ever sees without its content; false if there is one already. */
function createWhole(path: string, content: string): boolean {
  const draft = `${path}-${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, content);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft);
  }
}
