import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

/** Linux counts the time of processes in hundredths of a second. */
const TICK = 10;

/** Fields of /proc/<pid>/stat after the name, which may hold anything. */
function stat(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined; // it has ended, or this is not Linux
  }
}

/** Milliseconds of processor time that a process has used. */
export function processorTime(pid: number): number {
  const fields = stat(pid);
  return fields ? (Number(fields[11]) + Number(fields[12])) * TICK : 0;
}

/** The same for a PostgreSQL server with all its backends, also those that have ended. */
export function serverTime(pid: number): number {
  const own = stat(pid);
  if (!own) return 0;
  const ended = (Number(own[13]) + Number(own[14])) * TICK;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && stat(Number(name))?.[1] === String(pid))
    .map((name) => processorTime(Number(name)));
  return children.reduce((sum, time) => sum + time, processorTime(pid) + ended);
}

/** Milliseconds of processor time that the whole machine has used, and that it had. */
export function machineTime(): { used: number; had: number } {
  try {
    const [line] = readFileSync('/proc/stat', 'latin1').split('\n', 1);
    const [user, nice, system, idle, wait, ...more] = line!.split(/\s+/).slice(1).map(Number) as [
      ...[number, number, number, number, number],
    ];
    const [interrupts = 0, soft = 0, stolen = 0] = more as number[];
    const used = user + nice + system + interrupts + soft + stolen;
    return { used: used * TICK, had: (used + idle + wait) * TICK };
  } catch {
    return { used: 0, had: 0 }; // this is not Linux
  }
}

/** Megabytes: now, and at most so far. */
export function memory(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'latin1');
  const value = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
  return { now: value('VmRSS'), peak: value('VmHWM') };
}

/** What was measured, for who reads the figures later. */
export function commit(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
