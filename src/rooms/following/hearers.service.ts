import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Actors } from '../../accounts/actors.service';
import type { Actor } from '../../core/access/actor';
import { roomPolicy, type RoomSubject } from '../room.policy';

/** Where a post stands, and whose it is. */
export interface PostPlace {
  roomId: string;
  threadId: string;
  authorId: string;
}

const ROOM = `select id, place, partnership_id as "partnershipId", platform_id as "platformId", visibility,
  archived_at as "archivedAt" from rooms where id = $1`;

const MUTED = `
  select person.id from unnest($3::uuid[]) person (id)
  left join thread_levels own on own.room_id = $1 and own.thread_id = $2 and own.person_id = person.id
  left join room_levels room on room.room_id = $1 and room.person_id = person.id
  where effective_level(own.level, own.by_hand, room.level) = 'muted'`;

/** Who may be told of a post. */
@Injectable()
export class Hearers {
  constructor(private readonly actors: Actors) {}

  /** Those of the people who may read the room at this moment, have not muted it or the thread, and did not write the post. */
  async among(tx: EntityManager, post: PostPlace, personIds: readonly string[]): Promise<string[]> {
    const others = [...new Set(personIds)].filter((id) => id !== post.authorId);
    if (others.length === 0) return [];
    const muted = await tx.query<{ id: string }[]>(MUTED, [post.roomId, post.threadId, others]);
    const deaf = new Set(muted.map(({ id }) => id));
    const open = others.filter((id) => !deaf.has(id));
    const readers = new Set((await this.readers(tx, post.roomId, open)).map((actor) => actor.person!.id));
    return open.filter((id) => readers.has(id));
  }

  /** Those of the people who may read the room. */
  private async readers(tx: EntityManager, roomId: string, personIds: string[]): Promise<Actor[]> {
    const [room] = await tx.query<[RoomSubject | undefined]>(ROOM, [roomId]);
    if (!room) return [];
    return (await this.actors.ofPeople(personIds)).filter((actor) => roomPolicy.may(actor, 'read', room));
  }
}
