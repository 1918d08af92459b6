import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';

/** A file of the archive, as its manifest lists it. */
export interface Written {
  path: string;
  bytes: number;
  sha256: string;
}

/** The folder that an archive is written to; nothing is written outside it. */
export class Output {
  readonly files: Written[] = [];
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = resolve(folder);
  }

  async write(path: string, content: Buffer | string): Promise<void> {
    const file = resolve(this.folder, path);
    if (!file.startsWith(this.folder + sep)) throw new Error(`${path} leads out of the archive`);
    const bytes = Buffer.from(content);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes, { flag: 'wx' });
    this.files.push({ path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  }
}
