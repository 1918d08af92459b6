import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { type Text, TextKind, type Translated } from '../core/texts/text-kind';
import { PartnershipAccess } from './partnership.access';
import { partnershipPolicy } from './partnership.policy';

/** The record of a partnership as a text. */
@Injectable()
export class PartnershipTexts extends TextKind {
  readonly name = 'partnership';
  readonly label = 'partnerships:text.records';
  readonly table = 'partnerships';
  readonly translations = 'partnership_translations';
  readonly strings = [
    { name: 'name', form: 'line', limit: 200, label: 'partnerships:field.name' },
    { name: 'programme', form: 'line', limit: 400, label: 'partnerships:field.programme', optional: true },
    { name: 'purpose', form: 'prose', limit: 2000, label: 'partnerships:field.purpose', optional: true },
  ] as const;
  readonly columns = {
    title: 'owner.name',
    path: `'/partnerships/' || owner.slug`,
    partnershipId: 'owner.id',
    platformId: 'null::uuid',
    roomId: 'null::uuid',
    authorId: 'null::uuid',
    country: 'null::text',
    at: 'owner.starts_on::timestamptz',
    shown: 'true',
  };

  constructor(private readonly access: PartnershipAccess) {
    super();
  }

  readable(actor: Actor) {
    return partnershipPolicy.readable(actor, 'owner');
  }

  async translated(tx: EntityManager, actor: Actor, { id }: Text, { locale }: Translated) {
    await this.access.record(tx, 'partnership.translated', { actor, partnershipId: id, data: { locale } });
  }
}
