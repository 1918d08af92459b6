import { lower, words } from '../stemming/words';

/** What was asked for, word by word. */
export interface QueryPart {
  /** As typed. */
  words: string[];
  /** These words, next to each other and in this form. */
  phrase: boolean;
  /** Must not stand in the text. */
  excluded: boolean;
}

const MOST_PARTS = 12;
const MOST_WORDS = 24;
/** A word, or several in quotes; with `-` before it, neither is wanted. The last quote may be missing. */
const PART = /(?<![^\s(])(-?)["“”„«»]([^"“”„«»]*)|(-?)([^\s"“”„«»]+)/g;
/** What Italian puts before a word: dell'impresa asks for impresa. */
const ELIDED = /(?<![\p{L}\p{N}])\p{L}{1,7}['’](?=\p{L}{2})/gu;

/** Whatever else people type (operators, brackets, half quotes) is what parts words. */
export function queryParts(query: string): QueryPart[] {
  const parts: QueryPart[] = [];
  let left = MOST_WORDS;
  for (const [, noPhrase = '', phrase, noWord = '', word = ''] of query.matchAll(PART)) {
    const typed = words((phrase ?? word).replace(ELIDED, ''))
      .map((each) => each.word)
      .slice(0, left);
    if (typed.length === 0 || parts.length >= MOST_PARTS) continue;
    left -= typed.length;
    const excluded = Boolean(phrase === undefined ? noWord : noPhrase);
    if (phrase === undefined && !excluded)
      for (const each of typed) parts.push({ words: [each], phrase: false, excluded });
    else parts.push({ words: typed, phrase: typed.length > 1 || phrase !== undefined, excluded });
  }
  return parts;
}

/** The words that are looked for in all their forms. */
export const looseWords = (parts: QueryPart[]): string[] =>
  parts.filter(({ phrase, excluded }) => !phrase && !excluded).map(({ words: [word = ''] }) => lower(word));
