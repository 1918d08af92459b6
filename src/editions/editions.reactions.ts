import { Injectable } from '@nestjs/common';
import type { Entry } from '../core/journal/entry';
import { Later } from '../core/journal/reactions';
import { EditionBuilder } from './building/edition-builder.service';

/** What follows when an edition is frozen: its files are made. */
@Injectable()
export class EditionsReactions {
  constructor(private readonly builder: EditionBuilder) {}

  @Later('edition_file.asked')
  async build({ subject, scope, data }: Entry<'edition_file.asked'>): Promise<void> {
    await this.builder.build(subject.id, data.format, scope);
  }
}
