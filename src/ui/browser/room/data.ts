/** What the server says of the page to its script. */
export interface PageData {
  kind: 'thread' | 'room' | 'rooms' | 'news' | 'writing';
  room: string;
  thread: string;
  epoch: string;
  last: number;
  readUpTo: number;
  canKeep: boolean;
  /** The stakeholder groups of the reader in the room. */
  groups: string[];
  /** The languages that posts are wanted in, best first; none: originals only. */
  reading: string[];
  locale: string;
  /** For Intl: sv-SE. */
  region: string;
  timeZone: string;
  /** Where pages of this language live: /sv. */
  base: string;
  person: { id: string; name: string } | null;
  words: Words;
}

/** Counted words by plural form, with `{count}` where the number stands. */
type Forms = Record<string, string>;

interface Words {
  here: Forms;
  visitors: Forms;
  newPosts: Forms;
  posts: Forms;
  loaded: Forms;
  severalWriting: Forms;
  writing: string;
  table: string;
  reconnecting: string;
  connected: string;
  gone: string;
  /** How many were found for a name that is being typed. */
  found: Forms;
  left: Forms;
  over: Forms;
  ambiguous: string;
  mentioned: string;
  moved: string;
  movedThere: string;
  split: string;
  merged: string;
  preview: string;
  back: string;
  you: string;
  edited: string;
  /** What each reaction is called. */
  reactions: Record<string, string>;
  reactedBy: string;
  reactedByMore: Forms;
  reactionFailed: string;
  originalIn: Record<string, string>;
  /** What a translation is called, by how far it has come, with `{from}` in the place of the language. */
  translated: Record<string, string>;
  from: Record<string, string>;
}

export function readData(page: Document): PageData | undefined {
  const text = page.getElementById('page-data')?.textContent;
  return text ? (JSON.parse(text) as PageData) : undefined;
}

export const data = readData(document) ?? ({ words: {} } as PageData);

export const fill = (words: string, values: Record<string, string | number>): string =>
  words.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

const rules = new Intl.PluralRules(data.locale);

export const counted = (forms: Forms, count: number, more: Record<string, string> = {}): string =>
  fill(forms[rules.select(count)] ?? forms['other'] ?? '', { ...more, count });
