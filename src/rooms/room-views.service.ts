import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { rendered } from '../core/database/rendered';
import { Statement } from '../core/database/statement';
import type { Reader } from '../core/http/reader';
import type { Locale } from '../core/i18n/locales';
import type { Level } from './following/level';
import { UNREAD, UNREAD_JOINS } from './following/unread';
import { chosenLocales } from './chosen-locales';
import type { Room } from './room.entity';
import { excluded, roomPolicy } from './room.policy';
import type { RoomView } from './room.schema';

const OWN = new Statement<OwnRoom & { id: string }>(
  `select room.id, ${UNREAD} as unread, room_level.level,
     (select originals from reading_choices choice where choice.person_id = $1::uuid and choice.room_id = room.id) as originals
   from rooms room ${UNREAD_JOINS} where room.id = any($2)`,
);

/** Rooms as one reader sees them. */
@Injectable()
export class RoomViews {
  constructor(private readonly database: DataSource) {}

  /** Liveliest first. */
  async of(actor: Actor, rooms: Room[], locales: readonly Locale[]): Promise<RoomView[]> {
    const own = await this.own(actor, rooms);
    return rooms
      .map((room) => roomView(actor, room, locales, own.get(room.id)))
      .sort((a, b) => (b.lastPostAt ?? '').localeCompare(a.lastPostAt ?? ''));
  }

  /** One room, in the languages that the reader has chosen for it. */
  async read(reader: Reader, room: Room): Promise<{ room: RoomView; locales: Locale[] }> {
    const own = (await this.own(reader.actor, [room])).get(room.id);
    const locales = chosenLocales(reader, own?.originals);
    return { room: roomView(reader.actor, room, locales, own), locales };
  }

  /** What of each room is new to the actor, and how closely she follows it. */
  private async own({ person }: Actor, rooms: Room[]): Promise<Map<string, OwnRoom>> {
    if (!person || rooms.length === 0) return new Map();
    const rows = await OWN.run(this.database, [person.id, rooms.map(({ id }) => id)]);
    return new Map(rows.map(({ id, ...own }) => [id, own]));
  }
}

/** What one person has of a room. */
export interface OwnRoom {
  /** Posts that she has not read. */
  unread: number;
  level: Level | null;
  /** Whether she reads it in originals, where she has chosen. */
  originals: boolean | null;
}

/** @param own nothing is new to visitors */
export function roomView(
  actor: Actor,
  room: Room,
  locales: readonly Locale[],
  own?: Omit<OwnRoom, 'originals'>,
): RoomView {
  return {
    id: room.id,
    slug: room.slug,
    name: rendered(room, (row) => row.name, locales)!,
    description: rendered(room, (row) => row.description, locales),
    place: room.place,
    partnershipId: room.partnershipId,
    platformId: room.platformId,
    visibility: room.visibility,
    archived: room.archivedAt !== null,
    threadCount: room.threadCount,
    postCount: room.postCount,
    lastPostAt: room.lastPostAt?.toISOString() ?? null,
    unread: actor.signedIn ? Math.max(0, own?.unread ?? 0) : 0,
    level: own?.level ?? 'normal',
    lastSeq: Number(room.lastSeq),
    paceSeconds: room.paceSeconds,
    newcomerPosts: room.newcomerPosts,
    removed: excluded(actor, room),
    can: roomPolicy.can(actor, room),
  };
}
