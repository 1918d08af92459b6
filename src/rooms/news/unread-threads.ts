import { UNREAD, UNREAD_FOLLOWED, UNREAD_JOINS } from '../following/unread';
import type { OwnRoom } from '../room-views.service';
import { ROOM, type RoomJson } from '../standing-room';
import { readThreads } from '../threads/standing-thread';

/** Rooms of one page. */
export const ROOMS = 10;
/** So many of a room's newest threads are looked through first: what is new is among them nearly always. */
const LATELY = 200;

export interface RoomRow extends OwnRoom {
  id: string;
  room: RoomJson;
  /** Of all pages. */
  rooms: number;
  posts: number;
}

const FOLLOWED = `coalesce(room_level.level in ('following', 'every_post'), false)`;

/** Rooms with something unread: where one has a seat, has read, or has chosen a level. Counts are kept, not made. */
export const roomsWithNews = (where: string, own: string, followedOnly: boolean): string => `
  select counted.*, ${ROOM} as room from (
    select counted.*, count(*) over ()::int as rooms, sum(unread) over ()::int as posts from (
      select room.id, room.last_post_at, room_level.level, ${FOLLOWED} as followed,
        ${followedOnly ? UNREAD_FOLLOWED : UNREAD} as unread
      from rooms room ${UNREAD_JOINS}
      where ${where} and (${own} or kept.read_count > 0 or room_level.person_id is not null)
    ) counted where unread > 0
    order by followed desc, last_post_at desc nulls last, id limit ${ROOMS} offset $2
  ) counted join rooms room on room.id = counted.id
  order by counted.followed desc, counted.last_post_at desc nulls last, counted.id`;

const LEVEL = 'effective_level(own.level, own.by_hand, room_level.level)';
const IS_FOLLOWED = `(${LEVEL} in ('following', 'every_post'))`;

/**
 * Unread threads of the rooms `$2`: with `$3` followed ones only, `$4` of each room after `$5`.
 * A limit of one makes PostgreSQL look for each thread by its key, not through all that she has ever read.
 * @param among how many of the newest threads of each room are looked through
 */
const unreadThreads = (among: number | null) => {
  const [each, newest] = among === null ? ['', ''] : ['limit 1', `limit ${among}`];
  return readThreads<{ last_author: string | null }>(
    `(
    select recent.* from unnest($2::uuid[]) chosen (room_id) cross join lateral (
      select newest.* from (
        select * from threads where threads.room_id = chosen.room_id order by last_post_at desc, id ${newest}
      ) newest
      left join lateral (
        select last_number from reading_positions
        where person_id = $1::uuid and room_id = newest.room_id and thread_id = newest.id ${each}
      ) position on true
      left join lateral (
        select level, by_hand from thread_levels
        where person_id = $1::uuid and room_id = newest.room_id and thread_id = newest.id ${each}
      ) own on true
      left join room_levels room_level on room_level.person_id = $1::uuid and room_level.room_id = newest.room_id
      where newest.last_number > coalesce(position.last_number, 0) and newest.merged_into_id is null
        and ${LEVEL} <> 'muted' and (not $3::boolean or ${IS_FOLLOWED})
      order by ${IS_FOLLOWED} desc, newest.last_post_at desc, newest.id limit $4::int offset $5::int
    ) recent
  )`,
    'order by thread.last_post_at desc, thread.id',
    [
      `(select author.name from posts last join people author on author.id = last.author_id
      where last.room_id = thread.room_id and last.thread_id = thread.id and last.number = thread.last_number
     ) as last_author`,
    ],
  );
};

export const LATEST_UNREAD = unreadThreads(LATELY);
/** Through all threads of a room, where the newest ones do not account for all that is unread. */
export const ALL_UNREAD = unreadThreads(null);
