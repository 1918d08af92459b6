import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { SignInRequired } from '../../core/errors/refusal';
import type { Reader } from '../../core/http/reader';
import type { Locale } from '../../core/i18n/locales';
import { positional } from '../../core/texts/text-kinds';
import { roomPolicy, seated } from '../room.policy';
import { roomView, type OwnRoom } from '../room-views.service';
import { ROOM, toRoom, type RoomJson } from '../standing-room';
import { readThreads, toThread } from '../threads/standing-thread';
import { threadView } from '../threads/thread-views';
import type { ChosenLevels } from './chosen-levels.schema';
import { levelPolicy } from './level.policy';
import { UNREAD, UNREAD_JOINS } from './unread';

/** Rooms of one list, and threads of one page. */
const ROOMS = 500;
const THREADS = 50;

/** Where somebody sits, and where she has chosen a level; what she has chosen stands first. */
const roomsOf = (readable: string, own: string): string => `
  select room.id, ${UNREAD} as unread, room_level.level, ${ROOM} as room
  from rooms room ${UNREAD_JOINS}
  where ${readable} and (${own} or room_level.person_id is not null)
    and (room.archived_at is null or room_level.person_id is not null)
  order by (room_level.level is null), room.last_post_at desc nulls last, room.id limit ${ROOMS}`;

const threadsOf = (readable: string): string => `
  select thread.room_id, thread.id
  from thread_levels own
  join threads thread on thread.room_id = own.room_id and thread.id = own.thread_id
  join rooms room on room.id = own.room_id
  where own.level is not null and thread.merged_into_id is null and ${readable}
  order by thread.last_post_at desc, thread.id limit ${THREADS + 1} offset $1`;

const THREADS_BY_ID = readThreads(
  `(select threads.* from unnest($2::uuid[], $3::uuid[]) chosen (room_id, id)
    join threads on threads.room_id = chosen.room_id and threads.id = chosen.id)`,
  'order by thread.last_post_at desc, thread.id',
);

/** All that somebody has chosen to follow or to mute, and that she follows because she has written in it. */
@Injectable()
export class ChosenLevelLists {
  constructor(private readonly database: DataSource) {}

  async of({ actor, locales }: Reader, page: number): Promise<ChosenLevels> {
    if (!actor.person) throw new SignInRequired();
    const [rooms, threads] = await Promise.all([
      page === 1 ? this.rooms(actor, locales) : [],
      this.threads(actor, locales, page),
    ]);
    return { rooms, threads: threads.slice(0, THREADS), page, more: threads.length > THREADS };
  }

  private async rooms(actor: Actor, locales: readonly Locale[]): Promise<ChosenLevels['rooms']> {
    const values: unknown[] = [actor.person!.id];
    const readable = positional(roomPolicy.readable(actor, 'room'), values);
    const own = positional(seated(actor, 'room'), values);
    const rows = await this.database.query<(OwnRoom & { room: RoomJson })[]>(roomsOf(readable, own), values);
    return rows.map(({ room, ...mine }) => roomView(actor, toRoom(room), locales, mine));
  }

  private async threads(
    actor: Actor,
    locales: readonly Locale[],
    page: number,
  ): Promise<ChosenLevels['threads']> {
    const values: unknown[] = [(page - 1) * THREADS];
    const readable = positional(levelPolicy.readable(actor, 'own'), values);
    const chosen = await this.database.query<{ room_id: string; id: string }[]>(threadsOf(readable), values);
    const rows = await THREADS_BY_ID.run(this.database, [
      actor.person!.id,
      chosen.map(({ room_id }) => room_id),
      chosen.map(({ id }) => id),
    ]);
    return rows.map((row) => {
      const thread = toThread(row);
      return { ...threadView(actor, thread, locales), room: roomView(actor, thread.room, locales).name };
    });
  }
}
