import type { DataSource } from 'typeorm';
import { Invalid } from '../../core/errors/refusal';
import { readCursor, writeCursor } from '../cursor';
import { readThreads, toThread, type StandingThread } from './standing-thread';
import type { ThreadState, ThreadWindow } from './thread.schema';

/** Threads with posts that the reader (`$1`) has not seen; visitors have none, and muted ones do not count. */
const UNREAD = `$1::uuid is not null and merged_into_id is null
  and last_number > coalesce((select position.last_number from reading_positions position
    where position.person_id = $1::uuid and position.room_id = $2 and position.thread_id = threads.id), 0)
  and effective_level(
    (select own.level from thread_levels own
     where own.room_id = $2 and own.thread_id = threads.id and own.person_id = $1::uuid),
    (select own.by_hand from thread_levels own
     where own.room_id = $2 and own.thread_id = threads.id and own.person_id = $1::uuid),
    (select chosen.level from room_levels chosen where chosen.room_id = $2 and chosen.person_id = $1::uuid)
  ) <> 'muted'`;

/** Open and resolved have indexes of their own (thread-states.migrations), so that few among many are found at once. */
const STANDS: Record<ThreadState, string> = {
  all: 'merged_into_id is null',
  open: 'merged_into_id is null and resolved_at is null',
  resolved: 'merged_into_id is null and resolved_at is not null',
  unread: UNREAD,
};
const THEMED = `themes <> '{}' and themes @> array[$6::text]`;

/** Pinned threads stand on the first page only; `$3` and `$4` say where the page before has ended. */
const listing = (stands: string) =>
  readThreads(
    `(
    (select * from threads where room_id = $2 and pinned_at is not null and $3::text is null and ${stands}
     order by last_post_at desc, id)
    union all
    (select * from threads where room_id = $2 and pinned_at is null and ${stands}
       and last_post_at <= coalesce($3::timestamptz, 'infinity')
       and (last_post_at < coalesce($3::timestamptz, 'infinity') or id > $4::uuid)
     order by last_post_at desc, id limit $5)
  )`,
    'order by (thread.pinned_at is null), thread.last_post_at desc, thread.id',
  );

const both = (state: ThreadState) => ({
  whole: listing(STANDS[state]),
  themed: listing(`${STANDS[state]} and ${THEMED}`),
});
const LISTS = { all: both('all'), open: both('open'), resolved: both('resolved'), unread: both('unread') };

/** The threads of a room that the reader is known to read: pinned first, then by newest post. */
export async function listThreads(
  database: DataSource,
  readerId: string | null,
  roomId: string,
  { after, limit = 20, state = 'all', theme }: ThreadWindow,
): Promise<{ threads: StandingThread[]; next: string | null }> {
  const cursor = after === undefined ? undefined : readCursor(after);
  if (after !== undefined && !cursor) throw Invalid.field('after', 'errors:field.format');
  const values = [readerId, roomId, cursor?.cursor ?? null, cursor?.id ?? null, limit + 1];
  const rows = await (theme
    ? LISTS[state].themed.run(database, [...values, theme])
    : LISTS[state].whole.run(database, values));
  const threads = rows.map(toThread);
  const further = threads.filter(({ pinnedAt }) => pinnedAt === null).length > limit;
  const shown = further ? threads.slice(0, -1) : threads;
  const last = shown.at(-1);
  return { threads: shown, next: further && last ? writeCursor(last) : null };
}
