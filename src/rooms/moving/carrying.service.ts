import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { SearchIndex } from '../../search/index/search-index.service';
import { moving } from '../threads/reading-positions.service';
import type { Thread } from '../threads/thread.entity';

type Place = Pick<Thread, 'id' | 'roomId'>;

/** A post that is about to go, with the number that it leaves. */
export interface Leaving {
  id: string;
  number: number;
  authorId: string;
  clientId: string;
}

interface Way {
  from: Place;
  to: Place;
  /** In the order of their numbers, which they keep behind the last post that stands there. */
  posts: readonly Leaving[];
  /** Place in the order of the room that they come to. */
  seq: number;
}

/**
 * The one way in which posts go from one thread to the end of another. A post keeps its id, and with that its
 * translations, files, reactions and all that rests on it. In its place stays a post without words that says where they
 * went, so that numbers have no gaps and every old address leads on. The caller holds the locks of both rooms.
 */
@Injectable()
export class Carrying {
  constructor(private readonly index: SearchIndex) {}

  async carry(tx: EntityManager, actor: Actor, way: Way): Promise<void> {
    const { from, to, posts } = way;
    if (posts.length === 0) return;
    const before = await this.lastNumber(tx, to);
    await this.move(tx, way, before);
    await this.leaveStubs(tx, actor, way, before);
    await this.pointAnswers(tx, way);
    await this.renumber(tx, from, to, posts.length);
    await this.carryPositions(tx, way, before);
    await this.carryLevels(tx, way);
    await this.index.askFor(
      tx,
      'post',
      posts.map(({ id }) => id),
    );
  }

  private async lastNumber(tx: EntityManager, { id, roomId }: Place): Promise<number> {
    const [row] = await tx.query<[{ last: number }]>(
      'select last_number as last from threads where room_id = $1 and id = $2',
      [roomId, id],
    );
    return row.last;
  }

  /**
   * What answers a post that comes along, or that has come before, goes on answering it; the others answer nobody. In
   * another room a client id may be taken already: that post will never be sent again.
   */
  private async move(tx: EntityManager, { from, to, posts, seq }: Way, before: number): Promise<void> {
    await tx.query(
      `update posts set room_id = $4, thread_id = $5, number = gone.number,
         seq = case when $1::uuid = $4::uuid then posts.seq else $6 end,
         client_id = case when $1::uuid <> $4::uuid and exists (
             select from posts other where other.room_id = $4 and other.author_id = posts.author_id
               and other.client_id = posts.client_id)
           then gen_random_uuid() else posts.client_id end,
         reply_to_id = case when posts.reply_to_id = any($3) then posts.reply_to_id else (
           select earlier.id from posts stub join posts earlier
             on earlier.room_id = $4 and earlier.thread_id = $5 and earlier.id = stub.moved_to_id
           where stub.room_id = $1 and stub.id = posts.reply_to_id) end
       from (select id, $7::int + place::int as number from unnest($3::uuid[]) with ordinality as each (id, place)) gone
       where posts.room_id = $1 and posts.thread_id = $2 and posts.id = gone.id`,
      [from.roomId, from.id, posts.map(({ id }) => id), to.roomId, to.id, seq, before],
    );
  }

  /** In the room that it has left, a client id stays known: whoever sends it again there is told that it was published. */
  private async leaveStubs(
    tx: EntityManager,
    actor: Actor,
    { from, to, posts }: Way,
    before: number,
  ): Promise<void> {
    const away = from.roomId !== to.roomId;
    await tx.query(
      `insert into posts (room_id, thread_id, number, seq, author_id, organisation_id, client_id, body, html, locale,
         published_at, withdrawn_at, withdrawn_by, moved_to_id, moved_to_thread_id, moved_to_number)
       select $1, $2, left_behind.number, (select last_seq from rooms where id = $1), moved.author_id,
         moved.organisation_id, left_behind.client_id, '', '', moved.locale, moved.published_at, clock_timestamp(),
         $7, moved.id, moved.thread_id, moved.number
       from unnest($3::uuid[], $4::int[], $5::uuid[]) as left_behind (id, number, client_id)
       join posts moved on moved.room_id = $6 and moved.thread_id = $8 and moved.id = left_behind.id
         and moved.number > $9`,
      [
        ...[from.roomId, from.id, posts.map(({ id }) => id), posts.map(({ number }) => number)],
        posts.map(({ clientId }) => (away ? clientId : randomUUID())),
        ...[to.roomId, actor.person?.id ?? null, to.id, before],
      ],
    );
  }

  /** What stays behind answers what stays in the place of the post that it answered. */
  private async pointAnswers(tx: EntityManager, { from, posts }: Way): Promise<void> {
    await tx.query(
      `update posts set reply_to_id = stub.id
       from posts stub
       where posts.room_id = $1 and posts.thread_id = $2 and posts.reply_to_id = any($3)
         and stub.room_id = $1 and stub.thread_id = $2 and stub.moved_to_id = posts.reply_to_id
         and stub.number = any($4)`,
      [from.roomId, from.id, posts.map(({ id }) => id), posts.map(({ number }) => number)],
    );
  }

  private async renumber(tx: EntityManager, from: Place, to: Place, count: number): Promise<void> {
    await tx.query(
      `update threads set last_number = last_number + $3, last_post_at = (
         select max(published_at) from posts where room_id = $1 and thread_id = $2)
       where room_id = $1 and id = $2`,
      [to.roomId, to.id, count],
    );
    await tx.query(
      `update threads set last_post_at = coalesce((
         select max(published_at) from posts where room_id = $1 and thread_id = $2 and moved_to_id is null),
         last_post_at)
       where room_id = $1 and id = $2`,
      [from.roomId, from.id],
    );
  }

  /** Whoever had read the posts has read them there too, if she has read all that stands before them. */
  private async carryPositions(tx: EntityManager, { from, to, posts }: Way, before: number): Promise<void> {
    const numbers = posts.map(({ number }) => number);
    await tx.query(READ_THERE, [from.roomId, from.id, numbers, to.roomId, to.id, before]);
  }

  /** Who follows a thread, or wants to hear nothing of it, does so with what goes from it. */
  private async carryLevels(tx: EntityManager, { from, to }: Way): Promise<void> {
    await tx.query(
      `insert into thread_levels (room_id, thread_id, person_id, level, by_hand)
       select $3, $4, person_id, level, by_hand from thread_levels where room_id = $1 and thread_id = $2
       on conflict do nothing`,
      [from.roomId, from.id, to.roomId, to.id],
    );
  }
}

const READ_THERE = moving(`
  select reader.person_id, $4::uuid, $5::uuid, $6::int + count(*)::int
  from reading_positions reader
  join unnest($3::int[]) as left_behind (number) on left_behind.number <= reader.last_number
  where reader.room_id = $1 and reader.thread_id = $2 and $6::int = coalesce((
    select there.last_number from reading_positions there
    where there.person_id = reader.person_id and there.room_id = $4 and there.thread_id = $5), 0)
  group by reader.person_id
  order by reader.person_id`);
