import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { NotFound } from '../core/errors/refusal';
import { StatementKind } from '../evidence/statement-kind';
import { Chapter } from './chapter.entity';
import type { ChapterRow } from './handbook.access';
import { chapterPolicy } from './handbook.policy';

/** Chapters as statements: what is included in them is published in them, see PublishedIn; they rest on whatever else is cited. */
@Injectable()
export class ChapterStatements extends StatementKind {
  readonly name = 'chapter';

  async allowCiting(tx: EntityManager, actor: Actor, id: string): Promise<void> {
    const { where, parameters } = chapterPolicy.readable(actor, 'chapter');
    const row = await tx
      .createQueryBuilder(Chapter, 'chapter')
      .innerJoinAndSelect('chapter.handbook', 'handbook')
      .innerJoinAndSelect('handbook.partnership', 'partnership')
      .where(where, parameters)
      .andWhere('chapter.id = :id', { id })
      .getOne();
    if (!row) throw new NotFound();
    chapterPolicy.allow(actor, 'edit', row as ChapterRow);
  }

  /** Those who wrote it and still may; else those who lead the partnership. */
  async keepersOf(tx: EntityManager, id: string): Promise<string[]> {
    const rows = await tx.query<{ person_id: string; wrote: boolean }[]>(
      `select held.person_id, bool_or(held.person_id in (chapter.created_by, chapter.edited_by)) as wrote
       from chapters chapter join handbooks handbook on handbook.id = chapter.handbook_id
       join grants held on held.place_id = handbook.partnership_id
       where chapter.id = $1 and (held.role = 'organiser'
         or held.role = 'editor' and held.person_id in (chapter.created_by, chapter.edited_by))
       group by held.person_id`,
      [id],
    );
    const writers = rows.filter(({ wrote }) => wrote);
    return (writers.length > 0 ? writers : rows).map((row) => row.person_id);
  }

  isReplaced(): Promise<boolean> {
    return Promise.resolve(false);
  }
}
