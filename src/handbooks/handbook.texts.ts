import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { type Text, TextKind, type Translated } from '../core/texts/text-kind';
import { HandbookAccess } from './handbook.access';
import { handbookPolicy } from './handbook.policy';

/** Titles of handbooks, and what they say of themselves, as texts. */
@Injectable()
export class HandbookTexts extends TextKind {
  readonly name = 'handbook';
  readonly label = 'handbooks:text.handbooks';
  readonly table = 'handbooks';
  readonly translations = 'handbook_translations';
  override readonly joins = 'join partnerships partnership on partnership.id = owner.partnership_id';
  readonly strings = [
    { name: 'title', form: 'line', limit: 160, label: 'handbooks:field.title' },
    { name: 'subtitle', form: 'line', limit: 240, label: 'handbooks:field.subtitle', optional: true },
    { name: 'summary', form: 'prose', limit: 2000, label: 'handbooks:field.summary', optional: true },
  ] as const;
  readonly columns = {
    title: 'owner.title',
    path: `'/handbooks/' || owner.slug`,
    partnershipId: 'owner.partnership_id',
    platformId: 'null::uuid',
    roomId: 'null::uuid',
    authorId: 'null::uuid',
    country: 'null::text',
    at: 'owner.created_at',
    shown: 'true',
  };

  constructor(private readonly access: HandbookAccess) {
    super();
  }

  readable(actor: Actor) {
    return handbookPolicy.readable(actor, 'owner');
  }

  async translated(tx: EntityManager, actor: Actor, { id, partnershipId }: Text, { locale }: Translated) {
    const subject = { kind: 'handbook' as const, id };
    const fact = { actor, partnershipId: partnershipId!, subject, data: { locale } };
    await this.access.record(tx, 'handbook.translated', fact);
  }
}
