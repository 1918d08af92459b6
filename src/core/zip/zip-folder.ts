import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Small already. */
const DENSE = /\.(avif|docx|epub|gif|jpe?g|pdf|png|webp|woff2|zip)$/i;

/**
 * Packs files of a folder, one after the other, however much they are together.
 * @param files paths inside the folder, with slashes
 */
export async function zipFolder(
  folder: string,
  files: readonly string[],
  target: string,
  progress: (share: number) => Promise<void> | void = () => undefined,
): Promise<void> {
  await pipeline(Readable.from(packed(folder, files, progress)), createWriteStream(target, { flags: 'wx' }));
}

async function* packed(
  folder: string,
  files: readonly string[],
  progress: (share: number) => Promise<void> | void,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for (const [place, name] of files.entries()) {
    const entry = DENSE.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    entry.push(await readFile(join(folder, name)), true);
    yield* ready.splice(0);
    await progress((place + 1) / files.length);
  }
  zip.end();
  yield* ready.splice(0);
}
