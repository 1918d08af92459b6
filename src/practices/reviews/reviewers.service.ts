import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { PracticeCase } from '../practice-case';

/** Somebody who may judge a case: she works in a partnership or on a platform, in another country. */
export interface EligibleReviewer {
  id: string;
  name: string;
  country: string;
}

/** Finds reviewers: never of its own country, of the owner, its author, or who has checked it. */
@Injectable()
export class Reviewers {
  constructor(private readonly database: DataSource) {}

  /** Who could be asked now: people of its own partnership first, by name. */
  async eligible(
    of: PracticeCase,
    database: DataSource | EntityManager = this.database,
  ): Promise<EligibleReviewer[]> {
    return this.among(of, null, database);
  }

  /** The country that she judges from; `undefined` when she may not. */
  async countryOf(
    of: PracticeCase,
    personId: string,
    database: DataSource | EntityManager = this.database,
  ): Promise<string | undefined> {
    const [found] = await this.among(of, personId, database);
    return found?.country;
  }

  private async among(
    { id, round, partnershipId, country, authorId, checkedBy, ownerOrganisationId }: PracticeCase,
    personId: string | null,
    database: DataSource | EntityManager,
  ): Promise<EligibleReviewer[]> {
    return database.query<EligibleReviewer[]>(
      `select person.id, person.name, (array_agg(home.country order by home.rank, home.country))[1] as country
       from people person
       join lateral (
         select organisations.country::text as country, 0 as rank from organisations
         where organisations.id = person.organisation_id and organisations.country <> 'EU'
         union
         select platforms.country::text, 1 from grants join platforms on platforms.id = grants.place_id
         where grants.person_id = person.id and grants.role in ('host', 'member')) home on true
       where ($7::uuid is null or person.id = $7)
         and exists (select from grants where grants.person_id = person.id
           and grants.role in ('member', 'host', 'editor', 'organiser'))
         and person.id is distinct from $4::uuid and person.id is distinct from $5::uuid
         and ($6::uuid is null or (person.organisation_id is distinct from $6 and not exists (
           select from memberships where memberships.person_id = person.id and memberships.state = 'member'
             and memberships.organisation_id = $6)))
         and not exists (select from practice_reviews review
           where review.practice_id = $1 and review.round = $2 and review.reviewer_id = person.id
             and review.state <> 'invited')
       group by person.id
       having not coalesce($8::text, '') = any(array_agg(home.country))
       order by exists (select from grants where grants.person_id = person.id and grants.place_id = $3) desc,
         person.name, person.id limit 500`,
      [id, round, partnershipId, authorId, checkedBy, ownerOrganisationId, personId, country],
    );
  }
}
