import { makesCompounds } from '../../search/stemming/compounds';
import { stems } from '../../search/stemming/stems';
import { declines } from './declension';
import type { Entry } from './entry';

/** A term of fewer letters is found in too many words that it is no part of. */
const SHORTEST = 5;
/** They make verbs and abstract words of another meaning: återförening is no förening. */
const PREFIXES =
  /^(?:an|av|be|bi|bort|efter|ej|er|fram|från|för|före|hem|in|med|miss|mot|ned|o|om|på|sam|till|under|upp|ur|ut|van|vid|å|åter|över)$/;
/** What ties the first part of a compound to the second. */
const JOINTS = ['', 's'];

/** For Swedish: the term that a compound ends with (samordningsprojekt) or begins with (partnerskapsavtal). */
export function compounds(locale: string, entries: readonly Entry[]): (word: string) => Entry | undefined {
  if (locale !== 'sv') return () => undefined;
  const simple = entries
    .filter(({ words, caseMatters }) => words.length === 1 && !caseMatters)
    .map((entry) => ({ entry, word: entry.words[0]! }))
    .filter(({ word }) => word.plain.length >= SHORTEST && !word.exact)
    .sort((a, b) => b.word.plain.length - a.word.plain.length);
  const known = new Set(simple.flatMap(({ word }) => word.stems));
  const isWord = (part: string) => stems(part, 'sv').some((stem) => known.has(stem)) || makesCompounds(part);
  return (plain) =>
    /^\p{L}{8,40}$/u.test(plain)
      ? simple.find(({ word }) => ends(plain, word.plain, isWord) || begins(plain, word.plain, isWord))?.entry
      : undefined;
}

function ends(plain: string, term: string, isWord: (part: string) => boolean): boolean {
  const at = plain.indexOf(term.slice(0, -1), 3);
  if (at < 3 || !declines(plain.slice(at), term, 'sv', true)) return false;
  const before = plain.slice(0, at);
  return !PREFIXES.test(before) && (before.length >= 5 || isWord(before.replace(/s$/, '')));
}

function begins(plain: string, term: string, isWord: (part: string) => boolean): boolean {
  const starts = [term, term.replace(/[ae]$/, '')].filter((start) => plain.startsWith(start));
  return starts.some((start) =>
    JOINTS.some((joint) => {
      const rest = plain.slice(start.length);
      return rest.startsWith(joint) && rest.length - joint.length >= 4 && isWord(rest.slice(joint.length));
    }),
  );
}
