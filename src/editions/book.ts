import type { DocumentBody, DocumentBlock } from '../core/documents/document';
import type { Locale } from '../core/i18n/locales';

/**
 * A handbook as it was frozen, in one language: plain JSON with every word that the printed book has, so that each
 * format is written from it alone, today and in ten years.
 */
export interface Book {
  locale: Locale;
  title: string;
  subtitle: string | null;
  /** Number of the edition in this language. */
  edition: number;
  /** ISO 8601 date of the freezing. */
  frozenOn: string;
  kind: 'handbook' | 'proceedings' | 'library';
  partnership: BookPartnership;
  imprint: BookImprint;
  /** File of the picture on the cover. */
  cover: string | null;
  chapters: BookChapter[];
  /** Cases that stand in it, in the order of reading. */
  cases: BookCase[];
  /** Sorted as the edition's language sorts. */
  index: { themes: BookIndexEntry[]; places: BookIndexEntry[] };
  glossary: BookGlossary;
  /** Every picture that stands in it, by the id of its file; the bytes are with the hub's files. */
  figures: Record<string, BookFigure>;
  words: BookWords;
}

export interface BookPartnership {
  name: string;
  acronym: string | null;
  programme: string | null;
  /** The contract's number. */
  contract: string | null;
  /** Name of the colour: `green` and so on (ui/styles/tokens.css). */
  accent: string;
  /** Address of the live handbook. */
  address: string;
}

export interface BookImprint {
  /** In the grant's own wording and its language; never translated (visibility.md §1.5). */
  funding: { statement: string; disclaimer: string | null; locale: string; emblem: boolean }[];
  isbn: string | null;
  issn: string | null;
  licence: string;
  editors: string[];
  translators: string[];
  /** Finished lines: "Translated from Slovenian by …", "Chapter 2.2 is shown in Slovenian, its original". */
  notes: string[];
}

export interface BookChapter {
  /** "2.2"; `null` for an introduction. */
  number: string | null;
  /** Anchor of the chapter, the same in all formats and languages. */
  slug: string;
  depth: number;
  title: string;
  lead: string | null;
  /** Of its words: another one than the book's when it is not translated. */
  locale: Locale;
  /** "Translated from Slovenian by …", when it is a translation. */
  credit: string | null;
  body: BookBody;
  /** People who wrote it, where they are named: proceedings. */
  authors: string[];
  /** Where it is read live. */
  address: string;
  children: BookChapter[];
}

/** References resolved to labels, inclusions to what they include. */
export interface BookBody {
  blocks: BookBlock[];
  footnotes: BookBlock[][];
}

/** `reference` inlines keep their target; what it is called stands in `Book.words.references`. */
export type BookBlock =
  | Exclude<DocumentBlock, { kind: 'inclusion' | 'quote' | 'callout' | 'list' }>
  | { kind: 'quote'; blocks: BookBlock[] }
  | { kind: 'list'; ordered: boolean; start: number; items: BookBlock[][] }
  | { kind: 'callout'; tone: 'key' | 'example' | 'caution'; blocks: BookBlock[] }
  | { kind: 'definition'; term: string; definition: string; locale: Locale }
  | {
      kind: 'message';
      text: string;
      locale: Locale;
      /** What it is, if it is no key message: a conclusion, an answer, a recommendation. */ label?: string;
      /** Where it is read with what it rests on. */ address?: string;
    }
  | { kind: 'case'; /** Place in `Book.cases`. */ place: number }
  | { kind: 'gone' };

export interface BookCase {
  slug: string;
  title: string;
  strapline: string;
  locale: Locale;
  version: number;
  /** "Good practice" in words, with the scores. */
  rating: string | null;
  credit: string | null;
  /** Labelled facts: place, owner, period, themes. */
  facts: { label: string; value: string }[];
  body: DocumentBody;
  themes: string[];
  places: string[];
  /** Short address of the live version, for the QR code. */
  address: string;
}

export interface BookIndexEntry {
  word: string;
  /** Slugs of chapters and of cases (`case:<slug>`) in the order of reading. */
  at: string[];
}

/** Term by term, one column per language. */
export interface BookGlossary {
  locales: Locale[];
  rows: { term: Record<Locale, string>; definition: string | null }[];
}

export interface BookFigure {
  number: number | null;
  alt: string;
  altLocale: Locale;
  credit: string | null;
  width: number;
  height: number;
  /** MIME type of the bytes that are kept. */
  type: string;
  /** Key of the bytes in the hub's store. */
  sha256: string;
}

/** What a book says in its own language without anybody having written it. */
export interface BookWords {
  contents: string;
  imprint: string;
  listOfCases: string;
  indexOfThemes: string;
  indexOfPlaces: string;
  glossary: string;
  edition: string;
  licence: string;
  /** "Figure" */
  figure: string;
  footnotes: string;
  gone: string;
  liveVersion: string;
  tones: Record<'key' | 'example' | 'caution', string>;
  definition: string;
  message: string;
  /** What a reference is called that has no words of its own: by `chapter:<slug>` and `figure:<file>`. */
  references: Record<string, string>;
}
