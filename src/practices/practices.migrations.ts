import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COLUMNS_OF_TRANSLATIONS } from '../core/database/translation';

/** What is written about a case, as it stood when its tables were made. */
const STRINGS = [
  ...['title', 'strapline', 'problem', 'solution', 'participation', 'resources', 'evidence', 'law'],
  ...['difficulties', 'conditions', 'adaptable', 'essential', 'beginning', 'sustainability'],
  ...['equality', 'environment', 'integration', 'health', 'quote', 'speaker'],
];

const ORIGINAL = `locale text not null check (locale ~ '^[a-z]{2,3}$'), revision int not null default 1`;

/** A list of a case and its translations. */
const list = (table: string, translations: string, columns: string, strings: string[]): string => `
  create table ${table} (
    id uuid primary key default gen_random_uuid(),
    practice_id uuid not null references practices on delete cascade,
    position int not null,
    ${columns},
    ${strings.map((name) => `${name} text not null`).join(', ')},
    ${ORIGINAL}
  );
  create index ${table}_practice on ${table} (practice_id, position);
  create table ${translations} (
    owner_id uuid not null references ${table} on delete cascade,
    ${strings.map((name) => `${name} text not null`).join(', ')},
    ${COLUMNS_OF_TRANSLATIONS},
    primary key (owner_id, locale)
  );`;

/** Good-practice cases: the template, its lists, and the way from a draft to a frozen version. */
export class Practices1795500004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table practices (
        id uuid primary key default gen_random_uuid(),
        partnership_id uuid not null references partnerships on delete cascade,
        slug text not null unique,
        author_id uuid references people on delete set null,
        owner_organisation_id uuid references organisations on delete set null,
        owner_role text,
        owner_consent_at date,
        cooperations text[] not null default '{}',
        themes text[] not null default '{}',
        country text check (country ~ '^[A-Z]{2}$'),
        nuts text,
        region text,
        municipality text,
        level text,
        starts_on date,
        ends_on date,
        ongoing boolean not null default false,
        ${STRINGS.map((name) => (name === 'title' ? 'title text not null' : `${name} text`)).join(', ')},
        quoted_person text,
        quote_consent boolean not null default false,
        setup_amount numeric(14, 2),
        running_amount numeric(14, 2),
        currency text,
        money_year int,
        setup_fte numeric(7, 2),
        running_fte numeric(7, 2),
        money_sources text[] not null default '{}',
        contact text,
        licence text not null default 'CC BY 4.0',
        planned boolean not null default false,
        state text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'review', 'accepted',
          'promising', 'declined', 'editing', 'frozen', 'published', 'due', 'withdrawn')),
        state_since timestamptz not null default clock_timestamp(),
        rating text check (rating in ('good', 'promising')),
        round int not null default 1,
        checked_by uuid references people on delete set null,
        version int not null default 0,
        published_at timestamptz,
        checked_at date,
        next_review_at date,
        created_at timestamptz not null default clock_timestamp(),
        ${ORIGINAL}
      );
      create index practices_partnership on practices (partnership_id, state);
      create index practices_author on practices (author_id);
      create table practice_translations (
        owner_id uuid not null references practices on delete cascade,
        ${STRINGS.map((name) => `${name} text`).join(', ')},
        ${COLUMNS_OF_TRANSLATIONS},
        primary key (owner_id, locale)
      );

      ${list('practice_actors', 'practice_actor_translations', 'name text not null, type text, part text not null', ['role'])}
      ${list(
        'practice_results',
        'practice_result_translations',
        `value numeric(18, 4) not null, period_from text not null, period_to text not null, persons boolean not null,
         women int, men int, not_stated int, source text, counterfactual boolean not null,
         check (not persons or value = women + men + not_stated)`,
        ['indicator', 'unit', 'method'],
      )}
      ${list(
        'practice_transfers',
        'practice_transfer_translations',
        `country text not null, place text not null, year int not null, name text not null,
         told_by uuid references people on delete set null, told_at timestamptz not null default clock_timestamp()`,
        ['result'],
      )}
      ${list(
        'practice_links',
        'practice_link_translations',
        'kind text not null, address text not null, language text not null, accessible boolean not null',
        ['label'],
      )}

      create table practice_moves (
        id bigint generated always as identity primary key,
        practice_id uuid not null references practices on delete cascade,
        from_state text not null,
        to_state text not null,
        reason text,
        locale text,
        moved_by uuid references people on delete set null,
        moved_at timestamptz not null default clock_timestamp()
      );
      create index practice_moves_practice on practice_moves (practice_id, id);
      comment on table practice_moves is 'Where a case has been and why: rows are added and never changed.';

      create table practice_versions (
        practice_id uuid not null references practices on delete cascade,
        version int not null,
        locale text not null,
        revision int not null,
        strings jsonb not null,
        facts jsonb not null,
        lists jsonb not null,
        note text,
        frozen_by uuid references people on delete set null,
        frozen_at timestamptz not null default clock_timestamp(),
        primary key (practice_id, version)
      );
      comment on table practice_versions is 'What a frozen case said; editions name the version that they print.';

      create table practice_reviews (
        id uuid primary key default gen_random_uuid(),
        practice_id uuid not null references practices on delete cascade,
        round int not null,
        reviewer_id uuid not null references people on delete cascade,
        country text not null,
        state text not null check (state in ('invited', 'accepted', 'scored', 'declined', 'conflict', 'released')),
        invited_by uuid references people on delete set null,
        invited_at timestamptz not null default clock_timestamp(),
        interest text,
        answered_at timestamptz,
        scores jsonb,
        gates jsonb,
        comment text,
        locale text,
        scored_at timestamptz,
        unique (practice_id, round, reviewer_id),
        check ((state = 'scored') = (scored_at is not null))
      );
      create index practice_reviews_reviewer on practice_reviews (reviewer_id, state);

      create view practice_originals as
      select practice.id, practice.slug, practice.partnership_id, practice.author_id, practice.country, practice.state,
        practice.version, practice.published_at, practice.created_at, practice.locale,
        coalesce(frozen.revision, practice.revision) as revision,
        ${STRINGS.map(
          (name) =>
            `case when frozen.version is null then practice.${name} else frozen.strings->>'${name}' end as ${name}`,
        ).join(', ')}
      from practices practice left join practice_versions frozen
        on frozen.practice_id = practice.id and frozen.version = practice.version and practice.state = 'editing';
      comment on view practice_originals is 'What a case says to others while its next version is being written.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
