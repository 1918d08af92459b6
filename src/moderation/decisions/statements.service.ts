import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Policy } from '../../core/access/policy';
import { NotFound } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import { PostHiding, type HiddenWords } from '../../rooms/posts/hiding.service';
import { appealable } from '../appeals/appeal-time';
import { nobodyElse } from '../cases/case-keepers';
import { SAME_PERSON } from './same-person';
import { isTold, type Decision } from './measure';

/** What was decided about somebody's post, as she is told of it. */
export interface Statement extends Decision {
  reported: boolean;
  authorId: string | null;
  roomId: string;
  postId: string;
  postNumber: number;
  threadId: string;
  threadTitle: string;
  threadLocale: Locale;
  /** The last day for an appeal, as a date; null: there is none. */
  appealUntil: Date | null;
  appealed: boolean;
  /** Nobody but who decided could look again. */
  alone: boolean;
  /** Whoever looked again had decided first. */
  samePerson: boolean;
  words: HiddenWords | undefined;
}

/** Statements are for who wrote the post, and for nobody else. */
export const statementPolicy = new Policy<Pick<Statement, 'authorId'>, 'appeal'>(
  {
    read: (actor, { authorId }) => actor.is(authorId),
    appeal: (actor, { authorId }) => actor.is(authorId),
  },
  (actor, matter) => ({
    where: `${matter}.author_id = :self`,
    parameters: { self: actor.person?.id ?? null },
  }),
);

@Injectable()
export class Statements {
  constructor(
    private readonly database: DataSource,
    private readonly hiding: PostHiding,
  ) {}

  /** @throws NotFound for everybody but the author */
  async find(actor: Actor, id: string): Promise<Statement> {
    const [row] = await this.database.query<Omit<Statement, 'words' | 'appealUntil'>[]>(
      `select decision.id, decision.number::text, measure, outcome, ground, facts, decision.locale, reported,
         decision.decided_at as "decidedAt", matter.author_id as "authorId", matter.room_id as "roomId",
         matter.post_id as "postId", post.number as "postNumber", post.thread_id as "threadId",
         thread.title as "threadTitle", thread.locale as "threadLocale",
         exists (select from moderation_appeals appeal where appeal.decision_id = decision.id) as appealed,
         ${nobodyElse('decision.decided_by')} as alone, ${SAME_PERSON} as "samePerson"
       from moderation_decisions decision join moderation_cases matter on matter.id = decision.case_id
       join rooms room on room.id = matter.room_id
       join posts post on post.room_id = matter.room_id and post.id = matter.post_id
       join threads thread on thread.room_id = post.room_id and thread.id = post.thread_id
       where decision.id = $1`,
      [id],
    );
    if (!row || !isTold(row.measure) || !statementPolicy.may(actor, 'read', row)) throw new NotFound();
    return {
      ...row,
      appealUntil: appealable('author', row),
      words: await this.hiding.words(row.roomId, row.postId),
    };
  }
}
