import { lower } from '../../search/stemming/words';
import { stems } from '../../search/stemming/stems';
import { fold } from './folded';

/** What a language puts on names, and before them. */
interface Grammar {
  /** How nouns and adjectives end. */
  endings: ReadonlySet<string>;
  /** What may stand before a name. */
  articles: RegExp;
}

const grammar = (endings: string, articles: RegExp = /^/): Grammar => ({
  endings: new Set(['', ...endings.split(' ')]),
  articles,
});

/** Fewer endings than searching knows: a post to the wrong people is worse than one that is not found. */
const GRAMMARS: Record<string, Grammar> = {
  en: grammar('s es y ies', /^(?:the +)?/i),
  sv: grammar(
    'n en et t na ar arna er erna or orna a e s ns ens ets nas ars arnas ers ernas ors ornas es as',
    /^(?:de[nt]? +)?/i,
  ),
  sl: grammar(
    'a e i o u om em ov ev ih ah eh am im ama ema oma ima imi ami ega emu mi ma jo ' +
      'ja ju jem ji jev jih jema ij ec ca cu cem ci cev ce cih cema',
  ),
  it: grammar(
    'a e i o he hi',
    /^(?:(?:il|lo|la|i|gli|le|(?:a|da|de|ne|su)(?:l|llo|lla|i|gli|lle)) +|(?:(?:a|da|de|ne|su)l)?l['’])?/i,
  ),
};
/** Letters that all forms of a word begin with. */
const COMMON = 4;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const NEXT = /^([ \u00a0,/-]*)([\p{L}\p{N}\p{M}]+)/u;
/** A name with all its endings, and an article, is not longer. */
const LONGEST = 300;

/** Whether a word is a form of another one. Marks on letters count where they are written: vården is no värd. */
export function isFormOf(word: string, name: string, locale: string): boolean {
  const [written, base] = [lower(word), lower(name)];
  if (written === base) return true;
  const plain = fold(written) === written;
  return (plain && bends(written, fold(base), locale)) || bends(written, base, locale);
}

function bends(word: string, base: string, locale: string): boolean {
  if (word === base) return true;
  const endings = GRAMMARS[locale]?.endings;
  if (!endings) return false;
  for (let common = commonBeginning(word, base); common >= COMMON; common -= 1)
    if (endings.has(word.slice(common)) && endings.has(base.slice(common)))
      return related(word, base, locale);
  return false;
}

/** As search understands them. */
function related(word: string, base: string, locale: string): boolean {
  const known = new Set(stems(base, locale));
  return stems(word, locale).some((stem) => known.has(stem));
}

function commonBeginning(one: string, other: string): number {
  let common = 0;
  while (common < one.length && one[common] === other[common]) common += 1;
  return common;
}

interface Spoken<Meant> {
  words: string[];
  locale: string;
  meant: Meant;
}

/** Names as they are spoken in a language: declined, and with their article. */
export class SpokenForms<Meant> {
  private readonly byBeginning = new Map<string, Spoken<Meant>[]>();

  add(name: string, locale: string, meant: Meant): void {
    const words = name.match(WORD);
    if (!words || !GRAMMARS[locale]) return;
    const key = beginningOf(locale, words[0]);
    this.byBeginning.set(key, [...(this.byBeginning.get(key) ?? []), { words, locale, meant }]);
  }

  /** Whose name a text begins with, in some form, and where that ends: the longest one. */
  at(text: string): { meant: Meant[]; end: number } | undefined {
    const start = text.slice(0, LONGEST);
    const found = Object.keys(GRAMMARS).flatMap((locale) => this.inLanguage(start, locale));
    const end = Math.max(0, ...found.map((each) => each.end));
    if (end === 0) return undefined;
    return { end, meant: [...new Set(found.filter((each) => each.end === end).map(({ meant }) => meant))] };
  }

  private inLanguage(text: string, locale: string): { meant: Meant; end: number }[] {
    const article = GRAMMARS[locale]!.articles.exec(text)?.[0].length ?? 0;
    const [, gap, word] = NEXT.exec(text.slice(article)) ?? [];
    if (!word || gap) return [];
    return (this.byBeginning.get(beginningOf(locale, word)) ?? []).flatMap(({ words, meant }) => {
      const end = endOf(text, article, words, locale);
      return end ? [{ end, meant }] : [];
    });
  }
}

const beginningOf = (locale: string, word: string): string => `${locale} ${fold(word).slice(0, COMMON)}`;

function endOf(text: string, start: number, words: readonly string[], locale: string): number | undefined {
  let end = start;
  for (const [place, name] of words.entries()) {
    const [, gap, word] = NEXT.exec(text.slice(end)) ?? [];
    if (!word || (place > 0 && !gap) || !isFormOf(word, name, locale)) return undefined;
    end += gap!.length + word.length;
  }
  return end;
}
