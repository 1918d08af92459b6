import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { SignInRequired } from '../../core/errors/refusal';
import type { Reader } from '../../core/http/reader';
import type { Locale } from '../../core/i18n/locales';
import { positional } from '../../core/texts/text-kinds';
import { Inbox } from '../../notifications/inbox.service';
import { UNREAD, UNREAD_JOINS } from '../following/unread';
import { unreadPath } from '../room-paths';
import { roomPolicy, seated } from '../room.policy';
import { roomView, type OwnRoom } from '../room-views.service';
import { ROOM, toRoom, type RoomJson } from '../standing-room';
import { readThreads, toThread, type StandingThread } from '../threads/standing-thread';
import { threadView } from '../threads/thread-views';
import type { NewsThread, NewsView } from './news.schema';

/** Rooms of one page, and threads of each room. */
const ROOMS = 10;
const THREADS = 5;
/** So many of a room's newest threads are looked through; what is older waits in the room. */
const LATELY = 200;
/** Who comes again within so many minutes is still on the same visit. */
const VISIT = 30;
/** What is told of posts, the most personal first. */
const KINDS = ['post.mentioned', 'post.answered', 'post.written', 'thread.continued'];

interface RoomRow extends OwnRoom {
  room: RoomJson;
  /** Of all pages. */
  rooms: number;
  posts: number;
}

const FOLLOWED = `coalesce(room_level.level in ('following', 'every_post'), false)`;

/** Rooms with something unread: where one has a seat, has read, or has chosen a level. Counts are kept, not made. */
const roomsWithNews = (readable: string, own: string): string => `
  select counted.*, ${ROOM} as room from (
    select counted.*, count(*) over ()::int as rooms, sum(unread) over ()::int as posts from (
      select room.id, room.last_post_at, room_level.level, ${FOLLOWED} as followed, ${UNREAD} as unread
      from rooms room ${UNREAD_JOINS}
      where ${readable} and (${own} or kept.person_id is not null or room_level.person_id is not null)
    ) counted where unread > 0
    order by followed desc, last_post_at desc nulls last, id limit ${ROOMS} offset $2
  ) counted join rooms room on room.id = counted.id
  order by counted.followed desc, counted.last_post_at desc nulls last, counted.id`;

const LEVEL = 'effective_level(own.level, own.by_hand, room_level.level)';

/** A limit of one makes PostgreSQL look for each thread by its key, not through all that she has ever read. */
const THREADS_WITH_NEWS = readThreads<{ last_author: string | null }>(
  `(
    select recent.* from unnest($2::uuid[]) chosen (room_id) cross join lateral (
      select newest.* from (
        select * from threads where threads.room_id = chosen.room_id order by last_post_at desc, id limit ${LATELY}
      ) newest
      left join lateral (
        select last_number from reading_positions
        where person_id = $1::uuid and room_id = newest.room_id and thread_id = newest.id limit 1
      ) position on true
      left join lateral (
        select level, by_hand from thread_levels
        where person_id = $1::uuid and room_id = newest.room_id and thread_id = newest.id limit 1
      ) own on true
      left join room_levels room_level on room_level.person_id = $1::uuid and room_level.room_id = newest.room_id
      where newest.last_number > coalesce(position.last_number, 0) and newest.merged_into_id is null
        and ${LEVEL} <> 'muted'
      order by (${LEVEL} in ('following', 'every_post')) desc, newest.last_post_at desc, newest.id
      limit ${THREADS + 1}
    ) recent
  )`,
  'order by thread.last_post_at desc, thread.id',
  [
    `(select author.name from posts last join people author on author.id = last.author_id
      where last.room_id = thread.room_id and last.thread_id = thread.id and last.number = thread.last_number
     ) as last_author`,
  ],
);

/** What has happened where somebody takes part, since she was last here. */
@Injectable()
export class News {
  constructor(
    private readonly database: DataSource,
    private readonly inbox: Inbox,
  ) {}

  /** @param visits she looks herself: the next time, what was opened before now is no longer fresh */
  async of(reader: Reader, page: number, visits: boolean): Promise<NewsView> {
    const { actor, locales } = reader;
    if (!actor.person) throw new SignInRequired();
    const [since, rows, told] = await Promise.all([
      visits && actor.mayWrite ? this.visit(actor.person.id) : this.lastVisit(actor.person.id),
      this.rooms(actor, page),
      page === 1 ? this.inbox.waiting(reader, KINDS) : [],
    ]);
    const threads = await this.threads(actor, rows, locales, since);
    return {
      unread: rows[0]?.posts ?? 0,
      since: since?.toISOString() ?? null,
      told,
      rooms: rows.map((row) => ofRoom(actor, row, threads, locales)),
      page,
      pages: Math.ceil((rows[0]?.rooms ?? 0) / ROOMS),
    };
  }

  private rooms(actor: Actor, page: number): Promise<RoomRow[]> {
    const values: unknown[] = [actor.person!.id, (page - 1) * ROOMS];
    const readable = positional(roomPolicy.readable(actor, 'room'), values);
    const own = positional(seated(actor, 'room'), values);
    return this.database.query<RoomRow[]>(roomsWithNews(readable, own), values);
  }

  private async threads(
    actor: Actor,
    rows: readonly RoomRow[],
    locales: readonly Locale[],
    since: Date | null,
  ): Promise<NewsThread[]> {
    if (rows.length === 0) return [];
    const found = await THREADS_WITH_NEWS.run(this.database, [
      actor.person!.id,
      rows.map(({ room }) => room.id),
    ]);
    return found.map((row) => {
      const thread = toThread(row);
      return {
        ...threadView(actor, thread, locales),
        lastAuthor: row.last_author,
        fresh: isFresh(thread, since),
        firstUnread: unreadPath(thread.id, thread.readUpTo),
      };
    });
  }

  private async visit(personId: string): Promise<Date | null> {
    const [row] = await this.database.query<[{ before_at: Date | null }]>(
      `with visit as (
         insert into news_visits (person_id) values ($1)
         on conflict (person_id) do update set before_at = news_visits.seen_at, seen_at = clock_timestamp()
         where news_visits.seen_at < clock_timestamp() - interval '${VISIT} minutes'
         returning before_at
       ) select coalesce((select before_at from visit), (select before_at from news_visits where person_id = $1)) as before_at`,
      [personId],
    );
    return row.before_at;
  }

  private async lastVisit(personId: string): Promise<Date | null> {
    const [row] = await this.database.query<{ before_at: Date | null }[]>(
      'select before_at from news_visits where person_id = $1',
      [personId],
    );
    return row?.before_at ?? null;
  }
}

const isFresh = ({ readUpTo, openedAt }: StandingThread, since: Date | null): boolean =>
  readUpTo === 0 && since !== null && openedAt > since;

const isFollowed = ({ level }: NewsThread): boolean => level === 'following' || level === 'every_post';

function ofRoom(
  actor: Actor,
  { room, level, unread }: RoomRow,
  threads: readonly NewsThread[],
  locales: readonly Locale[],
): NewsView['rooms'][number] {
  const here = threads.filter(({ roomId }) => roomId === room.id);
  const sorted = [...here.filter(isFollowed), ...here.filter((thread) => !isFollowed(thread))];
  const shown = sorted.slice(0, THREADS);
  const known = shown.reduce((sum, thread) => sum + thread.unread, 0);
  return {
    room: roomView(actor, toRoom(room), locales, { level, unread }),
    threads: shown,
    more: here.length > THREADS || known < unread,
  };
}
