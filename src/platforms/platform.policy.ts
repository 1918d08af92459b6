import type { Actor } from '../core/access/actor';
import { Policy } from '../core/access/policy';

/** What decides about a platform; `id` is null for one that is still to be created. */
export interface PlatformPlace {
  id: string | null;
  partnershipId: string | null;
}

/** Runs the platform: its hosts, the organisers of its partnership, administrators. */
export function runs(actor: Actor, { id, partnershipId }: PlatformPlace): boolean {
  return actor.administrator || actor.holds('host', id) || actor.holds('organiser', partnershipId);
}

/** Visitors see how many sit in which group, and the organisations; people with an account see names. */
export const seesNames = (actor: Actor): boolean => actor.signedIn || actor.system;

/** Whether there is any place where the actor could create a platform: for the button on the list. */
export const founds = (actor: Actor): boolean =>
  actor.mayWrite && (actor.administrator || actor.places('organiser').length > 0);

export type PlatformAbility = 'create' | 'edit' | 'manage' | 'join' | 'leave';

/** Platforms are public; who sits at them and who may change them is not for everyone. */
export const platformPolicy = new Policy<PlatformPlace, PlatformAbility>(
  {
    read: () => true,
    create: (actor, { partnershipId }) => actor.administrator || actor.holds('organiser', partnershipId),
    edit: runs,
    manage: runs,
    join: (actor, { id }) =>
      actor.signedIn && (!actor.holds('member', id) || 'platforms:refusal.already_member'),
    leave: (actor, { id }) => actor.holds('member', id) || 'platforms:refusal.not_member',
  },
  () => ({ where: 'true', parameters: {} }),
);
