import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { Journal } from '../core/journal/journal';
import { type Text, TextKind, type Translated } from '../core/texts/text-kind';
import { organisationPolicy } from './organisation.policy';

/** Names of organisations as texts. */
@Injectable()
export class OrganisationTexts extends TextKind {
  readonly name = 'organisation';
  readonly label = 'directory:text.organisations';
  readonly table = 'organisations';
  readonly translations = 'organisation_translations';
  readonly strings = [{ name: 'name', form: 'line', limit: 200, label: 'directory:text.name' }] as const;
  readonly columns = {
    title: 'owner.name',
    path: `'/organisations/' || owner.slug`,
    partnershipId: 'null::uuid',
    platformId: 'null::uuid',
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
    return organisationPolicy.readable(actor, 'owner');
  }

  async translated(tx: EntityManager, actor: Actor, { id }: Text, { locale }: Translated) {
    const subject = { kind: 'organisation', id };
    await this.journal.record(tx, 'organisation.translated', {
      actor,
      subject,
      scope: subject,
      data: { locale },
    });
  }
}
