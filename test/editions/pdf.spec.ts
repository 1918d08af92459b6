import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../../src/core/i18n/locales';
import { parseDocument } from '../../src/core/documents/parse';
import type { Book, BookBody } from '../../src/editions/book';
import { bookAsPdf } from '../../src/editions/pdf/book-as-pdf';
import { ACCENTS } from '../../src/core/print/accents';
import { Typography } from '../../src/editions/pdf/typography';
import { FIGURE, drawing, madeUpBook, meansWith } from './made-up-book';
import { everyTag, readPdf, type Bookmark, type ReadPdf } from '../support/pdf';

const A4 = { paper: 'a4', shop: false } as const;

const print = async (book: Book, how: Parameters<typeof bookAsPdf>[1] = A4): Promise<ReadPdf> =>
  readPdf(await bookAsPdf(book, how, meansWith(await drawing())));

/** As somebody reads it: lines and hyphens at their ends are the typesetter's. */
const read = (words: string): string => words.replace(/[-\u00ad]\n/g, '').replace(/[\s\u200b]+/g, ' ');

const pageWith = ({ pages }: ReadPdf, words: string, from = 0): number =>
  pages.findIndex((page, at) => at >= from && read(page.words).includes(words)) + 1;

const flat = (bookmarks: Bookmark[]): Bookmark[] =>
  bookmarks.flatMap((bookmark) => [bookmark, ...flat(bookmark.items)]);

