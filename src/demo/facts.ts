import type { EntityManager } from 'typeorm';
import type { Entries, EntryName } from '../core/journal/entry';
import { insert, type Row } from './rows';

export interface Fact extends Row {
  name: EntryName;
  subject_id: string;
  at: Date;
}

interface About {
  kind: string;
  id: string;
}

interface Circumstances {
  at: Date;
  /** Where it happened, when that is not the subject itself. */
  scope?: About;
  actorId?: string;
}

export const minutesBefore = (now: Date, minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

/** A month before the hub is filled: everybody was there before the first post. */
export const founded = (now: Date): Date => minutesBefore(now, 30 * 24 * 60);

/** What a verb would have written down. */
export function fact<Name extends EntryName>(
  name: Name,
  subject: About,
  data: Entries[Name],
  { at, scope = subject, actorId }: Circumstances,
): Fact {
  return {
    ...{ name, data, at },
    actor_id: actorId ?? null,
    ...{ subject_kind: subject.kind, subject_id: subject.id },
    ...{ scope_kind: scope.kind, scope_id: scope.id, seq: null },
  };
}

/** In the order given. Nothing follows from what never happened: no mails, no signals. */
export const record = (tx: EntityManager, facts: readonly Fact[]): Promise<void> =>
  insert(tx, 'journal', facts);
