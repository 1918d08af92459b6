/** A brief as its template reads it: words as they are to be printed, in the order of the page. */
export interface Brief {
  landscape: boolean;
  chroma: number;
  hue: number;
  language: Spoken;
  /** Kind, partnership, version and day, in one quiet line. */
  above: string;
  title: Passage;
  lead: Passage | null;
  author: string;
  day: { year: number; month: number; day: number };
  blocks: Block[];
  funding: { statement: string; disclaimer: string | null; emblem: boolean; language: Spoken } | null;
  address: string;
  /** The same without what every address begins with. */
  shortAddress: string;
  words: { page: string; permanent: string; licence: string };
}

export interface Spoken {
  lang: string;
  region: string | null;
}

export interface Passage {
  text: string;
  language: Spoken;
}

export type Block =
  | { kind: 'heading'; text: Passage }
  | { kind: 'text'; text: Passage; small?: boolean }
  | { kind: 'list'; items: Passage[] }
  | HeatBlock
  | { kind: 'table'; widths: number[]; head: string[]; rows: TableCell[][] };

export interface TableCell {
  text: Passage;
  /** Below it, small: unit, period, flags, what must be known. */
  note?: Passage;
  strong?: boolean;
}

/** Numbers on a scale of one hue; what has too few answers is hatched. */
export interface HeatBlock {
  kind: 'heat';
  corner: string;
  columns: string[];
  rows: { code: string; title: Passage; cells: HeatCell[] }[];
  legend: { step: number | null; label: string }[];
}

export interface HeatCell {
  /** Null: no statement is asked there. */
  text: string | null;
  /** Null: too few answers. */
  step: number | null;
  note: string;
}
