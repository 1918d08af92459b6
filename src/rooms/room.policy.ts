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

/** Was removed from the room: reads it like a visitor. Those who keep order cannot be. */
export const excluded = (actor: Actor, room: RoomSubject): boolean =>
  actor.holds('excluded', room.id) && !keeps(actor, room);

/** Sits at the table of the room: member of its place, or asked in by name, and not removed from it. */
export function sits(actor: Actor, room: RoomSubject): boolean {
  if (keeps(actor, room)) return true;
  if (excluded(actor, room)) return false;
  if (actor.holds('guest', room.id)) return true;
  if (room.visibility === 'private') return false;
  if (room.place === 'hub') return actor.signedIn;
  return actor.holds('member', room.place === 'platform' ? room.platformId : room.partnershipId);
}

/** Why not, when one cannot. */
export function writable(
  actor: Actor,
  room: RoomSubject,
): boolean | 'rooms:refusal.room_archived' | 'rooms:refusal.members_write' | 'rooms:refusal.removed' {
  if (room.archivedAt) return 'rooms:refusal.room_archived';
  if (excluded(actor, room)) return 'rooms:refusal.removed';
  return sits(actor, room) || 'rooms:refusal.members_write';
}

/** `keeps` as SQL. */
export function kept(actor: Actor, room: string): Scope {
  if (actor.administrator) return { where: 'true', parameters: {} };
  return {
    where: `coalesce(${room}.platform_id = any(:hostOf) or ${room}.partnership_id = any(:organiserOf), false)`,
    parameters: { hostOf: actor.places('host'), organiserOf: actor.places('organiser', 'editor') },
  };
}

/** `sits` as SQL. */
export function seated(actor: Actor, room: string): Scope {
  if (actor.administrator) return { where: 'true', parameters: {} };
  const keeper = kept(actor, room);
  const asGuest = `${room}.id = any(:guestOf)`;
  const asMember = `${room}.visibility <> 'private' and (
    (${room}.place = 'hub' and :signedIn)
    or (${room}.place = 'platform' and ${room}.platform_id = any(:memberOf))
    or (${room}.place = 'partnership' and ${room}.partnership_id = any(:memberOf)))`;
  return {
    where: `(${keeper.where} or (${room}.id <> all(:excludedFrom) and (${asGuest} or (${asMember}))))`,
    parameters: {
      excludedFrom: actor.places('excluded'),
      guestOf: actor.places('guest'),
      ...keeper.parameters,
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
