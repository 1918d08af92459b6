import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Forbidden } from '../../core/errors/refusal';
import { Journal } from '../../core/journal/journal';
import { Files } from '../../files/files.service';
import type { Reason } from '../keeping/reason.schema';
import { logMeasure } from '../keeping/room-measures';
import type { NewPost, PostView } from '../posts/post.schema';
import { Posts } from '../posts/posts.service';
import type { RoomSubject } from '../room.policy';
import { MovedMeanwhile } from '../threads/moved-meanwhile';
import type { NewThread } from '../threads/thread.schema';
import { HELD } from './held-files';
import { HeldNews } from './held-news.service';
import { heldPostPolicy } from './held-post.policy';
import { MOST_WAITING, type HeldPostView } from './held-post.schema';
import { HeldPostViews } from './held-post-views.service';

interface Place {
  room: RoomSubject;
  /** Null: it would open one. */
  threadId: string | null;
}

/** Posts that wait for those who keep order in the room. They are no posts yet: no number, no entry, nobody reads them. */
@Injectable()
export class HeldPosts {
  constructor(
    private readonly transactions: Transactions,
    private readonly journal: Journal,
    private readonly files: Files,
    private readonly posts: Posts,
    private readonly views: HeldPostViews,
    private readonly news: HeldNews,
  ) {}

  /** Kept before it is told. The same client id again is the same one, however it stands; or the post that it became. */
  async hold(
    actor: Actor,
    place: Place,
    input: NewPost | (NewThread & { title: string }),
  ): Promise<{ held: HeldPostView } | { post: PostView; repeated: true }> {
    const id = await this.transactions
      .run(async (tx) => {
        const written = await this.write(tx, actor, place, input);
        if (written.fresh) await this.news.tellKeepers(tx, actor, place.room);
        return written.id;
      })
      .catch(elsewhere);
    const post = await this.posts.sent(actor, place.room.id, input.clientId);
    if (post) return { post, repeated: true };
    return { held: (await this.views.find(actor, id)).held };
  }

  /** The author learns why, and has her words back. */
  async refuse(actor: Actor, id: string, reason: Reason | null): Promise<HeldPostView> {
    const { held, room } = await this.views.find(actor, id);
    heldPostPolicy.allow(actor, 'decide', { authorId: held.author.id, state: held.state, room });
    await this.transactions.run(async (tx) => {
      const [, changed] = await tx.query<[unknown, number]>(
        `update held_posts set state = 'refused', reason = $3, reason_locale = $4, decided_by = $5,
           decided_at = clock_timestamp()
         where room_id = $1 and id = $2 and state = 'waiting'`,
        [held.roomId, id, reason?.text ?? null, reason?.locale ?? null, actor.person?.id ?? null],
      );
      if (changed === 0) return;
      await this.record(tx, 'held_post.refused', actor, held);
      const { roomId, threadId, author } = held;
      await logMeasure(tx, actor, { roomId, threadId, measure: 'refuse', personId: author.id, reason });
      await this.news.tellRefused(tx, held);
    });
    return this.undone(actor, id);
  }

  /** Taken back by its author, or away when it was refused. */
  async withdraw(actor: Actor, id: string): Promise<void> {
    const { held, room } = await this.views.find(actor, id);
    heldPostPolicy.allow(actor, 'withdraw', { authorId: held.author.id, state: held.state, room });
    await this.transactions.run(async (tx) => {
      const [, gone] = await tx.query<[unknown, number]>(
        `delete from held_posts where room_id = $1 and id = $2 and state <> 'approved'`,
        [held.roomId, id],
      );
      if (gone === 0) throw new Forbidden('rooms:refusal.held_decided');
      await tx.query('delete from file_uses where owner_id = $1', [id]);
      await this.record(tx, 'held_post.withdrawn', actor, held);
    });
  }

  /** Two decide at once: the second learns what the first has decided, when that is something else. */
  private async undone(actor: Actor, id: string): Promise<HeldPostView> {
    const { held } = await this.views.find(actor, id);
    if (held.state !== 'refused') throw new Forbidden('rooms:refusal.held_decided');
    return held;
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    { room, threadId }: Place,
    input: NewPost | NewThread,
  ): Promise<{ id: string; fresh: boolean }> {
    const { body, locale, clientId, ...rest } = input;
    const { title = null, ...more } = { title: undefined, ...rest };
    const author = actor.person!.id;
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`held ${author}`]);
    const known = await this.known(tx, room.id, author, clientId);
    if (known) return { id: known, fresh: false };
    await this.assertFew(tx, room.id, author);
    const [{ id }] = await tx.query<[{ id: string }]>(
      `insert into held_posts (room_id, thread_id, author_id, client_id, title, body, locale, more)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
      [room.id, threadId, author, clientId, title, body, locale, JSON.stringify(more)],
    );
    const { fileIds = [] } = more as { fileIds?: string[] };
    await this.files.use(tx, actor, { kind: HELD, id }, fileIds, 'fileIds');
    const subject = { kind: HELD, id };
    const scope = { kind: 'room', id: room.id };
    await this.journal.record(tx, 'post.held', { actor, subject, scope, data: { heldId: id } });
    return { id, fresh: true };
  }

  private async known(tx: EntityManager, roomId: string, author: string, clientId: string) {
    const [row] = await tx.query<[{ id: string }?]>(
      'select id from held_posts where room_id = $1 and author_id = $2 and client_id = $3',
      [roomId, author, clientId],
    );
    return row?.id;
  }

  private async assertFew(tx: EntityManager, roomId: string, author: string): Promise<void> {
    const [{ count }] = await tx.query<[{ count: number }]>(
      `select count(*)::int as count from held_posts
       where room_id = $1 and author_id = $2 and state = 'waiting'`,
      [roomId, author],
    );
    if (count >= MOST_WAITING) throw new Forbidden('rooms:refusal.too_many_waiting');
  }

  private async record(
    tx: EntityManager,
    name: 'held_post.refused' | 'held_post.withdrawn',
    actor: Actor,
    { id, roomId }: HeldPostView,
  ): Promise<void> {
    const scope = { kind: 'room', id: roomId };
    await this.journal.record(tx, name, { actor, subject: { kind: HELD, id }, scope, data: { heldId: id } });
  }
}

/** The thread has left the room between the look and the writing. */
function elsewhere(error: unknown): never {
  const gone = (error as { constraint?: string }).constraint === 'held_posts_room_id_thread_id_fkey';
  throw gone ? new MovedMeanwhile() : error;
}
