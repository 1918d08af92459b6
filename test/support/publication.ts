import { unzipSync } from 'fflate';
import { posix } from 'node:path';
import { readXml } from '../../src/core/xml/read-xml';
import { XmlElement } from '../../src/core/xml/xml-element';

/** All elements of a document, the root first. */
export function everyElement(element: XmlElement): XmlElement[] {
  const below = element.children.filter((child): child is XmlElement => child instanceof XmlElement);
  return [element, ...below.flatMap(everyElement)];
}

const EPUB = '{http://www.idpf.org/2007/ops}type';

/** What EPUBCheck would find wrong, as far as it can be seen without it. */
export async function faultsOfPublication(bytes: Buffer): Promise<string[]> {
  const faults: string[] = [];
  const must = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault);
  };
  const files = unzipSync(bytes);
  const names = Object.keys(files);
  must(names[0] === 'mimetype', 'The type stands first');
  must(
    bytes.subarray(30, 58).toString() === 'mimetypeapplication/epub+zip' && bytes.readUInt16LE(8) === 0,
    'The type is stored as it is',
  );
  const documents = new Map<string, XmlElement>();
  for (const name of names.filter((each) => /\.(xml|opf|xhtml|svg)$/.test(each)))
    documents.set(name, await readXml(Buffer.from(files[name]!)));

  const description = documents.get('EPUB/package.opf')!;
  const all = everyElement(description);
  const items = all.filter(({ name }) => name === 'item');
  const hrefs = items.map((item) => `EPUB/${item.attribute('href')}`);
  const unlisted = names.filter((name) => name !== 'mimetype' && !name.startsWith('META-INF/'));
  must(
    same(
      hrefs,
      unlisted.filter((name) => name !== 'EPUB/package.opf'),
    ),
    'The manifest lists what is there',
  );
  const ids = items.map((item) => item.attribute('id')!);
  must(new Set(ids).size === ids.length, 'Every item has its own id');
  const spine = all.filter(({ name }) => name === 'itemref').map((item) => item.attribute('idref')!);
  must(spine.length > 0 && spine.every((id) => ids.includes(id)), 'The spine refers to items');
  must(items.filter((item) => item.attribute('properties') === 'nav').length === 1, 'One file navigates');
  must(
    items.some((item) => item.attribute('properties') === 'cover-image'),
    'There is a cover',
  );

  const anchors = new Map<string, Set<string>>();
  for (const [name, document] of documents) {
    const found = everyElement(document).flatMap((element) => element.attribute('id') ?? []);
    must(new Set(found).size === found.length, `${name}: every id stands once`);
    anchors.set(name, new Set(found));
  }
  for (const [name, document] of documents)
    for (const element of everyElement(document)) {
      const lang = element.attribute('lang');
      if (name.endsWith('.xhtml'))
        must(lang === element.attribute('xml:lang'), `${name}: ${lang} is said twice`);
      const src = element.attribute('src');
      if (src) must(names.includes(posix.join('EPUB', src)), `${name}: ${src} is there`);
      must(
        !(element.name === 'img' && element.attribute('alt') === undefined),
        `${name}: pictures have words`,
      );
      const href = element.name === 'a' ? element.attribute('href') : undefined;
      if (!href || /^(https?|mailto):/.test(href)) continue;
      const [file, anchor] = href.split('#') as [string, string?];
      const target = file ? posix.join('EPUB', file) : name;
      must(anchors.get(target)?.has(anchor ?? 'top') ?? false, `${name}: ${href} leads somewhere`);
    }
  const notes = [...documents.values()].flatMap(everyElement);
  const count = (type: string) => notes.filter((element) => element.attribute(EPUB) === type).length;
  must(count('toc') >= 1 && count('landmarks') === 1, 'Contents and landmarks are there');
  must(count('footnote') <= count('noteref'), 'Every note is referred to');
  return faults;
}

const same = (some: string[], others: string[]): boolean =>
  some.toSorted().join('\n') === others.toSorted().join('\n');

/** All words of its pages. */
export async function wordsOfPublication(bytes: Buffer): Promise<string> {
  const pages = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(xhtml|opf)$/.test(name));
  const texts = await Promise.all(pages.map(async ([, page]) => textOf(await readXml(Buffer.from(page)))));
  return texts.join('\n');
}

/** Words, and the words of pictures. */
export function textOf(document: XmlElement): string {
  const alternatives = everyElement(document).map((element) => element.attribute('alt') ?? '');
  return [document.text, ...alternatives].join('\n');
}
