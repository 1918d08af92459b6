import type { EntityManager } from 'typeorm';
import { Statement } from '../../core/database/statement';

/** Posts as far as following their threads is concerned. */
interface Followed {
  roomId: string;
  threadId: string;
  number: number;
}

export interface Follower {
  threadId: string;
  id: string;
  level: 'following' | 'every_post';
  /** Number of the last post that she has read. */
  read: number;
}

/** What stands for all that is new in a thread since somebody read it. */
export const continuation = ({ threadId, read }: Pick<Follower, 'threadId' | 'read'>): string =>
  `thread ${threadId} after ${read}`;

/**
 * For each thread with its newest post: who follows it or its room, and has not read all of it. Who has been told that
 * it goes on, and has not looked since, is left out: most of those who follow, where much is written.
 */
const FOLLOWERS = new Statement<Follower>(`
  select known.* from unnest($1::uuid[], $2::uuid[], $3::int[]) thread (room_id, id, number)
  cross join lateral (
    select thread.id as "threadId", follower.person_id as id, effective_level(own.level, own.by_hand, (
        select level from room_levels room where room.room_id = thread.room_id and room.person_id = follower.person_id
      )) as level, coalesce((
        select last_number from reading_positions position where position.person_id = follower.person_id
          and position.room_id = thread.room_id and position.thread_id = thread.id), 0) as read
    from (
      select person_id from thread_levels
      where room_id = thread.room_id and thread_id = thread.id and level in ('following', 'every_post')
      union
      select person_id from room_levels where room_id = thread.room_id and level in ('following', 'every_post')
    ) follower left join lateral (
      select level, by_hand from thread_levels own
      where own.room_id = thread.room_id and own.thread_id = thread.id and own.person_id = follower.person_id
      limit 1
    ) own on true
    offset 0
  ) known
  where level in ('following', 'every_post') and read < thread.number and not (
    level = 'following' and exists (
      select from notifications told
      where told.person_id = known.id and told.cause = 'thread ' || known."threadId" || ' after ' || known.read
    ))`);

export function followersOf(tx: EntityManager, posts: readonly Followed[]): Promise<Follower[]> {
  const newest = new Map<string, Followed>();
  for (const post of posts)
    if (post.number > (newest.get(post.threadId)?.number ?? 0)) newest.set(post.threadId, post);
  const threads = [...newest.values()];
  return FOLLOWERS.run(tx, [
    threads.map(({ roomId }) => roomId),
    threads.map(({ threadId }) => threadId),
    threads.map(({ number }) => number),
  ]);
}
