import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import type { Thread } from './thread.entity';

/** How far each person has read each thread, on all her devices. */
@Injectable()
export class ReadingPositions {
  constructor(private readonly database: DataSource) {}

  /** Only ever moves forward; never beyond the newest post. Visitors leave no trace. */
  async advance(
    actor: Actor,
    thread: Pick<Thread, 'id' | 'roomId' | 'lastNumber'>,
    number: number,
  ): Promise<void> {
    const reached = Math.min(number, thread.lastNumber);
    if (actor.person && reached > 0)
      await this.reach(this.database, actor, { id: thread.id, roomId: thread.roomId }, reached);
  }

  /** Who speaks has read: her own post is not new to her. */
  async reach(
    database: Pick<EntityManager, 'query'>,
    actor: Actor,
    thread: Pick<Thread, 'id' | 'roomId'>,
    number: number,
  ): Promise<void> {
    await database.query(
      `insert into reading_positions (person_id, room_id, thread_id, last_number) values ($1, $2, $3, $4)
       on conflict (person_id, room_id, thread_id)
       do update set last_number = excluded.last_number, read_at = clock_timestamp()
       where reading_positions.last_number < excluded.last_number`,
      [actor.person!.id, thread.roomId, thread.id, number],
    );
  }
}
