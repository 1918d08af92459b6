import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { SignInRequired } from '../../core/errors/refusal';
import type { Reader } from '../../core/http/reader';
import type { Locale } from '../../core/i18n/locales';
import { positional } from '../../core/texts/text-kinds';
import { Inbox } from '../../notifications/inbox.service';
import { unreadPath } from '../room-paths';
import { roomPolicy, seated } from '../room.policy';
import { roomView } from '../room-views.service';
import { toRoom } from '../standing-room';
import { toThread, type StandingThread, type ThreadRow } from '../threads/standing-thread';
import { threadView } from '../threads/thread-views';
import type { NewsSort, NewsThread, NewsView } from './news.schema';
import { ALL_UNREAD, LATEST_UNREAD, ROOMS, roomsWithNews, type RoomRow } from './unread-threads';

/** Threads of each room, and of one that is shown by itself. */
const THREADS = 5;
const THREADS_OF_ROOM = 50;
/** Who comes again within so many minutes is still on the same visit. */
const VISIT = 30;
/** What is told of posts, the most personal first. */
const KINDS: Record<NewsSort, string[]> = {
  all: ['post.mentioned', 'post.answered', 'post.written', 'thread.continued'],
  followed: ['post.written', 'thread.continued'],
  mentions: ['post.mentioned'],
  answers: ['post.answered'],
};

/** What is asked for: everything, or one sort of it, or one room. */
export interface NewsWindow {
  page: number;
  only?: NewsSort | undefined;
  /** Id of a room. */
  room?: string | undefined;
}

/** What has happened where somebody takes part, since she was last here. */
@Injectable()
export class News {
  constructor(
    private readonly database: DataSource,
    private readonly inbox: Inbox,
  ) {}

  /** @param visits she looks herself: the next time, what was opened before now is no longer fresh */
  async of(reader: Reader, asked: NewsWindow, visits: boolean): Promise<NewsView> {
    const { actor, locales } = reader;
    if (!actor.person) throw new SignInRequired();
    const { page, only = 'all', room } = asked;
    const [since, rows, told] = await Promise.all([
      visits && actor.mayWrite ? this.visit(actor.person.id) : this.lastVisit(actor.person.id),
      only === 'mentions' || only === 'answers' ? [] : this.rooms(actor, asked),
      page === 1 && room === undefined ? this.inbox.waiting(reader, KINDS[only]) : [],
    ]);
    const threads = (await this.threads(actor, rows, asked)).map((row) => newsThread(row, reader, since));
    const most = room === undefined ? THREADS : THREADS_OF_ROOM;
    const rooms = rows.map((row) => ofRoom(actor, row, threads, { most, locales }));
    return {
      unread: rows[0]?.posts ?? 0,
      since: since?.toISOString() ?? null,
      told,
      rooms,
      page,
      pages: room === undefined ? Math.ceil((rows[0]?.rooms ?? 0) / ROOMS) : page + (rooms[0]?.more ? 1 : 0),
    };
  }

  private rooms(actor: Actor, { page, only, room }: NewsWindow): Promise<RoomRow[]> {
    const values: unknown[] = [actor.person!.id, room === undefined ? (page - 1) * ROOMS : 0];
    const readable = positional(roomPolicy.readable(actor, 'room'), values);
    const own = positional(seated(actor, 'room'), values);
    const where = room === undefined ? readable : `${readable} and room.id = $${values.push(room)}`;
    return this.database.query<RoomRow[]>(roomsWithNews(where, own, only === 'followed'), values);
  }

  private async threads(actor: Actor, rows: readonly RoomRow[], { page, only, room }: NewsWindow) {
    if (rows.length === 0) return [];
    const most = room === undefined ? THREADS : THREADS_OF_ROOM;
    const values = (ids: string[]) => [
      ...[actor.person!.id, ids, only === 'followed'],
      ...[most + 1, room === undefined ? 0 : (page - 1) * most],
    ];
    if (room !== undefined) return ALL_UNREAD.run(this.database, values([room]));
    const found = await LATEST_UNREAD.run(this.database, values(rows.map(({ id }) => id)));
    const older = rows.filter((row) => !accounted(row, found)).map(({ id }) => id);
    if (older.length === 0) return found;
    const all = await ALL_UNREAD.run(this.database, values(older));
    return [...found.filter(({ room_id }) => !older.includes(room_id)), ...all];
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

/** The threads that were found fill their place, or hold all that is unread in the room. */
function accounted({ id, unread }: RoomRow, found: readonly ThreadRow[]): boolean {
  const here = found.filter(({ room_id }) => room_id === id);
  const known = here.reduce((sum, { last_number, read_up_to }) => sum + last_number - (read_up_to ?? 0), 0);
  return here.length > THREADS || known >= unread;
}

function newsThread(
  row: ThreadRow & { last_author: string | null },
  { actor, locales }: Reader,
  since: Date | null,
): NewsThread {
  const thread = toThread(row);
  return {
    ...threadView(actor, thread, locales),
    lastAuthor: row.last_author,
    fresh: isFresh(thread, since),
    firstUnread: unreadPath(thread.id, thread.readUpTo),
  };
}

const isFresh = ({ readUpTo, openedAt }: StandingThread, since: Date | null): boolean =>
  readUpTo === 0 && since !== null && openedAt > since;

const isFollowed = ({ level }: NewsThread): boolean => level === 'following' || level === 'every_post';

function ofRoom(
  actor: Actor,
  { room, level, unread }: RoomRow,
  threads: readonly NewsThread[],
  { most, locales }: { most: number; locales: readonly Locale[] },
): NewsView['rooms'][number] {
  const here = threads.filter(({ roomId }) => roomId === room.id);
  const sorted = [...here.filter(isFollowed), ...here.filter((thread) => !isFollowed(thread))];
  return {
    room: roomView(actor, toRoom(room), locales, { level, unread }),
    threads: sorted.slice(0, most),
    more: here.length > most,
  };
}
