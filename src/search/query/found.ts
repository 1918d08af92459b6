import type { Expansion } from '../query-expansion';
import type { Candidate } from './candidates';
import type { QueryPart } from './query-words';

/** What is looked for. */
export interface Search {
  parts: QueryPart[];
  expansions: Expansion[];
  /** Words of the hub for those that were typed and stand nowhere. */
  similar: Map<string, string[]>;
}

/** What was found and the words that found it. */
export interface Found extends Search {
  /** Texts in their order, each with the languages in which it matches. */
  texts: Candidate[][];
  more: boolean;
}
