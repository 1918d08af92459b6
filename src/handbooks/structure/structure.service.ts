import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Chapter } from '../chapter.entity';
import type { HandbookRow } from '../handbook.access';
import { Outline, type OutlineEntry } from '../outline';

/** What a place in the structure shows; without the text. */
export type StructureChapter = Pick<
  Chapter,
  'id' | 'parentId' | 'position' | 'slug' | 'numbered' | 'status' | 'title' | 'locale' | 'body'
>;
export type StructureEntry = OutlineEntry<StructureChapter>;
export type Structure = Outline<StructureChapter>;

/** Handbooks as those see them who write them: with drafts, and with what was withdrawn. */
@Injectable()
export class Structures {
  constructor(private readonly database: DataSource) {}

  /** What was withdrawn keeps its place and has no number. */
  async of({ id }: Pick<HandbookRow, 'id'>): Promise<Structure> {
    const rows = await this.database
      .createQueryBuilder(Chapter, 'chapter')
      .select(
        ['id', 'parentId', 'position', 'slug', 'numbered', 'status', 'title', 'locale'].map(
          (column) => `chapter.${column}`,
        ),
      )
      .where('chapter.handbookId = :id', { id })
      .getMany();
    return new Outline<StructureChapter>(
      rows.map((row) => ({ ...row, body: null, numbered: row.numbered && row.status !== 'withdrawn' })),
    );
  }
}
