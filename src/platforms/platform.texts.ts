import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { Journal } from '../core/journal/journal';
import { type Text, TextKind, type Translated } from '../core/texts/text-kind';
import { platformPolicy } from './platform.policy';

/** What is said about platforms, as texts. */
@Injectable()
export class PlatformTexts extends TextKind {
  readonly name = 'platform';
  readonly label = 'platforms:text.platforms';
  readonly table = 'platforms';
  readonly translations = 'platform_translations';
  readonly strings = [
    { name: 'name', form: 'line', limit: 200, label: 'platforms:field.name' },
    { name: 'purpose', form: 'prose', limit: 4000, label: 'platforms:field.purpose', optional: true },
  ] as const;
  readonly columns = {
    title: 'owner.name',
    path: `'/platforms/' || owner.slug`,
    partnershipId: 'owner.partnership_id',
    platformId: 'owner.id',
    roomId: 'null::uuid',
    authorId: 'null::uuid',
    country: 'owner.country::text',
    at: 'owner.created_at',
    shown: 'true',
  };

  constructor(private readonly journal: Journal) {
    super();
  }

  readable(actor: Actor) {
    return platformPolicy.readable(actor, 'owner');
  }

  async translated(tx: EntityManager, actor: Actor, { id }: Text, { locale }: Translated) {
    const subject = { kind: 'platform', id };
    await this.journal.record(tx, 'platform.translated', {
      actor,
      subject,
      scope: subject,
      data: { locale },
    });
  }
}
