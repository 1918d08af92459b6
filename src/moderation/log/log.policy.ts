import type { Actor } from '../../core/access/actor';
import { Policy } from '../../core/access/policy';
import { keeps, kept, type RoomSubject } from '../../rooms/room.policy';

interface Subject {
  /** Whom it concerns. */
  aboutId: string | null;
  room: RoomSubject;
}

/** The log is for those who keep order in the room; what concerns themselves is for the others. */
export const logPolicy = new Policy<Subject, never>(
  { read: (actor: Actor, { aboutId, room }) => keeps(actor, room) && !actor.is(aboutId) },
  (actor, logged) => {
    const { where, parameters } = kept(actor, 'room');
    return {
      where: `(${logged}.about_id is distinct from :self and ${where})`,
      parameters: { self: actor.person?.id ?? null, ...parameters },
    };
  },
);
