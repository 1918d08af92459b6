import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import type { Locale } from '../../core/i18n/locales';
import { positional } from '../../core/texts/text-kinds';
import type { Room } from '../../rooms/room.entity';
import { ROOM, toRoom, type RoomJson } from '../../rooms/standing-room';
import { nobodyElse } from './case-keepers';
import { casePolicy, type CaseState } from './case.policy';

/** A case with its room, its post and its people: all that a line in the queue says. */
export interface StandingCase {
  id: string;
  number: string;
  state: CaseState;
  revision: number;
  openedAt: Date;
  decidedAt: Date | null;
  clearedAt: Date | null;
  postId: string;
  postNumber: number;
  /** Language of the post: who moderates should read it. */
  locale: Locale;
  threadId: string;
  threadTitle: string;
  threadLocale: Locale;
  threadClosed: boolean;
  hidden: boolean;
  gone: boolean;
  authorId: string | null;
  author: string | null;
  /** Language in which she is told of decisions. */
  authorLocale: Locale | null;
  assigneeId: string | null;
  assignee: string | null;
  /** People who reported it, each once. */
  reports: number;
  /** Somebody says that it is against the law. */
  illegal: boolean;
  /** Who took the decision that is appealed against. */
  appealedDecider: string | null;
  /** Who may look again is the same person only. */
  nobodyElse: boolean;
  room: Room;
}

const COLUMNS = `matter.id, matter.number::text, matter.state, matter.revision, matter.opened_at as "openedAt",
  matter.decided_at as "decidedAt", matter.cleared_at as "clearedAt", matter.post_id as "postId",
  post.number as "postNumber", post.locale, post.thread_id as "threadId", thread.title as "threadTitle",
  thread.locale as "threadLocale", thread.closed_at is not null as "threadClosed",
  post.hidden_at is not null as hidden,
  (post.withdrawn_at is not null and (post.hidden_at is null or post.withdrawn_by is not null)) as gone,
  matter.author_id as "authorId", author.name as author, author.locale as "authorLocale",
  matter.assignee_id as "assigneeId", assignee.name as assignee,
  (select count(*)::int from moderation_reports report
   where report.case_id = matter.id and report.repeat_of is null) as reports,
  exists (select from moderation_reports report
   where report.case_id = matter.id and report.ground like 'law:%') as illegal,
  appealed.decided_by as "appealedDecider",
  coalesce(appealed.decided_by is not null and ${nobodyElse('appealed.decided_by')}, false) as "nobodyElse",
  ${ROOM} as room`;

/** The decision that waits for another look, the first one if both sides have asked. */
const APPEALED = `
  select decision.decided_by from moderation_decisions decision
  join moderation_appeals appeal on appeal.decision_id = decision.id
  where decision.case_id = matter.id
    and not exists (select from moderation_decisions answer where answer.appeal_id = appeal.id)
  order by appeal.made_at limit 1`;

/**
 * Cases that the actor may read.
 * @param where speaks of `matter`, `post` and `room`; its values are `$1` and so on
 * @param rest order and limit
 */
export async function standingCases(
  database: DataSource | EntityManager,
  actor: Actor,
  where: string,
  values: readonly unknown[],
  rest = 'order by matter.opened_at, matter.number',
): Promise<StandingCase[]> {
  const all = [...values];
  const readable = positional(casePolicy.readable(actor, 'matter'), all);
  const rows = await database.query<(Omit<StandingCase, 'room'> & { room: RoomJson })[]>(
    `select ${COLUMNS} from moderation_cases matter
     join rooms room on room.id = matter.room_id
     join posts post on post.room_id = matter.room_id and post.id = matter.post_id
     join threads thread on thread.room_id = post.room_id and thread.id = post.thread_id
     left join people author on author.id = matter.author_id
     left join people assignee on assignee.id = matter.assignee_id
     left join lateral (${APPEALED}) appealed on matter.state = 'appealed'
     where (${where}) and ${readable} ${rest}`,
    all,
  );
  return rows.map(({ room, ...row }) => ({ ...row, room: toRoom(room) }));
}
