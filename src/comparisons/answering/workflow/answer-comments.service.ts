import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/actor';
import { Transactions } from '../../../core/database/transactions';
import { Forbidden } from '../../../core/errors/refusal';
import { ComparisonAccess } from '../../comparison.access';
import { AnswerAccess } from '../answer-access.service';
import type { NewComment } from './workflow.schema';

/** What people of the platforms say to an answer before it is signed off. */
@Injectable()
export class AnswerComments {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: AnswerAccess,
    private readonly comparisons: ComparisonAccess,
  ) {}

  /** Returns its id. @throws Forbidden when the days for comments are over */
  async add(actor: Actor, id: string, { text, locale }: NewComment): Promise<string> {
    return this.transactions.run(async (tx) => {
      const found = await this.access.lock(tx, actor, 'comment', id);
      const [{ over }] = await tx.query<[{ over: boolean }]>(
        'select coalesce(comments_until < current_date, true) as over from answers where id = $1',
        [id],
      );
      if (over) throw new Forbidden('comparisons:refusal.comments_over');
      const [made] = await tx.query<[{ id: string }]>(
        `insert into answer_comments (answer_id, revision, author_id, text, locale)
         values ($1, $2, $3, $4, $5) returning id`,
        [id, found.revision, actor.person?.id ?? null, text, locale],
      );
      await this.comparisons.record(tx, 'answer.commented', {
        ...{ actor, partnershipId: found.comparison.partnershipId, subject: { kind: 'answer', id } },
        data: { commentId: made.id },
      });
      return made.id;
    });
  }
}
