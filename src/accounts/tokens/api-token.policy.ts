import { Policy } from '../../core/access/policy';

/** Made and revoked by their owner only. */
export const apiTokenPolicy = new Policy<{ personId: string }, 'revoke'>(
  {
    read: (actor, token) => actor.is(token.personId),
    revoke: (actor, token) => actor.is(token.personId),
  },
  (actor, alias) => ({
    where: `${alias}.person_id = :reader`,
    parameters: { reader: actor.person?.id ?? null },
  }),
);
