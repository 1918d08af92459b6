import { parts } from '../stemming/compounds';
import { stems } from '../stemming/stems';
import { fold, lower, words } from '../stemming/words';

/** What PostgreSQL keeps of where words stand. */
const LAST_PLACE = 16_000;
const LONGEST_WORD = 100;
/** So that a phrase never begins in a title and ends in the text. */
const GAP = 5;

/**
 * How words stand in the index. `=word` as it is written, `~word` without accents, `sv:stem` of which word it may be a
 * form, in its language, `sv~stem` the same without accents; `^` before any of them: in the title.
 */
export const lexeme = {
  exact: (word: string) => `=${short(lower(word))}`,
  folded: (word: string) => `~${short(fold(word))}`,
  stem: (stem: string, locale: string) => `${locale}:${short(stem)}`,
  foldedStem: (stem: string, locale: string) => `${locale}~${short(fold(stem))}`,
};

const short = (word: string): string =>
  word.length > LONGEST_WORD ? Array.from(word).slice(0, LONGEST_WORD).join('') : word;

/** All lexemes of a text, as PostgreSQL reads a `tsvector`; and its words, for finding what was meant. */
export function lexemesOf(title: string | null, body: string, locale: string) {
  const places = new Map<string, number[]>();
  const vocabulary = new Set<string>();
  let place = 0;
  const add = (name: string, at?: number) => {
    const known = places.get(name) ?? [];
    if (at !== undefined && at <= LAST_PLACE) known.push(at);
    places.set(name, known);
  };
  const read = (text: string, titled: boolean) => {
    for (const { word } of words(text)) {
      place += 1;
      const [exact, folded] = [lexeme.exact(word), lexeme.folded(word)];
      add(exact, place);
      const literal = folded.slice(1) === exact.slice(1) ? [exact] : [exact, folded];
      for (const name of literal) add(name, place);
      const inflected = stemLexemes(word, locale);
      for (const name of inflected) add(name);
      if (titled) for (const name of [...literal, ...inflected]) add(`^${name}`);
      if (/^\p{L}{4,40}$/u.test(word)) vocabulary.add(fold(word));
    }
  };
  read(title ?? '', true);
  place += GAP;
  read(body, false);
  return { lexemes: [...places].map(([name, at]) => entry(name, at)).join(' '), vocabulary: [...vocabulary] };
}

function stemLexemes(word: string, locale: string): string[] {
  return [...stems(word, locale), ...parts(word, locale)].flatMap((stem) => {
    const plain = lexeme.stem(stem, locale);
    const folded = lexeme.foldedStem(stem, locale);
    return folded.slice(locale.length + 1) === stem ? [plain] : [plain, folded];
  });
}

const entry = (name: string, at: number[]): string =>
  quoted(name) + (at.length > 0 ? `:${at.slice(0, 200).join(',')}` : '');

/** As `tsvector` and `tsquery` read a word, whatever is in it. */
export const quoted = (name: string): string => `'${name.replace(/['\\]/g, (mark) => mark + mark)}'`;
