import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Room } from '../room.entity';

/** More are not offered. */
const MOST = 500;

/** From author to author in the index of `posts_once`: as many looks as there are authors, not as there are posts. */
const WRITERS = `
  with recursive author (id) as (
    (select author_id from posts where room_id = $1 order by author_id limit 1)
    union all
    select (select author_id from posts where room_id = $1 and author_id > author.id order by author_id limit 1)
    from author where author.id is not null
  ), known as (
    (select id from author where id is not null limit ${MOST})
    union select person_id from grants where role = 'guest' and place_id = $1
    union select $4::uuid
  )
  select person.id, person.name from known join people person on person.id = known.id
  where not exists (
    select from grants held where held.person_id = person.id and (held.role = 'administrator'
      or (held.role = 'excluded' and held.place_id = $1) or (held.role = 'host' and held.place_id = $2)
      or (held.role in ('organiser', 'editor') and held.place_id = $3)))
  order by person.name, person.id`;

/** Who speaks in a room, for those who keep order there. */
@Injectable()
export class RoomWriters {
  constructor(private readonly database: DataSource) {}

  /** Whoever has written here or was asked in, and can be removed. @param also somebody who may have done neither */
  removable(
    { id, platformId, partnershipId }: Pick<Room, 'id' | 'platformId' | 'partnershipId'>,
    also: string | undefined,
  ): Promise<{ id: string; name: string }[]> {
    return this.database.query(WRITERS, [id, platformId, partnershipId, also ?? null]);
  }
}
