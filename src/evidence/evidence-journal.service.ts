import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Actor } from '../core/access/actor';
import type { EntryName } from '../core/journal/entry';
import { Journal } from '../core/journal/journal';
import { TextKinds } from '../core/texts/text-kinds';
import type { EvidenceStanding, Relation, Subject } from './relation';

/** A statement and one thing that it rests on. */
export interface Link {
  id: string;
  relation: Relation;
  statement: Subject;
  ground: Subject;
}

type Happening = Extract<
  EntryName,
  'evidence.cited' | 'evidence.dropped' | 'evidence.confirmed' | 'evidence.steadied'
>;

/** What happens to links is told of the statement, where the statement belongs. */
@Injectable()
export class EvidenceJournal {
  constructor(
    private readonly journal: Journal,
    private readonly kinds: TextKinds,
  ) {}

  async record(tx: EntityManager, actor: Actor, name: Happening, link: Link): Promise<void> {
    const scope = await this.scope(tx, link.statement);
    await this.journal.record(tx, name, { actor, subject: link.statement, scope, data: dataOf(link) });
  }

  /** The hub noticed it: nobody did it to the statement. */
  async shaken(tx: EntityManager, link: Link, standing: EvidenceStanding) {
    const scope = await this.scope(tx, link.statement);
    const data = { ...dataOf(link), standing };
    return this.journal.record(tx, 'evidence.shaken', {
      actor: Actor.system,
      subject: link.statement,
      scope,
      data,
    });
  }

  private async scope(tx: EntityManager, statement: Subject): Promise<Subject> {
    const kind = this.kinds.of(statement.kind);
    if (!kind) return statement;
    const [text] = await this.kinds.read(kind, tx, Actor.system, 'owner.id = $1', [statement.id]);
    return text?.partnershipId ? { kind: 'partnership', id: text.partnershipId } : statement;
  }
}

const dataOf = ({ id, relation, ground }: Link) => ({
  ...{ evidenceId: id, relation, groundKind: ground.kind, groundId: ground.id },
});
