import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Config } from '../core/config/config';
import { IncomingFiles } from '../core/storage/incoming-files.service';
import { ObjectStore } from '../core/storage/object-store';
import { zipFolder } from '../core/zip/zip-folder';
import { filesIn } from './archive-verb';

/** Where archives are written, and where they are kept. */
@Injectable()
export class ArchivePlace {
  constructor(
    private readonly config: Config,
    private readonly incoming: IncomingFiles,
    private readonly store: ObjectStore,
  ) {}

  /** A folder that is gone afterwards. */
  async lend<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
    const around = join(this.config.dataDir, 'archives');
    await mkdir(around, { recursive: true });
    const folder = await mkdtemp(join(around, 'made-'));
    try {
      return await work(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** What is in the folder, as one zip in the hub's store. */
  async keep(
    folder: string,
    progress: (share: number) => Promise<void>,
  ): Promise<{ sha256: string; bytes: number }> {
    const path = this.incoming.place();
    try {
      await zipFolder(folder, await filesIn(folder), path, progress);
      const hash = createHash('sha256');
      await pipeline(createReadStream(path), hash);
      const sha256 = hash.digest('hex');
      const { size: bytes } = await stat(path);
      await this.store.put(sha256, path);
      return { sha256, bytes };
    } finally {
      await rm(path, { force: true });
    }
  }

  async forget(sha256: string): Promise<void> {
    await this.store.remove(sha256);
  }
}
