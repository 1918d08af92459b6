import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Actors } from '../../accounts/actors.service';
import { Statement } from '../../core/database/statement';
import { roomPolicy, type RoomSubject } from '../room.policy';

/** Where a post stands, and whose it is. */
export interface PostPlace {
  roomId: string;
  threadId: string;
  authorId: string;
}

/** Somebody who may have to hear of a post. */
export interface Hearer<Post extends PostPlace = PostPlace> {
  post: Post;
  personId: string;
}

const ROOMS = new Statement<RoomSubject>(
  `select id, place, partnership_id as "partnershipId", platform_id as "platformId", visibility,
     archived_at as "archivedAt" from rooms where id = any($1::uuid[])`,
);

/** The places in the list of those who have muted the thread or its room. */
const MUTED = new Statement<{ nth: number }>(`
  select each.nth::int from unnest($1::uuid[], $2::uuid[], $3::uuid[]) with ordinality each (room_id, thread_id, person_id, nth)
  left join lateral (
    select level, by_hand from thread_levels
    where room_id = each.room_id and thread_id = each.thread_id and person_id = each.person_id limit 1
  ) own on true
  where effective_level(own.level, own.by_hand, (
    select level from room_levels room where room.room_id = each.room_id and room.person_id = each.person_id
  )) = 'muted'`);

/** Who may be told of a post. */
@Injectable()
export class Hearers {
  constructor(private readonly actors: Actors) {}

  /** Those of the people who may read the room at this moment, have not muted it or the thread, and did not write the post. */
  async among(tx: EntityManager, post: PostPlace, personIds: readonly string[]): Promise<string[]> {
    const hearers = [...new Set(personIds)].map((personId) => ({ post, personId }));
    return (await this.hearing(tx, hearers)).map(({ personId }) => personId);
  }

  /** The same for many posts. */
  async hearing<Each extends Hearer>(tx: EntityManager, hearers: readonly Each[]): Promise<Each[]> {
    const others = hearers.filter(({ post, personId }) => personId !== post.authorId);
    if (others.length === 0) return [];
    const rows = await MUTED.run(tx, [
      others.map(({ post }) => post.roomId),
      others.map(({ post }) => post.threadId),
      others.map(({ personId }) => personId),
    ]);
    const deaf = new Set(rows.map(({ nth }) => others[nth - 1]));
    return this.reading(
      tx,
      others.filter((each) => !deaf.has(each)),
    );
  }

  /** Those who may read the room of the post. */
  async reading<Each extends Hearer>(tx: EntityManager, hearers: readonly Each[]): Promise<Each[]> {
    if (hearers.length === 0) return [];
    const rooms = new Map(
      (await ROOMS.run(tx, [unique(hearers.map(({ post }) => post.roomId))])).map((room) => [room.id, room]),
    );
    const people = await this.actors.ofPeople(unique(hearers.map(({ personId }) => personId)));
    const actors = new Map(people.map((actor) => [actor.person!.id, actor]));
    return hearers.filter(({ post, personId }) => {
      const [room, actor] = [rooms.get(post.roomId), actors.get(personId)];
      return room && actor && roomPolicy.may(actor, 'read', room);
    });
  }
}

const unique = (ids: string[]): string[] => [...new Set(ids)];
