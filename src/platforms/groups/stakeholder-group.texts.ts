import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Journal } from '../../core/journal/journal';
import { type Text, TextKind, type Translated } from '../../core/texts/text-kind';

/** Names of stakeholder groups as texts. They are the same at all platforms, and public. */
@Injectable()
export class StakeholderGroupTexts extends TextKind {
  readonly name = 'stakeholder_group';
  readonly label = 'platforms:text.groups';
  readonly table = 'stakeholder_groups';
  readonly translations = 'stakeholder_group_translations';
  readonly strings = [{ name: 'name', form: 'line', limit: 200, label: 'platforms:field.name' }] as const;
  readonly columns = {
    title: 'owner.name',
    path: `'/platforms'`,
    partnershipId: 'null::uuid',
    platformId: 'null::uuid',
    roomId: 'null::uuid',
    authorId: 'null::uuid',
    country: 'null::text',
    at: 'null::timestamptz',
    shown: 'true',
  };

  constructor(private readonly journal: Journal) {
    super();
  }

  readable() {
    return { where: 'true', parameters: {} };
  }

  async translated(tx: EntityManager, actor: Actor, { id }: Text, { locale }: Translated) {
    const subject = { kind: 'stakeholder_group', id };
    await this.journal.record(tx, 'stakeholder_group.translated', {
      actor,
      subject,
      scope: subject,
      data: { locale },
    });
  }
}
