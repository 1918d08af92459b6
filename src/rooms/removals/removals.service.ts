import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Grants } from '../../core/access/grants.service';
import { Transactions } from '../../core/database/transactions';
import { Forbidden, Invalid, NotFound } from '../../core/errors/refusal';
import { Journal } from '../../core/journal/journal';
import type { Locale } from '../../core/i18n/locales';
import { Notifications } from '../../notifications/notifications.service';
import { RoomKeepers } from '../keeping/room-keepers.service';
import { logMeasure } from '../keeping/room-measures';
import { Room } from '../room.entity';
import { Rooms } from '../rooms.service';
import { removalPolicy } from './removal.policy';
import { endOf, type NewRemoval, type RemovalView } from './removal.schema';

interface Row {
  id: string;
  room_id: string;
  person_id: string;
  name: string;
  reason: string | null;
  locale: Locale | null;
  until: string | null;
  removed_at: Date;
  lifted_at: Date | null;
}

/** A removal that still keeps somebody from writing. */
const IN_FORCE = `removal.lifted_at is null
  and (removal.until is null or removal.until + time '22:00' at time zone 'utc' > now())`;

/** Those who keep order remove people from a room, and let them in again. */
@Injectable()
export class Removals {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly grants: Grants,
    private readonly journal: Journal,
    private readonly rooms: Rooms,
    private readonly keepers: RoomKeepers,
    private readonly notifications: Notifications,
  ) {}

  /** Those in force, newest first. */
  async list(actor: Actor, key: string): Promise<RemovalView[]> {
    const room = await this.rooms.kept(actor, key);
    const rows = await this.readable(actor)
      .andWhere(`removal.room_id = :room and ${IN_FORCE}`, { room: room.id })
      .orderBy('removal.removed_at', 'DESC')
      .getRawMany<Row>();
    return rows.map(viewOf);
  }

  /** One removal with its room, for whom it concerns. */
  async find(actor: Actor, id: string): Promise<{ removal: RemovalView; room: Room }> {
    const row = await this.readable(actor).andWhere('removal.id = :id', { id }).getRawOne<Row>();
    const room = row && (await this.database.getRepository(Room).findOneBy({ id: row.room_id }));
    if (!room) throw new NotFound();
    return { removal: viewOf(row), room };
  }

  /** Whoever is removed again is removed by the new reason. @returns the id of her statement */
  async remove(actor: Actor, key: string, { personId, reason, until }: NewRemoval): Promise<{ id: string }> {
    const room = await this.rooms.kept(actor, key);
    return this.transactions.run(async (tx) => {
      await tx.query('select from rooms where id = $1 for no key update', [room.id]);
      const [person] = await tx.query<[{ id: string }?]>('select id from people where id = $1', [personId]);
      if (!person) throw Invalid.field('personId', 'errors:field.id');
      if (actor.is(person.id) || (await this.keepers.includes(room, person.id, tx)))
        throw new Forbidden('rooms:refusal.keeper_stays');
      await this.end(tx, actor, room, person.id);
      const [{ id }] = await tx.query<[{ id: string }]>(
        `insert into room_removals (room_id, person_id, reason, locale, until, removed_by)
         values ($1, $2, $3, $4, $5, $6) returning id`,
        [room.id, person.id, reason?.text ?? null, reason?.locale ?? null, until, actor.person?.id ?? null],
      );
      await this.grants.take(tx, person.id, 'guest', room.id);
      await this.grants.giveUntil(tx, person.id, 'excluded', room.id, until ? endOf(until) : null);
      await this.record(tx, 'room.member_removed', actor, room, { personId: person.id, removalId: id });
      await logMeasure(tx, actor, { roomId: room.id, measure: 'remove', personId, until, reason });
      return { id };
    });
  }

  /** Lifting what is lifted, or over, is done already. */
  async lift(actor: Actor, key: string, personId: string): Promise<void> {
    const room = await this.rooms.kept(actor, key);
    await this.transactions.run(async (tx) => {
      const removalId = await this.end(tx, actor, room, personId);
      await this.grants.take(tx, personId, 'excluded', room.id);
      if (!removalId) return;
      await this.record(tx, 'room.member_readmitted', actor, room, { personId, removalId });
      await logMeasure(tx, actor, { roomId: room.id, measure: 'readmit', personId });
    });
  }

  private async end(
    tx: EntityManager,
    actor: Actor,
    room: Room,
    personId: string,
  ): Promise<string | undefined> {
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `update room_removals set lifted_at = clock_timestamp(), lifted_by = $3
       where room_id = $1 and person_id = $2 and lifted_at is null returning id`,
      [room.id, personId, actor.person?.id ?? null],
    );
    return rows[0]?.id;
  }

  /** She is told with it. */
  private async record(
    tx: EntityManager,
    name: 'room.member_removed' | 'room.member_readmitted',
    actor: Actor,
    { id }: Room,
    data: { personId: string; removalId: string },
  ): Promise<void> {
    const subject = { kind: 'room', id };
    await this.journal.record(tx, name, { actor, subject, scope: subject, data });
    const { personId, removalId } = data;
    const cause = `${name} ${removalId}`;
    await this.notifications.tell(tx, { people: [personId], name, subject, data: { removalId }, cause });
  }

  private readable(actor: Actor): SelectQueryBuilder<object> {
    const { where, parameters } = removalPolicy.readable(actor, 'removal');
    return this.database
      .createQueryBuilder()
      .select(['removal.id as id', 'removal.room_id as room_id', 'removal.person_id as person_id'])
      .addSelect(['person.name as name', 'removal.reason as reason', 'removal.locale as locale'])
      .addSelect(['removal.until::text as until', 'removal.removed_at as removed_at'])
      .addSelect('removal.lifted_at', 'lifted_at')
      .from('room_removals', 'removal')
      .innerJoin('rooms', 'room', 'room.id = removal.room_id')
      .innerJoin('people', 'person', 'person.id = removal.person_id')
      .where(where, parameters);
  }
}

const viewOf = (row: Row): RemovalView => ({
  id: row.id,
  person: { id: row.person_id, name: row.name },
  reason: row.reason !== null && row.locale ? { text: row.reason, locale: row.locale } : null,
  until: row.until,
  removedAt: row.removed_at.toISOString(),
  liftedAt: row.lifted_at?.toISOString() ?? null,
});
