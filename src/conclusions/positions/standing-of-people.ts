import type { EntityManager } from 'typeorm';
import type { StandingConclusion } from '../standing-conclusion';

/** What somebody is in the matter of a room. */
export interface PersonStanding {
  personId: string;
  groupId: string | null;
  organisationId: string | null;
  country: string | null;
}

/**
 * For whom people speak in a room: by their seat on its platform, else on another platform of its partnership, else by
 * their organisation.
 */
export async function standingOfPeople(
  tx: EntityManager,
  { room: { platformId, partnershipId } }: StandingConclusion,
  personIds: readonly string[],
): Promise<PersonStanding[]> {
  return tx.query<PersonStanding[]>(
    `select person.id as "personId", seat.stakeholder_group_id as "groupId",
       coalesce(seat.organisation_id, person.organisation_id) as "organisationId",
       coalesce(seat.country, organisation.country) as country
     from people person
     left join organisations organisation on organisation.id = person.organisation_id
     left join lateral (
       select membership.stakeholder_group_id, membership.organisation_id, platform.country
       from memberships membership join platforms platform on platform.id = membership.platform_id
       where membership.person_id = person.id and membership.state = 'member'
         and ($2::uuid is null or platform.partnership_id = $2 or platform.id = $3)
       order by (platform.id = $3) desc nulls last, membership.changed_at desc limit 1
     ) seat on true
     where person.id = any($1::uuid[])`,
    [personIds, partnershipId, platformId],
  );
}
