import type { Actor } from '../../core/access/actor';
import { Policy, type Scope } from '../../core/access/policy';
import type { Membership } from './membership.entity';
import { runs, type PlatformPlace } from '../platform.policy';

export interface MembershipSubject extends Pick<Membership, 'personId' | 'state'> {
  platform: PlatformPlace;
}

/** Platforms that the actor runs, as SQL over a column that holds a platform's id. */
export function runByActor(actor: Actor, column: string): Scope {
  if (actor.administrator) return { where: 'true', parameters: {} };
  return {
    where: `(${column} = any(:hosted) or exists (
      select 1 from platforms run where run.id = ${column} and run.partnership_id = any(:organised)))`,
    parameters: { hosted: actor.places('host'), organised: actor.places('organiser') },
  };
}

/** Decides about the request or the seat of somebody: reason when it is no longer in the state that this needs. */
const decides =
  (state: Membership['state']) =>
  (actor: Actor, membership: MembershipSubject): boolean | 'platforms:refusal.already_decided' =>
    runs(actor, membership.platform) && (membership.state === state || 'platforms:refusal.already_decided');

/** Members are known to people with an account; requests and former members to themselves and to those who decide. */
export const membershipPolicy = new Policy<
  MembershipSubject,
  'accept' | 'decline' | 'remove' | 'appoint' | 'dismiss'
>(
  {
    read: (actor, { personId, state, platform }) =>
      (actor.signedIn && state === 'member') || actor.is(personId) || runs(actor, platform),
    accept: decides('asked'),
    decline: decides('asked'),
    remove: decides('member'),
    appoint: decides('member'),
    dismiss: decides('member'),
  },
  (actor, membership) => {
    const run = runByActor(actor, `${membership}.platform_id`);
    return {
      where: `((${membership}.state = 'member' and :signedIn) or ${membership}.person_id = :me or ${run.where})`,
      parameters: { signedIn: actor.signedIn, me: actor.person?.id ?? null, ...run.parameters },
    };
  },
);
