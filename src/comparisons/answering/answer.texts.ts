import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { type Text, TextKind, type Translated } from '../../core/texts/text-kind';
import { ANSWER_LIMIT } from '../comparison-facts';
import { ComparisonAccess } from '../comparison.access';
import { answerPolicy } from './answer.policy';

/** Answers as texts. `answer_originals` says what was published while the next version is being written, so that readers never see half of it. */
@Injectable()
export class AnswerTexts extends TextKind {
  readonly name = 'answer';
  readonly label = 'comparisons:text.answers';
  readonly table = 'answer_originals';
  readonly translations = 'answer_translations';
  override readonly joins = `join comparisons comparison on comparison.id = owner.comparison_id
    join partnerships partnership on partnership.id = comparison.partnership_id
    join questions question on question.id = owner.question_id`;
  readonly strings = [
    {
      name: 'text',
      form: 'prose',
      limit: ANSWER_LIMIT,
      label: 'comparisons:field.text',
      optional: true,
      visible: true,
    },
    { name: 'note', form: 'prose', limit: 600, label: 'comparisons:field.note', optional: true },
  ] as const;
  readonly columns = {
    title: 'question.question',
    titleLocale: 'question.locale',
    titleOf: { kind: 'question', id: 'question.id' },
    path: `'/comparisons/' || comparison.slug || '/answers/' || lower(owner.country) || '/' || lower(question.code)`,
    partnershipId: 'comparison.partnership_id',
    platformId: 'owner.platform_id',
    roomId: 'null::uuid',
    authorId: 'owner.owner_id',
    country: `case when owner.country ~ '^[A-Z]{2}$' then owner.country end`,
    at: 'owner.created_at',
    shown: 'true',
  };

  constructor(private readonly access: ComparisonAccess) {
    super();
  }

  readable(actor: Actor) {
    return answerPolicy.readable(actor, 'owner');
  }

  async translated(tx: EntityManager, actor: Actor, { id, partnershipId }: Text, { locale }: Translated) {
    await this.access.record(tx, 'answer.translated', {
      actor,
      partnershipId: partnershipId!,
      subject: { kind: 'answer', id },
      data: { locale },
    });
  }
}
