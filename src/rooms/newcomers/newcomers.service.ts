import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Journal } from '../../core/journal/journal';
import { logMeasure } from '../keeping/room-measures';
import type { Room } from '../room.entity';
import { Rooms } from '../rooms.service';
import type { NewcomerChoice } from './held-post.schema';

/** Whether the first posts of newcomers wait in a room. */
@Injectable()
export class Newcomers {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
    private readonly rooms: Rooms,
  ) {}

  /** What waits already goes on waiting. */
  async choose(actor: Actor, key: string, { newcomerPosts }: NewcomerChoice): Promise<void> {
    const { id } = await this.rooms.kept(actor, key);
    await this.transactions.run(async (tx) => {
      const [, changed] = await tx.query<[unknown, number]>(
        'update rooms set newcomer_posts = $2 where id = $1 and newcomer_posts <> $2',
        [id, newcomerPosts],
      );
      if (changed === 0) return;
      const subject = { kind: 'room', id };
      const data = { newcomerPosts };
      await this.journal.record(tx, 'room.newcomers_set', { actor, subject, scope: subject, data });
      await logMeasure(tx, actor, { roomId: id, measure: 'newcomers', amount: newcomerPosts });
    });
  }

  /** Whether what she writes next would wait: said above where she writes. */
  async wait(actor: Actor, { id, newcomerPosts }: Pick<Room, 'id' | 'newcomerPosts'>): Promise<boolean> {
    if (newcomerPosts === 0 || !actor.person) return false;
    const [row] = await this.database.query<[{ waits: boolean }?]>(
      'select is_newcomer(rooms, $2) as waits from rooms where id = $1',
      [id, actor.person.id],
    );
    return row?.waits ?? false;
  }
}
