import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { type Text, TextKind, type Translated } from '../core/texts/text-kind';
import { CHAPTER_LIMIT } from './chapter.entity';
import { HandbookAccess } from './handbook.access';
import { chapterPolicy } from './handbook.policy';

/** Parts, chapters and sections of handbooks as texts. A section is read on the page of its chapter. */
@Injectable()
export class ChapterTexts extends TextKind {
  readonly name = 'chapter';
  readonly label = 'handbooks:text.chapters';
  readonly table = 'chapters';
  readonly translations = 'chapter_translations';
  override readonly joins = `join handbooks handbook on handbook.id = owner.handbook_id
    join partnerships partnership on partnership.id = handbook.partnership_id
    left join chapters above on above.id = owner.parent_id`;
  readonly strings = [
    { name: 'title', form: 'line', limit: 160, label: 'handbooks:field.chapter_title' },
    { name: 'lead', form: 'prose', limit: 400, label: 'handbooks:field.lead', optional: true },
    { name: 'body', form: 'document', limit: CHAPTER_LIMIT, label: 'handbooks:field.body', optional: true },
  ] as const;
  readonly columns = {
    title: 'owner.title',
    path: `'/handbooks/' || handbook.slug || '/' ||
      case when above.parent_id is null then owner.slug else above.slug || '#' || owner.slug end`,
    partnershipId: 'handbook.partnership_id',
    platformId: 'null::uuid',
    roomId: 'null::uuid',
    authorId: 'owner.created_by',
    country: 'null::text',
    at: 'owner.edited_at',
    shown: `owner.status <> 'withdrawn'`,
  };

  constructor(private readonly access: HandbookAccess) {
    super();
  }

  readable(actor: Actor) {
    return chapterPolicy.readable(actor, 'owner');
  }

  async translated(tx: EntityManager, actor: Actor, { id, partnershipId }: Text, { locale }: Translated) {
    const [{ handbook_id: handbookId }] = await tx.query<[{ handbook_id: string }]>(
      'select handbook_id from chapters where id = $1',
      [id],
    );
    const subject = { kind: 'chapter' as const, id };
    const data = { handbookId, locale };
    await this.access.record(tx, 'chapter.translated', {
      actor,
      partnershipId: partnershipId!,
      subject,
      data,
    });
  }
}
