import { Policy } from '../../core/access/policy';
import { roomPolicy, type RoomSubject } from '../room.policy';

interface Subject {
  /** Whose level it is. */
  personId: string;
  room: RoomSubject;
}

/** How closely somebody follows is her own affair, and of rooms only that she may read. */
export const levelPolicy = new Policy<Subject, 'choose'>(
  {
    read: (actor, { personId, room }) => actor.is(personId) && roomPolicy.may(actor, 'read', room),
    choose: (actor, { personId }) => actor.is(personId),
  },
  /** @param alias of the levels; the rooms are called `room` */
  (actor, alias) => {
    const { where, parameters } = roomPolicy.readable(actor, 'room');
    return {
      where: `(${alias}.person_id = :levelsOf and ${where})`,
      parameters: { ...parameters, levelsOf: actor.person?.id ?? null },
    };
  },
);
