import { LOCALES } from '../../core/i18n/locales';
import { lexeme, quoted } from '../index/lexemes';
import type { Expansion } from '../query-expansion';
import { stems } from '../stemming/stems';
import { fold, lower, words } from '../stemming/words';
import type { QueryPart } from './query-words';

/** A beginning of fewer letters would be of half of all words. */
const SHORTEST_BEGINNING = 3;

/** Queries as PostgreSQL reads them, the strictest first; each finds more than the one before. */
export interface Steps {
  titled: string;
  exact: string;
  inflected: string;
}

export function stepsOf(
  parts: QueryPart[],
  expansions: Expansion[],
  similar = new Map<string, string[]>(),
): Steps {
  const last = parts.at(-1);
  const strict = (mark: string) =>
    all(
      parts.map((part) =>
        part.excluded || part.phrase ? fixed(part) : either(literal(part.words[0]!, mark)),
      ),
    );
  const loose = (mark: string, widened: Expansion[]) =>
    all(
      grouped(parts, widened, (part) => {
        if (part.excluded || part.phrase) return fixed(part);
        const [word = ''] = part.words;
        const wider = (similar.get(lower(word)) ?? []).flatMap((each) => literal(each, mark));
        return either([...anyForm(word, mark, part === last), ...wider]);
      }),
    );
  return { titled: loose('^', []), exact: strict(''), inflected: loose('', expansions) };
}

/** The word as it was typed; without accents it stands for the one with them too. */
function literal(word: string, mark = ''): string[] {
  const exact = mark + lexeme.exact(word);
  return isPlain(word) ? [exact, mark + lexeme.folded(word)].map(quoted) : [quoted(exact)];
}

function anyForm(word: string, mark: string, last: boolean): string[] {
  const forms = LOCALES.flatMap((locale) =>
    stems(word, locale).flatMap((stem) => [
      mark + lexeme.stem(stem, locale),
      ...(isPlain(word) ? [mark + lexeme.foldedStem(stem, locale)] : []),
    ]),
  );
  const begun =
    last && word.length >= SHORTEST_BEGINNING ? literal(word, mark).map((begin) => `${begin}:*`) : [];
  return [...literal(word, mark), ...forms.map(quoted), ...begun];
}

/** Words in quotes stand next to each other as typed; what is not wanted is not wanted in any of its forms. */
function fixed({ words: typed, phrase, excluded }: QueryPart): string {
  const found = phrase
    ? `(${typed.map((word) => either(literal(word))).join(' <-> ')})`
    : all(typed.map((word) => either(anyForm(word, '', false))));
  return excluded ? `!${found}` : found;
}

/** Words that are a concept together may be its terms in other languages instead. */
function grouped(parts: QueryPart[], expansions: Expansion[], query: (part: QueryPart) => string): string[] {
  const loose = parts.filter(({ phrase, excluded }) => !phrase && !excluded);
  const taken = new Set<QueryPart>();
  const groups: string[] = [];
  for (const { from, to, terms } of [...expansions].sort((a, b) => b.to - b.from - (a.to - a.from))) {
    const own = loose.slice(from, to);
    if (own.length === 0 || own.some((part) => taken.has(part))) continue;
    for (const part of own) taken.add(part);
    const same = expansions
      .filter((other) => other.from === from && other.to === to)
      .flatMap((other) => other.terms);
    const wider = [...terms, ...same].map(({ locale, term }) =>
      all(
        words(term).map(({ word }) =>
          either(stems(word, locale).map((stem) => quoted(lexeme.stem(stem, locale)))),
        ),
      ),
    );
    groups.push(either([all(own.map(query)), ...new Set(wider.filter(Boolean))]));
  }
  return [...parts.filter((part) => !taken.has(part)).map(query), ...groups];
}

const either = (queries: string[]): string => `(${[...new Set(queries)].join(' | ')})`;
const all = (queries: string[]): string =>
  queries.length === 1 ? queries[0]! : queries.length ? `(${queries.join(' & ')})` : '';
const isPlain = (word: string): boolean => fold(word) === lower(word);
