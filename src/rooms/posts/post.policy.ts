import { Policy } from '../../core/access/policy';
import { keeps, roomPolicy } from '../room.policy';
import type { Room } from '../room.entity';

interface Subject {
  authorId: string;
  withdrawnAt: Date | null;
  threadClosedAt: Date | null;
  room: Room;
}

/**
 * Who may what with a post. It is read with its room; nobody edits another's words, nor takes them back. Whoever keeps
 * order hides them, with a reason that the author is told (moderation).
 */
export const postPolicy = new Policy<Subject, 'edit' | 'withdraw' | 'react' | 'hide'>(
  {
    read: (actor, { room }) => roomPolicy.may(actor, 'read', room),
    edit: (actor, { authorId, withdrawnAt, threadClosedAt, room }) => {
      if (!actor.is(authorId)) return 'rooms:refusal.others_post';
      if (withdrawnAt) return 'rooms:refusal.post_withdrawn';
      if (threadClosedAt) return 'rooms:refusal.thread_closed';
      return roomPolicy.may(actor, 'reply', room) || 'rooms:refusal.members_write';
    },
    react: (actor, { authorId, withdrawnAt, threadClosedAt, room }) => {
      if (withdrawnAt) return 'rooms:refusal.post_withdrawn';
      if (threadClosedAt) return 'rooms:refusal.thread_closed';
      if (room.archivedAt) return 'rooms:refusal.room_archived';
      if (actor.is(authorId)) return 'rooms:refusal.own_post';
      return roomPolicy.may(actor, 'reply', room) || 'rooms:refusal.members_write';
    },
    withdraw: (actor, { authorId, withdrawnAt }) => {
      if (withdrawnAt) return 'rooms:refusal.post_withdrawn';
      return actor.is(authorId) || 'rooms:refusal.others_post';
    },
    hide: (actor, { authorId, room }) => keeps(actor, room) && !actor.is(authorId),
  },
  (actor, room) => roomPolicy.readable(actor, room),
);