describe('A book as PDF', () => {
  let slovenian: ReadPdf;
  beforeAll(async () => {
    slovenian = await print(madeUpBook('sl'));
  });

  it('says of itself in which language it is, how it is called and that it is tagged', () => {
    const { language, title, marked, accessible } = slovenian;
    expect({ language, title, marked, accessible }).toEqual({
      ...{ language: 'sl-SI', title: 'Priročnik dobrih praks', marked: true, accessible: true },
    });
    expect(slovenian.labels).toEqual(slovenian.pages.map((_, at) => String(at + 1)));
  });

  it('has every font that it shows inside', () => {
    expect(slovenian.fonts.length).toBeGreaterThan(6);
    expect(slovenian.embedded).toBe(slovenian.fonts.length);
    expect(slovenian.fonts.every((name) => /^[A-Z]{6}\+(Source|Ubuntu)/.test(name))).toBe(true);
  });

  it('tells who listens what is a heading, a table, a note, and what a picture shows', () => {
    const tags = slovenian.pages.flatMap((page) => everyTag(page.tags));
    const roles = new Set(tags.map(({ role }) => role));
    for (const role of [
      'H1',
      'H2',
      'H3',
      'TOC',
      'TOCI',
      'L',
      'LI',
      'Table',
      'TH',
      'TD',
      'Note',
      'Figure',
      'Caption',
      'Link',
    ])
      expect(roles).toContain(role);
    const figures = tags.filter(({ role }) => role === 'Figure');
    expect(figures.every(({ alt }) => !!alt)).toBe(true);
    expect(figures.map(({ alt }) => alt)).toContain(
      'Trije krogi, javni sektor, podjetja in socialna podjetja, se stikajo pri skupnem naročilu',
    );
  });

  it('has bookmarks for its chapters, in order and with their numbers', () => {
    const [contents, intro, first] = slovenian.bookmarks;
    expect([contents!.title, intro!.title, first!.title]).toEqual([
      'Kazalo',
      'Uvod',
      '1 Sodelovanje treh sektorjev',
    ]);
    expect(first!.items.map(({ title }) => title)).toEqual([
      '1.1 Javno naročanje kot skupno delo',
      '1.2 Kdo sedi za mizo',
    ]);
  });

  it('gives the pages in its contents on which the chapters begin', () => {
    const contents = slovenian.pages[2]!.words.split('\n').map((line) =>
      line.replace(/[\s.]*\.[\s.]{6,}/, ' … '),
    );
    const chapters = flat(slovenian.bookmarks).filter(({ title }) =>
      /^(\d|Uvod|Javno naročilo|Stvarno|Slovar)/.test(title),
    );
    expect(chapters.length).toBeGreaterThan(12);
    for (const { title, page } of chapters) expect(contents.map(read)).toContain(`${read(title)} … ${page}`);
  });

  it('names the chapter on the left page and the section on the right one, with the number outside', () => {
    const heads = slovenian.pages.map(({ words }) => read(words.trim().split('\n')[0]!));
    const left = heads.find((head) => head.startsWith('8 '));
    expect(left).toBe('8 Javno naročanje kot skupno delo');
    expect(heads[6]).toBe('Kaj to pomeni za občino 7');
  });

  it('has the grant in its own words and language on the second page and on the back', () => {
    const statement = 'This project has received funding from the European Union.';
    for (const page of [slovenian.pages[1]!, slovenian.pages.at(-1)!]) {
      expect(read(page.words)).toContain(statement);
      expect(read(page.words)).toContain('Sole responsibility lies with the author');
      expect(everyTag(page.tags).some(({ role, alt }) => role === 'Figure' && alt === statement)).toBe(true);
    }
    expect(slovenian.languages).toContain('en-GB');
    expect(read(slovenian.pages[1]!.words)).toContain('VS/0000/0000');
    expect(read(slovenian.pages[1]!.words)).toContain('978-91-000-0000-0');
  });

  it('sets the marks of its language', () => {
    const words = slovenian.pages.map((page) => read(page.words)).join(' ');
    expect(words).toContain('»javno naročilo«');
    expect(words).toContain('2010–2012');
  });

  it('gives each case two pages at most, with its address', () => {
    const starts = flat(slovenian.bookmarks).filter(({ title }) => title.startsWith('Javno naročilo'));
    expect(starts).toHaveLength(4);
    expect(starts[1]!.page! - starts[0]!.page!).toBe(2);
    expect(starts[3]!.page! - starts[2]!.page!).toBe(2);
    expect(read(slovenian.pages[starts[0]!.page!]!.words)).toContain('hub.example/p/case-1');
  });

  it.each<[Locale, string[], string]>([
    ['sl', ['Celje', 'Čatež', 'Sežana', 'Škofja Loka', 'Zagorje', 'Žalec'], 'C Č O S Š Z Ž'],
    ['sv', ['Arboga', 'Zinkgruvan', 'Åmål', 'Ängelholm', 'Örebro', 'Östersund'], 'A Z Å Ä Ö'],
    ['it', ['Ängelholm', 'Écija', 'Forlì', 'Padova', 'Rovigo', 'Rubano'], 'A E F O P R Z'],
  ])('sorts its index as %s does', async (locale, order, letters) => {
    const book = madeUpBook(locale, { parts: 1, chapters: 1, cases: 1 });
    const pdf = locale === 'sl' ? slovenian : await print(book);
    const at = pdf.pages.findLastIndex(({ words }) => read(words).includes(book.words.indexOfPlaces));
    const words = read(
      pdf.pages[at]!.words.slice(pdf.pages[at]!.words.lastIndexOf(`${book.words.indexOfPlaces}\n`)),
    );
    const places = order.map((place) => words.indexOf(place));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    const heads = letters
      .split(' ')
      .map((letter) => words.search(new RegExp(`(?<= )${letter} \\p{Lu}`, 'u')));
    expect(heads.every((place) => place >= 0)).toBe(true);
  });

  it('threat: titles, names and texts that look like the language of the typesetter are printed as they stand', async () => {
    const book = madeUpBook('en', { parts: 1, chapters: 1, cases: 1 });
    const hostile = ['#read("/etc/passwd")', '$x^2$ @foo *bold* <label>', '\\u{41} #pagebreak()'];
    book.title = hostile[0]!;
    book.chapters[1]!.title = hostile[1]!;
    book.chapters[1]!.slug = '"] #panic() [';
    book.cases[0]!.title = hostile[2]!;
    book.cases[0]!.slug = '../../#"';
    book.partnership.name = '😀 #eval("1") \u0000 漢字';
    const pdf = await print(book);
    const words = pdf.pages.map((page) => read(page.words)).join(' ');
    expect(pdf.title).toBe('#read(”/etc/passwd”)'.replace(/”/g, (_, at: number) => (at < 8 ? '“' : '”')));
    expect(words).toContain('$x^2$ @foo *bold* <label>');
    expect(words).toContain('\\u{41} #pagebreak()');
    expect(words).toContain('#eval(“1”)');
  });

  it('threat: nothing that an author can write stops the book of all others', async () => {
    const figure = `![](/files/${FIGURE})`;
    const row = (cell: string, times: number) => `|${` ${cell} |`.repeat(times)}`;
    const texts = [
      '#### Four\n\n## Two\n\n#### Four\n\n##\n\n### **b** `c` [l](https://x.example)',
      'a[^1] b[^1] c[^2]\n\n# H[^1]\n\n| x[^2] | y |\n|-|-|\n| 1 | 2 |\n\n[^1]: n[^2][^1]\n[^2]: - list\n\n    more',
      [row('h', 12), row('-', 12), ...Array<string>(40).fill(row('donaudampfschifffahrt', 12))].join('\n'),
      '| | |\n|-|-|\n| | |\n\n| a | b |\n|-|-|',
      `::: key\n## Head\n\n| a | b |\n|-|-|\n| 1 | 2 |\n\n${figure}\n:::\n\n- ## inner\n\n  ${figure}`,
      `[a](https://example.org/${'x'.repeat(3000)}) [](https://e.org) [b](mailto:a@b.c) [c](/en/about) [d](#x)`,
      `\`\`\`\n${'x'.repeat(300)}\n\n\t漢字 #read\n\`\`\`\n\n\`#code\` שלום مرحبا ไทย 😀`,
      Array.from({ length: 12 }, (_, depth) => `${'  '.repeat(depth)}- item`).join('\n'),
      '',
    ];
    const book = madeUpBook('en', { parts: texts.length, chapters: 1, sections: 0, cases: 1 });
    for (const [at, text] of texts.entries())
      book.chapters[at + 1]!.children[0]!.body = parseDocument(text) as BookBody;
    // A case in a list, one that stands nowhere, one without words, a picture without words, a part without chapters.
    const { blocks } = book.chapters[1]!.children[0]!.body;
    blocks.push({ kind: 'list', ordered: false, start: 1, items: [[{ kind: 'case', place: 0 }], []] });
    blocks.push({ kind: 'case', place: 2 }, { kind: 'case', place: 2 });
    book.cases[2]!.body = { blocks: [], footnotes: [] };
    book.figures[FIGURE]!.alt = '';
    book.chapters[2]!.title = '\u200d';
    book.chapters[3]!.children[0]!.depth = 3;
    const pdf = await print(book);
    expect(
      flat(pdf.bookmarks).filter(({ title }) => title.startsWith('A contract in three lots')),
    ).toHaveLength(2);
    expect(pdf.accessible).toBe(true);
  });

  it('shows a chapter that is not translated in its own language, to the ear as well', async () => {
    const book = madeUpBook('en', { parts: 1, chapters: 2, cases: 0 });
    const other = madeUpBook('sl', { parts: 1, chapters: 1, cases: 0 }).chapters[1]!.children[0]!;
    book.chapters[1]!.children[0] = { ...other, credit: null };
    const pdf = await print(book);
    const at = pageWith(pdf, 'Javno naročanje kot skupno delo', 4);
    expect(read(pdf.pages[at - 1]!.words)).toContain('Shown in its original language: Slovenščina');
    expect(pdf.languages).toContain('sl-SI');
  });

  it('for the shop leaves room around the page for the marks and the bleed', async () => {
    const book = madeUpBook('sv', { parts: 1, chapters: 1, cases: 1 });
    book.cover = FIGURE;
    const inMillimetres = (pdf: ReadPdf) =>
      pdf.pages[0]!.box.slice(2).map((points) => Math.round((points / 72) * 25.4));
    expect(inMillimetres(await print(book, { paper: 'b5', shop: false }))).toEqual([176, 250]);
    expect(inMillimetres(await print(book, { paper: 'b5', shop: true }))).toEqual([196, 270]);
    expect(inMillimetres(await print(book, { paper: 'a4', shop: true }))).toEqual([230, 317]);
  });

  it('tells how far it is', async () => {
    const shares: number[] = [];
    await bookAsPdf(
      madeUpBook('it', { parts: 1, chapters: 1, cases: 0 }),
      A4,
      meansWith(await drawing(), shares),
    );
    expect(shares).toEqual([0.1, 0.9, 1]);
  });
});

