import type { Actor } from '../../core/access/actor';
import { Policy, type Scope } from '../../core/access/policy';
import { keeps, type RoomSubject } from '../../rooms/room.policy';

export const CASE_STATES = ['open', 'in_work', 'appealed', 'decided'] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** What must be known of a case to say who may what with it. */
export interface CaseSubject {
  state: CaseState;
  /** Who wrote the post. */
  authorId: string | null;
  /** Who took the decision that is appealed against. */
  appealedDecider: string | null;
  /** Nobody else may look again. */
  nobodyElse: boolean;
  room: RoomSubject;
}

/** The same as SQL; the room is joined as `room`. */
function readable(actor: Actor, matter: string): Scope {
  const others = `${matter}.author_id is distinct from :self`;
  const self = actor.person?.id ?? null;
  if (actor.administrator) return { where: others, parameters: { self } };
  return {
    where: `(${others} and (room.platform_id = any(:hostOf) or room.partnership_id = any(:organiserOf)))`,
    parameters: { self, hostOf: actor.places('host'), organiserOf: actor.places('organiser', 'editor') },
  };
}

/** Who may what with a case: those who keep order in its room, but never in a matter of their own. */
export const casePolicy = new Policy<CaseSubject, 'work' | 'decide' | 'review'>(
  {
    read: (actor, { authorId, room }) => keeps(actor, room) && !actor.is(authorId),
    work: ({ person }) => person !== null,
    decide: ({ person }, { state }) =>
      state === 'appealed' ? 'moderation:refusal.appealed' : person !== null,
    review: (actor, { state, appealedDecider, nobodyElse }) => {
      if (state !== 'appealed') return 'moderation:refusal.not_appealed';
      return nobodyElse || !actor.is(appealedDecider) || 'moderation:refusal.another_moderator';
    },
  },
  readable,
);
