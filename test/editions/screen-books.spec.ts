import { readXml } from '../../src/core/xml/read-xml';
import { bookAsEpub } from '../../src/editions/epub/book-as-epub';
import { bookAsHtml } from '../../src/editions/html/book-as-html';
import { aBook, FIGURE, hostileBook, means, wordsOfBook } from '../factories/books';
import { SCRIPTS } from '../support/hostile';
import { everyElement, faultsOfPublication, textOf, wordsOfPublication } from '../support/publication';

const spaces = (text: string): string => text.replace(/\s+/g, ' ');
/** Read as XML, which an HTML file of ours is but for its first line. */
const asDocument = (html: Buffer) => readXml(Buffer.from(html.toString().replace('<!doctype html>\n', '')));

/** Characters that XML cannot hold, beside markup of all kinds. */
const HOSTILE = ['a\u0000b\u0007c\ufffed', ']]>&amp;</p><!--', '\ud800x', ...SCRIPTS].join(' ');
const legible = (text: string) =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu, '');

describe('A book as an EPUB', () => {
  it('keeps the rules of EPUB 3 and has every word of the book', async () => {
    const book = aBook();
    const epub = await bookAsEpub(book, await means());
    expect(await faultsOfPublication(epub)).toEqual([]);
    const words = spaces(await wordsOfPublication(epub));
    expect(wordsOfBook(book).filter((each) => !words.includes(spaces(each)))).toEqual([]);
    expect(words).toContain('Tega ni več.');
    expect(await bookAsEpub(book, await means())).toEqual(epub);
  });

  it('has the picture of the partnership as its cover, when there is one', async () => {
    const epub = await bookAsEpub(aBook({ cover: FIGURE }), await means());
    expect(await faultsOfPublication(epub)).toEqual([]);
  });

  it('prints what is hostile, and leaves out what no document can hold', async () => {
    const book = hostileBook(HOSTILE);
    const epub = await bookAsEpub(book, await means());
    expect(await faultsOfPublication(epub)).toEqual([]);
    const words = spaces(await wordsOfPublication(epub));
    const missing = wordsOfBook(book).filter((each) => !words.includes(spaces(legible(each))));
    expect(missing).toEqual([]);
  });

  it('is a book also when nothing stands in it', async () => {
    const empty = { ...{ chapters: [], cases: [], index: { themes: [], places: [] } }, figures: {} };
    const epub = await bookAsEpub(aBook({ ...empty, glossary: { locales: [], rows: [] } }), await means());
    expect(await faultsOfPublication(epub)).toEqual([]);
  });
});

describe('A book as one HTML file', () => {
  it('has every word of the book, every link leads somewhere, and nothing is fetched', async () => {
    const book = aBook();
    const html = await bookAsHtml(book, await means());
    const document = await asDocument(html);
    const words = spaces(textOf(document));
    expect(wordsOfBook(book).filter((each) => !words.includes(spaces(each)))).toEqual([]);
    const all = everyElement(document);
    const ids = all.flatMap((element) => element.attribute('id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const links = all.flatMap((element) => (element.name === 'a' ? (element.attribute('href') ?? []) : []));
    expect(links.filter((link) => link.startsWith('#') && !ids.includes(link.slice(1)))).toEqual([]);
    expect(links.filter((link) => !/^(#|https:)/.test(link))).toEqual([]);
    const fetched = all.flatMap((element) => element.attribute('src') ?? []);
    expect(fetched.every((src) => src.startsWith('data:image/png;base64,'))).toBe(true);
    expect(all.filter(({ name }) => ['script', 'link', 'iframe', 'form'].includes(name))).toEqual([]);
  });

  it('says of each passage in which language it is, and funding in its own', async () => {
    const document = await asDocument(await bookAsHtml(aBook(), await means()));
    const inLanguage = (locale: string) =>
      everyElement(document)
        .filter((element) => element.attribute('lang') === locale)
        .map(({ text }) => text)
        .join(' ');
    expect(inLanguage('it')).toContain('In lotti piccoli.');
    expect(inLanguage('sv')).toContain('Vi ska dela på det.');
    expect(inLanguage('en')).toContain('This project has received funding from the European Union');
  });

  it('prints what is hostile, and runs nothing', async () => {
    const book = hostileBook(HOSTILE);
    const document = await asDocument(await bookAsHtml(book, await means()));
    const words = spaces(textOf(document));
    expect(wordsOfBook(book).filter((each) => !words.includes(spaces(legible(each))))).toEqual([]);
    const attributes = everyElement(document).filter((element) => element.attribute('onload') !== undefined);
    expect([...attributes, ...everyElement(document).filter(({ name }) => name === 'script')]).toEqual([]);
  });
});
