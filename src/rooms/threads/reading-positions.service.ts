import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
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
 * @param dated they say when, too
 */
export const moving = (source: string, dated = false): string => `
  with moved as (
    insert into reading_positions (person_id, room_id, thread_id, last_number${dated ? ', read_at' : ''}) ${source}
    on conflict (person_id, room_id, thread_id) do update set last_number = excluded.last_number,
      before_number = reading_positions.last_number, read_at = ${dated ? 'excluded.read_at' : 'clock_timestamp()'}
    where reading_positions.last_number < excluded.last_number
    returning person_id, room_id, last_number - before_number as read
  ), counted as (
    insert into room_readings (person_id, room_id, read_count)
    select person_id, room_id, sum(read) from moved group by person_id, room_id order by person_id, room_id
    on conflict (person_id, room_id) do update set read_count = room_readings.read_count + excluded.read_count
  )
  select count(*)::int as moved from moved`;

const ADVANCE = new Statement<{ moved: number }>(moving('values ($1, $2, $3, $4)'));

/** All that there is in the rooms that `where` names; `$2` is the moment. */
const everythingIn = (where: string): string =>
  moving(
    `
    select $1::uuid, thread.room_id, thread.id, thread.last_number, $2::timestamptz
    from rooms room join threads thread on thread.room_id = room.id
    left join reading_positions position
      on position.person_id = $1::uuid and position.room_id = thread.room_id and position.thread_id = thread.id
    where thread.last_number > coalesce(position.last_number, 0) and thread.merged_into_id is null and ${where}
    order by thread.room_id, thread.id`,
    true,
  );

/** What was marked at one moment stands where it stood before; what she has read on since then stays read. */
const TAKE_BACK = new Statement<{ moved: number }>(`
  with marked as (
    select room_id, thread_id, last_number - before_number as read from reading_positions
    where person_id = $1 and read_at = $2 for update
  ), back as (
    update reading_positions position set last_number = position.before_number, read_at = clock_timestamp()
    from marked
    where position.person_id = $1 and position.room_id = marked.room_id
      and position.thread_id = marked.thread_id and position.read_at = $2
    returning position.room_id, marked.read
  ), counted as (
    update room_readings kept set read_count = kept.read_count - unread.count
    from (select room_id, sum(read) as count from back group by room_id) unread
    where kept.person_id = $1 and kept.room_id = unread.room_id
  )
  select count(*)::int as moved from back`);

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
    thread: Pick<Thread, 'id' | 'roomId' | 'lastNumber'> & Partial<Pick<Thread, 'mergedIntoId'>>,
    number: number,
  ): Promise<void> {
    const reached = Math.min(number, thread.lastNumber);
    if (!person || reached <= 0 || thread.mergedIntoId) return;
    const values = [person.id, thread.roomId, thread.id, reached];
    const [row] = await ADVANCE.run(this.database, values).catch(goneElsewhere);
    if (row!.moved === 0) return;
    this.sockets.tell([person.id], 'reading', { room: thread.roomId, thread: thread.id, number: reached });
    await this.inbox.seen(person.id, thread.id, reached);
  }

  /**
   * The actor has read all that there is in a room that she is known to read, and all that she was told of it.
   * @returns the moment, by which it is taken back
   */
  async readRoom(actor: Actor, roomId: string): Promise<Date> {
    const [personId, at] = [readerOf(actor), new Date()];
    await this.database.query(everythingIn('room.id = $3'), [personId, at, roomId]);
    await this.inbox.dismiss(personId, 'thread.room_id = $2', [roomId], at);
    this.sockets.tell([personId], 'reading', { room: roomId });
    return at;
  }

  /** In all rooms. */
  async readEverything(actor: Actor): Promise<Date> {
    const [personId, at] = [readerOf(actor), new Date()];
    const values: unknown[] = [personId, at];
    const readable = positional(roomPolicy.readable(actor, 'room'), values);
    await this.database.query(everythingIn(readable), values);
    await this.inbox.dismiss(personId, 'true', [], at);
    this.sockets.tell([personId], 'reading');
    return at;
  }

  /** What was marked as read at that moment is unread again, where she has not read on since. */
  async takeBack(actor: Actor, at: Date): Promise<void> {
    const personId = readerOf(actor);
    await TAKE_BACK.run(this.database, [personId, at]);
    await this.inbox.recall(personId, at);
    this.sockets.tell([personId], 'reading');
  }
}

/** The thread went to another room just now: how far she came there is told again with the next post that she sees. */
function goneElsewhere(error: Error & { code?: string }): { moved: number }[] {
  if (error.code === '23503') return [{ moved: 0 }];
  throw error;
}

function readerOf(actor: Actor): string {
  if (!actor.person) throw new SignInRequired();
  if (!actor.mayWrite) throw new Forbidden('errors:read_only_token');
  return actor.person.id;
}
