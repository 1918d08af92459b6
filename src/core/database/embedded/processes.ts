import { spawnSync } from 'node:child_process';
import { readIfThere } from './files';

/** `identity` tells the process from a later one with the same pid. */
export type KnownProcess = { pid: number; identity: string };

/**
 * For the programs that we start. Nothing of our own environment: it holds secrets, and PG* variables would
 * steer the server.
 */
export const ENVIRONMENT = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C' };

/** A text that no other process ever has, even with the same pid; undefined if it has ended. */
export function identify(pid: number): string | undefined {
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

export function isAlive({ pid, identity }: KnownProcess): boolean {
  return identify(pid) === identity;
}

/** Where there is no /proc, as on macOS. */
export function ps(pid: number, ...columns: string[]): string {
  const args = columns.flatMap((column) => ['-o', column]);
  return spawnSync('ps', [...args, '-p', String(pid)], { env: ENVIRONMENT })
    .stdout.toString()
    .trim();
}
