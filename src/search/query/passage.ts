import { stems } from '../stemming/stems';
import { fold, lower, words, type Word } from '../stemming/words';
import { parts as partsOf } from '../stemming/compounds';
import type { Search } from './found';

/** A piece of a text, marked when it is what was looked for. */
export interface Piece {
  text: string;
  marked: boolean;
}

type Matches = (word: string) => boolean;

/** Characters that are shown of a text, and how many of them before the first match. */
const LENGTH = 260;
const BEFORE = 80;
/** Further into a text no match is looked for. */
const FARTHEST = 30_000;

/** By the language of the text, each made once. */
export function matchers(search: Search): (locale: string) => Matches {
  const made = new Map<string, Matches>();
  return (locale) => {
    const matches = made.get(locale) ?? matcher(search, locale);
    made.set(locale, matches);
    return matches;
  };
}

/** Whether a word of a text in this language is one of those that were looked for. */
function matcher({ parts, expansions, similar }: Search, locale: string): Matches {
  const wanted = parts.filter(({ excluded }) => !excluded).flatMap(({ words: typed }) => typed);
  const terms = expansions.flatMap((expansion) => expansion.terms.filter((term) => term.locale === locale));
  const widened = [...terms.flatMap(({ term }) => words(term).map(({ word }) => word))];
  const known = new Set([...wanted, ...widened].flatMap((word) => stems(word, locale)));
  const foldedStems = new Set(wanted.flatMap((word) => stems(word, locale).map(fold)));
  const folded = new Set([...wanted.map(fold), ...[...similar.values()].flat()]);
  const last = parts.at(-1);
  const begin = last && !last.excluded && !last.phrase ? fold(last.words[0]!) : '';
  const plain = wanted.every((word) => fold(word) === lower(word));
  return once((word) => {
    const bare = fold(word);
    if (folded.has(bare) || (begin.length >= 3 && bare.startsWith(begin))) return true;
    const forms = [...stems(word, locale), ...partsOf(word, locale)];
    return forms.some((form) => known.has(form) || (plain && foldedStems.has(fold(form))));
  });
}

/** Most words are said again and again. */
function once(matches: Matches): Matches {
  const known = new Map<string, boolean>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const found = matches(word);
    known.set(word, found);
    return found;
  };
}

/** The beginning of a text, or the place of the first match. */
export function passage(text: string, matches: Matches): Piece[] {
  const all = words(text.slice(0, FARTHEST));
  const first = all.find(({ word }) => matches(word));
  const from = first && first.start > LENGTH - BEFORE ? startBefore(all, first.start - BEFORE) : 0;
  const to = from + LENGTH < text.length ? endAfter(all, from + LENGTH) : text.length;
  const shown = marked(
    text,
    from,
    to,
    all.filter((word) => word.start >= from && word.end <= to),
    matches,
  );
  const before = from > 0 ? [{ text: '… ', marked: false }] : [];
  const after = to < text.length ? [{ text: ' …', marked: false }] : [];
  return [...before, ...shown, ...after];
}

/** The whole text with its matches. */
export const markedText = (text: string, matches: Matches): Piece[] =>
  marked(text, 0, text.length, words(text), matches);

function marked(text: string, from: number, to: number, within: Word[], matches: Matches): Piece[] {
  const pieces: Piece[] = [];
  let place = from;
  for (const { start, end } of within.filter(({ word }) => matches(word))) {
    if (start > place) pieces.push({ text: text.slice(place, start), marked: false });
    pieces.push({ text: text.slice(start, end), marked: true });
    place = end;
  }
  if (place < to) pieces.push({ text: text.slice(place, to), marked: false });
  return pieces;
}

const startBefore = (all: Word[], place: number): number =>
  all.find(({ start }) => start >= place)?.start ?? 0;
const endAfter = (all: Word[], place: number): number =>
  all.findLast(({ end }) => end <= place)?.end ?? place;
