import { randomUUID } from 'node:crypto';
import type { Place, Visibility } from '../../src/rooms/room.entity';
import type { TestHub } from '../support/hub';

export interface TestRoom {
  id: string;
  slug: string;
  partnershipId: string | null;
  platformId: string | null;
}

interface RoomOptions {
  place?: Place;
  partnershipId?: string;
  platformId?: string;
  visibility?: Visibility;
  name?: string;
  locale?: string;
  archived?: boolean;
}

/** A partnership with nothing in it, for rooms that need one. */
async function barePartnership(hub: TestHub): Promise<string> {
  const id = randomUUID();
  await hub.database.query(
    `insert into partnerships (id, slug, status, name, locale) values ($1, $2, 'active', 'A partnership', 'en')`,
    [id, `partnership-${id.slice(0, 8)}`],
  );
  return id;
}

async function barePlatform(hub: TestHub, partnershipId: string): Promise<string> {
  const id = randomUUID();
  await hub.database.query(
    `insert into platforms (id, slug, country, partnership_id, name, locale) values ($1, $2, 'SI', $3, 'A platform', 'en')`,
    [id, `platform-${id.slice(0, 8)}`, partnershipId],
  );
  return id;
}

/** A room and, unless given, the place that it belongs to. */
export async function aRoom(hub: TestHub, options: RoomOptions = {}): Promise<TestRoom> {
  const id = randomUUID();
  const place = options.place ?? 'platform';
  const partnershipId = place === 'hub' ? null : (options.partnershipId ?? (await barePartnership(hub)));
  const platformId =
    place === 'platform' ? (options.platformId ?? (await barePlatform(hub, partnershipId!))) : null;
  const slug = `room-${id.slice(0, 8)}`;
  await hub.database.query(
    `insert into rooms (id, slug, place, partnership_id, platform_id, visibility, name, locale, archived_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, case when $9 then now() end)`,
    [
      id,
      slug,
      place,
      partnershipId,
      platformId,
      options.visibility ?? 'public',
      options.name ?? 'A room',
      options.locale ?? 'en',
      options.archived ?? false,
    ],
  );
  return { id, slug, partnershipId, platformId };
}

interface ThreadOptions {
  title?: string;
  locale?: string;
  closed?: boolean;
}

/** A thread without posts. */
export async function aThread(
  hub: TestHub,
  room: TestRoom,
  opener: { id: string },
  options: ThreadOptions = {},
): Promise<{ id: string; roomId: string }> {
  const id = randomUUID();
  await hub.database.query(
    `insert into threads (id, room_id, title, locale, opened_by, closed_at)
     values ($1, $2, $3, $4, $5, case when $6 then now() end)`,
    [id, room.id, options.title ?? 'A thread', options.locale ?? 'en', opener.id, options.closed ?? false],
  );
  await hub.database.query('update rooms set thread_count = thread_count + 1 where id = $1', [room.id]);
  return { id, roomId: room.id };
}

/** What a client sends to say something. */
export const something = (body = 'Something', more: Record<string, unknown> = {}) => ({
  body,
  locale: 'en',
  clientId: randomUUID(),
  ...more,
});
