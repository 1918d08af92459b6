import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What those who keep order did in a room, beside what they decided about posts. What they did before is taken over. */
export class RoomMeasures1795800004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(REMOVALS);
    await runner.query(HELD);
    await runner.query(CHOICES);
    await runner.query(APPEND_ONLY);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const TABLE = `
  create table room_measures (
    room_id uuid not null references rooms on delete restrict,
    id uuid not null default gen_random_uuid(),
    measure text not null
      check (measure in ('remove', 'readmit', 'slow', 'newcomers', 'approve', 'refuse', 'lock', 'unlock')),
    person_id uuid,
    thread_id uuid,
    amount int,
    until date,
    reason text,
    locale text check (locale ~ '^[a-z]{2,3}$'),
    decided_by uuid,
    decided_at timestamptz not null default clock_timestamp(),
    primary key (room_id, id),
    check (reason is null or locale is not null)
  );
  create index room_measures_time on room_measures (room_id, decided_at);
  comment on table room_measures is 'Part of the log of decisions: rows are added and never changed.';
  comment on column room_measures.person_id is 'Whom it concerns.';
  comment on column room_measures.amount is 'Seconds of slow mode; posts of newcomers that wait.';
`;

const REMOVALS = `
  insert into room_measures (room_id, measure, person_id, until, reason, locale, decided_by, decided_at)
  select room_id, 'remove', person_id, until, reason, case when reason is not null then locale end, removed_by, removed_at
  from room_removals
  union all
  select room_id, 'readmit', person_id, null, null, null, lifted_by, lifted_at from room_removals
  where lifted_at is not null;
`;

const HELD = `
  insert into room_measures (room_id, measure, person_id, thread_id, reason, locale, decided_by, decided_at)
  select held.room_id, case held.state when 'approved' then 'approve' else 'refuse' end, held.author_id,
    coalesce(held.thread_id, post.thread_id), held.reason, case when held.reason is not null then held.reason_locale end,
    held.decided_by, held.decided_at
  from held_posts held left join posts post on post.room_id = held.room_id and post.id = held.post_id
  where held.decided_at is not null;
`;

const CHOICES = `
  insert into room_measures (room_id, measure, amount, reason, locale, decided_by, decided_at)
  select scope_id, case name when 'room.pace_set' then 'slow' else 'newcomers' end,
    (data ->> case name when 'room.pace_set' then 'paceSeconds' else 'newcomerPosts' end)::int,
    data #>> '{reason,text}', data #>> '{reason,locale}', actor_id, at
  from journal where name in ('room.pace_set', 'room.newcomers_set') and scope_id in (select id from rooms);
`;

const APPEND_ONLY = `
  create trigger append_only before update or delete on room_measures
    for each row execute function refuse_change();
`;
