import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { type Text, TextKind, type Translated } from '../core/texts/text-kind';
import { ComparisonAccess } from './comparison.access';
import { comparisonPolicy } from './comparison.policy';

/** Comparisons as texts. */
@Injectable()
export class ComparisonTexts extends TextKind {
  readonly name = 'comparison';
  readonly label = 'comparisons:text.comparisons';
  readonly table = 'comparisons';
  readonly translations = 'comparison_translations';
  override readonly joins = `join partnerships partnership on partnership.id = owner.partnership_id`;
  readonly strings = [
    { name: 'title', form: 'line', limit: 160, label: 'comparisons:field.title' },
    { name: 'summary', form: 'prose', limit: 2000, label: 'comparisons:field.summary', optional: true },
  ] as const;
  readonly columns = {
    title: 'owner.title',
    path: `'/comparisons/' || owner.slug`,
    partnershipId: 'owner.partnership_id',
    platformId: 'null::uuid',
    roomId: 'null::uuid',
    authorId: 'owner.created_by',
    country: 'null::text',
    at: 'owner.created_at',
    shown: 'true',
  };

  constructor(private readonly access: ComparisonAccess) {
    super();
  }

  readable(actor: Actor) {
    return comparisonPolicy.readable(actor, 'owner');
  }

  async translated(tx: EntityManager, actor: Actor, { id, partnershipId }: Text, { locale }: Translated) {
    await this.access.record(tx, 'comparison.translated', {
      actor,
      partnershipId: partnershipId!,
      subject: { kind: 'comparison', id },
      data: { locale },
    });
  }
}
