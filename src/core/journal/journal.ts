import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { afterCommit } from '../database/transactions';
import type { Entry, EntryName, NewEntry } from './entry';
import { Reactions } from './reactions';

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
    const [row] = await tx.query<[{ id: string; at: Date }]>(
      `insert into journal (name, actor_id, subject_kind, subject_id, scope_kind, scope_id, seq, data)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning id, at`,
      [
        name,
        entry.actor.person?.id ?? null,
        entry.subject.kind,
        entry.subject.id,
        entry.scope.kind,
        entry.scope.id,
        entry.seq ?? null,
        JSON.stringify(entry.data),
      ],
    );
    const written: Entry<Name> = {
      id: row.id,
      name,
      actorId: entry.actor.person?.id ?? null,
      subject: entry.subject,
      scope: entry.scope,
      seq: entry.seq ?? null,
      data: entry.data,
      at: row.at,
    };
    await this.reactions.queue(tx, written);
    afterCommit(tx, () => this.reactions.signal(written));
    return written;
  }
}
