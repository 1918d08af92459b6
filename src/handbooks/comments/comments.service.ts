import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Conflict, Invalid, NotFound } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import { Threads } from '../../rooms/threads/threads.service';
import { HandbookAccess, type ChapterRow } from '../handbook.access';
import { commentPolicy } from './comment.policy';
import type { ChapterComments, CommentView, NewAnswer, NewComment } from './comment.schema';
import { found, passagesIn } from './passages';

interface CommentRow {
  id: string;
  parentId: string | null;
  chapterSlug: string;
  authorId: string | null;
  author: string | null;
  body: string;
  locale: Locale;
  place: number;
  passage: string;
  quote: string | null;
  threadId: string | null;
  createdAt: Date;
  resolvedAt: Date | null;
  resolvedBy: string | null;
}

const COLUMNS = `remark.id, remark.parent_id as "parentId", chapter.slug as "chapterSlug",
  remark.author_id as "authorId", author.name as author, remark.body, remark.locale, remark.place, remark.passage,
  remark.quote, remark.thread_id as "threadId", remark.created_at as "createdAt",
  remark.resolved_at as "resolvedAt", resolver.name as "resolvedBy"`;

/** What people say about passages of a chapter. */
@Injectable()
export class PassageComments {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: HandbookAccess,
    private readonly threads: Threads,
  ) {}

  /** @throws Conflict when the chapter has changed since it was read: the passage may be another one */
  async comment(actor: Actor, handbook: string, slug: string, input: NewComment): Promise<string> {
    const chapter = await this.access.toChapter(actor, 'comment', handbook, slug);
    if (input.revision !== chapter.revision) throw new Conflict({ revision: chapter.revision });
    const passage = passagesIn(chapter.body)[input.place];
    if (passage === undefined) throw Invalid.field('place', 'handbooks:problem.no_passage');
    if (input.quote !== null && !passage.includes(input.quote))
      throw Invalid.field('quote', 'handbooks:problem.not_in_passage');
    return this.insert(actor, chapter, { ...input, passage, parentId: null });
  }

  async answer(actor: Actor, handbook: string, id: string, input: NewAnswer): Promise<void> {
    const { chapter, row } = await this.open(actor, handbook, id);
    commentPolicy.allow(actor, 'answer', { ...row, chapter });
    await this.insert(actor, chapter, { ...input, place: null, passage: null, quote: null, parentId: id });
  }

  private insert(
    actor: Actor,
    { id: chapterId, handbookId, handbook }: ChapterRow,
    said: NewAnswer & Record<'passage' | 'quote' | 'parentId', string | null> & { place: number | null },
  ): Promise<string> {
    return this.transactions.run(async (tx) => {
      const [made] = await tx.query<[{ id: string }]>(
        `insert into chapter_comments (chapter_id, parent_id, author_id, body, locale, place, passage, quote)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
        [
          ...[chapterId, said.parentId, actor.person?.id ?? null, said.body, said.locale],
          ...[said.place, said.passage, said.quote],
        ],
      );
      await this.access.record(tx, 'chapter.commented', {
        ...{ actor, partnershipId: handbook.partnershipId, subject: { kind: 'chapter', id: chapterId } },
        data: { handbookId, commentId: made.id },
      });
      return made.id;
    });
  }

  /** Resolving twice is resolving once. */
  async settle(actor: Actor, handbook: string, id: string, resolved: boolean): Promise<string> {
    const { chapter, row } = await this.open(actor, handbook, id);
    commentPolicy.allow(actor, 'settle', { ...row, chapter });
    await this.database.query(
      `update chapter_comments set resolved_at = case when $2 then coalesce(resolved_at, clock_timestamp()) end,
         resolved_by = case when $2 then coalesce(resolved_by, $3) end where id = $1`,
      [id, resolved, actor.person?.id ?? null],
    );
    return chapter.slug;
  }

  /** A thread of a room that begins with the passage; the one that there is, when it has one. */
  async discuss(
    actor: Actor,
    handbook: string,
    id: string,
    { room, link }: { room: string; link: (chapter: string) => string },
  ): Promise<string> {
    const { chapter, row } = await this.open(actor, handbook, id);
    commentPolicy.allow(actor, 'discuss', { ...row, chapter });
    if (row.threadId) return row.threadId;
    const quoted = `> ${(row.quote ?? row.passage).replace(/\s*\n\s*/g, ' ').replace(/[\\`*_[\]<>#|~]/g, '\\$&')}`;
    const body = [quoted, row.body, `<${link(chapter.slug)}>`].join('\n\n');
    const title = chapter.title;
    const { locale } = row;
    const opened = await this.threads.open(actor, room, { title, body, locale, clientId: row.id });
    await this.database.query(
      'update chapter_comments set thread_id = $2 where id = $1 and thread_id is null',
      [id, opened.id],
    );
    return opened.id;
  }

  /** Comments with their answers, each at the place where its passage stands now. */
  async of(actor: Actor, chapter: ChapterRow): Promise<ChapterComments> {
    const passages = passagesIn(chapter.body);
    const rows = await this.rows(actor, 'remark.chapter_id = :chapterId', { chapterId: chapter.id });
    const items = rows
      .filter(({ parentId }) => parentId === null)
      .map((row) => viewOf(actor, chapter, row, rows, passages));
    return { revision: chapter.revision, passages, items };
  }

  private async open(
    actor: Actor,
    handbook: string,
    id: string,
  ): Promise<{ chapter: ChapterRow; row: CommentRow }> {
    const [row] = await this.rows(actor, 'remark.id = :id and handbook.slug = :handbook', { id, handbook });
    if (!row || row.parentId !== null) throw new NotFound();
    return { row, chapter: await this.access.toChapter(actor, 'read', handbook, row.chapterSlug) };
  }

  private rows(actor: Actor, which: string, values: Record<string, unknown>): Promise<CommentRow[]> {
    const { where, parameters } = commentPolicy.readable(actor, 'remark');
    return this.access
      .readableChapters(actor)
      .select(COLUMNS)
      .innerJoin('chapter_comments', 'remark', 'remark.chapter_id = chapter.id')
      .leftJoin('people', 'author', 'author.id = remark.author_id')
      .leftJoin('people', 'resolver', 'resolver.id = remark.resolved_by')
      .andWhere(where, parameters)
      .andWhere(which, values)
      .orderBy('remark.created_at')
      .limit(1000)
      .getRawMany<CommentRow>();
  }
}

const remarkOf = ({ id, author, body, locale, createdAt }: CommentRow) => ({
  ...{ id, author, body, locale, createdAt: createdAt.toISOString() },
});

function viewOf(
  actor: Actor,
  chapter: ChapterRow,
  row: CommentRow,
  rows: readonly CommentRow[],
  passages: readonly string[],
): CommentView {
  return {
    ...remarkOf(row),
    ...{ passage: row.passage, quote: row.quote, place: found(row, passages) ?? null },
    ...{
      resolvedAt: row.resolvedAt?.toISOString() ?? null,
      resolvedBy: row.resolvedBy,
      thread: row.threadId,
    },
    answers: rows.filter(({ parentId }) => parentId === row.id).map(remarkOf),
    can: commentPolicy.can(actor, { ...row, chapter }),
  };
}
