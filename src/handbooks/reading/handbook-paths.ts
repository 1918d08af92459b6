import type { OutlineEntry, Placed } from '../outline';

export const HANDBOOKS = '/handbooks';

export const handbookPath = (slug: string): string => `${HANDBOOKS}/${slug}`;
export const chapterPath = (handbook: string, slug: string): string => `${HANDBOOKS}/${handbook}/${slug}`;

/** The deepest that has a page of its own; what stands below is read on it. */
export const DEEPEST_PAGE = 2;

/** What the anchors of a text begin with: a section stands on the page of its chapter, beside others. */
export const prefixOf = ({ depth, chapter }: OutlineEntry<Placed>): string =>
  depth > DEEPEST_PAGE ? `${chapter.slug}-` : '';

/** Where an entry is read: its page, or its place on the page of its chapter. */
export function entryPath(
  handbook: string,
  entry: OutlineEntry<Placed>,
  above: OutlineEntry<Placed>[],
): string {
  if (entry.depth <= DEEPEST_PAGE) return chapterPath(handbook, entry.chapter.slug);
  return `${chapterPath(handbook, above.at(-1)!.chapter.slug)}#${entry.chapter.slug}`;
}
