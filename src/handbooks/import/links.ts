import { posix } from 'node:path';
import type { Key } from '../../core/i18n/keys';

/** Links to other Markdown files, and references to chapters by the address that they had. */
const LINK = /(!?)\]\(\s{0,3}([^()\s]{1,300})\s{0,3}\)/g;
const FILE = /^([^:?#]{1,300}\.(?:md|markdown))(?:#.*)?$/i;
const IMAGE = /!\[[^\]\n]{0,1000}\]\(\s{0,3}(?!\/files\/[0-9a-f-]{36})([^()\s]{1,500})/gi;
const CHAPTER = /^chapter:([\w-]{1,120})$/;

/** A link or picture that leads nowhere. */
interface LooseLink {
  at: number;
  key: Key;
  of: string;
}

/** What of a file's links and pictures will not be there. */
export function linksIn(body: string, file: string, files: ReadonlyMap<string, unknown>): LooseLink[] {
  const loose: LooseLink[] = [];
  for (const { index, 1: of } of body.matchAll(IMAGE))
    loose.push({ at: index, key: 'handbooks:import.problem.picture', of: of! });
  for (const { index, 2: of } of body.matchAll(LINK)) {
    const target = targetOf(of!, file);
    if (target !== undefined && !files.has(target))
      loose.push({ at: index, key: 'handbooks:import.problem.link', of: of! });
  }
  return loose;
}

/** The path in the folder that a link leads to. `undefined`: it leads elsewhere. */
function targetOf(address: string, file: string): string | undefined {
  const [, path] = FILE.exec(address) ?? [];
  if (!path || path.startsWith('/')) return undefined;
  return posix.join(posix.dirname(file), decoded(path));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The same text with links that lead to the chapters that were made. */
export function relinked(
  body: string,
  file: string,
  made: { byFile: ReadonlyMap<string, string>; bySlug: ReadonlyMap<string, string> },
): string {
  return body.replace(LINK, (whole, mark: string, address: string) => {
    const target = targetOf(address, file);
    const [, before] = CHAPTER.exec(address) ?? [];
    const slug = target === undefined ? before && made.bySlug.get(before) : made.byFile.get(target);
    return slug ? `${mark}](chapter:${slug})` : whole;
  });
}
