import { lower, words, type Word } from '../../search/stemming/words';
import { stems } from '../../search/stemming/stems';
import type { TermStanding } from '../terms/term';
import { compounds } from './compounds';
import { declines } from './declension';
import { evenedOut, type Entry, type EntryWord } from './entry';

/** A term where it stands in a text. */
export interface Occurrence {
  start: number;
  end: number;
  conceptId: string;
  slug: string;
  /** As the termbase has it. */
  term: string;
  standing: TermStanding;
}

/** What may stand between two words of one term. */
const BETWEEN = /^(?:[\s\u00a0]{1,3}|[-\u2010-\u2013'’])$/;
/** And between the letters of a short one: so. p. */
const BETWEEN_LETTERS = /^\.?[\s\u00a0]?$/;
/** Words whose stems are remembered: every text says the same few thousand. */
const MOST_WORDS = 50_000;

interface Known {
  plain: string;
  stems: readonly string[];
  /** Terms of which this can be the first word: nothing for most words. */
  starts: readonly Entry[];
  /** The term that it is a compound of. */
  compound: Entry | undefined;
}

/** The words of a text, and what is known of each. */
interface Read {
  text: string;
  words: readonly Word[];
  known: readonly Known[];
}

/** Finds the terms of one language in texts, in whatever form they stand there. */
export class Recogniser {
  private readonly byStem = new Map<string, Entry[]>();
  private readonly remembered = new Map<string, Known>();
  private readonly compounds: ReturnType<typeof compounds>;

  constructor(
    private readonly locale: string,
    entries: readonly Entry[],
  ) {
    for (const entry of entries)
      for (const stem of entry.words[0]!.stems)
        this.byStem.set(stem, [...(this.byStem.get(stem) ?? []), entry]);
    this.compounds = compounds(locale, entries);
  }

  /** Whether there is any term to be found. */
  get empty(): boolean {
    return this.byStem.size === 0;
  }

  /** From the beginning to the end, the longest ones, none over another. */
  recognise(text: string): Occurrence[] {
    const found: Occurrence[] = [];
    if (this.empty) return found;
    const spots = words(text);
    const read = { text, words: spots, known: spots.map(({ word }) => this.knownOf(word)) };
    for (let place = 0; place < spots.length;) {
      const best = this.at(read, place);
      const entry = best ?? read.known[place]!.compound;
      const length = best?.words.length ?? 1;
      if (entry) found.push(occurrence(entry, spots[place]!, spots[place + length - 1]!));
      place += length;
    }
    return found;
  }

  private at(read: Read, place: number): Entry | undefined {
    let best: Entry | undefined;
    let value = 0;
    for (const entry of read.known[place]!.starts) {
      const worth = this.worth(read, place, entry);
      if (worth > value) [best, value] = [entry, worth];
    }
    return best;
  }

  /** 0: it does not stand here. More words count most, then the very form, then how the term stands. */
  private worth({ text, words, known }: Read, place: number, entry: Entry): number {
    let exact = 0;
    for (const [index, word] of entry.words.entries()) {
      const [spot, here] = [words[place + index], known[place + index]];
      if (!spot || !here || (index > 0 && !this.fits(spot.word, here, word, entry))) return 0;
      const between = entry.caseMatters ? BETWEEN_LETTERS : BETWEEN;
      if (index > 0 && !between.test(text.slice(words[place + index - 1]!.end, spot.start))) return 0;
      if (here.plain === word.plain) exact += 1;
    }
    return entry.words.length * 100 + exact * 10 + WORTH[entry.standing];
  }

  private fits(
    written: string,
    { plain, stems }: Pick<Known, 'plain' | 'stems'>,
    word: EntryWord,
    { caseMatters, words: { length } }: Entry,
  ): boolean {
    if (caseMatters) return written === word.plain;
    if (plain === word.plain) return true;
    if (word.exact) return false;
    return (
      stems.some((stem) => word.stems.includes(stem)) &&
      declines(plain, word.plain, this.locale, length === 1)
    );
  }

  private knownOf(word: string): Known {
    let known = this.remembered.get(word);
    if (!known) {
      if (this.remembered.size > MOST_WORDS) this.remembered.clear();
      known = this.know(word);
      this.remembered.set(word, known);
    }
    return known;
  }

  private know(word: string): Known {
    const plain = evenedOut(lower(word), this.locale);
    const own = stems(plain, this.locale);
    const entries = [...new Set([...own, plain, word])].flatMap((stem) => this.byStem.get(stem) ?? []);
    const starts = [...new Set(entries)].filter((entry) =>
      this.fits(word, { plain, stems: own }, entry.words[0]!, entry),
    );
    return { plain, stems: own, starts, compound: this.compounds(plain) };
  }
}

const WORTH: Record<TermStanding, number> = { preferred: 4, acronym: 3, accepted: 2, forbidden: 1 };

const occurrence = ({ conceptId, slug, term, standing }: Entry, first: Word, last: Word): Occurrence => ({
  ...{ start: first.start, end: last.end, conceptId, slug, term, standing },
});
