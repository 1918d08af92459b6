import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { keyOf, ObjectStore } from './object-store';

/** Files in a folder of this machine, or one that several machines share. */
export class FolderStore extends ObjectStore {
  constructor(private readonly root: string) {
    super();
  }

  async put(sha256: string, path: string): Promise<void> {
    const place = this.placeOf(sha256);
    if (await isFile(place)) return rm(path, { force: true });
    await mkdir(dirname(place), { recursive: true });
    await flush(path);
    await rename(path, place);
    for (const folder of [dirname(place), this.root]) await flush(folder);
  }

  async get(sha256: string): Promise<Readable | undefined> {
    const place = this.placeOf(sha256);
    if (!(await isFile(place))) return undefined;
    return createReadStream(place);
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.placeOf(sha256), { force: true });
  }

  private placeOf(sha256: string): string {
    return join(this.root, keyOf(sha256));
  }
}

const isFile = async (path: string): Promise<boolean> =>
  stat(path).then(
    (facts) => facts.isFile(),
    () => false,
  );

/** A power cut takes nothing away that has been flushed; of a folder: the names in it. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
