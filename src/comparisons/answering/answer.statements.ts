import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { StatementKind } from '../../evidence/statement-kind';
import { AnswerAccess } from './answer-access.service';

/** Answers as statements: they rest on conclusions, posts, practices, files and sources. */
@Injectable()
export class AnswerStatements extends StatementKind {
  readonly name = 'answer';

  constructor(private readonly access: AnswerAccess) {
    super();
  }

  async allowCiting(tx: EntityManager, actor: Actor, id: string): Promise<void> {
    await this.access.lock(tx, actor, 'edit', id);
  }

  /** Its owner and the hosts of its platform; where there is none, those who write the comparison. */
  async keepersOf(tx: EntityManager, id: string): Promise<string[]> {
    const rows = await tx.query<{ person_id: string }[]>(
      `select answer.owner_id as person_id from answers answer where answer.id = $1 and answer.owner_id is not null
       union
       select held.person_id from answers answer join comparisons comparison on comparison.id = answer.comparison_id
       join grants held on (held.role = 'host' and held.place_id = answer.platform_id)
         or (answer.platform_id is null and held.role in ('editor', 'organiser')
           and held.place_id = comparison.partnership_id)
       where answer.id = $1`,
      [id],
    );
    return rows.map((row) => row.person_id);
  }

  /** Its next version is the same answer. */
  isReplaced(): Promise<boolean> {
    return Promise.resolve(false);
  }
}
