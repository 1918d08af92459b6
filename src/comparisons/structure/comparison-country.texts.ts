import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { type Text, TextKind, type Translated } from '../../core/texts/text-kind';
import { ComparisonAccess } from '../comparison.access';
import { comparisonPolicy } from '../comparison.policy';

/** What a country’s page says of it in words. */
@Injectable()
export class ComparisonCountryTexts extends TextKind {
  readonly name = 'country_profile';
  readonly label = 'comparisons:text.countries';
  readonly table = 'comparison_countries';
  readonly translations = 'comparison_country_translations';
  override readonly joins = `join comparisons comparison on comparison.id = owner.comparison_id
    join partnerships partnership on partnership.id = comparison.partnership_id`;
  readonly strings = [
    { name: 'summary', form: 'prose', limit: 2000, label: 'comparisons:field.summary', optional: true },
    { name: 'strengths', form: 'prose', limit: 2000, label: 'comparisons:field.strengths', optional: true },
    { name: 'gaps', form: 'prose', limit: 2000, label: 'comparisons:field.gaps', optional: true },
  ] as const;
  readonly columns = {
    title: 'comparison.title',
    titleLocale: 'comparison.locale',
    path: `'/comparisons/' || comparison.slug || '/countries/' || lower(owner.code)`,
    partnershipId: 'comparison.partnership_id',
    platformId: 'owner.platform_id',
    roomId: 'null::uuid',
    authorId: 'null::uuid',
    country: `case when owner.code ~ '^[A-Z]{2}$' then owner.code end`,
    at: 'comparison.created_at',
    shown: 'coalesce(owner.summary, owner.strengths, owner.gaps) is not null',
  };

  constructor(private readonly access: ComparisonAccess) {
    super();
  }

  readable(actor: Actor) {
    return comparisonPolicy.readable(actor, 'comparison');
  }

  async translated(tx: EntityManager, actor: Actor, { id, partnershipId }: Text, { locale }: Translated) {
    await this.access.record(tx, 'country_profile.translated', {
      actor,
      partnershipId: partnershipId!,
      subject: { kind: 'country_profile', id },
      data: { locale },
    });
  }
}
