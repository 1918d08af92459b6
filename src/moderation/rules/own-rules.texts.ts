import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { type Text, TextKind, type Translated } from '../../core/texts/text-kind';
import { PartnershipAccess } from '../../partnerships/partnership.access';
import { partnershipPolicy } from '../../partnerships/partnership.policy';
import { RULES_LIMIT } from './own-rules.schema';

export const OWN_RULES = 'house_rules';

/** House rules of partnerships as texts: whoever reads the partnership reads them. */
@Injectable()
export class OwnRulesTexts extends TextKind {
  readonly name = OWN_RULES;
  readonly label = 'moderation:text.house_rules';
  readonly table = 'own_rules';
  readonly translations = 'own_rules_translations';
  override readonly joins = 'join partnerships partnership on partnership.id = owner.partnership_id';
  readonly strings = [
    { name: 'body', form: 'prose', limit: RULES_LIMIT, label: 'moderation:own.words' },
  ] as const;
  readonly columns = {
    title: 'partnership.name',
    titleLocale: 'partnership.locale',
    path: `'/partnerships/' || partnership.slug || '/house-rules'`,
    partnershipId: 'owner.partnership_id',
    platformId: 'null::uuid',
    roomId: 'null::uuid',
    authorId: 'null::uuid',
    country: 'null::text',
    at: 'owner.created_at',
    shown: 'owner.ended_at is null',
  };

  constructor(private readonly access: PartnershipAccess) {
    super();
  }

  readable(actor: Actor) {
    return partnershipPolicy.readable(actor, 'partnership');
  }

  async translated(tx: EntityManager, actor: Actor, { id, partnershipId }: Text, { locale }: Translated) {
    const subject = { kind: OWN_RULES, id };
    const fact = { actor, partnershipId: partnershipId!, subject, data: { locale } };
    await this.access.record(tx, 'house_rules.translated', fact);
  }
}
