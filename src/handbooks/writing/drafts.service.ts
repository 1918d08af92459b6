import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { HandbookAccess, type ChapterRow } from '../handbook.access';
import type { DraftInput } from './chapter.schema';

/** What somebody has typed and not saved. */
export interface Draft {
  title: string;
  lead: string;
  body: string;
  /** The revision that she began from. */
  revision: number;
  typedAt: Date;
}

/** Somebody who writes in the same chapter at this moment. */
export interface Writer {
  id: string;
  name: string;
}

/** Seconds after which somebody who says nothing is taken to have gone. */
const GONE_AFTER = 60;

/** Private drafts, one for each person and chapter, and who is writing. Nobody else ever sees a draft. */
@Injectable()
export class Drafts {
  constructor(
    private readonly database: DataSource,
    private readonly access: HandbookAccess,
  ) {}

  /** Keeps what is typed, and says who else is writing. The last one to arrive stands. */
  async keep(actor: Actor, handbook: string, chapter: string, draft: DraftInput): Promise<Writer[]> {
    const row = await this.access.toChapter(actor, 'edit', handbook, chapter);
    const { title, lead, body, revision } = draft;
    await this.database.query(
      `insert into chapter_drafts (chapter_id, person_id, title, lead, body, revision)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (chapter_id, person_id) do update set title = excluded.title, lead = excluded.lead,
         body = excluded.body, revision = excluded.revision, typed_at = clock_timestamp()`,
      [row.id, actor.person!.id, title, lead, body, revision],
    );
    return this.arrive(actor, row);
  }

  /** `undefined` also when it says the same as the chapter. */
  async of(actor: Actor, row: ChapterRow): Promise<Draft | undefined> {
    const [draft] = await this.database.query<Draft[]>(
      `select title, lead, body, revision, typed_at as "typedAt" from chapter_drafts
       where chapter_id = $1 and person_id = $2`,
      [row.id, actor.person!.id],
    );
    if (!draft) return undefined;
    const same =
      draft.title === row.title && draft.lead === (row.lead ?? '') && draft.body === (row.body ?? '');
    return same ? undefined : draft;
  }

  /** She has saved, or does not want it any more; and has stopped writing. */
  async discard(actor: Actor, handbook: string, chapter: string): Promise<void> {
    const { id } = await this.access.toChapter(actor, 'edit', handbook, chapter);
    const values = [id, actor.person!.id];
    await this.database.query('delete from chapter_drafts where chapter_id = $1 and person_id = $2', values);
    await this.database.query('delete from chapter_writers where chapter_id = $1 and person_id = $2', values);
  }

  /** Says that somebody is writing, and returns who else is. */
  async writing(actor: Actor, handbook: string, chapter: string): Promise<Writer[]> {
    return this.arrive(actor, await this.access.toChapter(actor, 'edit', handbook, chapter));
  }

  /** The same, for who has the chapter in hand. */
  async arrive(actor: Actor, { id }: Pick<ChapterRow, 'id'>): Promise<Writer[]> {
    const me = actor.person!.id;
    await this.database.query(
      `insert into chapter_writers (chapter_id, person_id) values ($1, $2)
       on conflict (chapter_id, person_id) do update set seen_at = clock_timestamp()`,
      [id, me],
    );
    return this.database.query(
      `select person.id, person.name from chapter_writers writer join people person on person.id = writer.person_id
       where writer.chapter_id = $1 and writer.person_id <> $2
         and writer.seen_at > clock_timestamp() - make_interval(secs => $3)
       order by person.name, person.id`,
      [id, me, GONE_AFTER],
    );
  }
}
