import { stems } from '../../search/stemming/stems';
import { fold, words } from '../../search/stemming/words';
import { bare } from '../terms/term';
import type { IndexedConcept, IndexedTerm } from '../terms/term-index.service';

/** Concepts that have a term, in any language, with all the words of the query: begun, or in any of their forms. */
export function matching(concepts: readonly IndexedConcept[], query: string): IndexedConcept[] {
  const asked = words(query).map(({ word }) => word);
  const fits = asker();
  return concepts.filter(({ terms }) =>
    terms.some((term) => {
      const own = words(bare(term.word)).map(({ word }) => word);
      return asked.every((each) => own.some((word) => fits(each, word, term)));
    }),
  );
}

/** The words of a query are taken apart once for each language. */
function asker(): (asked: string, word: string, term: IndexedTerm) => boolean {
  const known = new Map<string, string[]>();
  const stemsOf = (word: string, locale: string): string[] => {
    const id = `${locale} ${word}`;
    const found = known.get(id) ?? stems(word, locale);
    known.set(id, found);
    return found;
  };
  return (asked, word, { locale }) => {
    if (fold(word).startsWith(fold(asked))) return true;
    const own = stemsOf(word, locale);
    return stemsOf(asked, locale).some((stem) => own.includes(stem));
  };
}
