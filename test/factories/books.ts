import sharp from 'sharp';
import type { DocumentBlock, Inline } from '../../src/core/documents/document';
import type { Book, BookChapter } from '../../src/editions/book';
import type { Means } from '../../src/editions/building/writer';

export const FIGURE = '0b0e7a44-57a5-4d9b-9c05-1a2b3c4d5e6f';
const MISSING = '1b0e7a44-57a5-4d9b-9c05-1a2b3c4d5e6f';

const text = (words: string): Inline => ({ kind: 'text', text: words });
const paragraph = (...children: Inline[]): DocumentBlock & { kind: 'paragraph' } => ({
  kind: 'paragraph',
  children,
});

const chapter = (slug: string, more: Partial<BookChapter> = {}): BookChapter => ({
  ...{ number: null, slug, depth: 1, title: slug, lead: null, locale: 'sl', credit: null },
  ...{ body: { blocks: [], footnotes: [] }, authors: [], children: [] },
  address: `https://hub.example/sl/handbooks/dobre-prakse/${slug}`,
  ...more,
});

const TENDERS = chapter('narocanje', {
  ...{
    number: '2.2',
    depth: 2,
    title: 'Razdelite javno naročilo',
    lead: 'Najprej razdelite, potem rezervirajte.',
  },
  body: {
    blocks: [
      { kind: 'heading', level: 2, anchor: 'h-1', children: [text('Zakaj')] },
      paragraph(
        text('Glejte '),
        { kind: 'reference', to: 'chapter', of: 'uvod', children: [] },
        text(' in '),
        { kind: 'reference', to: 'figure', of: FIGURE, children: [text('sliko')] },
        text('.'),
        { kind: 'footnote', number: 1 },
        { kind: 'strong', children: [{ kind: 'emphasis', children: [text('Močno')] }] },
        { kind: 'break' },
        { kind: 'link', address: '/sl/glossary', children: [text('slovar')] },
        { kind: 'code', text: 'a<b' },
      ),
      { kind: 'figure', file: FIGURE, caption: [text('Trije krogi')] },
      { kind: 'figure', file: FIGURE, caption: [text('Še enkrat')] },
      { kind: 'figure', file: MISSING, caption: [text('Izgubljena')] },
      {
        ...{ kind: 'callout', tone: 'key' },
        blocks: [
          paragraph(text('Ključno sporočilo.')),
          {
            ...{ kind: 'list', ordered: true, start: 3 },
            items: [
              [paragraph(text('Tretja točka'))],
              [{ kind: 'definition', term: 'zadruga', definition: 'Oblika podjetja.', locale: 'sl' }],
            ],
          },
        ],
      },
      {
        ...{ kind: 'table', align: [null, 'right'], head: [[text('Država')], [text('Število')]] },
        rows: [
          [[text('Švedska')], [text('3')]],
          [[text('Italija')], [text('4')]],
        ],
      },
      { kind: 'quote', blocks: [paragraph(text('Navedek.'))] },
      { kind: 'code', text: 'ena\n  dve <tri>', language: '' },
      { kind: 'rule' },
      { kind: 'message', text: 'Vi ska dela på det.', locale: 'sv' },
      { kind: 'case', place: 0 },
      { kind: 'case', place: 0 },
      { kind: 'gone' },
    ],
    footnotes: [[paragraph(text('Opomba pod črto.'))]],
  },
  children: [
    chapter('sklopi', {
      ...{ number: '2.2.1', depth: 3, title: 'Sklopi', locale: 'it' },
      body: { blocks: [paragraph(text('In lotti piccoli.'))], footnotes: [] },
    }),
  ],
});

