import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Statement } from '../../core/database/statement';
import type { Entry } from '../../core/journal/entry';
import { Gathered } from '../../core/journal/reactions';
import { Notifications } from '../../notifications/notifications.service';
import { Mentions } from '../mentions/mentions.service';
import { continuation, followersOf, type Follower } from './followers';
import { Hearers, type Hearer } from './hearers.service';
import { Levels } from './levels.service';

/** A post as far as telling of it needs it. */
export interface ToldPost {
  id: string;
  roomId: string;
  threadId: string;
  authorId: string;
  number: number;
  /** Who wrote what it answers. */
  answeredId: string | null;
  /** Whether anybody is mentioned in it. */
  calls: boolean;
}

type FollowingHearer = Hearer<ToldPost> & { follower: Follower };

const POSTS = new Statement<ToldPost>(`
  select post.id, post.room_id as "roomId", post.thread_id as "threadId", post.author_id as "authorId", post.number, (
      select author_id from posts answered where answered.room_id = post.room_id and answered.id = post.reply_to_id
    ) as "answeredId", exists (
      select from post_mentions mention where mention.room_id = post.room_id and mention.post_id = post.id
    ) as calls
  from unnest($1::uuid[], $2::uuid[]) due (room_id, id)
  cross join lateral (select * from posts where posts.room_id = due.room_id and posts.id = due.id offset 0) post
  where post.withdrawn_at is null
  order by post.room_id, post.seq`);

/**
 * Who is told of posts: whom one mentions, then whom it answers, then who follows. Nobody twice, whatever happens; not
 * who wrote it, nor who may not read the room, nor who has muted it.
 */
@Injectable()
export class PostNews {
  constructor(
    private readonly notifications: Notifications,
    private readonly hearers: Hearers,
    private readonly levels: Levels,
    private readonly mentions: Mentions,
  ) {}

  @Gathered('post.published')
  async tell(tx: EntityManager, entries: Entry<'post.published'>[]): Promise<void> {
    const posts = await POSTS.run(tx, [
      entries.map(({ scope }) => scope.id),
      entries.map(({ data }) => data.postId),
    ]);
    if (posts.length === 0) return;
    await this.levels.followBecauseWritten(tx, posts);
    const told = new Told();
    for (const post of posts.filter(({ calls }) => calls)) told.add(post, await this.mentions.tell(tx, post));
    await this.tellAnswered(tx, posts, told);
    await this.tellFollowers(tx, posts, told);
  }

  private async tellAnswered(tx: EntityManager, posts: readonly ToldPost[], told: Told): Promise<void> {
    const answered = posts.flatMap((post) =>
      post.answeredId ? { post, personId: post.answeredId, name: 'post.answered' } : [],
    );
    const hearers = await this.hearers.hearing(tx, told.without(answered));
    await this.notifications.tellAll(tx, hearers.map(newsOf));
    for (const { post, personId } of hearers) told.add(post, [personId]);
  }

  private async tellFollowers(tx: EntityManager, posts: readonly ToldPost[], told: Told): Promise<void> {
    const followers = await followersOf(tx, posts);
    const due = told.without(
      followers.flatMap((follower) =>
        posts
          .filter(({ threadId, number }) => threadId === follower.threadId && number > follower.read)
          .map((post): FollowingHearer => ({ post, personId: follower.id, follower })),
      ),
    );
    const hearers = await this.hearers.reading(tx, due);
    await this.notifications.tellAll(tx, hearers.map(followed));
  }
}

/** Who has been told of which posts already, or wrote them. */
class Told {
  private readonly known = new Set<string>();

  add({ id }: ToldPost, people: readonly string[]): void {
    for (const person of people) this.known.add(`${id} ${person}`);
  }

  without<Each extends Hearer<ToldPost>>(hearers: readonly Each[]): Each[] {
    return hearers.filter(
      ({ post, personId }) => personId !== post.authorId && !this.known.has(`${post.id} ${personId}`),
    );
  }
}

/** The words themselves are asked for when the notice is read: by then they may be withdrawn. */
const newsOf = ({ post: { id, threadId, number }, personId, name }: Hearer<ToldPost> & { name: string }) => ({
  ...{ personId, name, subject: { kind: 'post', id }, data: { threadId, number }, cause: `post ${id}` },
});

/** Who follows a thread hears once that it goes on, until she looks. */
function followed({ post, personId, follower }: FollowingHearer) {
  if (follower.level === 'every_post') return newsOf({ post, personId, name: 'post.written' });
  const { threadId, number } = post;
  return {
    ...{ personId, name: 'thread.continued', subject: { kind: 'thread', id: threadId } },
    ...{ data: { threadId, number }, cause: continuation(follower) },
  };
}
