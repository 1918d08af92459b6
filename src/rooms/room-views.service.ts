import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { rendered } from '../core/database/rendered';
import { Statement } from '../core/database/statement';
import type { Locale } from '../core/i18n/locales';
import type { Room } from './room.entity';
import { excluded, roomPolicy } from './room.policy';
import type { RoomView } from './room.schema';

const READ = new Statement<{ room_id: string; posts: number }>(
  `select room_id, sum(last_number)::int as posts from reading_positions
   where person_id = $1 and room_id = any($2) group by room_id`,
);

/** Rooms as one reader sees them. */
@Injectable()
export class RoomViews {
  constructor(private readonly database: DataSource) {}

  /** Liveliest first. */
  async of(actor: Actor, rooms: Room[], locales: readonly Locale[]): Promise<RoomView[]> {
    const read = await this.read(actor, rooms);
    return rooms
      .map((room) => roomView(actor, room, locales, room.postCount - (read.get(room.id) ?? 0)))
      .sort((a, b) => (b.lastPostAt ?? '').localeCompare(a.lastPostAt ?? ''));
  }

  /** How many posts of each room the actor has read. */
  private async read({ person }: Actor, rooms: Room[]): Promise<Map<string, number>> {
    if (!person || rooms.length === 0) return new Map();
    const rows = await READ.run(this.database, [person.id, rooms.map(({ id }) => id)]);
    return new Map(rows.map(({ room_id, posts }) => [room_id, posts]));
  }
}

/** @param unread posts that the actor has not read; nothing is new to visitors */
export function roomView(actor: Actor, room: Room, locales: readonly Locale[], unread: number): RoomView {
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
    unread: actor.signedIn ? Math.max(0, unread) : 0,
    lastSeq: Number(room.lastSeq),
    paceSeconds: room.paceSeconds,
    removed: excluded(actor, room),
    can: roomPolicy.can(actor, room),
  };
}
