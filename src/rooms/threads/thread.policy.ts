import { Policy } from '../../core/access/policy';
import { keeps, roomPolicy, writable, type RoomSubject } from '../room.policy';
import type { Thread } from './thread.entity';

type Subject = Pick<Thread, 'openedBy' | 'closedAt'> & { room: RoomSubject };

/** A thread as far as writing in it needs it. */
export type ThreadPlace = Subject & Pick<Thread, 'id' | 'roomId' | 'lastNumber'>;

/** Who may what with a thread. It is read with its room. */
export const threadPolicy = new Policy<Subject, 'reply' | 'rename' | 'close' | 'reopen' | 'pin'>(
  {
    read: (actor, { room }) => roomPolicy.may(actor, 'read', room),
    reply: (actor, { room, closedAt }) => {
      if (closedAt) return 'rooms:refusal.thread_closed';
      return writable(actor, room);
    },
    rename: (actor, thread) =>
      !thread.room.archivedAt && (actor.is(thread.openedBy) || keeps(actor, thread.room)) && !thread.closedAt,
    close: (actor, thread) => !thread.closedAt && (actor.is(thread.openedBy) || keeps(actor, thread.room)),
    reopen: (actor, thread) =>
      thread.closedAt !== null && !thread.room.archivedAt && keeps(actor, thread.room),
    pin: (actor, { room }) => !room.archivedAt && keeps(actor, room),
  },
  (actor, room) => roomPolicy.readable(actor, room),
);
