import type { DataSource, EntityManager } from 'typeorm';
import { groupResultOf, type GroupResult, type Respondent } from '../../group-result';

/** What the members of a platform respond to one question, together; null when they are too few. */
export async function groupResult(
  database: DataSource | EntityManager,
  { questionId, country }: { questionId: string; country: string },
): Promise<GroupResult | null> {
  const respondents = await database.query<Respondent[]>(
    `select groups.slug as group, response.standing, response.score::float as score
     from responses response
     join memberships member on member.platform_id = response.platform_id
       and member.person_id = response.person_id and member.state = 'member'
     join stakeholder_groups groups on groups.id = member.stakeholder_group_id
     where response.question_id = $1 and response.country = $2`,
    [questionId, country],
  );
  return groupResultOf(respondents);
}
