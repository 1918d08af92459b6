import { Policy } from '../../core/access/policy';

/** An account is its owner's: name and organisation appear elsewhere, the rest nowhere. */
export const personPolicy = new Policy<{ id: string }, 'edit'>(
  {
    read: (actor, person) => actor.is(person.id),
    edit: (actor, person) => actor.is(person.id),
  },
  (actor, alias) => ({ where: `${alias}.id = :reader`, parameters: { reader: actor.person?.id ?? null } }),
);
