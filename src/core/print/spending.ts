import { readFileSync } from 'node:fs';

/** Milliseconds between two looks. */
const PAUSE = 200;
/** Linux counts the time of processes in hundredths of a second, whatever the machine. */
const TICK = 10;

export interface Spending {
  /** Of the processor: a machine that is busy with others gives a book more time. */
  milliseconds: number;
  bytes: number;
}

/** Calls when a process of this machine has spent more than that. Where nobody tells, nobody watches. */
export function watchSpending(
  process: number | undefined,
  most: Spending,
  exceeded: () => void,
): NodeJS.Timeout {
  return setInterval(() => {
    if (process === undefined) return;
    const { milliseconds, bytes } = spent(process);
    if (milliseconds > most.milliseconds || bytes > most.bytes) exceeded();
  }, PAUSE);
}

function spent(process: number): Spending {
  try {
    const memory = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${process}/status`, 'utf8'));
    // Behind the name of the program, which may hold anything: user and system time are the 12th and 13th.
    const [, facts = ''] = readFileSync(`/proc/${process}/stat`, 'utf8').split(/\) (?=[A-Z] )/);
    const [user, system] = facts.split(' ').slice(11, 13);
    return { milliseconds: (Number(user) + Number(system)) * TICK, bytes: Number(memory?.[1] ?? 0) * 1024 };
  } catch {
    return { milliseconds: 0, bytes: 0 }; // it has ended, or this is no Linux
  }
}
