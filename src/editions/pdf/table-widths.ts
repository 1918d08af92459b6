import { wordsOf, type Inline } from '../../core/documents/document';

/** A column needs no more than this many characters to be read well. */
const ENOUGH = 44;

/** Shares of the width by what stands in the columns: the longest word must fit, long texts get most. */
export function sharesOf(head: Inline[][], rows: Inline[][][]): number[] {
  return head.map((cell, column) => {
    const texts = [cell, ...rows.map((row) => row[column] ?? [])].map(wordsOf);
    const longestText = Math.max(...texts.map(({ length }) => length));
    const longestWord = Math.max(...texts.flatMap((text) => text.split(/\s+/).map(({ length }) => length)));
    return Math.max(5, Math.min(longestWord, 24) * 1.25, Math.min(longestText, ENOUGH));
  });
}
