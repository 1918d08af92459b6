import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../core/access/actor';
import { Transactions } from '../../../core/database/transactions';
import { NotFound } from '../../../core/errors/refusal';
import type { Entries } from '../../../core/journal/entry';
import { ComparisonAccess, type ComparisonRow } from '../../comparison.access';
import { Question } from '../question.entity';

type Plain = 'question.moved' | 'question.retired' | 'question.resumed' | 'question.removed';

/** The way to a question for whoever changes what is asked: one at a time in each comparison. */
@Injectable()
export class QuestionAccess {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: ComparisonAccess,
  ) {}

  /** @throws NotFound, SignInRequired, Forbidden */
  async change<Result>(
    actor: Actor,
    slug: string,
    act: (tx: EntityManager, comparison: ComparisonRow) => Promise<Result>,
  ): Promise<Result> {
    const comparison = await this.access.to(actor, 'edit', slug);
    return this.transactions.run(async (tx) => {
      await this.access.lock(tx, comparison);
      return act(tx, comparison);
    });
  }

  /** @throws NotFound, SignInRequired, Forbidden */
  async to<Result>(
    actor: Actor,
    slug: string,
    id: string,
    act: (tx: EntityManager, question: Question, comparison: ComparisonRow) => Promise<Result>,
  ): Promise<Result> {
    return this.change(actor, slug, async (tx, comparison) => {
      const question = await tx.findOneBy(Question, { id, comparisonId: comparison.id });
      if (!question) throw new NotFound();
      return act(tx, question, comparison);
    });
  }

  async record(
    tx: EntityManager,
    actor: Actor,
    name: Plain,
    { id, code }: Pick<Question, 'id' | 'code'>,
    { partnershipId }: ComparisonRow,
  ): Promise<void> {
    const subject = { kind: 'question', id };
    await this.access.record(tx, name, { actor, partnershipId, subject, data: { code } });
  }

  async recordWith<Name extends 'question.added' | 'question.edited'>(
    tx: EntityManager,
    actor: Actor,
    name: Name,
    { id, data }: { id: string; data: Entries[Name] },
    { partnershipId }: ComparisonRow,
  ): Promise<void> {
    await this.access.record(tx, name, { actor, partnershipId, subject: { kind: 'question', id }, data });
  }

  async recordOption<
    Name extends
      | ('question_option.added' | 'question_option.edited')
      | ('question_option.moved' | 'question_option.removed'),
  >(
    tx: EntityManager,
    actor: Actor,
    name: Name,
    { id, data }: { id: string; data: Entries[Name] },
    { partnershipId }: ComparisonRow,
  ): Promise<void> {
    const subject = { kind: 'question_option', id };
    await this.access.record(tx, name, { actor, partnershipId, subject, data });
  }
}
