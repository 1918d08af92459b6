import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { type Text, TextKind, type Translated } from '../../core/texts/text-kind';
import { ComparisonAccess } from '../comparison.access';
import { comparisonPolicy } from '../comparison.policy';

/** Answers that questions offer, as texts. */
@Injectable()
export class QuestionOptionTexts extends TextKind {
  readonly name = 'question_option';
  readonly label = 'comparisons:text.options';
  readonly table = 'question_options';
  readonly translations = 'question_option_translations';
  override readonly joins = `join questions question on question.id = owner.question_id
    join comparisons comparison on comparison.id = question.comparison_id
    join partnerships partnership on partnership.id = comparison.partnership_id`;
  readonly strings = [{ name: 'label', form: 'line', limit: 160, label: 'comparisons:field.label' }] as const;
  readonly columns = {
    title: 'owner.label',
    path: `'/comparisons/' || comparison.slug || '/questions/' || lower(question.code)`,
    partnershipId: 'comparison.partnership_id',
    platformId: 'null::uuid',
    roomId: 'null::uuid',
    authorId: 'null::uuid',
    country: 'null::text',
    at: 'comparison.created_at',
    shown: 'question.retired_at is null',
  };

  constructor(private readonly access: ComparisonAccess) {
    super();
  }

  readable(actor: Actor) {
    return comparisonPolicy.readable(actor, 'comparison');
  }

  async translated(tx: EntityManager, actor: Actor, { id, partnershipId }: Text, { locale }: Translated) {
    await this.access.record(tx, 'question_option.translated', {
      actor,
      partnershipId: partnershipId!,
      subject: { kind: 'question_option', id },
      data: { locale },
    });
  }
}
