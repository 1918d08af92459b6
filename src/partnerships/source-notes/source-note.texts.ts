import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { type Text, TextKind, type Translated } from '../../core/texts/text-kind';
import { PartnershipAccess } from '../partnership.access';
import { partnershipPolicy } from '../partnership.policy';

/** Notes on what does not fit together in a source, as texts. */
@Injectable()
export class SourceNoteTexts extends TextKind {
  readonly name = 'source_note';
  readonly label = 'partnerships:text.source_notes';
  readonly table = 'source_notes';
  readonly translations = 'source_note_translations';
  override readonly joins = 'join partnerships partnership on partnership.id = owner.partnership_id';
  readonly strings = [
    { name: 'issue', form: 'prose', limit: 2000, label: 'partnerships:note.issue' },
    { name: 'treatment', form: 'prose', limit: 2000, label: 'partnerships:note.treatment' },
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
    const subject = { kind: 'source_note', id };
    const fact = { actor, partnershipId: partnershipId!, subject, data: { locale } };
    await this.access.record(tx, 'source_note.translated', fact);
  }
}
