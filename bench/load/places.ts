import { PAGE } from '../seed/discussion';
import type { Ground } from './ground';

/** Threads that are measured, or written to, in one run: a different choice each time. */
const CHOICE = 1000;

export interface PageOfPosts {
  id: string;
  /** What each of its posts says about itself. */
  marks: string[];
}

export interface Place {
  room: string;
  thread: string;
}

/** Threads of exactly one page of posts; nobody replies there. */
export async function fullPages(ground: Ground): Promise<PageOfPosts[]> {
  const rows = await ground.query<{ id: string; turn: number }>(
    `select * from (select id, split_part(title, ' ', 3)::int as turn from threads where title like 'Seed thread %') seeded
     where turn % 2 = 0 order by random() limit ${CHOICE}`,
  );
  const numbers = Array.from({ length: PAGE }, (_, index) => index + 1);
  return rows.map(({ id, turn }) => ({ id, marks: numbers.map((number) => `Ref. ${turn}/${number}<`) }));
}

export async function longThread(ground: Ground): Promise<string> {
  const [row] = await ground.query<{ id: string }>(`select id from threads where title = 'Seed thread 1'`);
  return row!.id;
}

/** Where replies go. */
export const openThreads = (ground: Ground, slug = 'seed-room-%'): Promise<Place[]> =>
  ground.query<Place>(
    `select threads.id as thread, room_id as room from threads join rooms on rooms.id = threads.room_id
     where title like 'Seed thread %' and split_part(title, ' ', 3)::int % 2 = 1 and slug like $1
     order by random() limit ${CHOICE}`,
    [slug],
  );

/** Posts of one room that anybody may react to. */
export async function openPosts(ground: Ground, slug: string, count: number): Promise<string[]> {
  const rows = await ground.query<{ id: string }>(
    `select post.id from posts post join rooms on rooms.id = post.room_id
     join threads on threads.room_id = post.room_id and threads.id = post.thread_id
     where slug = $1 and title like 'Seed thread %' and post.withdrawn_at is null order by random() limit $2`,
    [slug, count],
  );
  return rows.map(({ id }) => id);
}

/** Reactions that stand, and those that the journal knows of: the same, when none was lost or counted twice. */
export async function reactionsOf(ground: Ground, posts: string[]): Promise<{ stand: number; told: number }> {
  const [row] = await ground.query<{ stand: number; told: number }>(
    `select (select count(*)::int from post_reactions where post_id = any($1::uuid[])) as stand,
       (select coalesce(sum(case name when 'reaction.given' then 1 when 'reaction.taken_back' then -1 else 0 end), 0)::int
        from journal where subject_id = any($1::uuid[])) as told`,
    [posts],
  );
  return row!;
}

export const rooms = (ground: Ground): Promise<{ id: string; slug: string; name: string }[]> =>
  ground.query(`select id, slug, name from rooms where slug like 'seed-room-%' order by slug`);

/** A room that only people with an account may read, with a thread. */
export async function membersRoom(ground: Ground): Promise<Place> {
  const [row] = await ground.query<Place>(
    `with room as (
       insert into rooms (slug, place, visibility, name, locale)
       values ('load-members-' || gen_random_uuid(), 'hub', 'members', 'A room of members', 'en') returning id
     )
     insert into threads (room_id, title, locale, opened_by)
     select room.id, 'A thread', 'en', (select people.id from people limit 1) from room
     returning room_id as room, id as thread`,
  );
  return row!;
}

export async function lastSeq(ground: Ground, room: string): Promise<number> {
  const [row] = await ground.query<{ last: number }>(
    'select last_seq::int as last from rooms where id = $1',
    [room],
  );
  return row!.last;
}
