import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { revise } from '../core/database/revise';
import { freeSlug } from '../core/database/slug';
import { Statement } from '../core/database/statement';
import { Transactions } from '../core/database/transactions';
import { withTranslations } from '../core/database/translation';
import { Conflict, Forbidden, Invalid, NotFound } from '../core/errors/refusal';
import { Journal } from '../core/journal/journal';
import type { Reader } from '../core/http/reader';
import type { Locale } from '../core/i18n/locales';
import { Room, RoomTranslation, type Place } from './room.entity';
import { roomPolicy } from './room.policy';
import type { EditedRoom, NewRoom, RoomView } from './room.schema';
import { RoomOrder } from './live/room-order';
import { ROOM, toRoom, type RoomJson } from './standing-room';
import { RoomViews } from './room-views.service';

const TRANSLATED = {
  name: 'room',
  entity: Room,
  translation: RoomTranslation,
  strings: ['name', 'description'] satisfies (keyof Room)[],
};

/** Which rooms to list. */
export interface RoomFilter {
  partnershipId?: string;
  platformId?: string;
  place?: Place;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const BY_ID = new Statement<{ room: RoomJson }>(`select ${ROOM} as room from rooms room where room.id = $1`);
const BY_SLUG = new Statement<{ room: RoomJson }>(
  `select ${ROOM} as room from rooms room where room.slug = $1`,
);

/** What people do with rooms. */
@Injectable()
export class Rooms {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
    private readonly order: RoomOrder,
    private readonly views: RoomViews,
  ) {}

  /** Rooms that the actor may read, liveliest first. */
  async list(actor: Actor, locales: readonly Locale[], filter: RoomFilter = {}): Promise<RoomView[]> {
    const query = withTranslations(this.readable(actor), 'room', locales);
    if (filter.partnershipId) query.andWhere('room.partnershipId = :partnershipId', filter);
    if (filter.platformId) query.andWhere('room.platformId = :platformId', filter);
    if (filter.place) query.andWhere('room.place = :place', filter);
    return this.views.of(actor, await query.getMany(), locales);
  }

  /** @param key id or slug. @throws NotFound also when the actor may not read it. */
  async find(actor: Actor, key: string): Promise<Room> {
    const byId = ID.test(key);
    const [row] = await (byId ? BY_ID : BY_SLUG).run(this.database, [key]);
    const room = row && toRoom(row.room);
    if (!room || !roomPolicy.may(actor, 'read', room)) throw new NotFound();
    return room;
  }

  async view(actor: Actor, key: string, locales: readonly Locale[]): Promise<RoomView> {
    const [view] = await this.views.of(actor, [await this.find(actor, key)], locales);
    return view!;
  }

  /** As one reader sees it, in the languages that she has chosen for it. */
  async read(reader: Reader, key: string): Promise<{ room: RoomView; locales: Locale[] }> {
    return this.views.read(reader, await this.find(reader.actor, key));
  }

  /** The room, for who may open a thread in it. */
  async forOpening(actor: Actor, key: string, locales: readonly Locale[]): Promise<RoomView> {
    const room = await this.find(actor, key);
    roomPolicy.allow(actor, 'open', room);
    const [view] = await this.views.of(actor, [room], locales);
    return view!;
  }

  /** The room, for those who keep order in it. */
  async kept(actor: Actor, key: string): Promise<Room> {
    const room = await this.find(actor, key);
    roomPolicy.allow(actor, 'keep', room);
    return room;
  }

  /** Rooms are opened by those who keep order at the place. */
  async open(actor: Actor, input: NewRoom): Promise<Room> {
    const place = await this.placeFor(actor, input);
    return this.transactions.run(async (tx) => {
      const [row] = await tx.query<[{ id: string }]>(
        `insert into rooms (slug, place, partnership_id, platform_id, visibility, name, description, locale)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
        [
          await freeSlug(tx, 'rooms', input.name),
          place.place,
          place.partnershipId,
          place.platformId,
          input.visibility,
          input.name,
          input.description,
          input.locale,
        ],
      );
      const subject = { kind: 'room', id: row.id };
      await this.journal.record(tx, 'room.opened', { actor, subject, scope: subject, data: {} });
      return (await tx.getRepository(Room).findOneBy({ id: row.id }))!;
    });
  }

  /** Compare-and-set on the revision. */
  async edit(actor: Actor, id: string, input: EditedRoom): Promise<void> {
    const room = await this.find(actor, id);
    roomPolicy.allow(actor, 'keep', room);
    await this.transactions.run(async (tx) => {
      const { baseRevision, archived, weight, ...texts } = input;
      const change = { by: actor, weight };
      const archivedAt = archived ? (room.archivedAt ?? new Date()) : null;
      const changes = { ...texts, archivedAt };
      if (!(await revise<Room>(tx, TRANSLATED, room.id, baseRevision, changes, change))) {
        throw new Conflict({ revision: room.revision, name: room.name, description: room.description ?? '' });
      }
      await this.order.record(tx, 'room.edited', actor, room.id, { kind: 'room', id: room.id }, {});
    });
  }

  private readable(actor: Actor): SelectQueryBuilder<Room> {
    const scope = roomPolicy.readable(actor, 'room');
    return this.database.getRepository(Room).createQueryBuilder('room').where(scope.where, scope.parameters);
  }

  /** Where a new room would belong. @throws Forbidden for those who do not keep order there */
  async placeFor(actor: Actor, input: Pick<NewRoom, 'place' | 'placeId'>) {
    const place = await this.place(input);
    const room = { id: '', archivedAt: null, visibility: 'private' as const, ...place };
    if (!roomPolicy.may(actor, 'keep', room)) throw new Forbidden();
    return place;
  }

  /** A platform's room belongs to the platform's partnership too, so that its organisers keep order there. */
  private async place({ place, placeId }: Pick<NewRoom, 'place' | 'placeId'>) {
    if (place === 'hub') return { place, partnershipId: null, platformId: null };
    const table = place === 'platform' ? 'platforms' : 'partnerships';
    const partnership = place === 'platform' ? 'partnership_id' : 'id';
    const [row] = placeId
      ? await this.database.query<{ partnership_id: string | null }[]>(
          `select ${partnership} as partnership_id from ${table} where id = $1`,
          [placeId],
        )
      : [];
    if (!row) throw Invalid.field('placeId', 'errors:field.id');
    return { place, partnershipId: row.partnership_id, platformId: place === 'platform' ? placeId : null };
  }
}
