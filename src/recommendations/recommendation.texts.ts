import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { Journal } from '../core/journal/journal';
import { type Text, TextKind, type Translated } from '../core/texts/text-kind';
import { LIMITS } from './recommendation-facts';
import { recommendationPolicy } from './recommendation.policy';

/** Recommendations as texts. */
@Injectable()
export class RecommendationTexts extends TextKind {
  readonly name = 'recommendation';
  readonly label = 'recommendations:text.recommendations';
  readonly table = 'recommendations';
  readonly translations = 'recommendation_translations';
  override readonly joins = `join comparisons comparison on comparison.id = owner.comparison_id
    join partnerships partnership on partnership.id = comparison.partnership_id`;
  readonly strings = [
    { name: 'text', form: 'prose', limit: LIMITS.text, visible: true, label: 'recommendations:field.text' },
    {
      name: 'addressee',
      form: 'line',
      limit: LIMITS.addressee,
      visible: true,
      label: 'recommendations:field.addressee',
    },
    {
      name: 'reasoning',
      form: 'prose',
      limit: LIMITS.reasoning,
      visible: true,
      label: 'recommendations:field.reasoning',
      optional: true,
    },
  ] as const;
  readonly columns = {
    title: 'owner.text',
    path: `'/recommendations/' || owner.id`,
    partnershipId: 'comparison.partnership_id',
    platformId: 'null::uuid',
    roomId: 'null::uuid',
    authorId: 'owner.author_id',
    country: 'owner.country',
    at: 'owner.created_at',
    shown: `owner.status <> 'withdrawn'`,
  };

  constructor(private readonly journal: Journal) {
    super();
  }

  readable(actor: Actor) {
    return recommendationPolicy.readable(actor, 'owner');
  }

  async translated(tx: EntityManager, actor: Actor, { id, partnershipId }: Text, { locale }: Translated) {
    await this.journal.record(tx, 'recommendation.translated', {
      actor,
      subject: { kind: 'recommendation', id },
      scope: { kind: 'partnership', id: partnershipId! },
      data: { locale },
    });
  }
}
