import type { Actor } from '../access/actor';

/** Names of entries and the data each carries (ids and facts, never content). Capabilities add theirs by declaration merging. */
export interface Entries {}

export type EntryName = keyof Entries & string;

/** What a verb writes down: a fact in the past tense. */
export interface NewEntry<Name extends EntryName = EntryName> {
  actor: Actor;
  /** What it happened to: `post` and its id. */
  subject: { kind: string; id: string };
  /** Where it happened: the room, platform, partnership, person or organisation whose feed shows it. */
  scope: { kind: string; id: string };
  /** Place in the order of the scope, for scopes that have one (rooms). */
  seq?: number;
  data: Entries[Name];
}

/** What immediate reactions hear of. */
export interface Fact<Name extends EntryName = EntryName> {
  name: Name;
  actorId: string | null;
  subject: { kind: string; id: string };
  scope: { kind: string; id: string };
  seq: number | null;
  data: Entries[Name];
}

/** A fact as it stands in the journal. */
export interface Entry<Name extends EntryName = EntryName> extends Fact<Name> {
  id: string;
  at: Date;
}
