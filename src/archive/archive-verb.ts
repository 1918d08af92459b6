import type { INestApplicationContext } from '@nestjs/common';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { tmpdir } from 'node:os';
import { zipFolder } from '../core/zip/zip-folder';
import { ArchiveWriter, type ArchiveReport } from './writing/archive-writer.service';

export interface ArchiveVerb {
  slug: string;
  /** A folder that is not there yet, or is empty; or a zip that is not there yet. */
  target: string;
  say: (line: string) => void;
  progress: (share: number) => void;
}

/** `npm run hub -- archive`. @throws Error in the words of operators */
export async function archive(hub: INestApplicationContext, verb: ArchiveVerb): Promise<void> {
  const target = resolve(verb.target);
  const zipped = target.toLowerCase().endsWith('.zip');
  if (existsSync(target) && (zipped || (await readdir(target)).length > 0))
    throw new Error(`${target} is there already. Name a folder or a .zip that is not.`);
  const writer = hub.get(ArchiveWriter, { strict: false });
  const start = performance.now();
  const report = zipped
    ? await intoZip(writer, verb, target)
    : await writer.write(verb.slug, target, verb.progress);
  verb.progress(1);
  for (const line of linesOf(report, (performance.now() - start) / 1000)) verb.say(line);
  verb.say(`The archive is in ${target}. Begin with index.html.`);
}

async function intoZip(writer: ArchiveWriter, { slug, progress }: ArchiveVerb, target: string) {
  const folder = await mkdtemp(join(tmpdir(), 'archive-'));
  try {
    const report = await writer.write(slug, folder, (share) => progress(share * 0.9));
    await zipFolder(folder, await filesIn(folder), target, (share) => progress(0.9 + share * 0.1));
    return report;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Paths of all files, with slashes, in an order that does not change. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

const linesOf = ({ pages, files, bytes, links }: ArchiveReport, seconds: number): string[] => [
  `${pages} pages, ${files} files, ${(bytes / 1_000_000).toFixed(1)} MB, in ${seconds.toFixed(0)} s.`,
  `Every page carries the funding statement, if its grant asks for one. All ${links.within} links within lead somewhere;`,
  `${links.outwards} lead out of the archive; ${links.cut} led to what is not in it, and became plain words.`,
];
