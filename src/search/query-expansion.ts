import type { Locale } from '../core/i18n/locales';

/** Words of a query that are one concept, and what it is called in other languages. */
export interface Expansion {
  /** Which of the words: from the first one up to before the second one. */
  from: number;
  to: number;
  /** Terms of several words are found where all of these stand in one text. */
  terms: { locale: Locale; term: string }[];
}

/**
 * Finds further words for what is searched. A capability that knows some provides a class of this kind; search finds it
 * by itself among the providers, as it finds kinds of texts.
 */
export abstract class QueryExpansion {
  /**
   * @param words of the query in their order, as typed
   * @param locale the language of who searches; the words may be in any other
   */
  abstract expand(words: string[], locale: Locale): Promise<Expansion[]>;
}
