import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COLUMNS_OF_TRANSLATIONS } from '../core/database/translation';

/** What comparisons advise, and who has taken it up. */
export class Recommendations1795600001100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table recommendations (
        id uuid primary key default gen_random_uuid(),
        comparison_id uuid not null references comparisons on delete cascade,
        dimension_id uuid references dimensions on delete set null,
        country text check (country ~ '^[A-Z]{2}$'),
        number int not null,
        addressee text not null,
        level text not null check (level in ('local', 'regional', 'national', 'eu')),
        text text not null,
        reasoning text,
        locale text not null check (locale ~ '^[a-z]{2,3}$'),
        revision int not null default 1,
        cost text not null default 'unknown' check (cost in ('none', 'low', 'medium', 'high', 'unknown')),
        status text not null default 'draft' check (status in ('draft', 'published', 'withdrawn', 'replaced')),
        replaced_by uuid references recommendations on delete set null,
        reason text,
        reason_locale text,
        author_id uuid references people on delete set null,
        created_at timestamptz not null default clock_timestamp(),
        published_at timestamptz,
        unique (comparison_id, number)
      );
      create index recommendations_dimension on recommendations (dimension_id);
      comment on column recommendations.number is 'R1 and so on within its comparison; never given twice.';
      create table recommendation_translations (
        owner_id uuid not null references recommendations on delete cascade,
        addressee text,
        text text,
        reasoning text,
        ${COLUMNS_OF_TRANSLATIONS},
        primary key (owner_id, locale)
      );

      create table uptakes (
        id uuid primary key default gen_random_uuid(),
        recommendation_id uuid not null references recommendations on delete cascade,
        organisation_id uuid references organisations on delete restrict,
        name text,
        country text not null check (country ~ '^[A-Z]{2}$'),
        state text not null check (state in ('considering', 'decided', 'in_progress', 'done', 'rejected')),
        since date not null,
        told_by uuid references people on delete set null,
        told_at timestamptz not null default clock_timestamp(),
        withdrawn_at timestamptz,
        withdrawn_by uuid references people on delete set null,
        reason text,
        reason_locale text,
        check ((organisation_id is null) <> (name is null))
      );
      create index uptakes_recommendation on uptakes (recommendation_id, told_at);
      create index uptakes_organisation on uptakes (organisation_id);
      comment on table uptakes is 'Who has taken a recommendation up: an organisation of the directory, or somebody by name.';
      comment on column uptakes.state is 'The newest of its states.';

      create table uptake_states (
        id bigint generated always as identity primary key,
        uptake_id uuid not null references uptakes on delete cascade,
        state text not null check (state in ('considering', 'decided', 'in_progress', 'done', 'rejected')),
        since date not null,
        proof text,
        locale text,
        address text,
        file_id uuid references files on delete set null,
        told_by uuid references people on delete set null,
        told_at timestamptz not null default clock_timestamp()
      );
      create index uptake_states_uptake on uptake_states (uptake_id, id);
      comment on table uptake_states is 'How far an uptake had come, from when on, and what shows it: rows are added and never changed.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
