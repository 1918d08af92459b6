import type { Actor } from '../../core/access/actor';
import { roomPolicy } from '../../rooms/room.policy';
import type { PositionsView } from '../reading/conclusion.schema';
import type { StandingConclusion } from '../standing-conclusion';
import type { PositionRow } from './positions.service';

/** Fewer positions than this are not counted for who stands outside. */
const FEWEST = 3;

/** With names for those who have signed in and read the room; others read why some disagree, and not who they are. */
export function positionsView(
  actor: Actor,
  { room }: StandingConclusion,
  rows: readonly PositionRow[],
): PositionsView {
  const named = actor.signedIn && roomPolicy.may(actor, 'read', room);
  const count = (wanted: string) => rows.filter(({ position }) => position === wanted).length;
  const told = named || rows.length >= FEWEST;
  const view = ({ personId, name, takenAt, ...row }: PositionRow) => ({
    ...row,
    person: named && personId && name ? { id: personId, name } : null,
    takenAt: named ? takenAt.toISOString() : null,
  });
  const own = rows.find(({ personId }) => actor.is(personId));
  return {
    ...{ agree: 0, accept: 0, disagree: 0 },
    ...(told && { agree: count('agree'), accept: count('accept'), disagree: count('disagree') }),
    told,
    own: own ? view(own) : null,
    items: rows.filter(({ position }) => named || position === 'disagree').map(view),
  };
}