describe('The marks of a language', () => {
  const set = (locale: Locale, text: string) => new Typography(locale).set(text).replace(/\u00a0/g, '~');

  it.each<[Locale, string, string]>([
    ['sl', 'Rekli so "da" in \'ne\'...', 'Rekli so »da« in ›ne‹…'],
    [
      'sl',
      'V Mariboru je bilo 1. maja 2012 s 35 % in z 12 t. i. deležniki',
      'V~Mariboru je bilo 1.~maja 2012 s~35~% in z~12 t.~i. deležniki',
    ],
    [
      'sv',
      'Det var "bra" och kostade 1 050 000 kr den 1 maj',
      'Det var ”bra” och kostade 1~050~000~kr den 1~maj',
    ],
    ['it', 'L\'impresa "sociale" dell\'Unione, p. 12', 'L’impresa «sociale» dell’Unione, p.~12'],
    ['en', 'It\'s "good" - from 2010-2012', 'It’s “good”~– from 2010–2012'],
    [
      'en',
      'ISBN 978-91-000-0000-0 and https://a.example/b-c',
      'ISBN 978-91-000-0000-0 and https://a.example/b-c',
    ],
  ])('%s: %s', (locale, text, expected) => {
    expect(set(locale, text)).toBe(expected);
  });
});

describe('The colours of partnerships', () => {
  it('are the same on paper as on pages', () => {
    const styles = readFileSync(join(__dirname, '../../src/ui/styles/tokens.css'), 'utf8');
    const found = [
      ...styles.matchAll(/\[data-accent='(\w+)'\] \{\s*--partnership: oklch\([\d.]+ ([\d.]+) (\d+)\)/g),
    ];
    const hex = expect.stringMatching(/^#[0-9a-f]{6}$/) as string;
    expect(ACCENTS).toEqual(
      Object.fromEntries(
        found.map(([, name, chroma, hue]) => [name, { chroma: Number(chroma), hue: Number(hue), hex }]),
      ),
    );
  });
});
