import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Notifications } from '../../notifications/notifications.service';
import type { EvidenceStanding, Subject } from '../relation';
import { StatementKinds } from '../statement-kinds.service';
import { SHAKEN } from './shaken.notice';

/** Statements that are told of one thing that happened; more do not rest on one passage. */
const MOST = 500;

/** Those who answer for statements. */
@Injectable()
export class Keepers {
  constructor(
    private readonly statements: StatementKinds,
    private readonly notifications: Notifications,
  ) {}

  /** Of this statement and of all that rests on it, however far away. */
  async tell(
    tx: EntityManager,
    statement: Subject,
    standing: EvidenceStanding,
    cause: string,
  ): Promise<void> {
    for (const each of await above(tx, statement)) {
      const people = (await this.statements.of(each.kind)?.keepersOf(tx, each.id)) ?? [];
      const data = { standing, near: each.id === statement.id };
      const told = { people, name: SHAKEN, subject: each, data };
      await this.notifications.tell(tx, { ...told, cause: `${SHAKEN} ${each.id} ${cause}` });
    }
  }
}

const above = (tx: EntityManager, { kind, id }: Subject): Promise<Subject[]> =>
  tx.query<Subject[]>(
    `with recursive above (kind, id) as (
       select $1::text, $2::uuid
       union
       select link.statement_kind, link.statement_id
       from above join evidence link on link.ground_id = above.id and link.ground_kind = above.kind
     )
     select kind, id from above limit ${MOST}`,
    [kind, id],
  );
