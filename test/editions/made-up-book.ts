import sharp from 'sharp';
import type { DocumentBody } from '../../src/core/documents/document';
import { parseDocument } from '../../src/core/documents/parse';
import { LOCALES, type Locale } from '../../src/core/i18n/locales';
import type { Book, BookBlock, BookCase, BookChapter } from '../../src/editions/book';
import type { Means } from '../../src/editions/building/writer';
import { SAMPLES, type Sample } from './sample-texts';

export const FIGURE = '11111111-1111-4111-8111-111111111111';

export interface Extent {
  parts?: number;
  /** In each part. */
  chapters?: number;
  /** In each chapter. */
  sections?: number;
  /** In each part. */
  cases?: number;
  terms?: number;
}

/** A whole book about nothing, with everything in it that a book may have. */
export function madeUpBook(locale: Locale, extent: Extent = {}): Book {
  const { parts = 2, chapters = 2, sections = 1, cases = 2, terms = 12 } = extent;
  const sample = SAMPLES[locale]!;
  const all = Array.from({ length: parts * cases }, (_, place) => caseOf(locale, sample, place));
  const places = [...sample.places, ...SAMPLES['sv']!.places];
  return {
    ...{
      locale,
      title: sample.title,
      subtitle: sample.subtitle,
      edition: 1,
      frozenOn: '2026-11-22',
      kind: 'handbook',
    },
    partnership: {
      ...{ name: sample.partnership, acronym: 'SAMPLE', programme: 'PROGRESS', contract: 'VS/0000/0000' },
      ...{ accent: 'green', address: `https://hub.example/${locale}/handbooks/sample` },
    },
    imprint: {
      funding: [
        {
          statement: 'This project has received funding from the European Union.',
          disclaimer:
            'Sole responsibility lies with the author and the Commission is not responsible for any use that may be made of the information contained herein.',
          ...{ locale: 'en', emblem: true },
        },
      ],
      ...{ isbn: '978-91-000-0000-0', issn: null, licence: 'CC BY 4.0' },
      editors: ['Demo Editor', 'Čeda Žagar'],
      translators: ['Åsa Öberg'],
      notes: all.map(({ title, version }) => `${title}: ${version}`),
    },
    cover: null,
    chapters: [
      chapter(locale, {
        slug: 'intro',
        number: null,
        depth: 1,
        title: sample.intro,
        markdown: sample.paragraphs.join('\n\n'),
      }),
      ...Array.from({ length: parts }, (_, part) =>
        partOf(locale, sample, part + 1, { chapters, sections, cases: range(part * cases, cases) }),
      ),
    ],
    cases: all,
    index: {
      themes: sample.themes.map((word, at) => ({
        word,
        at: all.filter((_, place) => place % 3 !== at % 3).map(({ slug }) => `case:${slug}`),
      })),
      places: places.map((word, at) => ({
        word,
        at: [`case:case-${(at % (parts * cases || 1)) + 1}`, 'c-1-1'],
      })),
    },
    glossary: { locales: [...LOCALES], rows: Array.from({ length: terms }, (_, at) => termOf(at)) },
    figures: {
      [FIGURE]: {
        number: 1,
        alt: sample.alt,
        altLocale: locale,
        credit: 'Demo Photo, CC BY 4.0',
        width: 1200,
        height: 620,
        type: 'image/png',
        sha256: '0'.repeat(64),
      },
    },
    words: {
      ...sample.words,
      references: { 'chapter:c-1-1': sample.reference, [`figure:${FIGURE}`]: `${sample.words.figure} 1` },
    },
  };
}

const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, at) => from + at);

function partOf(
  locale: Locale,
  sample: Sample,
  number: number,
  extent: { chapters: number; sections: number; cases: number[] },
): BookChapter {
  const children = range(1, extent.chapters).map((at) =>
    chapterOf(locale, sample, `${number}.${at}`, extent.sections),
  );
  children.at(-1)!.body.blocks.push(...extent.cases.map((place): BookBlock => ({ kind: 'case', place })));
  const title = sample.parts[(number - 1) % sample.parts.length]!;
  return {
    ...chapter(locale, {
      slug: `p-${number}`,
      number: `${number}`,
      depth: 1,
      title,
      markdown: '',
      lead: sample.lead,
    }),
    children,
  };
}

function chapterOf(locale: Locale, sample: Sample, number: string, sections: number): BookChapter {
  const slug = `c-${number.replace('.', '-')}`;
  const title = sample.chapters[Number(number.split('.')[1]) % sample.chapters.length]!;
  const found = chapter(locale, {
    slug,
    number,
    depth: 2,
    title,
    markdown: sample.body(FIGURE),
    lead: sample.lead,
  });
  found.body.blocks.push(
    { kind: 'definition', term: sample.term, definition: sample.definition, locale },
    { kind: 'message', text: sample.paragraphs[1]!, locale },
  );
  found.credit = sample.credit;
  found.children = range(1, sections).map((at) =>
    chapter(locale, {
      slug: `${slug}-${at}`,
      number: `${number}.${at}`,
      depth: 3,
      title: sample.section,
      markdown: sample.paragraphs.join('\n\n'),
    }),
  );
  return found;
}

interface Facts {
  slug: string;
  number: string | null;
  depth: number;
  title: string;
  markdown: string;
  lead?: string;
}

function chapter(locale: Locale, { markdown, lead, ...facts }: Facts): BookChapter {
  return {
    ...{ ...facts, locale, credit: null, authors: [], children: [], lead: lead ?? null },
    body: parseDocument(markdown) as BookChapter['body'],
    address: `https://hub.example/${locale}/handbooks/sample/${facts.slug}`,
  };
}

function caseOf(locale: Locale, sample: Sample, place: number): BookCase {
  const slug = `case-${place + 1}`;
  return {
    ...{ slug, locale, version: 2, strapline: sample.strapline, rating: sample.rating, credit: null },
    title: `${sample.caseTitle} ${place + 1}`,
    facts: sample.facts.map(([label, value]) => ({ label, value })),
    body: parseDocument(sample.caseBody(place % 2 === 0 ? 1 : 0.5)) satisfies DocumentBody,
    themes: [sample.themes[place % sample.themes.length]!],
    places: [sample.places[place % sample.places.length]!],
    address: `https://hub.example/p/${slug}`,
  };
}

const termOf = (at: number): Book['glossary']['rows'][number] => ({
  term: Object.fromEntries(
    LOCALES.map((locale) => [
      locale,
      `${SAMPLES[locale]!.themes[at % SAMPLES[locale]!.themes.length]}${at < 8 ? '' : ` ${at}`}`,
    ]),
  ),
  definition: at % 3 === 0 ? SAMPLES['en']!.definition : null,
});

/** Three circles that meet. */
export async function drawing(): Promise<Buffer> {
  const circles = [
    [430, 220],
    [770, 220],
    [600, 400],
  ].map(([x, y]) => `<circle cx="${x}" cy="${y}" r="190"/>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="620"><rect width="1200" height="620" fill="#faf9f6"/><g fill="none" stroke="#1c201d" stroke-width="4">${circles.join('')}</g><circle cx="600" cy="285" r="14"/></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

export const meansWith = (bytes: Buffer, shares: number[] = []): Means => ({
  picture: async () => ({ bytes, type: 'image/png' }),
  progress: (share) => void shares.push(share),
});
