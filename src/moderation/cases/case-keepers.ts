import type { EntityManager } from 'typeorm';
import { STANDING } from '../../core/access/grants.service';

/** Grants at the place of a room that make their holders keep order there. */
const AT_PLACE = `(held.role = 'host' and held.place_id = room.platform_id)
  or (held.role in ('organiser', 'editor') and held.place_id = room.partnership_id)`;

/** Nobody but who has decided may look again, in SQL where `matter` and `room` are joined: then she does, and it is said. */
export const nobodyElse = (decider: string): string => `not exists (
  select from grants held where ${STANDING} and (held.role = 'administrator' or ${AT_PLACE})
    and held.person_id is distinct from matter.author_id and held.person_id <> ${decider})`;

/**
 * Who decides about a case: those who keep order in its room, but not who wrote the post, nor who has decided before.
 * Where nobody is left: the administrators.
 */
export async function caseKeepers(
  tx: Pick<EntityManager, 'query'>,
  caseId: string,
  but: readonly (string | null)[] = [],
): Promise<string[]> {
  const holders = (which: string) =>
    tx.query<{ id: string }[]>(
      `select distinct held.person_id as id from moderation_cases matter
       join rooms room on room.id = matter.room_id join grants held on ${which}
       where matter.id = $1 and ${STANDING} and held.person_id is distinct from matter.author_id and held.person_id <> all($2::uuid[])`,
      [caseId, but.filter(Boolean)],
    );
  const near = await holders(AT_PLACE);
  const found = near.length > 0 ? near : await holders(`held.role = 'administrator'`);
  return found.map(({ id }) => id);
}
