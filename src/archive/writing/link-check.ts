import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Output } from './output';
import { attribute, elements, find, hasClass, is, read, textOf } from './markup-tree';
import { LINKS } from './crawl';

const words = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Reads again every page that was written, as somebody who has nothing else.
 * @param pages and no other HTML: a book in one file is complete in itself
 * @param fundingOf what must stand at the foot of a page
 * @returns what is wrong, in the order of the pages
 */
export async function faultsIn(
  folder: string,
  output: Output,
  pages: readonly string[],
  fundingOf: (page: string) => string | undefined,
): Promise<string[]> {
  const there = new Set(output.files.map(({ path }) => path));
  const faults: string[] = [];
  for (const page of pages) {
    const tree = read(await readFile(join(folder, page)));
    for (const element of elements(tree)) {
      for (const name of LINKS) {
        const link = attribute(element, name);
        if (link === undefined || /^(#|data:|https?:|mailto:)/.test(link)) continue;
        const target = posix.join(posix.dirname(page), decodeURIComponent(link.split('#')[0]!));
        if (!there.has(target)) faults.push(`${page}: ${link} leads nowhere`);
      }
      if (is(element, 'script', 'form')) faults.push(`${page}: <${element.tagName}> needs a hub`);
    }
    const foot = find(tree, (element) => hasClass(element, 'site-foot'));
    const said = foot ? words(textOf(foot)) : '';
    if (!said.includes(words(fundingOf(page) ?? '')))
      faults.push(`${page}: the funding statement is missing`);
  }
  return faults;
}
