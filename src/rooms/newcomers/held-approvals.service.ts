import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Actors } from '../../accounts/actors.service';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Forbidden, NotFound } from '../../core/errors/refusal';
import { Journal } from '../../core/journal/journal';
import { logMeasure } from '../keeping/room-measures';
import { Replies } from '../moving/replies.service';
import type { NewPost, PostView } from '../posts/post.schema';
import { Posts } from '../posts/posts.service';
import { roomPolicy } from '../room.policy';
import type { Room } from '../room.entity';
import type { NewThread } from '../threads/thread.schema';
import { threadPolicy, type ThreadPlace } from '../threads/thread.policy';
import { Threads } from '../threads/threads.service';
import { HeldNews } from './held-news.service';
import { heldPostPolicy } from './held-post.policy';
import type { HeldPostView } from './held-post.schema';
import { HeldPostViews } from './held-post-views.service';

type More = Omit<NewPost, 'body' | 'locale' | 'clientId'> & Pick<NewThread, 'themes'>;

/** Lets posts that waited into their rooms: from that moment they are posts like all others. */
@Injectable()
export class HeldApprovals {
  constructor(
    private readonly transactions: Transactions,
    private readonly journal: Journal,
    private readonly actors: Actors,
    private readonly posts: Posts,
    private readonly threads: Threads,
    private readonly replies: Replies,
    private readonly views: HeldPostViews,
    private readonly news: HeldNews,
  ) {}

  /**
   * In the author's name and under her client id; number and entry are those of this moment. Approving twice is approving
   * once. A thread that was merged away passes it on; a closed one refuses, and it goes on waiting.
   */
  async approve(actor: Actor, id: string): Promise<PostView> {
    const { held, room } = await this.views.find(actor, id);
    heldPostPolicy.allow(actor, 'decide', { authorId: held.author.id, state: held.state, room });
    if (held.postId) return (await this.posts.find(actor, held.postId)).view;
    const author = await this.actors.ofPerson(held.author.id);
    if (!author) throw new NotFound();
    const thread = held.threadId ? await this.replies.placeOf(actor, held.threadId) : null;
    allowAuthor(author, room, thread);
    const postId = await this.transactions.run(async (tx) => {
      const [row] = await tx.query<[{ state: string; post_id: string | null; more: More }?]>(
        'select state, post_id, more from held_posts where room_id = $1 and id = $2 for update',
        [held.roomId, id],
      );
      if (!row) throw new NotFound();
      if (row.post_id) return row.post_id;
      if (row.state !== 'waiting') throw new Forbidden('rooms:refusal.held_decided');
      const post = await this.publish(tx, author, { held, room, thread, more: row.more });
      await this.settle(tx, actor, held, post);
      return post.id;
    });
    return (await this.posts.find(actor, postId)).view;
  }

  private async publish(
    tx: EntityManager,
    author: Actor,
    { held, room, thread, more }: { held: HeldPostView; room: Room; thread: ThreadPlace | null; more: More },
  ): Promise<PostView> {
    await tx.query(
      `select set_config('polylog.pace', 'off', true), set_config('polylog.newcomers', 'off', true)`,
    );
    const { body, locale, clientId } = held;
    await tx.query(`delete from file_uses where owner_id = $1`, [held.id]);
    if (!thread)
      return this.threads.begin(tx, author, room.id, { ...more, title: held.title!, body, locale, clientId });
    const replyToId = await this.stillThere(tx, thread, more.replyToId);
    const input = { ...more, body, locale, clientId, replyToId };
    return (await this.posts.publishWhole(tx, author, thread, input)).post;
  }

  /** What it answers may have gone to another thread since. */
  private async stillThere(tx: EntityManager, { id, roomId }: ThreadPlace, postId: string | null) {
    if (!postId) return null;
    const rows = await tx.query<unknown[]>(
      'select from posts where room_id = $1 and thread_id = $2 and id = $3',
      [roomId, id, postId],
    );
    return rows.length > 0 ? postId : null;
  }

  private async settle(tx: EntityManager, actor: Actor, held: HeldPostView, post: PostView): Promise<void> {
    await tx.query(
      `update held_posts set state = 'approved', post_id = $3, decided_by = $4, decided_at = clock_timestamp(),
         body = '', title = null, more = '{}'
       where room_id = $1 and id = $2`,
      [held.roomId, held.id, post.id, actor.person?.id ?? null],
    );
    const data = { heldId: held.id, postId: post.id };
    const subject = { kind: 'held_post', id: held.id };
    const scope = { kind: 'room', id: post.roomId };
    await this.journal.record(tx, 'held_post.approved', { actor, subject, scope, data });
    const { roomId, threadId, author } = post;
    await logMeasure(tx, actor, { roomId, threadId, measure: 'approve', personId: author.id });
    await this.news.tellApproved(tx, held, post);
  }
}

/** The thread may be closed, the room read-only, or the author have left meanwhile. */
function allowAuthor(author: Actor, room: Room, thread: ThreadPlace | null): void {
  if (thread?.closedAt) throw new Forbidden('rooms:refusal.thread_closed');
  if (room.archivedAt) throw new Forbidden('rooms:refusal.room_archived');
  const may = thread ? threadPolicy.may(author, 'reply', thread) : roomPolicy.may(author, 'open', room);
  if (!may) throw new Forbidden('rooms:refusal.author_may_not');
}
