import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { Journal } from '../core/journal/journal';
import { type Text, TextKind, type Translated } from '../core/texts/text-kind';
import { FILE, FileReaders } from './file-readers.service';
import { ALT_LIMIT } from './file.schema';

/** What images show, as texts. */
@Injectable()
export class FileTexts extends TextKind {
  readonly name = FILE;
  readonly label = 'files:text.files';
  readonly table = 'files';
  readonly translations = 'file_translations';
  readonly strings = [{ name: 'alt', form: 'prose', limit: ALT_LIMIT, label: 'files:field.alt' }] as const;
  readonly columns = {
    title: 'owner.name',
    path: `'/files/' || owner.id`,
    partnershipId: 'null::uuid',
    platformId: 'null::uuid',
    roomId: 'null::uuid',
    authorId: 'owner.uploader_id',
    country: 'null::text',
    at: 'owner.created_at',
    shown: 'owner.alt is not null',
  };

  constructor(
    private readonly readers: FileReaders,
    private readonly journal: Journal,
  ) {
    super();
  }

  readable(actor: Actor) {
    return this.readers.policy.readable(actor, 'owner');
  }

  async translated(tx: EntityManager, actor: Actor, { id }: Text, { locale }: Translated) {
    const subject = { kind: FILE, id };
    await this.journal.record(tx, 'file.translated', { actor, subject, scope: subject, data: { locale } });
  }
}
