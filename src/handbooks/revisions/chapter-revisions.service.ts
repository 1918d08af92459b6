import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NotFound } from '../../core/errors/refusal';
import type { Weight } from '../../core/texts/original-revisions';
import type { ChapterRow } from '../handbook.access';

/** What a chapter said. */
export interface ChapterText {
  title: string;
  lead: string | null;
  body: string | null;
}

/** One state of a chapter: who brought it about, when, and why. */
export interface ChapterRevision {
  revision: number;
  by: string | null;
  at: Date;
  /** How much the change weighed that led to it; `null` for the first. */
  weight: Weight | null;
  note: string | null;
  /** What stands now. */
  current: boolean;
}

interface Row {
  revision: number;
  by: string | null;
  at: Date;
  weight: Weight;
  note: string | null;
}

/** What chapters said before; nothing is ever taken away from it. */
@Injectable()
export class ChapterRevisions {
  constructor(private readonly database: DataSource) {}

  /** The newest first. */
  async of({ id, revision: now, createdBy, createdAt }: ChapterRow): Promise<ChapterRevision[]> {
    const ended = await this.database.query<Row[]>(
      `select old.revision, person.name as by, old.changed_at as at, old.weight, old.note
       from original_revisions old left join people person on person.id = old.changed_by
       where old.kind = 'chapter' and old.owner_id = $1 and old.revision < $2 order by old.revision`,
      [id, now],
    );
    const [author] = await this.database.query<{ name: string }[]>('select name from people where id = $1', [
      createdBy,
    ]);
    const first = { by: author?.name ?? null, at: createdAt, weight: null, note: null };
    const all = [{ revision: ended[0]?.revision ?? now, ...first }, ...ended.map(begun(now, ended))];
    return all.map((each) => ({ ...each, current: each.revision === now })).reverse();
  }

  /** @throws NotFound when there is no such revision */
  async at({ id, revision: now, title, lead, body }: ChapterRow, revision: number): Promise<ChapterText> {
    if (revision === now) return { title, lead, body };
    const [row] = await this.database.query<{ strings: ChapterText }[]>(
      `select strings from original_revisions where kind = 'chapter' and owner_id = $1 and revision = $2`,
      [id, revision],
    );
    if (!row || revision > now) throw new NotFound();
    return row.strings;
  }
}

/** What ended one revision began the next. */
const begun =
  (now: number, ended: readonly Row[]) =>
  ({ revision: _, ...change }: Row, place: number) => ({
    revision: ended[place + 1]?.revision ?? now,
    ...change,
  });
