import { Injectable, Optional } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Statement } from '../../core/database/statement';
import { NotFound, Refusal } from '../../core/errors/refusal';
import type { Reader } from '../../core/http/reader';
import { TermIndex } from '../../glossary/terms/term-index.service';
import { FundingNotices } from '../../partnerships/funding/funding-notices.service';
import type { Partnership } from '../../partnerships/partnership.entity';
import type { Chapter } from '../chapter.entity';
import type { Handbook } from '../handbook.entity';
import { HandbookSurroundings } from './handbook-surroundings';
import { chapterPolicy, handbookPolicy } from '../handbook.policy';

interface Row {
  id: string;
  status: Handbook['status'];
  state: unknown;
  partnership: Pick<Partnership, 'id' | 'status'>;
  /** The chapter that was asked for. */
  chapter: { status: Chapter['status']; public: boolean; page: string } | null;
}

/**
 * Everything that the pages of a handbook are made from, by what changes with it: `$2` is the slug of a chapter.
 * A section is read on the page of its chapter: `page`.
 */
const STATE = new Statement<Row>(`
  select handbook.id, handbook.status, json_build_object('id', partnership.id, 'status', partnership.status) as partnership,
    json_build_array(
      handbook.revision, handbook.licence, handbook.doi, handbook.published_at, partnership.revision, partnership.accent,
      (select string_agg(concat_ws(' ', told.locale, told.status, told.translated_at), ',' order by told.locale)
       from handbook_translations told where told.owner_id = handbook.id),
      (select max(room.last_seq) from rooms room where room.id = handbook.room_id),
      (select md5(string_agg(concat_ws(' ', each.id, each.parent_id, each.position, each.numbered, each.status,
         each.revision, each.edited_at, each.thread_id, told.all), ',' order by each.id))
       from chapters each left join lateral (
         select string_agg(concat_ws(' ', locale, status, source_revision, translated_at), ',' order by locale) as all
         from chapter_translations where owner_id = each.id) told on true
       where each.handbook_id = handbook.id)) as state,
    (select json_build_object('status', found.status, 'public', found.published_at is not null,
       'page', case when above.parent_id is null then found.slug else above.slug end)
     from chapters found left join chapters above on above.id = found.parent_id
     where found.handbook_id = handbook.id and found.slug = $2) as chapter
  from handbooks handbook join partnerships partnership on partnership.id = handbook.partnership_id
  where handbook.slug = $1`);

/** Whether what a visitor was sent before still stands. */
@Injectable()
export class HandbookStates {
  constructor(
    private readonly database: DataSource,
    private readonly notices: FundingNotices,
    private readonly terms: TermIndex,
    @Optional() private readonly beside?: HandbookSurroundings,
  ) {}

  /** @throws NotFound */
  async of(reader: Reader, slug: string): Promise<unknown[]> {
    const row = await this.read(reader, slug, null);
    return this.whole(reader, row);
  }

  /**
   * `page` is the chapter on whose page it is read.
   * @throws NotFound
   * @throws Refusal 410 for what could be read once
   */
  async ofChapter(reader: Reader, slug: string, name: string): Promise<{ state: unknown[]; page: string }> {
    const row = await this.read(reader, slug, name);
    const { chapter } = row;
    if (!chapter) throw new NotFound();
    const { status } = chapter;
    if (!chapterPolicy.may(reader.actor, 'read', { status, handbook: row })) throw goneOrUnknown(chapter);
    return { state: await this.whole(reader, row), page: chapter.page };
  }

  private async read({ actor }: Reader, slug: string, name: string | null): Promise<Row> {
    const [row] = await STATE.run(this.database, [slug, name]);
    if (!row || !handbookPolicy.may(actor, 'read', row)) throw new NotFound();
    return row;
  }

  private async whole({ locales }: Reader, { id, state, partnership }: Row): Promise<unknown[]> {
    const notices = await this.notices.of([partnership.id], locales);
    return [state, [...notices.values()], this.terms.last?.version, await this.beside?.state(id)];
  }
}

const goneOrUnknown = ({ status, public: once }: NonNullable<Row['chapter']>): Refusal =>
  status === 'withdrawn' && once ? new Refusal(410, 'handbooks:refusal.withdrawn') : new NotFound();
