import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access/actor';
import { HandbookAccess } from '../handbook.access';
import { Chapters } from '../writing/chapters.service';
import { ChapterRevisions } from './chapter-revisions.service';
import type { Restored } from './revision.schema';

/** Lets a chapter say what it said before. */
@Injectable()
export class Restoring {
  constructor(
    private readonly access: HandbookAccess,
    private readonly revisions: ChapterRevisions,
    private readonly chapters: Chapters,
  ) {}

  /** Heading, sentence and text, as a new revision: what stood between stays in the list. */
  async restore(
    actor: Actor,
    handbook: string,
    chapter: string,
    revision: number,
    input: Restored,
  ): Promise<number> {
    const row = await this.access.toChapter(actor, 'edit', handbook, chapter);
    const { title, lead, body } = await this.revisions.at(row, revision);
    return this.chapters.edit(actor, handbook, chapter, { title, lead, body, ...input });
  }
}
