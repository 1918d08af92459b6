import type { Actor } from '../../core/access/actor';
import { Policy, type Ability } from '../../core/access/policy';
import { keeps, roomPolicy, writable, type RoomSubject } from '../room.policy';
import type { Thread } from './thread.entity';

type Subject = Pick<Thread, 'openedBy' | 'closedAt' | 'resolvedAt' | 'mergedIntoId'> & { room: RoomSubject };

/** A thread as far as writing in it needs it. */
export type ThreadPlace = Subject & Pick<Thread, 'id' | 'roomId' | 'lastNumber'>;

/** Who opened it and still writes in its room, and who keeps that. */
const looksAfter = (actor: Actor, { openedBy, room }: Subject): boolean =>
  !room.archivedAt && (keeps(actor, room) || (actor.is(openedBy) && roomPolicy.may(actor, 'reply', room)));

/** Where posts stand is for those who keep order. */
const inOrder = (actor: Actor, { room }: Subject): boolean => !room.archivedAt && keeps(actor, room);

/** Nothing is done any more to a thread that has gone into another one. */
const whereItStands =
  (ability: Ability<Subject>): Ability<Subject> =>
  (actor, thread) =>
    thread.mergedIntoId ? 'rooms:refusal.thread_merged' : ability(actor, thread);

/** Who may what with a thread. It is read with its room. */
export const threadPolicy = new Policy<
  Subject,
  | ('reply' | 'rename' | 'close' | 'reopen' | 'pin')
  | ('resolve' | 'unresolve' | 'theme' | 'move' | 'split' | 'merge')
>(
  {
    read: (actor, { room }) => roomPolicy.may(actor, 'read', room),
    reply: whereItStands((actor, { room, closedAt }) => {
      if (closedAt) return 'rooms:refusal.thread_closed';
      return writable(actor, room);
    }),
    rename: whereItStands(
      (actor, thread) =>
        !thread.room.archivedAt &&
        (actor.is(thread.openedBy) || keeps(actor, thread.room)) &&
        !thread.closedAt,
    ),
    close: whereItStands(
      (actor, thread) => !thread.closedAt && (actor.is(thread.openedBy) || keeps(actor, thread.room)),
    ),
    reopen: whereItStands(
      (actor, thread) => thread.closedAt !== null && !thread.room.archivedAt && keeps(actor, thread.room),
    ),
    pin: whereItStands(inOrder),
    resolve: whereItStands((actor, thread) => {
      if (thread.closedAt) return 'rooms:refusal.thread_closed';
      if (thread.resolvedAt) return 'rooms:refusal.thread_resolved';
      return looksAfter(actor, thread);
    }),
    unresolve: whereItStands((actor, thread) => thread.resolvedAt !== null && looksAfter(actor, thread)),
    theme: whereItStands(looksAfter),
    move: whereItStands(inOrder),
    split: whereItStands(inOrder),
    merge: whereItStands(inOrder),
  },
  (actor, room) => roomPolicy.readable(actor, room),
);
