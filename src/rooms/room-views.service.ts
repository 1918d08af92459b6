import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { rendered } from '../core/database/rendered';
import type { Locale } from '../core/i18n/locales';
import type { Room } from './room.entity';
import { roomPolicy } from './room.policy';
import type { RoomView } from './room.schema';

interface Counts {
  room_id: string;
  threads: number;
  posts: number;
  last_post_at: Date | null;
  unread: number;
}

/** Rooms as one reader sees them. */
@Injectable()
export class RoomViews {
  constructor(private readonly database: DataSource) {}

  /** Liveliest first. */
  async of(actor: Actor, rooms: Room[], locales: readonly Locale[]): Promise<RoomView[]> {
    const counts = await this.counts(
      actor,
      rooms.map((room) => room.id),
    );
    return rooms
      .map((room) => this.view(actor, room, counts.get(room.id), locales))
      .sort((a, b) => (b.lastPostAt ?? '').localeCompare(a.lastPostAt ?? ''));
  }

  private view(actor: Actor, room: Room, counts: Counts | undefined, locales: readonly Locale[]): RoomView {
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
      threadCount: counts?.threads ?? 0,
      postCount: counts?.posts ?? 0,
      lastPostAt: counts?.last_post_at?.toISOString() ?? null,
      unread: counts?.unread ?? 0,
      lastSeq: Number(room.lastSeq),
      can: roomPolicy.can(actor, room),
    };
  }

  private async counts(actor: Actor, ids: string[]): Promise<Map<string, Counts>> {
    const rows = await this.database.query<Counts[]>(
      `select thread.room_id, count(*)::int as threads, sum(thread.last_number)::int as posts,
         max(thread.last_post_at) filter (where thread.last_number > 0) as last_post_at,
         case when $2::uuid is null then 0
           else sum(greatest(0, thread.last_number - coalesce(position.last_number, 0)))::int end as unread
       from threads thread
       left join reading_positions position
         on position.person_id = $2 and position.room_id = thread.room_id and position.thread_id = thread.id
       where thread.room_id = any($1)
       group by thread.room_id`,
      [ids, actor.person?.id ?? null],
    );
    return new Map(rows.map((row) => [row.room_id, row]));
  }
}
