/** What the count of unread posts needs of a row called `room`. `$1` is the person. */
export const UNREAD_JOINS = `
  left join room_readings kept on kept.person_id = $1::uuid and kept.room_id = room.id
  left join room_levels room_level on room_level.person_id = $1::uuid and room_level.room_id = room.id`;

const MUTED = `coalesce(room_level.level = 'muted', false)`;

const FOLLOWED = `coalesce(room_level.level in ('following', 'every_post'), false)`;

/** Unread posts of the threads with a level of their own of which `condition` holds; these are few. */
const ofOwn = (condition: string): string => `(
  select coalesce(sum(thread.last_number - coalesce(position.last_number, 0)), 0)
  from thread_levels own
  join threads thread on thread.room_id = own.room_id and thread.id = own.thread_id
  left join reading_positions position on position.person_id = own.person_id
    and position.room_id = own.room_id and position.thread_id = own.thread_id
  where own.person_id = $1::uuid and own.room_id = room.id and own.level is not null and ${condition})`;

/**
 * Posts of a room that somebody has not read: what it holds less what she has read of it, but for the threads that she
 * has muted; of a muted room, those of the threads that she has chosen to hear of all the same.
 */
export const UNREAD = `(
  case when ${MUTED} then 0 else room.post_count - coalesce(kept.read_count, 0) end
  + case when ${MUTED} then 1 else -1 end * ${ofOwn(`own.by_hand and (own.level = 'muted') <> ${MUTED}`)})::int`;

/** The same of what she follows only: of the room, or of threads in it. */
export const UNREAD_FOLLOWED = `(
  case when ${FOLLOWED} then room.post_count - coalesce(kept.read_count, 0) else 0 end
  + case when ${FOLLOWED} then -1 else 1 end * ${ofOwn(`
    (effective_level(own.level, own.by_hand, room_level.level) in ('following', 'every_post')) <> ${FOLLOWED}`)})::int`;
