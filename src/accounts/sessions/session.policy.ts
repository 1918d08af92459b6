import { Policy } from '../../core/access/policy';

/** Only one's own, not even an administrator's business. */
export const sessionPolicy = new Policy<{ personId: string }, 'end'>(
  {
    read: (actor, session) => actor.is(session.personId),
    end: (actor, session) => actor.is(session.personId),
  },
  (actor, alias) => ({
    where: `${alias}.person_id = :reader`,
    parameters: { reader: actor.person?.id ?? null },
  }),
);
