import { bare } from '../terms/term';
import type { IndexedConcept } from '../terms/term-index.service';

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const wordsOf = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Concepts that have a term, in any language, with all the words of the query. */
export function matching(concepts: readonly IndexedConcept[], query: string): IndexedConcept[] {
  const asked = wordsOf(query);
  return concepts.filter(({ terms }) =>
    terms.some(({ word }) => {
      const own = wordsOf(bare(word));
      return asked.every((each) => own.some((word) => word.startsWith(each)));
    }),
  );
}
