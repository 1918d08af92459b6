import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { CASE_COLUMNS, type PracticeCase } from '../practice-case';
import type { PracticeState } from '../practice-facts';
import { isHost, practicePolicy } from '../practice.policy';
import type { Judgement } from '../reviews/verdict';
import { neededFor } from '../reviews/verdict';

/** What waits for somebody. */
export const TASK_KINDS = ['write', 'check', 'find', 'answer', 'judge', 'edit', 'publish', 'renew'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export interface PracticeTask {
  kind: TaskKind;
  slug: string;
  title: string;
  locale: string;
  state: PracticeState;
  since: Date;
}

interface Row extends PracticeCase {
  title: string;
  locale: string;
  ownReview: 'invited' | 'accepted' | null;
  active: number;
  judgements: Judgement[] | null;
}

/** Cases whose next move is somebody's own. */
@Injectable()
export class PracticeTasks {
  constructor(private readonly database: DataSource) {}

  /** Those that have waited longest first. */
  async of(actor: Actor): Promise<PracticeTask[]> {
    if (!actor.person) return [];
    const rows = await this.database.query<Row[]>(
      `select ${CASE_COLUMNS('practice')}, practice.title, practice.locale,
         (select review.state from practice_reviews review where review.practice_id = practice.id
            and review.round = practice.round and review.reviewer_id = $1
            and review.state in ('invited', 'accepted')) as "ownReview",
         (select count(*)::int from practice_reviews review where review.practice_id = practice.id
            and review.round = practice.round and review.state in ('invited', 'accepted', 'scored')) as active,
         (select json_agg(json_build_object('scores', review.scores, 'gates', review.gates) order by scored_at)
            from practice_reviews review where review.practice_id = practice.id
            and review.round = practice.round and review.state = 'scored') as judgements
       from practices practice
       where practice.state not in ('published', 'withdrawn') and (
         practice.author_id = $1 or practice.partnership_id = any($2::uuid[])
         or exists (select from platforms where platforms.id = any($3::uuid[])
           and platforms.partnership_id = practice.partnership_id and platforms.country = practice.country)
         or exists (select from practice_reviews review where review.practice_id = practice.id
           and review.reviewer_id = $1 and review.state in ('invited', 'accepted')))
       order by practice.state_since, practice.id limit 500`,
      [actor.person.id, actor.places('organiser', 'editor'), actor.places('host')],
    );
    return rows.flatMap((row) => {
      const kind = taskOf(actor, row);
      if (!kind) return [];
      return [
        {
          kind,
          slug: row.slug,
          title: row.title,
          locale: row.locale,
          state: row.state,
          since: row.stateSince,
        },
      ];
    });
  }
}

const WRITING: readonly PracticeState[] = ['draft', 'returned', 'declined'];

function taskOf(actor: Actor, row: Row): TaskKind | undefined {
  const may = (ability: Parameters<typeof practicePolicy.may>[1]) => practicePolicy.may(actor, ability, row);
  if (row.state === 'review' && row.ownReview) return row.ownReview === 'invited' ? 'answer' : 'judge';
  if (WRITING.includes(row.state))
    return actor.is(row.authorId) || (row.authorId === null && may('edit')) ? 'write' : undefined;
  if (may('check')) return 'check';
  if (row.state === 'review')
    return may('invite') && row.active < neededFor(row.judgements ?? []) ? 'find' : undefined;
  if (may('take') || may('freeze')) return 'edit';
  if (may('publish')) return 'publish';
  const looksAfter = may('reopen') || actor.is(row.authorId) || isHost(actor, row);
  return row.state === 'due' && looksAfter ? 'renew' : undefined;
}
