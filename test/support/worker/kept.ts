/** What is the same for all test files of a worker, and is not made again for each of them. */
export const kept = new Map<string, unknown>();
