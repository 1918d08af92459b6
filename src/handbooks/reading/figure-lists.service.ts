import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { figuresOf } from '../../core/documents/document';
import { parseDocument } from '../../core/documents/parse';
import type { Chapter } from '../chapter.entity';

type Known = Pick<Chapter, 'id' | 'revision'>;

/** Chapters whose figures are remembered. */
const MOST = 20_000;

/** Which figures stand in which chapter, so that a handbook is not read again to number them. */
@Injectable()
export class FigureLists {
  private readonly known = new Map<string, readonly string[]>();

  constructor(private readonly database: DataSource) {}

  /** For the second parameter of an `Outline` of these chapters. */
  async of(chapters: readonly Known[]): Promise<(chapter: Known) => readonly string[]> {
    const missing = chapters.filter((chapter) => !this.known.has(keyOf(chapter)));
    if (missing.length > 0) await this.read(missing);
    return (chapter) => this.known.get(keyOf(chapter)) ?? [];
  }

  private async read(chapters: readonly Known[]): Promise<void> {
    const rows = await this.database.query<{ id: string; revision: number; body: string }[]>(
      `select id, revision, body from chapters where id = any($1) and body like '%/files/%'`,
      [chapters.map(({ id }) => id)],
    );
    if (this.known.size + chapters.length > MOST) this.known.clear();
    for (const chapter of chapters) this.known.set(keyOf(chapter), []);
    for (const row of rows) this.known.set(keyOf(row), figuresOf(parseDocument(row.body)));
  }
}

const keyOf = ({ id, revision }: Known): string => `${id} ${revision}`;
