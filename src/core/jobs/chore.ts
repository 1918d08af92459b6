/**
 * Work that a worker looks for every second, where a job for each cause of it would cost more than the work: one round
 * takes whatever has come together. Found by itself among the providers.
 */
export abstract class Chore {
  /** One round, safe beside the same one in other processes. @returns whether there may be more to do at once */
  abstract perform(): Promise<boolean>;
}
