import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../../core/access/actor';
import { revise } from '../../../core/database/revise';
import { Conflict, NotFound, Refusal } from '../../../core/errors/refusal';
import type { ComparisonRow } from '../../comparison.access';
import { Dimension } from '../dimension.entity';
import { QuestionOption } from '../question-option.entity';
import { Question, QuestionTranslation } from '../question.entity';
import { nextQuestionCode, number } from './codes';
import { optionRows } from './option-codes';
import { type Direction, moveOne, nextPlace } from './order';
import { QuestionAccess } from './question-access.service';
import { answersTo, assertOfKind, assertRange, assertSameMeasure } from './question-rules';
import type { NewQuestion, QuestionChanges } from './question.schema';

export const QUESTION_STRINGS = [
  ...(['question', 'help', 'anchor_0', 'anchor_3', 'anchor_5', 'anchor_8', 'anchor_10'] as const),
];

const KIND = {
  name: 'question',
  entity: Question,
  translation: QuestionTranslation,
  strings: QUESTION_STRINGS,
};

/** What every country is asked. */
@Injectable()
export class Questions {
  constructor(
    private readonly database: DataSource,
    private readonly access: QuestionAccess,
  ) {}

  /** Stands last in its dimension. @throws Invalid, NotFound */
  add(
    actor: Actor,
    slug: string,
    dimensionId: string,
    { options, ...input }: NewQuestion,
  ): Promise<{ id: string; code: string }> {
    assertOfKind(input.kind, input);
    if (options.length > 0 && input.kind !== 'category')
      throw new Refusal(422, 'comparisons:problem.other_kind');
    return this.access.change(actor, slug, async (tx, comparison) => {
      const row = await placed(tx, comparison, dimensionId, input);
      assertRange(row as Question);
      const { identifiers } = await tx.insert(Question, row);
      const { id } = identifiers[0] as { id: string };
      const rows = optionRows(options, { questionId: id, locale: input.locale }, []);
      await tx.insert(QuestionOption, rows);
      const { code, kind } = row;
      await this.access.recordWith(tx, actor, 'question.added', { id, data: { code, kind } }, comparison);
      return { id, code };
    });
  }

  /** @throws Conflict with what stands now, when somebody saved first; Refusal when answers would change their meaning */
  async edit(actor: Actor, slug: string, id: string, changes: QuestionChanges): Promise<void> {
    const { revision, weight, ...fields } = changes;
    const saved = await this.access.to(actor, slug, id, async (tx, question, comparison) => {
      assertOfKind(question.kind, fields);
      assertRange({ ...question, ...(fields as Partial<Question>) });
      if ((await answersTo(tx, id)) > 0) assertSameMeasure(question, fields);
      const change = { by: actor, weight };
      if (!(await revise(tx, KIND, id, revision, fields as Partial<Question>, change))) return false;
      const data = { code: question.code, revision: revision + 1 };
      await this.access.recordWith(tx, actor, 'question.edited', { id, data }, comparison);
      return true;
    });
    if (saved) return;
    const now = await this.database.manager.findOneByOrFail(Question, { id });
    throw new Conflict({ ...now });
  }

  move(actor: Actor, slug: string, id: string, direction: Direction): Promise<void> {
    return this.access.to(actor, slug, id, async (tx, question, comparison) => {
      const place = { id, parentId: question.dimensionId };
      if (!(await moveOne(tx, 'questions', place, direction))) return;
      await number(tx, comparison.id);
      const { code } = await tx.findOneByOrFail(Question, { id });
      await this.access.record(tx, actor, 'question.moved', { id, code }, comparison);
    });
  }

  /** Keeps its answers and asks for no more; asked again, it stands where it stood. */
  retire(actor: Actor, slug: string, id: string, retired: boolean): Promise<void> {
    return this.access.to(actor, slug, id, async (tx, question, comparison) => {
      if ((question.retiredAt !== null) === retired) return;
      await tx.update(Question, id, { retiredAt: retired ? new Date() : null });
      const name = retired ? 'question.retired' : 'question.resumed';
      await this.access.record(tx, actor, name, question, comparison);
    });
  }

  /** @throws Refusal when it was answered: then it can be retired */
  remove(actor: Actor, slug: string, id: string): Promise<void> {
    return this.access.to(actor, slug, id, async (tx, question, comparison) => {
      if ((await answersTo(tx, id)) > 0) throw new Refusal(422, 'comparisons:refusal.question_answered');
      await tx.delete(Question, id);
      await number(tx, comparison.id);
      await this.access.record(tx, actor, 'question.removed', question, comparison);
    });
  }
}

async function placed(
  tx: EntityManager,
  { id: comparisonId }: ComparisonRow,
  dimensionId: string,
  input: Omit<NewQuestion, 'options'>,
) {
  const dimension = await tx.findOneBy(Dimension, { id: dimensionId, comparisonId });
  if (!dimension) throw new NotFound();
  const code = await nextQuestionCode(tx, dimension);
  const position = await nextPlace(tx, 'questions', dimensionId);
  const unit = input.kind === 'number' ? (input.unit ?? 'NR') : null;
  const fields = { ...(input as Partial<Question>), kind: input.kind, unit };
  return { ...fields, comparisonId, dimensionId, code, position };
}
