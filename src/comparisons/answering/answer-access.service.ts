import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { NotFound } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import type { AnswerState } from '../comparison-facts';
import { ComparisonAccess, type ComparisonRow } from '../comparison.access';
import { worksIn } from '../comparison.policy';
import { Answer } from './answer.entity';
import { answerPolicy, type AnswerAbility } from './answer.policy';

/** An answer with the comparison that it stands in. */
export type AnswerRow = Answer & { comparison: ComparisonRow };

/** Why it went on, in which language. */
export interface Reason {
  text: string;
  locale: Locale;
}

/** The one way to the work on an answer, and the one place where it goes from one station to the next. */
@Injectable()
export class AnswerAccess {
  constructor(
    private readonly database: DataSource,
    private readonly comparisons: ComparisonAccess,
  ) {}

  /** As it is being written: only for those who do it. @throws NotFound, SignInRequired, Forbidden */
  async to(
    actor: Actor,
    ability: AnswerAbility | 'read',
    id: string,
    database: EntityManager = this.database.manager,
  ): Promise<AnswerRow> {
    const answer = await database.findOneBy(Answer, { id });
    if (!answer) throw new NotFound();
    const comparison = await this.comparisons.toId(actor, 'read', answer.comparisonId);
    if (!worksIn(actor, comparison)) throw new NotFound();
    const found = Object.assign(answer, { comparison });
    answerPolicy.allow(actor, ability, found);
    return found;
  }

  /** The same within a transaction, which nobody else moves or writes the answer in. */
  async lock(
    tx: EntityManager,
    actor: Actor,
    ability: AnswerAbility | 'read',
    id: string,
  ): Promise<AnswerRow> {
    await tx.query('select 1 from answers where id = $1 for update', [id]);
    return this.to(actor, ability, id, tx);
  }

  /** On to the next station. The caller holds the lock. */
  async move(
    tx: EntityManager,
    actor: Actor,
    { id, state: from, comparison: { partnershipId } }: AnswerRow,
    to: AnswerState,
    reason?: Reason | null,
  ): Promise<void> {
    await tx.query(`update answers set state = $2, state_since = clock_timestamp() where id = $1`, [id, to]);
    await tx.query(
      `insert into answer_moves (answer_id, from_state, to_state, reason, locale, moved_by)
       values ($1, $2, $3, $4, $5, $6)`,
      [id, from, to, reason?.text ?? null, reason?.locale ?? null, actor.person?.id ?? null],
    );
    await this.comparisons.record(tx, 'answer.moved', {
      ...{ actor, partnershipId, subject: { kind: 'answer', id } },
      data: { from, to },
    });
  }
}