/** A handbook as it was frozen, with everything that can stand in one. */
export const aBook = (more: Partial<Book> = {}): Book => ({
  ...{ locale: 'sl', title: 'Priročnik dobrih praks', subtitle: 'Kako sodelujemo', edition: 2 },
  ...{ frozenOn: '2026-11-22', kind: 'handbook', cover: null },
  partnership: {
    ...{
      name: 'Co-operation for employment',
      acronym: 'COOP',
      programme: 'PROGRESS',
      contract: 'VS/2012/0155',
    },
    ...{ accent: 'green', address: 'https://hub.example/sl/handbooks/dobre-prakse' },
  },
  imprint: {
    funding: [
      {
        statement: 'This project has received funding from the European Union',
        disclaimer: 'Sole responsibility lies with the author.',
        ...{ locale: 'en', emblem: true },
      },
    ],
    ...{ isbn: null, issn: null, licence: 'CC BY 4.0', editors: ['Ana Novak'], translators: ['Bo Ek'] },
    notes: ['Poglavje 2.2.1 je v italijanščini.'],
  },
  chapters: [
    chapter('uvod', {
      ...{ title: 'Uvod', credit: 'Iz švedščine prevedel Bo Ek', authors: ['Ana Novak', 'Bo Ek'] },
      body: { blocks: [paragraph(text('Dober dan.'))], footnotes: [] },
    }),
    chapter('podrocja', { number: '2', title: 'Področja', children: [TENDERS] }),
  ],
  cases: [
    {
      ...{ slug: 'tovarna', title: 'Tovarna dela', strapline: 'Delo za vse.', locale: 'it', version: 3 },
      ...{ rating: 'Dobra praksa', credit: null, themes: ['naročanje'], places: ['Rubano'] },
      facts: [{ label: 'Kraj', value: 'Rubano' }],
      body: {
        blocks: [
          { kind: 'heading', level: 2, anchor: 'h-1', children: [text('Il problema')] },
          paragraph(text('Era tutto fermo.')),
        ],
        footnotes: [],
      },
      address: 'https://hub.example/practices/tovarna',
    },
    {
      ...{ slug: 'posebej', title: 'Zunaj poglavij', strapline: 'Stoji sama.', locale: 'sl', version: 1 },
      ...{ rating: null, credit: null, themes: [], places: [], facts: [] },
      body: { blocks: [paragraph(text('Sama zase.'))], footnotes: [] },
      address: 'https://hub.example/practices/posebej',
    },
  ],
  index: {
    themes: [{ word: 'naročanje', at: ['narocanje', 'case:tovarna'] }],
    places: [{ word: 'Rubano', at: ['case:tovarna'] }],
  },
  glossary: {
    locales: ['sl', 'sv'],
    rows: [{ term: { sl: 'zadruga', sv: 'kooperativ' }, definition: 'Oblika podjetja.' }],
  },
  figures: {
    [FIGURE]: {
      ...{ number: 1, alt: 'Trije krogi, ki se prekrivajo', altLocale: 'sl', credit: 'Foto: Ana Novak' },
      ...{ width: 8, height: 6, type: 'image/png', sha256: '00' },
    },
  },
  words: {
    ...{ contents: 'Kazalo', imprint: 'Kolofon', listOfCases: 'Seznam praks', indexOfThemes: 'Kazalo tem' },
    ...{ indexOfPlaces: 'Kazalo krajev', glossary: 'Slovar', edition: 'Izdaja', licence: 'Licenca' },
    ...{ figure: 'Slika', footnotes: 'Opombe', gone: 'Tega ni več.', liveVersion: 'Živa različica' },
    tones: { key: 'Ključno', example: 'Primer', caution: 'Pozor' },
    ...{ definition: 'Opredelitev', message: 'Kaj so rekli' },
    references: {
      ...{ 'chapter:uvod': 'Uvod', 'chapter:narocanje': '2.2 Razdelite javno naročilo' },
      [`figure:${FIGURE}`]: 'Slika 1',
    },
  },
  ...more,
});

/** What a writer is given beside the book: the same small picture for every figure. */
export async function means(): Promise<Means> {
  const red = { width: 8, height: 6, channels: 3 as const, background: '#a1261b' };
  const bytes = await sharp({ create: red }).png().toBuffer();
  return { picture: async () => ({ bytes, type: 'image/png' }), progress: () => undefined };
}

/** The same book with something hostile in every word of it. */
export function hostileBook(hostile: string): Book {
  const book = aBook();
  const names = new Set([
    'locale',
    'altLocale',
    'slug',
    'kind',
    'file',
    'of',
    'to',
    'tone',
    'anchor',
    'accent',
    'address',
  ]);
  const values = new Set(['type', 'frozenOn', 'sha256', 'at', 'align', 'emblem', 'cover', 'locales']);
  const spoil = (value: unknown, name: string): unknown => {
    if (names.has(name) || values.has(name)) return value;
    if (typeof value === 'string') return `${value} ${hostile}`;
    if (Array.isArray(value)) return value.map((each) => spoil(each, name));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, spoil(each, key)]));
  };
  return spoil(book, '') as Book;
}

/** Everything that people or the hub say in a book, part by part, that every format must have. */
export function wordsOfBook(book: Book): string[] {
  const said: string[] = [];
  const silent = new Set([
    ...[
      'kind',
      'slug',
      'locale',
      'altLocale',
      'anchor',
      'file',
      'of',
      'to',
      'tone',
      'address',
      'accent',
      'type',
      'sha256',
    ],
    ...[
      'frozenOn',
      'at',
      'align',
      'cover',
      'words',
      'version',
      'themes',
      'places',
      'locales',
      'figures',
      'language',
    ],
  ]);
  const collect = (value: unknown, name: string): void => {
    if (name !== '' && silent.has(name)) return;
    if (typeof value === 'string') said.push(value);
    else if (Array.isArray(value)) value.forEach((each) => collect(each, ''));
    else if (value && typeof value === 'object')
      Object.entries(value).forEach(([key, each]) => collect(each, key));
  };
  collect(book, '');
  return said.filter((each) => !['Izgubljena'].some((gone) => each.startsWith(gone)));
}
