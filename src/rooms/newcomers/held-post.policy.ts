import { Policy } from '../../core/access/policy';
import { keeps, kept, type RoomSubject } from '../room.policy';

interface Subject {
  authorId: string;
  state: 'waiting' | 'approved' | 'refused';
  room: RoomSubject;
}

/** What waits is seen by who wrote it and by those who keep order, and by nobody else. */
export const heldPostPolicy = new Policy<Subject, 'decide' | 'withdraw'>(
  {
    read: (actor, { authorId, room }) => actor.is(authorId) || keeps(actor, room),
    decide: (actor, { room }) => keeps(actor, room),
    withdraw: (actor, { authorId, state }) => actor.is(authorId) && state !== 'approved',
  },
  (actor, held) => {
    const keeper = kept(actor, 'room');
    return {
      where: `(${held}.author_id = :me or ${keeper.where})`,
      parameters: { me: actor.person?.id ?? null, ...keeper.parameters },
    };
  },
);
