import { posix } from 'node:path';
import { LINKS, type Crawl, type Kept } from './crawl';
import { hubAddress, keyOf } from './hub-address';
import {
  attribute,
  elements,
  hasClass,
  is,
  parentOf,
  remove,
  setAttribute,
  toWords,
  type Tree,
  type TreeElement,
} from './markup-tree';
import { clear } from './strip';

/** How the links of an archive lead. */
export interface LinkCounts {
  within: number;
  outwards: number;
  /** Led to what is not in the archive: their words stay. */
  cut: number;
}

/** The name of the page that says what there is, in one language. */
export const contentsName = (locale: string): string => `${locale}/index.html`;

/** Makes the links of stored pages lead from file to file. */
export class Rewriting {
  readonly counts: LinkCounts = { within: 0, outwards: 0, cut: 0 };
  private readonly stretches = new Map<string, Kept[]>();

  constructor(
    private readonly crawl: Crawl,
    private readonly origin: string,
  ) {
    for (const kept of crawl.kept.values()) {
      const key = keyOf({ ...kept.address, query: '' });
      this.stretches.set(key, [...(this.stretches.get(key) ?? []), kept]);
    }
  }

  rewrite(tree: Tree, page: Kept): void {
    for (const element of elements(tree))
      for (const name of LINKS) {
        const link = attribute(element, name);
        if (link !== undefined) this.lead(element, name, link, page);
      }
    clear(tree);
  }

  private lead(element: TreeElement, name: (typeof LINKS)[number], link: string, page: Kept): void {
    if (link.startsWith('#') || link.startsWith('data:')) return;
    const address = hubAddress(link, keyOf(page.address), this.origin);
    if (!address) {
      this.counts.outwards += 1;
      if (is(element, 'a')) setAttribute(element, 'rel', 'external noopener');
      return;
    }
    if (address.locale && address.path === '/') {
      setAttribute(element, name, relative(page.name, contentsName(address.locale)));
      this.counts.within += 1;
      return;
    }
    const target = this.crawl.at(address);
    if (!target) return this.cut(element);
    const place = target.page ? this.placeOf(target, decoded(address.fragment)) : target.name;
    setAttribute(element, name, relative(page.name, place));
    this.counts.within += 1;
  }

  /** A post of a long thread stands on the page of its stretch. */
  private placeOf(target: Kept, anchor: string): string {
    if (anchor === '') return target.name;
    const stretches = this.stretches.get(keyOf({ ...target.address, query: '' })) ?? [];
    const found = [target, ...stretches].find(({ anchors }) => anchors.has(anchor));
    return found ? `${found.name}#${encodeURIComponent(anchor)}` : target.name;
  }

  private cut(element: TreeElement): void {
    this.counts.cut += 1;
    const item = parentOf(element);
    const navigates = item && is(item, 'li') && (isIn(element, 'nav') || isIn(element, 'footer'));
    if (navigates && !hasClass(parentOf(item)!, 'row-crumbs')) remove(item);
    else if (!is(element, 'a') || invites(element)) remove(element);
    else toWords(element);
  }
}

/** To do something, or to sign in, and not to read. */
const invites = (element: TreeElement): boolean =>
  hasClass(element, 'button') || /\/sign-(in|up)\b/.test(attribute(element, 'href') ?? '');

function isIn(element: TreeElement, tag: string): boolean {
  for (let above = parentOf(element); above; above = parentOf(above)) if (is(above, tag)) return true;
  return false;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment.slice(1));
  } catch {
    return '';
  }
}

export const relative = (from: string, to: string): string => posix.relative(posix.dirname(from), to);
