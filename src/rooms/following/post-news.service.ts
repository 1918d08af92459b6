import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../../core/database/transactions';
import type { Entry } from '../../core/journal/entry';
import { Later } from '../../core/journal/reactions';
import { Notifications } from '../../notifications/notifications.service';
import { Mentions } from '../mentions/mentions.service';
import { Hearers } from './hearers.service';
import { Levels } from './levels.service';

/** A post as far as telling of it needs it. */
export interface ToldPost {
  id: string;
  roomId: string;
  threadId: string;
  authorId: string;
  number: number;
  replyToId: string | null;
}

interface Follower {
  id: string;
  level: 'following' | 'every_post';
  /** Number of the last post that she has read. */
  read: number;
}

const POST = `
  select id, room_id as "roomId", thread_id as "threadId", author_id as "authorId", number,
    reply_to_id as "replyToId"
  from posts where room_id = $1 and id = $2 and withdrawn_at is null`;

/** Those who follow the thread or its room and have not read the post yet. */
const FOLLOWERS = `
  select * from (
    select follower.person_id as id, effective_level(own.level, own.by_hand, room.level) as level,
      coalesce(position.last_number, 0) as read
    from (
      select person_id from thread_levels
      where room_id = $1 and thread_id = $2 and level in ('following', 'every_post')
      union
      select person_id from room_levels where room_id = $1 and level in ('following', 'every_post')
    ) follower
    left join thread_levels own
      on own.room_id = $1 and own.thread_id = $2 and own.person_id = follower.person_id
    left join room_levels room on room.room_id = $1 and room.person_id = follower.person_id
    left join reading_positions position
      on position.room_id = $1 and position.thread_id = $2 and position.person_id = follower.person_id
  ) known
  where level in ('following', 'every_post') and read < $3`;

/**
 * Who is told of a post: whom it mentions, then whom it answers, then who follows. Nobody twice, whatever happens; not
 * who wrote it, nor who may not read the room, nor who has muted it.
 */
@Injectable()
export class PostNews {
  constructor(
    private readonly transactions: Transactions,
    private readonly notifications: Notifications,
    private readonly hearers: Hearers,
    private readonly levels: Levels,
    private readonly mentions: Mentions,
  ) {}

  @Later('post.published')
  async tell({ scope, data }: Entry<'post.published'>): Promise<void> {
    await this.transactions.run(async (tx) => {
      const [post] = await tx.query<[ToldPost | undefined]>(POST, [scope.id, data.postId]);
      if (!post) return;
      await this.levels.followBecauseWritten(tx, { id: post.threadId, roomId: post.roomId }, post.authorId);
      const called = await this.mentions.tell(tx, post);
      const answered = await this.tellAnswered(tx, post, called);
      await this.tellFollowers(tx, post, [...called, ...answered]);
    });
  }

  /** @param told of this post already */
  private async tellAnswered(tx: EntityManager, post: ToldPost, told: readonly string[]): Promise<string[]> {
    if (!post.replyToId) return [];
    const authors = await tx.query<{ id: string }[]>(
      'select author_id as id from posts where room_id = $1 and id = $2',
      [post.roomId, post.replyToId],
    );
    const people = await this.hearers.among(
      tx,
      post,
      authors.map(({ id }) => id).filter((id) => !told.includes(id)),
    );
    await this.notifications.tell(tx, { people, name: 'post.answered', ...newsOf(post) });
    return people;
  }

  /** @param told of this post already */
  private async tellFollowers(tx: EntityManager, post: ToldPost, told: readonly string[]): Promise<void> {
    const followers = await tx.query<Follower[]>(FOLLOWERS, [post.roomId, post.threadId, post.number]);
    const others = followers.filter(({ id }) => !told.includes(id));
    const hearers = await this.hearers.among(
      tx,
      post,
      others.map(({ id }) => id),
    );
    const read = new Map(others.map((follower) => [follower.id, follower.read]));
    const of = (level: Follower['level']) =>
      others.filter((each) => each.level === level && hearers.includes(each.id)).map(({ id }) => id);
    await this.notifications.tell(tx, { people: of('every_post'), name: 'post.written', ...newsOf(post) });
    await this.notifications.tell(tx, {
      ...{ people: of('following'), name: 'thread.continued', ...newsOf(post) },
      subject: { kind: 'thread', id: post.threadId },
      cause: (id) => `thread ${post.threadId} after ${read.get(id)!}`,
    });
  }
}

/** The words themselves are asked for when the notice is read: by then they may be withdrawn. */
const newsOf = ({ id, threadId, number }: ToldPost) => ({
  subject: { kind: 'post', id },
  data: { threadId, number },
  cause: `post ${id}`,
});
