import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Statement } from '../database/statement';
import { afterCommit } from '../database/transactions';
import type { Entry, EntryName, Fact, NewEntry } from './entry';
import { Reactions } from './reactions';

const RECORD = new Statement<{ id: string; at: Date }>(
  'select id, at from record_entry($1, $2, $3, $4, $5, $6, $7, $8, $9)',
);

/**
 * One row per fact, written in the transaction of the verb: the audit line, the activity feed
 * and the delivery log at once.
 */
@Injectable()
export class Journal {
  constructor(private readonly reactions: Reactions) {}

  /** Durable reactions are queued in the same transaction; immediate ones run after the commit. */
  async record<Name extends EntryName>(
    tx: EntityManager,
    name: Name,
    entry: NewEntry<Name>,
  ): Promise<Entry<Name>> {
    const { actor, subject, scope, seq = null, data } = entry;
    const actorId = actor.person?.id ?? null;
    const [row] = await RECORD.run(tx, [
      ...[name, actorId, subject.kind, subject.id, scope.kind, scope.id, seq],
      ...[JSON.stringify(data), this.reactionsTo(name)],
    ]);
    const written: Entry<Name> = { ...row!, name, actorId, subject, scope, seq, data };
    this.signal(tx, written);
    return written;
  }

  /** Durable reactions that a function of the database queues when it writes the entry itself. */
  reactionsTo(name: EntryName): string[] {
    return this.reactions.laterOf(name);
  }

  /** Immediate reactions to what such a function wrote: after the commit, or now when it was its own transaction. */
  signal(database: DataSource | EntityManager, fact: Fact): void {
    if (database instanceof DataSource) this.reactions.signal(fact);
    else afterCommit(database, () => this.reactions.signal(fact));
  }
}
