/** How words in a cell look. */
export type Look = 'title' | 'head' | 'strong' | 'wrapped' | 'soft';

/** Words are always words: nothing in a cell is ever performed as a formula. */
export type Cell = string | null | NumberCell | { date: string } | TextCell;

export interface NumberCell {
  /** A decimal number as a string, never through a binary float. */
  number: string;
  /** How many decimals are shown, with the separators of whoever opens it; absent: as it is. */
  decimals?: number;
}

export interface TextCell {
  text: string;
  look?: Look;
  /** Where a click leads. */
  address?: string;
}

export interface Sheet {
  /** Up to 31 characters; what no name may hold is left out. */
  name: string;
  /** In characters; by column. */
  widths: readonly number[];
  /** What stays when the rest is scrolled. */
  frozen?: { rows: number; columns: number };
  /** Its first row filters the others. */
  filtered?: boolean;
  /** Printed on its side, as wide as the paper. */
  landscape?: boolean;
  rows: readonly (readonly Cell[])[];
}

export interface Workbook {
  title: string;
  creator: string;
  /** BCP 47. */
  language: string;
  /** ISO date. */
  day: string;
  sheets: readonly Sheet[];
}
