import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { type Text, TextKind, type Translated } from '../../core/texts/text-kind';
import { ComparisonAccess } from '../comparison.access';
import { comparisonPolicy } from '../comparison.policy';

/** What analysts wrote of dimensions, as texts. */
@Injectable()
export class SynthesisTexts extends TextKind {
  readonly name = 'synthesis';
  readonly label = 'comparisons:text.syntheses';
  readonly table = 'syntheses';
  readonly translations = 'synthesis_translations';
  override readonly joins = `join comparisons comparison on comparison.id = owner.comparison_id
    join partnerships partnership on partnership.id = comparison.partnership_id
    join dimensions dimension on dimension.id = owner.dimension_id`;
  readonly strings = [
    { name: 'alike', form: 'prose', limit: 3000, label: 'comparisons:field.alike', optional: true },
    { name: 'different', form: 'prose', limit: 3000, label: 'comparisons:field.different', optional: true },
    { name: 'reasons', form: 'prose', limit: 3000, label: 'comparisons:field.reasons', optional: true },
  ] as const;
  readonly columns = {
    title: 'dimension.title',
    titleLocale: 'dimension.locale',
    titleOf: { kind: 'dimension', id: 'dimension.id' },
    path: `'/comparisons/' || comparison.slug || '/dimensions/' || lower(dimension.code)`,
    partnershipId: 'comparison.partnership_id',
    platformId: 'null::uuid',
    roomId: 'null::uuid',
    authorId: 'owner.author_id',
    country: 'null::text',
    at: 'owner.edited_at',
    shown: 'coalesce(owner.alike, owner.different, owner.reasons) is not null',
  };

  constructor(private readonly access: ComparisonAccess) {
    super();
  }

  readable(actor: Actor) {
    return comparisonPolicy.readable(actor, 'comparison');
  }

  async translated(tx: EntityManager, actor: Actor, { id, partnershipId }: Text, { locale }: Translated) {
    await this.access.record(tx, 'synthesis.translated', {
      actor,
      partnershipId: partnershipId!,
      subject: { kind: 'synthesis', id },
      data: { locale },
    });
  }
}
