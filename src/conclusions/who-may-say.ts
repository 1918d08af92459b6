import type { EntityManager } from 'typeorm';
import type { StandingConclusion } from './standing-conclusion';

/** Everyone who may say where they stand, by id. Nobody in rooms of the whole hub, where anybody may. */
export async function whoMaySay(
  tx: EntityManager,
  { room }: Pick<StandingConclusion, 'room'>,
): Promise<string[]> {
  if (room.place === 'hub' && room.visibility !== 'private') return [];
  const rows = await tx.query<{ id: string }[]>(
    `select distinct person_id as id from grants
     where ((role = 'guest' and place_id = $1)
       or (role = 'host' and place_id = $2) or (role in ('organiser', 'editor') and place_id = $3)
       or (role = 'member' and $4 and place_id = case when $5 then $2::uuid else $3::uuid end))
       and (role in ('host', 'organiser', 'editor') or not exists (
         select from grants other where other.person_id = grants.person_id and other.role = 'excluded'
           and other.place_id = $1 and (other.until is null or other.until > now())))`,
    [
      ...[room.id, room.platformId, room.partnershipId],
      ...[room.visibility !== 'private', room.place === 'platform'],
    ],
  );
  return rows.map(({ id }) => id);
}
