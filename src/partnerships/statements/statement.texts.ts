import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { type Text, TextKind, type Translated } from '../../core/texts/text-kind';
import { PartnershipAccess } from '../partnership.access';
import { partnershipPolicy } from '../partnership.policy';
import type { StatementKind } from './statement.entity';

/** Statements of partnerships as texts: objectives, expected results, what is to be made. */
@Injectable()
export class StatementTexts extends TextKind {
  readonly name = 'statement';
  readonly label = 'partnerships:text.statements';
  readonly table = 'statements';
  readonly translations = 'statement_translations';
  override readonly joins = 'join partnerships partnership on partnership.id = owner.partnership_id';
  readonly strings = [
    { name: 'text', form: 'prose', limit: 2000, label: 'partnerships:statement.text' },
  ] as const;
  readonly columns = {
    title: 'partnership.name',
    titleLocale: 'partnership.locale',
    path: `'/partnerships/' || partnership.slug`,
    partnershipId: 'owner.partnership_id',
    platformId: 'null::uuid',
    roomId: 'null::uuid',
    authorId: 'null::uuid',
    country: 'null::text',
    at: 'partnership.starts_on::timestamptz',
    shown: 'true',
  };

  constructor(private readonly access: PartnershipAccess) {
    super();
  }

  readable(actor: Actor) {
    return partnershipPolicy.readable(actor, 'partnership');
  }

  async translated(tx: EntityManager, actor: Actor, { id, partnershipId }: Text, { locale }: Translated) {
    const [row] = await tx.query<[{ kind: StatementKind }]>('select kind from statements where id = $1', [
      id,
    ]);
    const subject = { kind: 'statement', id };
    const data = { kind: row.kind, locale };
    await this.access.record(tx, 'statement.translated', {
      actor,
      partnershipId: partnershipId!,
      subject,
      data,
    });
  }
}
