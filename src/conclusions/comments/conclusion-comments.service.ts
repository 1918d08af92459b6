import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Forbidden, NotFound } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import { keeps } from '../../rooms/room.policy';
import { ConclusionAccess } from '../conclusion.access';
import type { StandingConclusion } from '../standing-conclusion';
import type { CommentView, NewComment } from './comment.schema';

interface CommentRow {
  id: string;
  authorId: string | null;
  name: string | null;
  body: string | null;
  wording: string | null;
  locale: Locale;
  revision: number;
  writtenAt: Date;
}

/** What members say of a draft, and how they would put it. */
@Injectable()
export class ConclusionComments {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: ConclusionAccess,
  ) {}

  async write(actor: Actor, id: string, { body, wording, locale }: NewComment): Promise<string> {
    return this.transactions.run(async (tx) => {
      const found = await this.access.lock(tx, actor, 'comment', id);
      const [row] = await tx.query<[{ id: string }]>(
        `insert into conclusion_comments (conclusion_id, author_id, body, wording, locale, revision)
         values ($1, $2, $3, $4, $5, $6) returning id`,
        [id, actor.person?.id ?? null, body, wording, locale, found.revision],
      );
      await this.access.record(tx, 'conclusion.commented', actor, found, { commentId: row.id });
      return row.id;
    });
  }

  /** One's own, or as keeper of the room. */
  async withdraw(actor: Actor, id: string, commentId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const found = await this.access.lock(tx, actor, 'read', id);
      const [row] = await tx.query<[{ author_id: string | null }?]>(
        `select author_id from conclusion_comments
         where id = $1 and conclusion_id = $2 and withdrawn_at is null`,
        [commentId, id],
      );
      if (!row) throw new NotFound();
      if (!actor.mayWrite) throw new Forbidden('errors:read_only_token');
      if (!actor.is(row.author_id) && !keeps(actor, found.room)) throw new Forbidden();
      await tx.query('update conclusion_comments set withdrawn_at = clock_timestamp() where id = $1', [
        commentId,
      ]);
      await this.access.record(tx, 'conclusion.comment_withdrawn', actor, found, { commentId });
    });
  }

  /** For those who sit in the room: in the order in which they were written. */
  async of(actor: Actor, { id, room }: StandingConclusion): Promise<CommentView[]> {
    const rows = await this.database.query<CommentRow[]>(
      `select remark.id, remark.author_id as "authorId", author.name, remark.body, remark.wording, remark.locale,
         remark.revision, remark.written_at as "writtenAt"
       from conclusion_comments remark left join people author on author.id = remark.author_id
       where remark.conclusion_id = $1 and remark.withdrawn_at is null order by remark.written_at, remark.id`,
      [id],
    );
    return rows.map(({ authorId, name, writtenAt, ...row }) => ({
      ...row,
      author: authorId && name ? { id: authorId, name } : null,
      writtenAt: writtenAt.toISOString(),
      can: { withdraw: actor.mayWrite && (actor.is(authorId) || keeps(actor, room)) },
    }));
  }
}
