import type { Actor } from '../../core/access/actor';
import { Policy } from '../../core/access/policy';
import { keeps, roomPolicy, type RoomSubject } from '../room.policy';

/** What must be known of a poll to say who may what with it. */
export interface PollSubject {
  authorId: string;
  /** Of the post that it stands in: then nobody sees the poll either. */
  withdrawnAt: Date | null;
  threadClosedAt: Date | null;
  closedAt: Date | null;
  voters: number;
  room: RoomSubject;
}

/** Why nothing can be done with it any more. */
function over({ closedAt, threadClosedAt, room }: PollSubject) {
  if (closedAt) return 'rooms:refusal.poll_closed';
  if (room.archivedAt) return 'rooms:refusal.room_archived';
  return threadClosedAt ? 'rooms:refusal.thread_closed' : undefined;
}

/** Whoever asked says when it ends, and who keeps the room. */
function mayEnd(actor: Actor, { authorId, closedAt, room }: PollSubject) {
  if (!actor.is(authorId) && !keeps(actor, room)) return 'rooms:refusal.others_post';
  if (closedAt) return 'rooms:refusal.poll_closed';
  return !room.archivedAt || 'rooms:refusal.room_archived';
}

/** Who may what with a poll: whoever may reply votes; the words change for nobody who has read them as she voted. */
export const pollPolicy = new Policy<PollSubject, 'vote' | 'edit' | 'close' | 'reschedule'>(
  {
    read: (actor, { room, withdrawnAt }) => withdrawnAt === null && roomPolicy.may(actor, 'read', room),
    vote: (actor, poll) =>
      over(poll) ?? (roomPolicy.may(actor, 'reply', poll.room) || 'rooms:refusal.members_write'),
    edit: (actor, poll) => {
      if (!actor.is(poll.authorId)) return 'rooms:refusal.others_post';
      if (poll.voters > 0) return 'rooms:refusal.poll_voted';
      return over(poll) ?? (roomPolicy.may(actor, 'reply', poll.room) || 'rooms:refusal.members_write');
    },
    close: mayEnd,
    reschedule: mayEnd,
  },
  readable,
);

/** The same as SQL; the post that holds the poll is called `post`. */
function readable(actor: Actor, room: string) {
  const { where, parameters } = roomPolicy.readable(actor, room);
  return { where: `(post.withdrawn_at is null and ${where})`, parameters };
}
