import { setTimeout as passes } from 'node:timers/promises';

/** Finding nobody is quicker than writing to somebody; a fifth of a second hides which it was. */
export async function inEqualTime<Result>(work: Promise<Result>): Promise<Result> {
  const [result] = await Promise.all([work, passes(200)]);
  return result;
}
