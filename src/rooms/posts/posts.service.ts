import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Conflict, Forbidden, Invalid, NotFound } from '../../core/errors/refusal';
import { renderMarkdown } from './markdown';
import { postPolicy } from './post.policy';
import type { EditedPost, NewPost, PostPage, PostView, PostWindow, RevisionView } from './post.schema';
import { findPosts } from './post-views';
import { ReadingPositions } from '../threads/reading-positions.service';
import { Room } from '../room.entity';
import { RoomOrder } from '../live/room-order';
import { Thread } from '../threads/thread.entity';
import { threadPolicy } from '../threads/thread.policy';

interface Place {
  id: string;
  roomId: string;
  platformId: string | null;
}

/** A post with what its policy must know. */
export interface StandingPost {
  view: PostView;
  authorId: string;
  withdrawnAt: Date | null;
  threadClosedAt: Date | null;
  room: Room;
}

const isRepeat = (error: unknown): boolean =>
  error instanceof QueryFailedError &&
  (error.driverError as { constraint?: string }).constraint === 'posts_once';

/** What people do with posts. */
@Injectable()
export class Posts {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly order: RoomOrder,
    private readonly positions: ReadingPositions,
  ) {}

  /** A stretch of a thread that the actor is known to read. */
  async page(thread: Thread, window: PostWindow = {}): Promise<PostPage> {
    const limit = window.limit ?? 30;
    const first =
      window.after !== undefined
        ? window.after + 1
        : window.before !== undefined
          ? Math.max(1, window.before - limit)
          : window.around !== undefined
            ? Math.max(1, Math.min(window.around - 3, thread.lastNumber - limit + 1))
            : Math.max(1, thread.lastNumber - limit + 1);
    const last = window.before !== undefined ? window.before - 1 : first + limit - 1;
    const posts = await findPosts(
      this.database,
      'post.room_id = $1 and post.thread_id = $2 and post.number between $3 and $4 order by post.number',
      [thread.roomId, thread.id, first, last],
    );
    return {
      posts,
      earlier: (posts[0]?.number ?? first) > 1,
      later: (posts.at(-1)?.number ?? last) < thread.lastNumber,
    };
  }

  /** Answers in a thread. The same client id again answers with the first result (DESIGN §6.2). */
  async reply(actor: Actor, thread: Thread, input: NewPost): Promise<{ post: PostView; repeated: boolean }> {
    const known = actor.person && (await this.sent(actor, thread.roomId, input.clientId));
    if (known) return { post: known, repeated: true };
    threadPolicy.allow(actor, 'reply', thread);
    const place = { id: thread.id, roomId: thread.roomId, platformId: thread.room.platformId };
    return this.once(actor, thread.roomId, input.clientId, () =>
      this.transactions.run((tx) => this.write(tx, actor, place, input)),
    );
  }

  /** Compare-and-set on the revision; the old words go to the history. */
  async edit(actor: Actor, id: string, input: EditedPost): Promise<PostView> {
    const post = await this.find(actor, id);
    postPolicy.allow(actor, 'edit', post);
    const { roomId, threadId } = post.view;
    if (post.view.body === input.body && post.view.locale === input.locale) return post.view;
    const html = renderMarkdown(input.body, id);
    await this.transactions.run(async (tx) => {
      const seq = await this.order.next(tx, roomId);
      const [rows] = await tx.query<[{ revision: number }[], number]>(
        `with old as (
           insert into post_revisions (room_id, post_id, revision, body, html, locale, edited_by, written_at)
           select room_id, id, revision, body, html, locale, author_id, coalesce(edited_at, published_at)
           from posts where room_id = $1 and id = $2 and revision = $3 and withdrawn_at is null
         )
         update posts set body = $4, html = $5, locale = $6, revision = revision + 1, edited_at = clock_timestamp()
         where room_id = $1 and id = $2 and revision = $3 and withdrawn_at is null
         returning revision`,
        [roomId, id, input.baseRevision, input.body, html, input.locale],
      );
      if (!rows[0])
        throw new Conflict({ revision: post.view.revision, body: post.view.body, locale: post.view.locale });
      const data = { threadId, postId: id, revision: rows[0].revision };
      await this.order.record(tx, 'post.edited', actor, roomId, { kind: 'post', id }, data, seq);
    });
    return (await this.find(actor, id)).view;
  }

  /** Leaves a tombstone; the words are no longer shown to anybody. Withdrawing twice is withdrawing once. */
  async withdraw(actor: Actor, id: string): Promise<PostView> {
    const post = await this.find(actor, id);
    if (post.withdrawnAt && actor.is(post.authorId)) return post.view;
    postPolicy.allow(actor, 'withdraw', post);
    const { roomId, threadId } = post.view;
    await this.transactions.run(async (tx) => {
      const seq = await this.order.next(tx, roomId);
      await tx.query(
        `update posts set withdrawn_at = clock_timestamp(), withdrawn_by = $3
         where room_id = $1 and id = $2 and withdrawn_at is null`,
        [roomId, id, actor.person?.id ?? null],
      );
      await this.order.record(
        tx,
        'post.withdrawn',
        actor,
        roomId,
        { kind: 'post', id },
        { threadId, postId: id },
        seq,
      );
    });
    return (await this.find(actor, id)).view;
  }

  /** Older wordings, newest first. A withdrawn post shows none. */
  async revisions(actor: Actor, id: string): Promise<RevisionView[]> {
    const { view, withdrawnAt } = await this.find(actor, id);
    if (withdrawnAt) return [];
    const rows = await this.database.query<(Omit<RevisionView, 'writtenAt'> & { written_at: Date })[]>(
      `select revision, body, html, locale, written_at from post_revisions
       where room_id = $1 and post_id = $2 order by revision desc`,
      [view.roomId, id],
    );
    return rows.map(({ written_at, ...row }) => ({ ...row, writtenAt: written_at.toISOString() }));
  }

  /** @throws NotFound also when the actor may not read the room. */
  async find(actor: Actor, id: string): Promise<StandingPost> {
    const [view] = await findPosts(this.database, 'post.id = $1', [id]);
    if (!view) throw new NotFound();
    const readable = postPolicy.readable(actor, 'room');
    const thread = await this.database
      .getRepository(Thread)
      .createQueryBuilder('thread')
      .innerJoinAndSelect('thread.room', 'room')
      .where('thread.room_id = :roomId and thread.id = :threadId', view)
      .andWhere(readable.where, readable.parameters)
      .getOne();
    if (!thread) throw new NotFound();
    return {
      view,
      authorId: view.author.id,
      withdrawnAt: view.withdrawnAt ? new Date(view.withdrawnAt) : null,
      threadClosedAt: thread.closedAt,
      room: thread.room,
    };
  }

  /** The post, for who may edit or withdraw it. @throws Forbidden and the like otherwise */
  async forChange(actor: Actor, id: string, ability: 'edit' | 'withdraw'): Promise<PostView> {
    const post = await this.find(actor, id);
    postPolicy.allow(actor, ability, post);
    return post.view;
  }

  /** What the actor has already sent under this client id. */
  async sent(actor: Actor, roomId: string, clientId: string): Promise<PostView | undefined> {
    const [post] = await findPosts(
      this.database,
      'post.room_id = $1 and post.author_id = $2 and post.client_id = $3',
      [roomId, actor.person!.id, clientId],
    );
    return post;
  }

  /** Two sends of the same post may race: the second finds the first one's result. */
  async once(actor: Actor, roomId: string, clientId: string, send: () => Promise<PostView>) {
    try {
      return { post: await send(), repeated: false };
    } catch (error) {
      const first = isRepeat(error) && (await this.sent(actor, roomId, clientId));
      if (!first) throw error;
      return { post: first, repeated: true };
    }
  }

  /** Stores one post under the room's lock. The caller has asked the policy. */
  async write(tx: EntityManager, actor: Actor, thread: Place, input: NewPost): Promise<PostView> {
    const id = randomUUID();
    const html = renderMarkdown(input.body, id);
    await this.assertAnswerable(tx, thread, input.replyToId);
    const seq = await this.order.next(tx, thread.roomId);
    const [numbers] = await tx.query<[{ number: number }[], number]>(
      `update threads set last_number = last_number + 1, last_post_at = clock_timestamp()
       where room_id = $1 and id = $2 and closed_at is null returning last_number as number`,
      [thread.roomId, thread.id],
    );
    if (!numbers[0]) throw new Forbidden('rooms:refusal.thread_closed');
    await tx.query(
      `insert into posts (id, room_id, thread_id, number, seq, author_id, client_id, body, html, locale, reply_to_id,
         organisation_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, coalesce(
         (select organisation_id from memberships where platform_id = $12 and person_id = $6 and state = 'member'),
         (select organisation_id from people where id = $6)))`,
      [
        id,
        thread.roomId,
        thread.id,
        numbers[0].number,
        seq,
        actor.person!.id,
        input.clientId,
        input.body,
        html,
        input.locale,
        input.replyToId,
        thread.platformId,
      ],
    );
    await this.positions.reach(tx, actor, thread, numbers[0].number);
    const data = { threadId: thread.id, postId: id };
    await this.order.record(tx, 'post.published', actor, thread.roomId, { kind: 'post', id }, data, seq);
    const [post] = await findPosts(tx, 'post.room_id = $1 and post.id = $2', [thread.roomId, id]);
    return post!;
  }

  private async assertAnswerable(tx: EntityManager, thread: Place, replyToId: string | null): Promise<void> {
    if (!replyToId) return;
    const [found] = await tx.query<unknown[]>(
      'select 1 from posts where room_id = $1 and thread_id = $2 and id = $3',
      [thread.roomId, thread.id, replyToId],
    );
    if (!found) throw Invalid.field('replyToId', 'errors:field.id');
  }
}
