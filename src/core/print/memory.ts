import { readFileSync } from 'node:fs';

/** Milliseconds between two looks. */
const PAUSE = 200;

/** Calls when a process of this machine holds more than so many bytes. Where nobody tells, nobody watches. */
export function watchMemory(process: number | undefined, most: number, exceeded: () => void): NodeJS.Timeout {
  return setInterval(() => {
    if (process !== undefined && residentBytes(process) > most) exceeded();
  }, PAUSE);
}

function residentBytes(process: number): number {
  try {
    const status = readFileSync(`/proc/${process}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0; // it has ended, or this is no Linux
  }
}
