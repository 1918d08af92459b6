import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { type Text, TextKind, type Translated } from '../../core/texts/text-kind';
import { ComparisonAccess } from '../comparison.access';
import { comparisonPolicy } from '../comparison.policy';

/** Dimensions as texts. */
@Injectable()
export class DimensionTexts extends TextKind {
  readonly name = 'dimension';
  readonly label = 'comparisons:text.dimensions';
  readonly table = 'dimensions';
  readonly translations = 'dimension_translations';
  override readonly joins = `join comparisons comparison on comparison.id = owner.comparison_id
    join partnerships partnership on partnership.id = comparison.partnership_id`;
  readonly strings = [
    { name: 'title', form: 'line', limit: 160, label: 'comparisons:field.title' },
    {
      name: 'description',
      form: 'prose',
      limit: 1000,
      label: 'comparisons:field.description',
      optional: true,
    },
  ] as const;
  readonly columns = {
    title: 'owner.title',
    path: `'/comparisons/' || comparison.slug || '/dimensions/' || lower(owner.code)`,
    partnershipId: 'comparison.partnership_id',
    platformId: 'null::uuid',
    roomId: 'null::uuid',
    authorId: 'null::uuid',
    country: 'null::text',
    at: 'comparison.created_at',
    shown: 'true',
  };

  constructor(private readonly access: ComparisonAccess) {
    super();
  }

  readable(actor: Actor) {
    return comparisonPolicy.readable(actor, 'comparison');
  }

  async translated(tx: EntityManager, actor: Actor, { id, partnershipId }: Text, { locale }: Translated) {
    await this.access.record(tx, 'dimension.translated', {
      actor,
      partnershipId: partnershipId!,
      subject: { kind: 'dimension', id },
      data: { locale },
    });
  }
}
