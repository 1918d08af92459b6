const inYear = (moment: string): string => `extract(year from ${moment} at time zone 'UTC') = $1`;

const FIRST = `
  select matter.id, matter.opened_at, min(decision.decided_at) as decided_at
  from moderation_cases matter join moderation_decisions decision on decision.case_id = matter.id
  where exists (select from moderation_reports report where report.case_id = matter.id)
  group by matter.id`;

const APPEALS = `
  select asked.party, answer.outcome, first.decided_by = answer.decided_by as same
  from moderation_appeals asked join moderation_decisions first on first.id = asked.decision_id
  left join moderation_decisions answer on answer.appeal_id = asked.id where ${inYear('asked.made_at')}`;

/** Rows of `group`, `name` and `count` for the year `$1`. Reports of one person without an account count once. */
export const COUNTS = `
  select 'reports' as "group", ground as name, count(*)::int as count from moderation_reports
  where repeat_of is null and ${inYear('received_at')} group by ground
  union all
  select 'decisions', measure, count(*)::int from moderation_decisions
  where outcome is null and ${inYear('decided_at')} group by measure
  union all
  select 'accord', case when reported then 'reported' else 'own' end, count(*)::int from moderation_decisions
  where outcome is null and ${inYear('decided_at')} group by reported
  union all
  select 'duration', span, count(*)::int from (
    select case when decided_at - opened_at <= interval '1 day' then 'day'
      when decided_at - opened_at <= interval '7 days' then 'week'
      when decided_at - opened_at <= interval '30 days' then 'month' else 'longer' end as span
    from (${FIRST}) first where ${inYear('decided_at')}) took group by span
  union all
  select 'appeals', party, count(*)::int from (${APPEALS}) made group by party
  union all
  select 'appeals', coalesce(outcome, 'waiting'), count(*)::int from (${APPEALS}) made group by outcome
  union all
  select 'appeals', 'same_person', count(*)::int from (${APPEALS}) made where same having count(*) > 0
  union all
  select 'rooms', measure, count(*)::int from room_measures where ${inYear('decided_at')} group by measure`;

export const MEDIAN = `
  select round((extract(epoch from percentile_cont(0.5) within group (order by decided_at - opened_at)) / 3600)::numeric,
    1)::float as hours
  from (${FIRST}) first where ${inYear('decided_at')}`;

export const YEARS = `
  select distinct extract(year from moment at time zone 'UTC')::int as year from (
    select received_at as moment from moderation_reports
    union all select decided_at from moderation_decisions
    union all select decided_at from room_measures
  ) happened order by year desc`;
