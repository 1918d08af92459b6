import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Forbidden, SignInRequired } from '../../core/errors/refusal';
import { Statement } from '../../core/database/statement';
import { positional } from '../../core/texts/text-kinds';
import { Sockets } from '../../core/realtime/sockets.gateway';
import { Inbox } from '../../notifications/inbox.service';
import { roomPolicy } from '../room.policy';
import type { Thread } from './thread.entity';

/**
 * Moves positions forward, never back, and counts in the same statement what that adds to what was read of the rooms.
 * @param source rows of person, room, thread and number, in an order that is always the same
 */
export const moving = (source: string): string => `
  with moved as (
    insert into reading_positions (person_id, room_id, thread_id, last_number) ${source}
    on conflict (person_id, room_id, thread_id) do update set last_number = excluded.last_number,
      before_number = reading_positions.last_number, read_at = clock_timestamp()
    where reading_positions.last_number < excluded.last_number
    returning person_id, room_id, last_number - before_number as read
  ), counted as (
    insert into room_readings (person_id, room_id, read_count)
    select person_id, room_id, sum(read) from moved group by person_id, room_id order by person_id, room_id
    on conflict (person_id, room_id) do update set read_count = room_readings.read_count + excluded.read_count
  )
  select count(*)::int as moved from moved`;

const ADVANCE = new Statement<{ moved: number }>(moving('values ($1, $2, $3, $4)'));

/** All that there is in the rooms that `where` names. */
const everythingIn = (where: string): string =>
  moving(`
    select $1::uuid, thread.room_id, thread.id, thread.last_number
    from rooms room join threads thread on thread.room_id = room.id
    left join reading_positions position
      on position.person_id = $1::uuid and position.room_id = thread.room_id and position.thread_id = thread.id
    where thread.last_number > coalesce(position.last_number, 0) and ${where}
    order by thread.room_id, thread.id`);

/** Posts that were moved from one thread to another are read there as far as they were read, with all before them. */
const CARRY = moving(`
  select position.person_id, position.room_id, $3::uuid, max(moved.moved_to_number)
  from reading_positions position
  join posts moved on moved.room_id = position.room_id and moved.thread_id = position.thread_id
    and moved.number <= position.last_number and moved.moved_to_thread_id = $3
  left join reading_positions there
    on there.person_id = position.person_id and there.room_id = position.room_id and there.thread_id = $3
  where position.room_id = $1 and position.thread_id = $2
    and coalesce(there.last_number, 0) >= (
      select min(moved_to_number) - 1 from posts
      where room_id = $1 and thread_id = $2 and moved_to_thread_id = $3)
  group by position.person_id, position.room_id
  order by position.person_id`);

/** Nothing more is to be read in a thread: those who were there have read it. */
const FINISH = moving(`
  select position.person_id, position.room_id, position.thread_id, thread.last_number
  from reading_positions position
  join threads thread on thread.room_id = position.room_id and thread.id = position.thread_id
  where position.room_id = $1 and position.thread_id = $2
  order by position.person_id`);

/** How far each person has read each thread, on all her devices. */
@Injectable()
export class ReadingPositions {
  constructor(
    private readonly database: DataSource,
    private readonly sockets: Sockets,
    private readonly inbox: Inbox,
  ) {}

  /** Only ever moves forward; never beyond the newest post. Visitors leave no trace. */
  async advance(
    { person }: Actor,
    thread: Pick<Thread, 'id' | 'roomId' | 'lastNumber'>,
    number: number,
  ): Promise<void> {
    const reached = Math.min(number, thread.lastNumber);
    if (!person || reached <= 0) return;
    const [row] = await ADVANCE.run(this.database, [person.id, thread.roomId, thread.id, reached]);
    if (row!.moved === 0) return;
    this.sockets.tell([person.id], 'reading', { room: thread.roomId, thread: thread.id, number: reached });
    await this.inbox.seen(person.id, thread.id, reached);
  }

  /** The actor has read all that there is in a room that she is known to read. */
  async readRoom(actor: Actor, roomId: string): Promise<void> {
    const personId = readerOf(actor);
    await this.database.query(everythingIn('room.id = $2'), [personId, roomId]);
    this.sockets.tell([personId], 'reading', { room: roomId });
  }

  /** In all rooms. */
  async readEverything(actor: Actor): Promise<void> {
    const personId = readerOf(actor);
    const values: unknown[] = [personId];
    const readable = positional(roomPolicy.readable(actor, 'room'), values);
    await this.database.query(everythingIn(readable), values);
    this.sockets.tell([personId], 'reading');
  }

  /**
   * Posts have moved from one thread of a room to another, and what stands in their places says where to: whoever had
   * read them has read them there, if she has read all that stands before them there.
   */
  async carry(tx: EntityManager, roomId: string, fromThreadId: string, toThreadId: string): Promise<void> {
    await tx.query(CARRY, [roomId, fromThreadId, toThreadId]);
  }

  /** All posts have left the thread: what stands in their places is new to nobody who was there. */
  async finish(tx: EntityManager, roomId: string, threadId: string): Promise<void> {
    await tx.query(FINISH, [roomId, threadId]);
  }
}

function readerOf(actor: Actor): string {
  if (!actor.person) throw new SignInRequired();
  if (!actor.mayWrite) throw new Forbidden('errors:read_only_token');
  return actor.person.id;
}
