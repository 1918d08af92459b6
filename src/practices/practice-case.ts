import type { DataSource, EntityManager } from 'typeorm';
import type { PartnershipStatus } from '../partnerships/partnership.entity';
import type { PracticeState, Rating } from './practice-facts';

/** All that decides who may what with a case. */
export interface PracticeCase {
  id: string;
  slug: string;
  partnershipId: string;
  partnershipStatus: PartnershipStatus;
  authorId: string | null;
  ownerOrganisationId: string | null;
  country: string | null;
  state: PracticeState;
  stateSince: Date;
  rating: Rating | null;
  round: number;
  checkedBy: string | null;
  version: number;
  revision: number;
  publishedAt: Date | null;
  /** Platforms of the partnership. */
  platformIds: string[];
  /** Those of its country among them. */
  countryPlatformIds: string[];
  /** Those of its country that have a host who has not written it. */
  hostPlatformIds: string[];
  /** Who was asked to review it, or does, and has neither declined nor a conflict of interest. */
  reviewerIds: string[];
}

/** SQL over the given alias of `practices`. */
export const CASE_COLUMNS = (practice: string): string => `
  ${practice}.id, ${practice}.slug, ${practice}.partnership_id as "partnershipId",
  (select status from partnerships where partnerships.id = ${practice}.partnership_id) as "partnershipStatus",
  ${practice}.author_id as "authorId", ${practice}.owner_organisation_id as "ownerOrganisationId",
  ${practice}.country, ${practice}.state, ${practice}.state_since as "stateSince", ${practice}.rating,
  ${practice}.round, ${practice}.checked_by as "checkedBy", ${practice}.version, ${practice}.revision,
  ${practice}.published_at as "publishedAt",
  array(select id from platforms where platforms.partnership_id = ${practice}.partnership_id) as "platformIds",
  array(select id from platforms where platforms.partnership_id = ${practice}.partnership_id
    and platforms.country = ${practice}.country) as "countryPlatformIds",
  array(select id from platforms where platforms.partnership_id = ${practice}.partnership_id
    and platforms.country = ${practice}.country
    and exists (select from grants where grants.role = 'host' and grants.place_id = platforms.id
      and grants.person_id is distinct from ${practice}.author_id)) as "hostPlatformIds",
  array(select reviewer_id from practice_reviews review where review.practice_id = ${practice}.id
    and review.state in ('invited', 'accepted', 'scored')) as "reviewerIds"`;

/** The cases of these ids, in no order. */
export async function casesOf(
  database: DataSource | EntityManager,
  ids: readonly string[],
): Promise<Map<string, PracticeCase>> {
  if (ids.length === 0) return new Map();
  const rows = await database.query<PracticeCase[]>(
    `select ${CASE_COLUMNS('practice')} from practices practice where practice.id = any($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
