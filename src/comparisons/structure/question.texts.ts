import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { type Text, TextKind, type Translated } from '../../core/texts/text-kind';
import { ComparisonAccess } from '../comparison.access';
import { comparisonPolicy } from '../comparison.policy';

/** Questions as texts, with the words of their anchors. */
@Injectable()
export class QuestionTexts extends TextKind {
  readonly name = 'question';
  readonly label = 'comparisons:text.questions';
  readonly table = 'questions';
  readonly translations = 'question_translations';
  override readonly joins = `join comparisons comparison on comparison.id = owner.comparison_id
    join partnerships partnership on partnership.id = comparison.partnership_id`;
  readonly strings = [
    { name: 'question', form: 'line', limit: 400, label: 'comparisons:field.question' },
    { name: 'help', form: 'prose', limit: 1000, label: 'comparisons:field.help', optional: true },
    { name: 'anchor_0', form: 'line', limit: 300, label: 'comparisons:field.anchor_0', optional: true },
    { name: 'anchor_3', form: 'line', limit: 300, label: 'comparisons:field.anchor_3', optional: true },
    { name: 'anchor_5', form: 'line', limit: 300, label: 'comparisons:field.anchor_5', optional: true },
    { name: 'anchor_8', form: 'line', limit: 300, label: 'comparisons:field.anchor_8', optional: true },
    { name: 'anchor_10', form: 'line', limit: 300, label: 'comparisons:field.anchor_10', optional: true },
  ] as const;
  readonly columns = {
    title: 'owner.question',
    path: `'/comparisons/' || comparison.slug || '/questions/' || lower(owner.code)`,
    partnershipId: 'comparison.partnership_id',
    platformId: 'null::uuid',
    roomId: 'null::uuid',
    authorId: 'null::uuid',
    country: 'null::text',
    at: 'comparison.created_at',
    shown: 'owner.retired_at is null',
  };

  constructor(private readonly access: ComparisonAccess) {
    super();
  }

  readable(actor: Actor) {
    return comparisonPolicy.readable(actor, 'comparison');
  }

  async translated(tx: EntityManager, actor: Actor, { id, partnershipId }: Text, { locale }: Translated) {
    await this.access.record(tx, 'question.translated', {
      actor,
      partnershipId: partnershipId!,
      subject: { kind: 'question', id },
      data: { locale },
    });
  }
}
