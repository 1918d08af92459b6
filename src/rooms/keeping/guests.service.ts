import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Grants } from '../../core/access/grants.service';
import { Transactions } from '../../core/database/transactions';
import { Invalid } from '../../core/errors/refusal';
import { Journal } from '../../core/journal/journal';
import { roomPolicy } from '../room.policy';
import { Rooms } from '../rooms.service';

export interface Guest {
  id: string;
  name: string;
}

/** People asked into a room by name: the only way into a private one. */
@Injectable()
export class Guests {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly grants: Grants,
    private readonly journal: Journal,
    private readonly rooms: Rooms,
  ) {}

  /** For those who keep order in the room. */
  async list(actor: Actor, roomId: string): Promise<Guest[]> {
    const room = await this.rooms.find(actor, roomId);
    roomPolicy.allow(actor, 'keep', room);
    return this.database.query<Guest[]>(
      `select person.id, person.name from grants join people person on person.id = grants.person_id
       where grants.role = 'guest' and grants.place_id = $1 order by person.name`,
      [room.id],
    );
  }

  /** The person must have an account already. */
  async invite(actor: Actor, roomId: string, email: string): Promise<void> {
    const room = await this.rooms.find(actor, roomId);
    roomPolicy.allow(actor, 'keep', room);
    const [person] = await this.database.query<{ id: string }[]>('select id from people where email = $1', [
      email,
    ]);
    if (!person) throw Invalid.field('email', 'rooms:refusal.no_such_person');
    const removed = await this.grants.holders('excluded', room.id);
    if (removed.includes(person.id)) throw Invalid.field('email', 'rooms:refusal.removed_person');
    await this.transactions.run(async (tx) => {
      await this.grants.give(tx, person.id, 'guest', room.id);
      const subject = { kind: 'room', id: room.id };
      await this.journal.record(tx, 'room.guest_invited', {
        actor,
        subject,
        scope: subject,
        data: { personId: person.id },
      });
    });
  }

  async remove(actor: Actor, roomId: string, personId: string): Promise<void> {
    const room = await this.rooms.find(actor, roomId);
    roomPolicy.allow(actor, 'keep', room);
    await this.transactions.run(async (tx) => {
      await this.grants.take(tx, personId, 'guest', room.id);
      const subject = { kind: 'room', id: room.id };
      await this.journal.record(tx, 'room.guest_removed', {
        actor,
        subject,
        scope: subject,
        data: { personId },
      });
    });
  }
}
