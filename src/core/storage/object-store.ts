import type { Readable } from 'node:stream';

/**
 * Where the bytes of files are kept, under the sha256 of what they are: the same bytes are kept once, and what is kept
 * under a name never changes.
 */
export abstract class ObjectStore {
  /** Takes over a file of this machine, which is gone afterwards. Once this has returned, it outlives any crash. */
  abstract put(sha256: string, path: string): Promise<void>;

  /** `undefined` when nothing is kept under that name. */
  abstract get(sha256: string): Promise<Readable | undefined>;

  /** Removing what is not there is no fault. */
  abstract remove(sha256: string): Promise<void>;
}

/** Folders of equal size: `ab/abcdef…`. */
export const keyOf = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256}`;
