import type { Actor } from '../core/access/actor';
import { Policy, type Scope } from '../core/access/policy';
import type { Key } from '../core/i18n/keys';
import { keeps, roomPolicy, seated, sits, type RoomSubject } from '../rooms/room.policy';
import { UNDER_WAY, type ConclusionState } from './conclusion-facts';
import type { Conclusion } from './conclusion.entity';

/** What must be known of a conclusion to say who may what with it. */
export interface ConclusionSubject extends Pick<
  Conclusion,
  'state' | 'version' | 'isPublic' | 'positionsUntil'
> {
  room: RoomSubject;
}

/** What was adopted once is read with its room, or by everyone; drafts by those who sit in the room. */
function reads(actor: Actor, { version, isPublic, room }: ConclusionSubject): boolean {
  if (version === 0) return sits(actor, room);
  return isPublic || roomPolicy.may(actor, 'read', room);
}

/** The same as SQL; the room is joined as `room`. */
function readable(actor: Actor, conclusion: string): Scope {
  if (actor.administrator) return { where: 'true', parameters: {} };
  const room = roomPolicy.readable(actor, 'room');
  const seat = seated(actor, 'room');
  return {
    where: `((${conclusion}.version > 0 and (${conclusion}.public or ${room.where}))
      or (${conclusion}.version = 0 and ${seat.where}))`,
    parameters: { ...room.parameters, ...seat.parameters },
  };
}

type Who = (actor: Actor, conclusion: ConclusionSubject) => boolean | Key;

const among =
  (states: readonly ConclusionState[], who: Who): Who =>
  (actor, conclusion) =>
    states.includes(conclusion.state) ? who(actor, conclusion) : 'conclusions:refusal.other_state';

/** Those who keep the room, while something still happens in it. */
const keeper: Who = (actor, { room }) => {
  if (room.archivedAt) return 'rooms:refusal.room_archived';
  return keeps(actor, room) || 'conclusions:refusal.keepers_only';
};

const orderly: Who = (actor, { room }) => keeps(actor, room) || 'conclusions:refusal.keepers_only';

const member: Who = (actor, { room }) => {
  if (room.archivedAt) return 'rooms:refusal.room_archived';
  return roomPolicy.may(actor, 'reply', room) || 'rooms:refusal.members_write';
};

function takes(actor: Actor, conclusion: ConclusionSubject): boolean | Key {
  if (conclusion.state !== 'positions') return 'conclusions:refusal.not_asked';
  if (conclusion.positionsUntil! <= new Date()) return 'conclusions:refusal.time_over';
  return member(actor, conclusion);
}

function shows(actor: Actor, conclusion: ConclusionSubject): boolean | Key {
  if (conclusion.version === 0) return 'conclusions:refusal.other_state';
  return conclusion.room.visibility === 'public'
    ? 'conclusions:refusal.public_already'
    : orderly(actor, conclusion);
}

export type ConclusionAbility =
  ('edit' | 'open' | 'comment' | 'take' | 'redraft' | 'adopt') | ('amend' | 'replace' | 'withdraw' | 'show');

/** Who may what with a conclusion, at each of its stations. */
export const conclusionPolicy = new Policy<ConclusionSubject, ConclusionAbility>(
  {
    read: reads,
    edit: among(['draft'], keeper),
    open: among(['draft'], keeper),
    comment: among(UNDER_WAY, member),
    take: takes,
    redraft: among(['positions'], keeper),
    adopt: among(['positions'], keeper),
    amend: among(['adopted'], keeper),
    replace: among(['adopted'], orderly),
    withdraw: among(['draft', 'positions', 'adopted'], orderly),
    show: shows,
  },
  readable,
);

/** Beginning one. */
export const newConclusionPolicy = new Policy<RoomSubject, 'draft'>(
  {
    read: (actor, room) => roomPolicy.may(actor, 'read', room),
    draft: (actor, room) => {
      if (room.archivedAt) return 'rooms:refusal.room_archived';
      return keeps(actor, room) || 'conclusions:refusal.keepers_only';
    },
  },
  roomPolicy.readable,
);
