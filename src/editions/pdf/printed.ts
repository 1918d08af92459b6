/** What the templates read: the book with labels instead of slugs, and words as they are to be printed. */
export interface Spoken {
  lang: string;
  region: string | null;
}

export type PrintedInline =
  | { kind: 'text' | 'code'; text: string }
  | { kind: 'strong' | 'emphasis' | 'struck'; children: PrintedInline[] }
  | {
      kind: 'link';
      address: string;
      /** What is printed of it at the foot of the page. */
      note: string | null;
      children: PrintedInline[];
    }
  | { kind: 'reference'; to: string; children: PrintedInline[] }
  | { kind: 'words'; children: PrintedInline[] }
  | { kind: 'footnote'; number: number; label: string; again: boolean }
  | { kind: 'break' };

export type PrintedBlock =
  | { kind: 'paragraph'; children: PrintedInline[] }
  | { kind: 'heading'; level: number; label: string; section: Section | null; children: PrintedInline[] }
  | { kind: 'list'; ordered: boolean; start: number; items: PrintedBlock[][] }
  | { kind: 'quote'; blocks: PrintedBlock[] }
  | { kind: 'code'; text: string }
  | { kind: 'rule' }
  | PrintedTable
  | PrintedFigure
  | ({ kind: 'callout'; title: string } & Box)
  | ({ kind: 'definition' | 'message'; name: string; title: string } & Box & Spoken)
  | ({ kind: 'case'; to: string; title: string; strapline: string } & Spoken)
  | ({ kind: 'gone'; text: string } & Spoken);

interface Box {
  blocks: PrintedBlock[];
  /** Too short to be divided between two pages. */
  whole: boolean;
}

export interface PrintedTable {
  kind: 'table';
  align: ('left' | 'center' | 'right')[];
  /** Shares of the width. */
  widths: number[];
  head: PrintedInline[][];
  rows: PrintedInline[][][];
}

export interface PrintedFigure {
  kind: 'figure';
  number: string | null;
  label: string | null;
  source: string;
  alt: string;
  /** Per cent of the column. */
  width: number;
  /** Times its width. */
  height: number;
  caption: PrintedInline[];
  credits: string[];
}

/** For the head of the right-hand page. */
export interface Section {
  title: string;
  chapter: string;
  language: Spoken;
}

export interface PrintedChapter {
  id: string;
  /** The chapter on whose page it stands. */
  of: string;
  label: string;
  level: number;
  number: string | null;
  title: string;
  language: Spoken;
  kicker: string | null;
  lead: string | null;
  notice: string[];
  /** Whether it begins with an opening, or goes on after a case. */
  form: 'opening' | 'section' | 'continued';
  blocks: PrintedBlock[];
  notes: PrintedBlock[][];
}

export interface PrintedCase {
  label: string;
  level: number;
  language: Spoken;
  kicker: string;
  title: string;
  strapline: string;
  section: Section;
  facts: { label: string; text: string }[];
  blocks: PrintedBlock[];
  notes: PrintedBlock[][];
  tables: { title: string; table: PrintedTable }[];
  /** Path of the squares for a telephone. */
  code: string;
  address: string;
  shortAddress: string;
  closing: string[];
}

export type Group =
  | { kind: 'part'; chapter: PrintedChapter }
  | { kind: 'chapters'; chapters: PrintedChapter[] }
  | { kind: 'practice'; practice: PrintedCase };

export interface Register {
  name: string;
  groups: { letter: string; entries: { term: string; to: string[] }[] }[];
}

export interface PrintedGlossary {
  languages: ({ name: string } & Spoken)[];
  rows: { terms: (({ text: string } & Spoken) | null)[]; definition: string | null }[];
}

export interface PrintedBook {
  paper: Paper;
  shop: boolean;
  hue: number;
  chroma: number;
  seats: [number, number][][];
  language: Spoken;
  words: Record<'page' | 'figure' | 'contents' | 'cases' | 'index' | 'glossary' | 'live', string>;
  title: string;
  titleSize: number;
  subtitle: string | null;
  frozenOn: { year: number; month: number; day: number };
  partnership: { name: string; short: string };
  series: string;
  coverLine: string;
  /** Path of a picture. */
  cover: string | null;
  imprint: { label: string; value: string }[];
  notes: string[];
  funding: ({ statement: string; disclaimer: string | null; emblem: boolean } & Spoken)[];
  groups: Group[];
  cases: { title: string; to: string; facts: string; language: Spoken }[];
  index: Register[];
  glossary: PrintedGlossary;
  backLines: string[];
  address: string;
}

export type Paper = 'a4' | 'b5';
