import { Policy } from '../../core/access/policy';
import { keeps, kept, type RoomSubject } from '../room.policy';

interface Subject {
  personId: string;
  room: RoomSubject;
}

/** Why somebody was removed from a room is known to her and to those who keep order there. */
export const removalPolicy = new Policy<Subject, 'lift'>(
  {
    read: (actor, { personId, room }) => actor.is(personId) || keeps(actor, room),
    lift: (actor, { room }) => keeps(actor, room),
  },
  (actor, removal) => {
    const keeper = kept(actor, 'room');
    return {
      where: `(${removal}.person_id = :me or ${keeper.where})`,
      parameters: { me: actor.person?.id ?? null, ...keeper.parameters },
    };
  },
);
