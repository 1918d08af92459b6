import { createHash } from 'node:crypto';
import type { FileNames } from './file-names';
import { hubAddress, keyOf, type HubAddress } from './hub-address';
import type { Answer } from './hub-door.service';
import { attribute, elements, find, is, read, textOf, write, type Tree } from './markup-tree';
import type { Scope } from './scope';
import { clear, strip } from './strip';

/** Something that stands in the archive. */
export interface Kept {
  address: HubAddress;
  /** Of its file. */
  name: string;
  type: string;
  /** With links and a foot, and no file to be kept. */
  page: boolean;
  /** What a page is called, in which language. */
  title?: { text: string; lang: string };
  /** Places on a page that links can lead to. */
  anchors: ReadonlySet<string>;
}

/** Where a crawl puts what it has read. */
export interface Shelf {
  /** A page without what needs the hub, its links still those of the hub. */
  page(name: string, html: string): Promise<void>;
  file(name: string, bytes: Buffer): Promise<void>;
}

/** Reads the public face of a partnership, page by page, as a visitor would who follows every link. */
export class Crawl {
  readonly kept = new Map<string, Kept>();
  /** What leads on to something else. */
  private readonly moved = new Map<string, string>();
  private readonly known = new Set<string>();
  private readonly waiting: HubAddress[] = [];
  /** Names of files by what they are: an edition is the same in every language of the pages round it. */
  private readonly byContent = new Map<string, string>();

  constructor(
    private readonly ask: (path: string) => Promise<Answer>,
    private readonly scope: Scope,
    private readonly origin: string,
    private readonly names: FileNames,
    private readonly shelf: Shelf,
  ) {}

  async from(addresses: readonly HubAddress[], progress: (share: number) => Promise<void>): Promise<void> {
    for (const address of addresses) this.expect(address);
    for (let done = 0, next = this.waiting.shift(); next; next = this.waiting.shift()) {
      await this.read(next);
      done += 1;
      await progress(done / (done + this.waiting.length));
    }
  }

  /** What is in the archive for an address of the hub. */
  at(address: HubAddress): Kept | undefined {
    const key = keyOf(address);
    return this.kept.get(this.moved.get(key) ?? key);
  }

  private expect(address: HubAddress): void {
    const key = keyOf(address);
    if (this.known.has(key) || !this.scope.has(address)) return;
    this.known.add(key);
    this.waiting.push(address);
  }

  private async read(address: HubAddress): Promise<void> {
    const key = keyOf(address);
    const answer = await this.ask(key);
    const { status, type, location, filename } = answer;
    if (location) {
      const target = hubAddress(location, key, this.origin);
      if (!target) return;
      this.moved.set(key, keyOf(target));
      this.expect(target);
    } else if (status >= 500) throw new Error(`${key} answered ${status}`);
    else if (status !== 200) return;
    else if (type === 'text/html' && filename === undefined) await this.keepPage(address, read(answer.body));
    else await this.keepFile(address, answer);
  }

  private async keepPage(address: HubAddress, tree: Tree): Promise<void> {
    if (isHidden(tree) && !address.path.startsWith('/texts/')) return;
    strip(tree);
    clear(tree);
    const key = keyOf(address);
    for (const link of linksOf(tree)) {
      const target = hubAddress(link, key, this.origin);
      if (target) this.expect(target);
    }
    const name = this.names.page(address);
    const title = titleOf(tree);
    const anchors = new Set([...elements(tree)].flatMap((element) => attribute(element, 'id') ?? []));
    this.kept.set(key, { address, name, type: 'text/html', page: true, anchors, ...(title && { title }) });
    await this.shelf.page(name, write(tree));
  }

  private async keepFile(address: HubAddress, { type, body, filename }: Answer): Promise<void> {
    const key = keyOf(address);
    const content = createHash('sha256').update(body).digest('hex');
    const known = this.byContent.get(content);
    const name = known ?? this.names.file(address, type, filename);
    this.kept.set(key, { address, name, type, page: false, anchors: new Set() });
    if (known !== undefined) return;
    this.byContent.set(content, name);
    if (type === 'text/css')
      for (const [, link] of body.toString().matchAll(/url\(["']?([^"')]+)["']?\)/g)) {
        const target = hubAddress(link!, key, this.origin);
        if (target) this.expect(target);
      }
    await this.shelf.file(name, body);
  }
}

/** Attributes that lead somewhere. */
export const LINKS = ['href', 'src'] as const;

const linksOf = (tree: Tree): string[] =>
  [...elements(tree)].flatMap((element) => LINKS.flatMap((name) => attribute(element, name) ?? []));

/** Pages for one person only, or for one moment. */
const isHidden = (tree: Tree): boolean =>
  find(tree, (element) => is(element, 'meta') && attribute(element, 'name') === 'robots') !== undefined;

function titleOf(tree: Tree): Kept['title'] {
  const heading = find(tree, (element) => is(element, 'h1'));
  const html = find(tree, (element) => is(element, 'html'));
  if (!heading || !html) return undefined;
  const text = textOf(heading).replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();
  return { text, lang: attribute(heading, 'lang') ?? attribute(html, 'lang') ?? '' };
}
