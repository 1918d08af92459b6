import type { EntityManager } from 'typeorm';
import { Statement } from '../../core/database/statement';
import type { TranslationEntity } from '../../core/database/translation';
import type { Locale } from '../../core/i18n/locales';
import { ROOM, toRoom, translationsOf, type RoomJson, type TranslationJson } from '../standing-room';
import type { PollKind, Stance } from './poll-facts';
import type { PollSubject } from './poll.policy';

type Translated<Strings> = Strings & {
  locale: Locale;
  revision: number;
  translations: (TranslationEntity & Strings)[];
};

export interface PollResult {
  voters: number;
  /** By choice; null where a count could tell who chose what. */
  counts: Record<string, number> | null;
  /** Of secret polls, without names; of open ones they stand in the votes. */
  reasons: { choice: Stance; text: string; locale: Locale }[];
}

export interface PollOption extends Translated<{ label: string }> {
  id: string;
}

/** A poll with all that is said of it, as one statement reads it. */
export interface StandingPoll extends Translated<{ question: string }>, PollSubject {
  id: string;
  roomId: string;
  postId: string;
  threadId: string;
  postNumber: number;
  kind: PollKind;
  most: number | null;
  secret: boolean;
  closesAt: Date | null;
  closedBy: string | null;
  edition: number;
  result: PollResult | null;
  options: PollOption[];
  /** By choice; null where nothing may be known yet. */
  counts: Record<string, number> | null;
  own: { choices: string[]; reason: string | null; locale: Locale | null } | null;
}

type Json<Strings> = (TranslationJson & Strings)[] | null;

interface Row {
  id: string;
  room_id: string;
  post_id: string;
  thread_id: string;
  number: number;
  author_id: string;
  kind: PollKind;
  question: string;
  locale: Locale;
  revision: number;
  most: number | null;
  secret: boolean;
  closes_at: Date | null;
  closed_at: Date | null;
  closed_by: string | null;
  result: PollResult | null;
  edition: number;
  withdrawn_at: Date | null;
  thread_closed_at: Date | null;
  translations: Json<{ question: string }>;
  options:
    | { id: string; label: string; locale: Locale; revision: number; translations: Json<{ label: string }> }[]
    | null;
  voters: number;
  counts: Record<string, number> | null;
  own: StandingPoll['own'];
  room: RoomJson;
}

const OPTIONS = `(
  select json_agg(json_build_object('id', option.id, 'label', option.label, 'locale', option.locale,
    'revision', option.revision, 'translations', ${translationsOf(
      'poll_option_translations',
      'option.id and translation.room_id = option.room_id',
      ['label'],
    )}) order by option.position)
  from poll_options option where option.room_id = poll.room_id and option.poll_id = poll.id)`;

/** How many chose what, of a poll called `poll`. */
export const COUNTS = `(
  select coalesce(json_object_agg(chosen.choice, chosen.number), '{}') from (
    select choice, count(*)::int as number
    from poll_votes vote cross join unnest(vote.choices) as choice
    where vote.room_id = poll.room_id and vote.poll_id = poll.id group by choice
  ) chosen)`;

export const VOTERS = `(
  select count(*)::int from poll_votes vote where vote.room_id = poll.room_id and vote.poll_id = poll.id)`;

/** `$1` is the person who reads, or null. */
const readPolls = (where: string) =>
  new Statement<Row>(`
    select poll.id, poll.room_id, poll.post_id, post.thread_id, post.number, post.author_id, poll.kind,
      poll.question, poll.locale, poll.revision, poll.most, poll.secret, poll.closes_at, poll.closed_at,
      poll.closed_by, poll.result, poll.edition, post.withdrawn_at, thread.closed_at as thread_closed_at,
      ${translationsOf('poll_translations', 'poll.id and translation.room_id = poll.room_id', ['question'])}
        as translations,
      ${OPTIONS} as options,
      case when poll.result is null then ${VOTERS} else (poll.result ->> 'voters')::int end as voters,
      case when poll.result is null and not poll.secret then ${COUNTS} end as counts,
      (select json_build_object('choices', vote.choices, 'reason', vote.reason, 'locale', vote.reason_locale)
       from poll_votes vote
       where vote.room_id = poll.room_id and vote.poll_id = poll.id and vote.person_id = $1::uuid) as own,
      ${ROOM} as room
    from polls poll
    join posts post on post.room_id = poll.room_id and post.id = poll.post_id
    join threads thread on thread.room_id = post.room_id and thread.id = post.thread_id
    join rooms room on room.id = poll.room_id
    where ${where}`);

const BY_ID = readPolls('poll.id = $2');
const BY_IDS = readPolls('poll.id = any($2)');
const OF_POSTS = readPolls('post.id = any($2)');
const OF_ROOM = readPolls('poll.room_id = $2 and poll.id = any($3)');

type Database = Parameters<Statement<Row>['run']>[0] | EntityManager;

export async function pollById(
  database: Database,
  personId: string | null,
  id: string,
): Promise<StandingPoll | undefined> {
  const [row] = await BY_ID.run(database, [personId, id]);
  return row && toPoll(row);
}

/** Of any rooms, as nobody in particular reads them. */
export async function pollsByIds(database: Database, ids: readonly string[]): Promise<StandingPoll[]> {
  return (await BY_IDS.run(database, [null, ids])).map(toPoll);
}

/** The same of posts of any rooms. */
export async function pollsOfPosts(database: Database, postIds: readonly string[]): Promise<StandingPoll[]> {
  return (await OF_POSTS.run(database, [null, postIds])).map(toPoll);
}

export async function pollsOfRoom(
  database: Database,
  personId: string | null,
  roomId: string,
  ids: string[],
): Promise<StandingPoll[]> {
  return (await OF_ROOM.run(database, [personId, roomId, ids])).map(toPoll);
}

const translations = <Strings>(made: Json<Strings>) => (made ?? []) as (TranslationEntity & Strings)[];

const toPoll = (row: Row): StandingPoll => ({
  id: row.id,
  roomId: row.room_id,
  postId: row.post_id,
  threadId: row.thread_id,
  postNumber: row.number,
  authorId: row.author_id,
  kind: row.kind,
  question: row.question,
  locale: row.locale,
  revision: row.revision,
  translations: translations(row.translations),
  options: (row.options ?? []).map((option) => ({
    ...option,
    translations: translations(option.translations),
  })),
  most: row.most,
  secret: row.secret,
  closesAt: row.closes_at,
  closedAt: row.closed_at,
  closedBy: row.closed_by,
  edition: row.edition,
  result: row.result,
  withdrawnAt: row.withdrawn_at,
  threadClosedAt: row.thread_closed_at,
  voters: row.voters,
  counts: row.result ? row.result.counts : row.counts,
  own: row.own,
  room: toRoom(row.room),
});
