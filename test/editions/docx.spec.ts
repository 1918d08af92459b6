import { unzipSync } from 'fflate';
import { posix } from 'node:path';
import { readXml } from '../../src/core/xml/read-xml';
import { XmlElement } from '../../src/core/xml/xml-element';
import { bookAsDocx } from '../../src/editions/docx/book-as-docx';
import { aBook, hostileBook, means, wordsOfBook } from '../factories/books';
import { SCRIPTS } from '../support/hostile';
import { everyElement } from '../support/publication';

const W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}';
const HOSTILE = ['a\u0000b\u0007c\ufffed', ']]>&amp;</w:t><!--', '\ud800x', '" HYPERLINK "', ...SCRIPTS].join(
  ' ',
);
const legible = (text: string) =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu, '').replace(/\s+/g, '');

async function opened(bytes: Buffer): Promise<Map<string, XmlElement>> {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(xml|rels)$/.test(name));
  return new Map(
    await Promise.all(
      parts.map(async ([name, part]): Promise<[string, XmlElement]> => [
        name,
        await readXml(Buffer.from(part)),
      ]),
    ),
  );
}

/** Words of the text and its notes, and what is said of pictures; without white space, since lines are elements. */
const wordsIn = (parts: Map<string, XmlElement>): string =>
  ['word/document.xml', 'word/footnotes.xml']
    .flatMap((name) => everyElement(parts.get(name)!))
    .map((element) => {
      if (element.name === 'p') return `${element.text}\n`;
      return element.attribute('descr') ?? '';
    })
    .join(' ')
    .replace(/\s+/g, '');

describe('A book as a document of a word processor', () => {
  it('has every word of the book, with named styles, notes, tables, lists, and a language for each passage', async () => {
    const book = aBook();
    const bytes = await bookAsDocx(book, await means());
    const parts = await opened(bytes);
    const words = wordsIn(parts);
    expect(wordsOfBook(book).filter((each) => !words.includes(legible(each)))).toEqual([]);
    const all = everyElement(parts.get('word/document.xml')!);
    const styles = new Set(
      all.filter(({ name }) => name === 'pStyle').map((each) => each.attribute(`${W}val`)),
    );
    const known = everyElement(parts.get('word/styles.xml')!).map((each) => each.attribute(`${W}styleId`));
    expect([...styles].filter((style) => !known.includes(style))).toEqual([]);
    for (const style of [
      'Heading1',
      'Heading2',
      'Heading3',
      'Caption',
      'Quote',
      'Callout',
      'ListParagraph',
      'TOC1',
    ])
      expect(styles).toContain(style);
    const languages = all.filter(({ name }) => name === 'lang').map((each) => each.attribute(`${W}val`));
    expect(new Set(languages)).toEqual(new Set(['sl-SI', 'sv-SE', 'it-IT', 'en-GB']));
    expect(all.filter(({ name }) => name === 'footnoteReference')).toHaveLength(1);
    expect(all.filter(({ name }) => name === 'tblHeader')).toHaveLength(2);
    expect(await bookAsDocx(book, await means())).toEqual(bytes);
  });

  it('refers only to what is in it', async () => {
    const bytes = await bookAsDocx(aBook(), await means());
    const parts = await opened(bytes);
    const all = [...parts].flatMap(([, part]) => everyElement(part));
    const places = all
      .filter(({ name }) => name === 'bookmarkStart')
      .map((each) => each.attribute(`${W}name`));
    expect(new Set(places).size).toBe(places.length);
    const anchors = all.flatMap((each) => each.attribute(`${W}anchor`) ?? []);
    expect(anchors.length).toBeGreaterThan(5);
    expect(anchors.filter((anchor) => !places.includes(anchor))).toEqual([]);
    const names = Object.keys(unzipSync(bytes));
    const relations = everyElement(parts.get('word/_rels/document.xml.rels')!).slice(1);
    const targets = relations.map((each) => posix.join('word', each.attribute('Target')!));
    expect(targets.filter((target) => !names.includes(target))).toEqual([]);
    const typed = everyElement(parts.get('[Content_Types].xml')!).flatMap(
      (each) => each.attribute('PartName') ?? [],
    );
    expect(typed.filter((part) => !names.includes(part.slice(1)))).toEqual([]);
  });

  it('prints what is hostile, and leaves out what no document can hold', async () => {
    const book = hostileBook(HOSTILE);
    const words = wordsIn(await opened(await bookAsDocx(book, await means())));
    expect(wordsOfBook(book).filter((each) => !words.includes(legible(each)))).toEqual([]);
  });
});
