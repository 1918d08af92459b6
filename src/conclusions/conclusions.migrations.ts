import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COLUMNS_OF_TRANSLATIONS } from '../core/database/translation';

const LOCALE = `locale text not null check (locale ~ '^[a-z]{2,3}$')`;

/** What rooms agree on: drafts, who stands where, what was adopted and when. */
export class Conclusions1795600003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table conclusions (
        id uuid primary key default gen_random_uuid(),
        room_id uuid not null references rooms on delete restrict,
        thread_id uuid,
        number int not null,
        statement text not null,
        reasoning text,
        ${LOCALE},
        revision int not null default 1,
        state text not null default 'draft'
          check (state in ('draft', 'positions', 'adopted', 'replaced', 'withdrawn')),
        state_since timestamptz not null default clock_timestamp(),
        round int not null default 0,
        positions_until timestamptz,
        closing_told_at timestamptz,
        version int not null default 0,
        public boolean not null default false,
        replaced_by uuid references conclusions on delete set null,
        created_by uuid references people on delete set null,
        created_at timestamptz not null default clock_timestamp(),
        adopted_at timestamptz,
        unique (room_id, number),
        check (replaced_by <> id)
      );
      create index conclusions_thread on conclusions (thread_id);
      create index conclusions_closing on conclusions (positions_until)
        where state = 'positions' and closing_told_at is null;
      comment on table conclusions is 'What rooms agreed on, or are about to; numbered within the room.';
      comment on column conclusions.round is 'How often people were asked for their positions.';
      comment on column conclusions.version is 'How often it was adopted; 0: never.';

      create table conclusion_translations (
        owner_id uuid not null references conclusions on delete cascade,
        statement text,
        reasoning text,
        ${COLUMNS_OF_TRANSLATIONS},
        primary key (owner_id, locale)
      );

      create table conclusion_versions (
        conclusion_id uuid not null references conclusions on delete cascade,
        version int not null,
        round int not null,
        ${LOCALE},
        revision int not null,
        strings jsonb not null,
        evidence jsonb not null,
        balance jsonb not null,
        early_reason text,
        early_locale text,
        adopted_by uuid references people on delete set null,
        adopted_at timestamptz not null default clock_timestamp(),
        primary key (conclusion_id, version)
      );
      comment on table conclusion_versions is 'What was adopted, on what evidence and by whom: rows are added and never changed.';
      comment on column conclusion_versions.early_reason is 'Why it was adopted before its time was over.';
      comment on column conclusion_versions.balance is 'Who spoke and who agreed, in numbers that tell of nobody: balance.';

      create table conclusion_positions (
        id uuid primary key default gen_random_uuid(),
        conclusion_id uuid not null references conclusions on delete cascade,
        round int not null,
        person_id uuid references people on delete set null,
        position text not null check (position in ('agree', 'accept', 'disagree')),
        reason text,
        ${LOCALE},
        stakeholder_group_id uuid references stakeholder_groups on delete set null,
        organisation_id uuid references organisations on delete set null,
        country char(2),
        taken_at timestamptz not null default clock_timestamp(),
        unique (conclusion_id, round, person_id),
        check (position <> 'disagree' or reason is not null)
      );
      create index conclusion_positions_person on conclusion_positions (person_id);
      comment on table conclusion_positions is 'Where people stand, with what they were when they said so.';

      create table conclusion_comments (
        id uuid primary key default gen_random_uuid(),
        conclusion_id uuid not null references conclusions on delete cascade,
        author_id uuid references people on delete set null,
        body text,
        wording text,
        revision int not null,
        ${LOCALE},
        written_at timestamptz not null default clock_timestamp(),
        withdrawn_at timestamptz,
        check (body is not null or wording is not null)
      );
      create index conclusion_comments_conclusion on conclusion_comments (conclusion_id, written_at);
      comment on column conclusion_comments.wording is 'How the statement should read instead.';
      comment on column conclusion_comments.revision is 'Of the conclusion, when it was written.';

      create table conclusion_moves (
        id bigint generated always as identity primary key,
        conclusion_id uuid not null references conclusions on delete cascade,
        from_state text,
        to_state text not null,
        version int not null,
        until timestamptz,
        reason text,
        locale text,
        moved_by uuid references people on delete set null,
        moved_at timestamptz not null default clock_timestamp()
      );
      create index conclusion_moves_conclusion on conclusion_moves (conclusion_id, id);
      comment on table conclusion_moves is 'Where a conclusion has been and why: rows are added and never changed.';

      create view conclusion_originals as
      select conclusion.id, conclusion.room_id, conclusion.thread_id, conclusion.number, conclusion.state,
        conclusion.version, conclusion.public, conclusion.created_by, conclusion.created_at,
        coalesce(adopted.locale, conclusion.locale) as locale,
        coalesce(adopted.revision, conclusion.revision) as revision,
        case when adopted.version is null then conclusion.statement else adopted.strings->>'statement' end as statement,
        case when adopted.version is null then conclusion.reasoning else adopted.strings->>'reasoning' end as reasoning
      from conclusions conclusion left join conclusion_versions adopted
        on adopted.conclusion_id = conclusion.id and adopted.version = conclusion.version
          and conclusion.state in ('draft', 'positions');
      comment on view conclusion_originals is 'What a conclusion says to others while its next version is being written.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
