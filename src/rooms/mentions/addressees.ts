import { mayCall, type MentionFinder } from '../../core/markdown/mentions';
import { fold, folded } from './folded';
import { SpokenForms } from './spoken-forms';

/** Whom a post can call: somebody, a stakeholder group, or who keeps order. */
export interface Addressee {
  kind: 'person' | 'group' | 'host';
  /** Of the person or the group; of the room for its host. */
  id: string;
  /** What may stand behind the `@`, in any language. */
  names: readonly string[];
  /** Those of them that are spoken in all the forms of their language. */
  spoken?: readonly NameInLanguage[];
}

export interface NameInLanguage {
  name: string;
  locale: string;
}

/** A name may be typed with doubled spaces and marks by themselves. */
const SPARE = 20;
const LETTER = /^[\p{L}\p{N}]/u;
const CALLS = /@(\S{1,80})/gu;

/** What a name can begin with, if its first word begins this one: "Ana", "Ana-Marija" and "Ana-Marija's". */
function beginningsOf(word: string): string[] {
  const letters = [...word];
  return letters.flatMap((_, place) =>
    place + 1 < letters.length && LETTER.test(letters[place + 1]!)
      ? []
      : [letters.slice(0, place + 1).join('')],
  );
}

/** First words of all the names that a text may call, in whatever case. */
export function calledIn(text: string): string[] {
  const words = new Set<string>();
  for (const { 1: word, index } of text.matchAll(CALLS))
    if (mayCall(text.slice(Math.max(0, index - 2), index))) words.add(word!);
  return [...new Set([...words].flatMap(beginningsOf))];
}

interface Alias {
  name: string;
  meant: Addressee[];
}

/** Stands in the HTML of a text that calls somebody. */
export const keyOf = ({ kind, id }: Pick<Addressee, 'kind' | 'id'>): string =>
  kind === 'host' ? 'host' : id;

/** Finds who is called in a text: the longest name that stands there. What two are called calls neither. */
export class Addressees {
  private readonly byFirstWord = new Map<string, Map<string, Alias>>();
  private readonly called = new Map<string, Addressee>();
  private readonly doubtful = new Set<string>();
  private readonly firstLetters = new Set<string>();
  private readonly spoken = new SpokenForms<Addressee>();
  private longestName = 0;

  constructor(addressees: readonly Addressee[]) {
    for (const addressee of addressees) {
      for (const name of new Set(addressee.names.map((each) => folded(each).text))) this.add(name, addressee);
      for (const { name, locale } of addressee.spoken ?? []) this.spoken.add(name, locale, addressee);
    }
  }

  /** Whom the text called that was rendered with `finder`. */
  get mentioned(): Addressee[] {
    return [...this.called.values()];
  }

  /** Names in that text that more than one bears. */
  get ambiguous(): string[] {
    return [...this.doubtful];
  }

  readonly finder: MentionFinder = (line, at) => {
    const found = this.asWritten(line, at + 1) ?? this.spoken.at(line.slice(at + 1));
    if (!found) return undefined;
    const end = at + 1 + found.end;
    const [addressee, another] = found.meant;
    if (!addressee || another) {
      this.doubtful.add(line.slice(at + 1, end));
      return undefined;
    }
    const key = keyOf(addressee);
    this.called.set(key, addressee);
    return { key, end };
  };

  private asWritten(line: string, at: number): { meant: Addressee[]; end: number } | undefined {
    const text = line.slice(at, at + this.longestName + SPARE);
    if (!this.firstLetters.has(fold(text.slice(0, 2)).charAt(0))) return undefined;
    const { text: plain, places } = folded(text);
    const alias = this.longest(plain);
    return alias && { meant: alias.meant, end: places[alias.name.length]! };
  }

  private longest(text: string): Alias | undefined {
    const word = text.split(' ', 1)[0]!;
    const ends = (name: string) => text.startsWith(name) && !LETTER.test(text.slice(name.length));
    return beginningsOf(word)
      .flatMap((beginning) => [...(this.byFirstWord.get(beginning)?.values() ?? [])])
      .filter(({ name }) => ends(name))
      .sort((a, b) => b.name.length - a.name.length)[0];
  }

  private add(name: string, addressee: Addressee): void {
    this.firstLetters.add(name.charAt(0));
    this.longestName = Math.max(this.longestName, name.length);
    const word = name.split(' ', 1)[0]!;
    const aliases = this.byFirstWord.get(word) ?? new Map<string, Alias>();
    const alias = aliases.get(name) ?? { name, meant: [] };
    alias.meant.push(addressee);
    this.byFirstWord.set(word, aliases.set(name, alias));
  }
}
