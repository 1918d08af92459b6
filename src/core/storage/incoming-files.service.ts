import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Config } from '../config/config';
import { Chore } from '../jobs/chore';

const HOUR = 3_600_000;
/** Nobody takes as long to bring a file: who began has gone, or the process has. */
const PATIENCE = 6 * HOUR;

/** The folder where files are written that are being brought, until they are known to be what they say. */
@Injectable()
export class IncomingFiles extends Chore {
  private readonly folder: string;
  private swept = 0;

  constructor({ dataDir }: Config) {
    super();
    this.folder = join(dataDir, 'files', 'incoming');
  }

  /** A path for a new file, on the same disk as the store of files in a folder. */
  place(): string {
    mkdirSync(this.folder, { recursive: true });
    return join(this.folder, randomUUID());
  }

  /** Removes what a process left behind that ended in the middle. */
  async perform(): Promise<boolean> {
    const now = Date.now();
    if (now - this.swept < HOUR) return false;
    this.swept = now;
    for (const name of await readdir(this.folder).catch(() => [])) {
      const path = join(this.folder, name);
      const facts = await stat(path).catch(() => undefined);
      if (facts && now - facts.mtimeMs > PATIENCE) await rm(path, { force: true });
    }
    return false;
  }
}
