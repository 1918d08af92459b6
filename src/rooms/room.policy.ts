import type { Actor } from '../core/access/actor';
import { Policy, type Scope } from '../core/access/policy';
import type { Room } from './room.entity';

/** What must be known of a room to say who may what in it. */
export type RoomSubject = Pick<
  Room,
  'id' | 'place' | 'partnershipId' | 'platformId' | 'visibility' | 'archivedAt'
>;

/** Keeps order in the room: the platform's hosts, the partnership's organisers and editors. */
export function keeps(actor: Actor, room: RoomSubject): boolean {
  return (
    actor.administrator ||
    actor.holds('host', room.platformId) ||
    actor.holds('organiser', room.partnershipId) ||
    actor.holds('editor', room.partnershipId)
  );
}

/** Sits at the table of the room: member of its place, or asked in by name. */
export function sits(actor: Actor, room: RoomSubject): boolean {
  if (keeps(actor, room) || actor.holds('guest', room.id)) return true;
  if (room.visibility === 'private') return false;
  if (room.place === 'hub') return actor.signedIn;
  return actor.holds('member', room.place === 'platform' ? room.platformId : room.partnershipId);
}

function writable(
  actor: Actor,
  room: RoomSubject,
): boolean | 'rooms:refusal.room_archived' | 'rooms:refusal.members_write' {
  if (room.archivedAt) return 'rooms:refusal.room_archived';
  return sits(actor, room) || 'rooms:refusal.members_write';
}

/** The same as SQL. */
export function seated(actor: Actor, room: string): Scope {
  if (actor.administrator) return { where: 'true', parameters: {} };
  const asGuest = `${room}.id = any(:guestOf)`;
  const asKeeper = `${room}.platform_id = any(:hostOf) or ${room}.partnership_id = any(:organiserOf)`;
  const asMember = `${room}.visibility <> 'private' and (
    (${room}.place = 'hub' and :signedIn)
    or (${room}.place = 'platform' and ${room}.platform_id = any(:memberOf))
    or (${room}.place = 'partnership' and ${room}.partnership_id = any(:memberOf)))`;
  return {
    where: `(${asGuest} or ${asKeeper} or (${asMember}))`,
    parameters: {
      guestOf: actor.places('guest'),
      hostOf: actor.places('host'),
      organiserOf: actor.places('organiser', 'editor'),
      memberOf: actor.places('member'),
      signedIn: actor.signedIn,
    },
  };
}

function readable(actor: Actor, room: string): Scope {
  const { where, parameters } = seated(actor, room);
  return { where: actor.administrator ? where : `(${room}.visibility = 'public' or ${where})`, parameters };
}

export const roomPolicy = new Policy<RoomSubject, 'open' | 'reply' | 'keep'>(
  {
    read: (actor, room) => room.visibility === 'public' || sits(actor, room),
    open: writable,
    reply: writable,
    keep: keeps,
  },
  readable,
);
