import type { MigrationInterface, QueryRunner } from 'typeorm';

const LOCALE = `text not null check (locale ~ '^[a-z]{2,3}$')`;

/** Reports, the cases that they gather in, what was decided, and who appealed. */
export class Moderation1795700006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CASES);
    await runner.query(REPORTS);
    await runner.query(DECISIONS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const CASES = `
  create table moderation_cases (
    id uuid primary key default gen_random_uuid(),
    number bigint generated always as identity unique,
    room_id uuid not null,
    post_id uuid not null,
    author_id uuid references people on delete set null,
    state text not null default 'open' check (state in ('open', 'in_work', 'decided', 'appealed')),
    assignee_id uuid references people on delete set null,
    revision int not null default 1,
    opened_at timestamptz not null default clock_timestamp(),
    decided_at timestamptz,
    cleared_at timestamptz,
    foreign key (room_id, post_id) references posts (room_id, id) on update cascade
  );
  create unique index moderation_cases_undecided on moderation_cases (post_id) where state in ('open', 'in_work');
  create index moderation_cases_post on moderation_cases (post_id);
  create index moderation_cases_room on moderation_cases (room_id, opened_at);
  create index moderation_cases_author on moderation_cases (author_id);
  create index moderation_cases_clearing on moderation_cases (decided_at)
    where state = 'decided' and cleared_at is null;
  comment on column moderation_cases.number is 'What people call it.';
  comment on column moderation_cases.cleared_at is 'When what it held of those who reported was removed.';

  create table moderation_notes (
    id uuid primary key default gen_random_uuid(),
    case_id uuid not null references moderation_cases on delete cascade,
    author_id uuid references people on delete set null,
    body text not null,
    locale ${LOCALE},
    written_at timestamptz not null default clock_timestamp()
  );
  create index moderation_notes_case on moderation_notes (case_id, written_at);
  comment on table moderation_notes is 'Among those who keep order; removed with the data of those who reported.';
`;

const REPORTS = `
  create table moderation_reports (
    id uuid primary key default gen_random_uuid(),
    number bigint generated always as identity unique,
    case_id uuid not null references moderation_cases on delete cascade,
    ground text not null,
    explanation text not null,
    locale ${LOCALE},
    address text not null,
    reporter_id uuid references people on delete set null,
    name text,
    email citext,
    answer_locale text not null check (answer_locale ~ '^[a-z]{2,3}$'),
    repeat_of uuid references moderation_reports on delete cascade,
    answered_decision uuid,
    received_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz
  );
  create unique index moderation_reports_once on moderation_reports (case_id, reporter_id) where reporter_id is not null;
  create index moderation_reports_case on moderation_reports (case_id, received_at);
  create index moderation_reports_reporter on moderation_reports (reporter_id);
  comment on column moderation_reports.id is 'For who has no account: whoever knows it may read the answer.';
  comment on column moderation_reports.repeat_of is 'The first report of the same person without an account.';
  comment on column moderation_reports.answered_decision is 'The last decision that the person was written of.';
`;

const DECISIONS = `
  create table moderation_decisions (
    id uuid primary key default gen_random_uuid(),
    number bigint generated always as identity unique,
    case_id uuid not null references moderation_cases on delete restrict,
    room_id uuid not null references rooms on delete restrict,
    measure text not null check (measure in ('keep', 'hide', 'restore', 'lock', 'unlock', 'withdrawn')),
    ground text,
    facts text not null,
    locale ${LOCALE},
    reported boolean not null,
    statement_locale text,
    appeal_id uuid,
    outcome text check (outcome in ('upheld', 'overturned')),
    decided_by uuid not null,
    decided_at timestamptz not null default clock_timestamp(),
    check ((appeal_id is null) = (outcome is null)),
    check (ground is not null or measure not in ('hide', 'lock'))
  );
  create index moderation_decisions_case on moderation_decisions (case_id, number);
  create index moderation_decisions_room on moderation_decisions (room_id, number);
  comment on table moderation_decisions is 'The log: rows are added and never changed. A correction is another decision.';
  comment on column moderation_decisions.reported is 'It followed a report; otherwise moderators acted of their own accord.';
  comment on column moderation_decisions.statement_locale is 'Language of the author when she was told; null: she was not.';

  create table moderation_appeals (
    id uuid primary key default gen_random_uuid(),
    decision_id uuid not null unique references moderation_decisions on delete restrict,
    party text not null check (party in ('author', 'reporter')),
    person_id uuid references people on delete set null,
    report_id uuid references moderation_reports on delete set null,
    words text not null,
    locale ${LOCALE},
    made_at timestamptz not null default clock_timestamp()
  );
  alter table moderation_decisions add foreign key (appeal_id) references moderation_appeals on delete restrict;

  create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception '% rows are never changed', tg_table_name;
  end $$;
  create trigger append_only before update or delete on moderation_decisions
    for each row execute function refuse_change();
`;
