import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What members say to an answer before its platform signs it off, what another country finds, and who responded. */
export class Answering1795600004100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table answer_comments (
        id uuid primary key default gen_random_uuid(),
        answer_id uuid not null references answers on delete cascade,
        revision int not null,
        author_id uuid references people on delete set null,
        text text not null,
        locale text not null check (locale ~ '^[a-z]{2,3}$'),
        commented_at timestamptz not null default clock_timestamp()
      );
      create index answer_comments_answer on answer_comments (answer_id, commented_at);
      comment on column answer_comments.revision is 'What the answer said when it was commented on.';

      create table answer_checks (
        id uuid primary key default gen_random_uuid(),
        answer_id uuid not null references answers on delete cascade,
        version int not null,
        country text not null,
        understandable boolean not null,
        understandable_remark text,
        comparable boolean not null,
        comparable_remark text,
        sourced boolean not null,
        sourced_remark text,
        locale text not null check (locale ~ '^[a-z]{2,3}$'),
        checked_by uuid references people on delete set null,
        checked_at timestamptz not null default clock_timestamp()
      );
      create index answer_checks_answer on answer_checks (answer_id, checked_at);
      comment on table answer_checks is 'Another country on a version: understandable, comparable, sourced?';

      create table responses (
        question_id uuid not null references questions on delete cascade,
        country text not null,
        person_id uuid not null references people on delete cascade,
        platform_id uuid not null references platforms on delete cascade,
        standing text not null check (standing in ('value', 'unknown', 'not_applicable')),
        score numeric(4, 2) check (score between 0 and 10),
        reason text,
        locale text check (locale ~ '^[a-z]{2,3}$'),
        responded_at timestamptz not null default clock_timestamp(),
        primary key (question_id, country, person_id),
        check ((standing = 'value') = (score is not null))
      );
      create index responses_person on responses (person_id);
      comment on table responses is 'What each member of a platform answers for herself: nobody else sees it.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
