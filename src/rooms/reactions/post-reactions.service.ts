import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Statement } from '../../core/database/statement';
import { NotFound } from '../../core/errors/refusal';
import { Journal } from '../../core/journal/journal';
import { postPolicy } from '../posts/post.policy';
import type { ReactionKind } from '../posts/post.schema';
import { refuse } from '../posts/publishing-faults';
import { ROOM, toRoom, type RoomJson } from '../standing-room';
import { MovedMeanwhile } from '../threads/moved-meanwhile';
import type { ReactionsView } from './reactions.schema';
import { ownReactions, standingReactions } from './standing-reactions';

/** Nobody both agrees and disagrees: who gives the one takes the other back. */
const INSTEAD: Partial<Record<ReactionKind, ReactionKind>> = { agree: 'disagree', disagree: 'agree' };
/** Names that are told of each kind. */
const NAMES = 50;

interface PlaceRow {
  id: string;
  room_id: string;
  thread_id: string;
  number: number;
  author_id: string;
  withdrawn_at: Date | null;
  closed_at: Date | null;
  room: RoomJson;
}

const PLACE = new Statement<PlaceRow>(
  `select post.id, post.room_id, post.thread_id, post.number, post.author_id, post.withdrawn_at, thread.closed_at,
     ${ROOM} as room
   from posts post
   join threads thread on thread.room_id = post.room_id and thread.id = post.thread_id
   join rooms room on room.id = post.room_id
   where post.id = $1`,
);

interface Written {
  entry: 'reaction.given' | 'reaction.taken_back';
  entry_kind: ReactionKind;
  entry_seq: string;
  entry_thread: string;
}

const REACT = new Statement<Written>('select * from react($1, $2, $3, $4, $5, $6, $7)');

/** Where a post stands, for the way back to it. */
export interface ReactedPost extends ReactionsView {
  id: string;
  /** Whether the actor can say something to it. */
  canReact: boolean;
  threadId: string;
  number: number;
}

/** What readers say to a post with one click. */
@Injectable()
export class PostReactions {
  constructor(
    private readonly database: DataSource,
    private readonly journal: Journal,
  ) {}

  /** Giving twice is giving once. */
  async give(actor: Actor, postId: string, kind: ReactionKind): Promise<ReactedPost> {
    const other = INSTEAD[kind];
    return this.react(actor, postId, kind, other ? [other] : []);
  }

  /** Taking back what was not given changes nothing. */
  async takeBack(actor: Actor, postId: string, kind: ReactionKind): Promise<ReactedPost> {
    return this.react(actor, postId, null, [kind]);
  }

  /** @throws NotFound also when the actor may not read the room */
  async of(actor: Actor, postId: string): Promise<ReactedPost> {
    return this.shown(actor, await this.find(actor, postId));
  }

  private async react(
    actor: Actor,
    postId: string,
    given: ReactionKind | null,
    taken: ReactionKind[],
  ): Promise<ReactedPost> {
    const post = await this.find(actor, postId);
    postPolicy.allow(actor, 'react', post);
    const written = await REACT.run(this.database, [
      ...[post.roomId, post.id, actor.person!.id, given, taken],
      ...[this.journal.reactionsTo('reaction.given'), this.journal.reactionsTo('reaction.taken_back')],
    ]).catch((error: Error) => this.refuse(error, actor, post));
    for (const { entry, entry_kind: kind, entry_seq, entry_thread: threadId } of written)
      this.journal.signal(this.database, {
        name: entry,
        actorId: actor.person!.id,
        subject: { kind: 'post', id: post.id },
        scope: { kind: 'room', id: post.roomId },
        seq: Number(entry_seq),
        data: { threadId, postId: post.id, kind },
      });
    return this.shown(actor, post);
  }

  /** @throws the reason, or that the post stands in another room by now */
  private async refuse(error: Error, actor: Actor, post: { id: string; roomId: string }): Promise<never> {
    const { roomId } = await this.find(actor, post.id);
    if (roomId !== post.roomId) throw new MovedMeanwhile();
    return refuse(error);
  }

  private async find(actor: Actor, postId: string) {
    const [row] = await PLACE.run(this.database, [postId]);
    if (!row) throw new NotFound();
    const post = {
      id: row.id,
      roomId: row.room_id,
      threadId: row.thread_id,
      number: row.number,
      authorId: row.author_id,
      withdrawnAt: row.withdrawn_at,
      threadClosedAt: row.closed_at,
      room: toRoom(row.room),
    };
    postPolicy.allow(actor, 'read', post);
    return post;
  }

  private async shown(actor: Actor, post: Awaited<ReturnType<typeof this.find>>): Promise<ReactedPost> {
    const { id, roomId, threadId, number } = post;
    const [standing, own] = await Promise.all([
      standingReactions(this.database, roomId, [id], NAMES),
      ownReactions(this.database, roomId, [id], actor.person?.id),
    ]);
    const canReact = postPolicy.may(actor, 'react', post);
    return { id, threadId, number, canReact, reactions: standing.get(id) ?? [], mine: own.get(id) ?? [] };
  }
}
