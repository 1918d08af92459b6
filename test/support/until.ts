import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for what is bound to happen. @throws when it has not happened in a minute */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 100_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It did not happen');
    await sleep(20);
  }
}
