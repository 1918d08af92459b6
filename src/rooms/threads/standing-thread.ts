import { Statement } from '../../core/database/statement';
import type { Locale } from '../../core/i18n/locales';
import type { Theme } from '../../directory/themes';
import { exactly } from '../cursor';
import type { KnownLevels, Level } from '../following/level';
import { ROOM, toRoom, translationsOf, type RoomJson, type TranslationJson } from '../standing-room';
import { Thread, type ThreadTranslation } from './thread.entity';

/** A thread with all that every page of it says, as one statement reads it. */
export interface StandingThread extends Thread {
  /** Name of who opened it. */
  opener: string;
  /** Name of who resolved it. */
  resolver: string | null;
  /** Number of the last post that the reader has seen; 0 for visitors. */
  readUpTo: number;
  /** How closely the reader follows it, as far as she has chosen. */
  levels: KnownLevels;
  /** Place in the list by newest post, exact to the microsecond. */
  cursor: string;
}

export interface ThreadRow {
  id: string;
  room_id: string;
  title: string;
  locale: Locale;
  revision: number;
  opened_by: string;
  opener: string;
  opened_at: Date;
  closed_at: Date | null;
  closed_reason: string | null;
  closed_reason_locale: Locale | null;
  pinned_at: Date | null;
  resolved_at: Date | null;
  resolved_by: string | null;
  resolver: string | null;
  resolution_id: string | null;
  themes: Theme[];
  merged_into_id: string | null;
  last_number: number;
  last_post_at: Date;
  cursor: string;
  read_up_to: number | null;
  own_level: Pick<KnownLevels, 'own' | 'byHand'> | null;
  room_level: Level | null;
  translations: (TranslationJson & { title: string })[] | null;
  room: RoomJson;
}

/**
 * Reads threads whole, with their rooms. `$1` is the person who reads, or null.
 * @param threads rows of `threads`: the table, or a subquery in brackets
 * @param rest conditions and order; may speak of `thread` and `room`
 * @param more further columns
 */
export const readThreads = <More extends object>(threads: string, rest: string, more: string[] = []) =>
  new Statement<ThreadRow & More>(`
    select thread.id, thread.room_id, thread.title, thread.locale, thread.revision, thread.opened_by,
      opener.name as opener, thread.opened_at, thread.closed_at, thread.closed_reason, thread.closed_reason_locale, thread.pinned_at,
      thread.resolved_at, thread.resolved_by, (select resolver.name from people resolver where resolver.id = thread.resolved_by) as resolver,
      thread.resolution_id, thread.themes,
      thread.merged_into_id, thread.last_number, thread.last_post_at,
      ${exactly('thread.last_post_at')} as cursor,
      (select position.last_number from reading_positions position where position.person_id = $1::uuid
         and position.room_id = thread.room_id and position.thread_id = thread.id) as read_up_to,
      (select json_build_object('own', own.level, 'byHand', own.by_hand) from thread_levels own
         where own.room_id = thread.room_id and own.thread_id = thread.id and own.person_id = $1::uuid) as own_level,
      (select chosen.level from room_levels chosen
         where chosen.room_id = thread.room_id and chosen.person_id = $1::uuid) as room_level,
      ${translationsOf('thread_translations', 'thread.id', ['title'])} as translations,
      ${[`${ROOM} as room`, ...more].join(', ')}
    from ${threads} thread
    join rooms room on room.id = thread.room_id
    join people opener on opener.id = thread.opened_by
    ${rest}`);

export function toThread(row: ThreadRow): StandingThread {
  return Object.assign(new Thread(), {
    id: row.id,
    roomId: row.room_id,
    title: row.title,
    locale: row.locale,
    revision: row.revision,
    openedBy: row.opened_by,
    opener: row.opener,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    closedReason: row.closed_reason,
    closedReasonLocale: row.closed_reason_locale,
    pinnedAt: row.pinned_at,
    resolvedAt: row.resolved_at,
    resolvedBy: row.resolved_by,
    resolver: row.resolver,
    resolutionId: row.resolution_id,
    themes: row.themes,
    mergedIntoId: row.merged_into_id,
    lastNumber: row.last_number,
    lastPostAt: row.last_post_at,
    cursor: row.cursor,
    readUpTo: row.read_up_to ?? 0,
    levels: { own: null, byHand: null, ...row.own_level, room: row.room_level },
    translations: (row.translations ?? []) as ThreadTranslation[],
    room: toRoom(row.room),
  });
}
