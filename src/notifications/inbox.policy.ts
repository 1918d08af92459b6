import type { ActingPerson, Actor } from '../core/access/actor';
import { Forbidden, SignInRequired } from '../core/errors/refusal';

/** What somebody was told is her own, and not even an administrator's business. */
export const inboxPolicy = {
  /** @throws SignInRequired for visitors */
  owner({ person }: Actor): ActingPerson {
    if (!person) throw new SignInRequired();
    return person;
  },

  /** @throws Forbidden for an API token that may only look */
  toWrite(actor: Actor): ActingPerson {
    const person = this.owner(actor);
    if (!actor.mayWrite) throw new Forbidden('errors:read_only_token');
    return person;
  },
};
