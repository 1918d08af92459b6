/**
 * Every decision about a post and every measure in a room as rows of one shape, called `logged`. A thread is named only
 * while it stands in the room that decided: who keeps order there may not read another one.
 */
export const LOGGED = `(
  select decision.id, decision.room_id, decision.measure, decision.outcome, decision.number::text as number,
    decision.ground, decision.facts as reason, decision.locale, null::int as amount, null::date as until,
    matter.author_id as about_id, decision.decided_by, decision.decided_at, matter.id as case_id,
    matter.number::text as case_number, post.thread_id
  from moderation_decisions decision join moderation_cases matter on matter.id = decision.case_id
  left join posts post on post.room_id = decision.room_id and post.id = matter.post_id
  union all
  select id, room_id, measure, null, null, null, reason, locale, amount, until, person_id, decided_by, decided_at,
    null, null, thread_id
  from room_measures
) logged join rooms room on room.id = logged.room_id`;
