import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../../core/access/actor';
import { revise } from '../../../core/database/revise';
import { Conflict, NotFound, Refusal } from '../../../core/errors/refusal';
import type { Locale } from '../../../core/i18n/locales';
import { QuestionOption, QuestionOptionTranslation } from '../question-option.entity';
import type { Question } from '../question.entity';
import { optionRows } from './option-codes';
import { type Direction, moveOne } from './order';
import { QuestionAccess } from './question-access.service';
import type { OptionChanges } from './question.schema';

/** More than anybody can choose from. */
const MOST_OPTIONS = 30;

const KIND = {
  name: 'question_option',
  entity: QuestionOption,
  translation: QuestionOptionTranslation,
  strings: ['label' as const],
};

/** What may be chosen where a question offers a list. */
@Injectable()
export class QuestionOptions {
  constructor(
    private readonly database: DataSource,
    private readonly access: QuestionAccess,
  ) {}

  /** Stand last, in their order. Returns their codes. @throws Invalid, Refusal */
  add(
    actor: Actor,
    slug: string,
    questionId: string,
    { options, locale }: { options: { label: string; code?: string | undefined }[]; locale: Locale },
  ): Promise<string[]> {
    return this.access.to(actor, slug, questionId, async (tx, question, comparison) => {
      if (question.kind !== 'category') throw new Refusal(422, 'comparisons:refusal.not_a_list');
      const standing = await tx.findBy(QuestionOption, { questionId });
      if (standing.length + options.length > MOST_OPTIONS)
        throw new Refusal(422, 'comparisons:refusal.too_many_options', { max: MOST_OPTIONS });
      const rows = optionRows(options, { questionId, locale }, standing);
      const { identifiers } = await tx.insert(QuestionOption, rows);
      for (const [place, { code }] of rows.entries()) {
        const { id } = identifiers[place] as { id: string };
        await this.access.recordOption(
          tx,
          actor,
          'question_option.added',
          { id, data: { code } },
          comparison,
        );
      }
      return rows.map(({ code }) => code);
    });
  }

  /** @throws Conflict with what stands now, when somebody saved first */
  async edit(
    actor: Actor,
    slug: string,
    { questionId, code }: { questionId: string; code: string },
    { label, locale, revision, weight }: OptionChanges,
  ): Promise<void> {
    const saved = await this.access.to(actor, slug, questionId, async (tx, question, comparison) => {
      const { id } = await within(tx, question, code);
      if (!(await revise(tx, KIND, id, revision, { label, locale }, { by: actor, weight }))) return false;
      const data = { code, revision: revision + 1 };
      await this.access.recordOption(tx, actor, 'question_option.edited', { id, data }, comparison);
      return true;
    });
    if (saved) return;
    const now = await this.database.manager.findOneByOrFail(QuestionOption, { questionId, code });
    throw new Conflict({ revision: now.revision, label: now.label, locale: now.locale });
  }

  move(
    actor: Actor,
    slug: string,
    { questionId, code }: { questionId: string; code: string },
    direction: Direction,
  ): Promise<void> {
    return this.access.to(actor, slug, questionId, async (tx, question, comparison) => {
      const { id } = await within(tx, question, code);
      if (!(await moveOne(tx, 'question_options', { id, parentId: questionId }, direction))) return;
      await this.access.recordOption(tx, actor, 'question_option.moved', { id, data: { code } }, comparison);
    });
  }

  /** @throws Refusal when somebody has chosen it */
  remove(
    actor: Actor,
    slug: string,
    { questionId, code }: { questionId: string; code: string },
  ): Promise<void> {
    return this.access.to(actor, slug, questionId, async (tx, question, comparison) => {
      const { id } = await within(tx, question, code);
      const [{ chosen }] = await tx.query<[{ chosen: boolean }]>(
        'select exists (select from answers where question_id = $1 and $2 = any(options)) as chosen',
        [questionId, code],
      );
      if (chosen) throw new Refusal(422, 'comparisons:refusal.option_answered');
      await tx.delete(QuestionOption, id);
      await this.access.recordOption(
        tx,
        actor,
        'question_option.removed',
        { id, data: { code } },
        comparison,
      );
    });
  }
}

async function within(
  tx: EntityManager,
  { id: questionId }: Question,
  code: string,
): Promise<QuestionOption> {
  const row = await tx.findOneBy(QuestionOption, { questionId, code });
  if (!row) throw new NotFound();
  return row;
}
