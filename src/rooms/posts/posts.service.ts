import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { carryOver, rememberOriginal } from '../../core/texts/original-revisions';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Conflict, NotFound } from '../../core/errors/refusal';
import { Files } from '../../files/files.service';
import { postPolicy } from './post.policy';
import type { EditedPost, NewPost, PostPage, PostView, PostWindow, RevisionView } from './post.schema';
import { readStretch, stretchOf, type ReadPost, type Stretched } from './post-stretch';
import { findPosts } from './post-views';
import { Publishing } from './publishing.service';
import { takeBack } from './taking-back';
import { Room } from '../room.entity';
import { RoomOrder } from '../live/room-order';
import { Mentions } from '../mentions/mentions.service';
import { MovedMeanwhile } from '../threads/moved-meanwhile';
import { Thread } from '../threads/thread.entity';
import { threadPolicy, type ThreadPlace } from '../threads/thread.policy';

/** A post with what its policy must know. */
export interface StandingPost {
  view: PostView;
  authorId: string;
  withdrawnAt: Date | null;
  threadClosedAt: Date | null;
  room: Room;
}

/** That a client id is sent once, by its own name and by the one that PostgreSQL gives it in a partition. */
const ONCE = /^posts_once$|_room_id_author_id_client_id_key$/;

/** Two sends of the same post raced: the second finds the first one's result. */
export const isRepeat = (error: unknown): boolean =>
  ONCE.test((error as { constraint?: string }).constraint ?? '');

/** What people do with posts. */
@Injectable()
export class Posts {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly order: RoomOrder,
    private readonly files: Files,
    private readonly mentions: Mentions,
    private readonly publishing: Publishing,
  ) {}

  /** A stretch of a thread that the actor is known to read. */
  page(thread: Stretched, window?: PostWindow): Promise<PostPage> {
    return stretchOf(this.database, thread, window);
  }

  /** The same with what the actor gave to each post, and how much rests on it. */
  read({ person }: Actor, thread: Stretched, window?: PostWindow): Promise<ReadPost[]> {
    return readStretch(this.database, person?.id ?? null, thread, window);
  }

  /** Answers in a thread. The same client id again answers with the first result (DESIGN §6.2). */
  async reply(
    actor: Actor,
    thread: ThreadPlace,
    input: NewPost,
  ): Promise<{ post: PostView; repeated: boolean }> {
    if (!threadPolicy.may(actor, 'reply', thread)) {
      const known = actor.person && (await this.sent(actor, thread.roomId, input.clientId));
      if (known) return { post: known, repeated: true };
      threadPolicy.allow(actor, 'reply', thread);
    }
    try {
      if (!input.fileIds?.length) return await this.publish(this.database, actor, thread, input);
      return await this.transactions.run((tx) => this.publishWhole(tx, actor, thread, input));
    } catch (error) {
      const first = isRepeat(error) && (await this.sent(actor, thread.roomId, input.clientId));
      if (!first) throw error;
      return { post: first, repeated: true };
    }
  }

  /** Compare-and-set on the revision; the old words go to the history. */
  async edit(actor: Actor, id: string, input: EditedPost): Promise<PostView> {
    const post = await this.find(actor, id);
    postPolicy.allow(actor, 'edit', post);
    const { roomId } = post.view;
    if (post.view.body === input.body && post.view.locale === input.locale) return post.view;
    const { html, mentioned } = await this.mentions.word(this.database, roomId, input.body, id);
    await this.transactions.run(async (tx) => {
      const seq = await this.order.next(tx, roomId);
      const [rows] = await tx.query<[{ revision: number; thread_id: string }[], number]>(
        `with old as (
           insert into post_revisions (room_id, post_id, revision, body, html, locale, edited_by, written_at)
           select room_id, id, revision, body, html, locale, author_id, coalesce(edited_at, published_at)
           from posts where room_id = $1 and id = $2 and revision = $3 and withdrawn_at is null
         )
         update posts set body = $4, html = $5, locale = $6, revision = revision + 1, edited_at = clock_timestamp()
         where room_id = $1 and id = $2 and revision = $3 and withdrawn_at is null
         returning revision, thread_id`,
        [roomId, id, input.baseRevision, input.body, html, input.locale],
      );
      if (!rows[0])
        throw new Conflict({ revision: post.view.revision, body: post.view.body, locale: post.view.locale });
      const { locale, body } = post.view;
      const original = { kind: 'post', id, locale, revision: input.baseRevision, strings: { body } };
      await rememberOriginal(tx, original, { by: actor, weight: input.weight });
      if (input.weight === 'typo') await carryOver(tx, 'post_translations', original);
      const { revision, thread_id: threadId } = rows[0];
      await this.mentions.keep(tx, { id, roomId }, mentioned, revision);
      const data = { threadId, postId: id, revision };
      await this.order.record(tx, 'post.edited', actor, roomId, { kind: 'post', id }, data, seq);
    });
    return (await this.find(actor, id)).view;
  }

  /** Leaves a tombstone; the words are no longer shown to anybody. Withdrawing twice is withdrawing once. */
  async withdraw(actor: Actor, id: string): Promise<PostView> {
    const post = await this.find(actor, id);
    if (post.withdrawnAt && actor.is(post.authorId)) return takeBack(this.database, actor, post.view);
    postPolicy.allow(actor, 'withdraw', post);
    const { roomId } = post.view;
    await this.transactions.run(async (tx) => {
      const seq = await this.order.next(tx, roomId);
      const [[row]] = await tx.query<[[{ thread_id: string }?], number]>(
        `update posts set withdrawn_at = coalesce(withdrawn_at, clock_timestamp()),
           withdrawn_by = case when withdrawn_at is null then $3 else withdrawn_by end
         where room_id = $1 and id = $2 returning thread_id`,
        [roomId, id, actor.person?.id ?? null],
      );
      if (!row) throw new MovedMeanwhile();
      await this.order.record(
        tx,
        'post.withdrawn',
        actor,
        roomId,
        { kind: 'post', id },
        { threadId: row.thread_id, postId: id },
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

  /**
   * Stores one post under the room's lock, with its entry. The caller has asked the policy.
   * @param database inside a verb its transaction; otherwise this is a transaction of its own
   */
  publish(
    database: DataSource | EntityManager,
    actor: Actor,
    thread: Pick<Thread, 'id' | 'roomId'>,
    input: NewPost,
  ): Promise<{ post: PostView; repeated: boolean }> {
    return this.publishing.publish(database, actor, thread, input);
  }

  /** With its files: who sees the post sees them with it, from the first moment. The caller has asked the policy. */
  async publishWhole(tx: EntityManager, actor: Actor, thread: ThreadPlace, input: NewPost) {
    const { post, repeated } = await this.publish(tx, actor, thread, input);
    if (repeated || !input.fileIds?.length) return { post, repeated };
    await this.files.use(tx, actor, { kind: 'post', id: post.id }, input.fileIds, 'fileIds');
    const [whole] = await findPosts(tx, 'post.room_id = $1 and post.id = $2', [post.roomId, post.id]);
    return { post: whole!, repeated };
  }
}
