import type { Actor } from '../../core/access/actor';
import { Policy } from '../../core/access/policy';
import type { Invitation } from './invitation.entity';
import { runByActor } from '../members/membership.policy';
import { runs, type PlatformPlace } from '../platform.policy';

export interface InvitationSubject extends Pick<Invitation, 'state'> {
  platform: PlatformPlace;
}

const whileOpen = (
  actor: Actor,
  { state, platform }: InvitationSubject,
): boolean | 'platforms:refusal.invitation_closed' =>
  runs(actor, platform) && (state === 'open' || 'platforms:refusal.invitation_closed');

/**
 * Invitations hold addresses of people who are not here yet: only those who run the platform see them.
 * The one who was invited comes by the token in her mail instead.
 */
export const invitationPolicy = new Policy<InvitationSubject, 'renew' | 'withdraw'>(
  {
    read: (actor, { platform }) => runs(actor, platform),
    renew: whileOpen,
    withdraw: whileOpen,
  },
  (actor, invitation) => runByActor(actor, `${invitation}.platform_id`),
);
