import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COLUMNS_OF_TRANSLATIONS } from '../core/database/translation';

const ORIGINAL = `locale text not null check (locale ~ '^[a-z]{2,3}$'), revision int not null default 1`;

const translations = (table: string, owner: string, strings: string): string => `
  create table ${table} (
    owner_id uuid not null references ${owner} on delete cascade,
    ${strings},
    ${COLUMNS_OF_TRANSLATIONS},
    primary key (owner_id, locale)
  );`;

const QUESTION_STRINGS =
  'question text, help text, anchor_0 text, anchor_3 text, anchor_5 text, anchor_8 text, anchor_10 text';

/** Countries side by side: what is asked, who is asked, what they answer, and each published version as it was. */
export class Comparisons1795600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table comparisons (
        id uuid primary key default gen_random_uuid(),
        partnership_id uuid not null references partnerships on delete restrict,
        slug text not null unique,
        status text not null default 'draft' check (status in ('draft', 'open', 'closed')),
        title text not null,
        summary text,
        ${ORIGINAL},
        period text,
        licence text not null default 'CC BY 4.0',
        doi text,
        version int not null default 0,
        created_by uuid references people on delete set null,
        created_at timestamptz not null default clock_timestamp(),
        published_at timestamptz
      );
      create index comparisons_partnership on comparisons (partnership_id);
      comment on column comparisons.version is 'The newest published version; 0: none yet.';
      ${translations('comparison_translations', 'comparisons', 'title text, summary text')}

      create table comparison_countries (
        id uuid primary key default gen_random_uuid(),
        comparison_id uuid not null references comparisons on delete cascade,
        code text not null,
        platform_id uuid references platforms on delete set null,
        position int not null,
        summary text,
        strengths text,
        gaps text,
        ${ORIGINAL},
        unique (comparison_id, code)
      );
      create index comparison_countries_platform on comparison_countries (platform_id);
      ${translations('comparison_country_translations', 'comparison_countries', 'summary text, strengths text, gaps text')}

      create table dimensions (
        id uuid primary key default gen_random_uuid(),
        comparison_id uuid not null references comparisons on delete cascade,
        position int not null,
        code text not null,
        title text not null,
        description text,
        ${ORIGINAL},
        unique (comparison_id, code)
      );
      ${translations('dimension_translations', 'dimensions', 'title text, description text')}

      create table syntheses (
        id uuid primary key default gen_random_uuid(),
        comparison_id uuid not null references comparisons on delete cascade,
        dimension_id uuid not null unique references dimensions on delete cascade,
        alike text,
        different text,
        reasons text,
        ${ORIGINAL},
        author_id uuid references people on delete set null,
        edited_at timestamptz not null default clock_timestamp()
      );
      create index syntheses_comparison on syntheses (comparison_id);
      ${translations('synthesis_translations', 'syntheses', 'alike text, different text, reasons text')}

      create table questions (
        id uuid primary key default gen_random_uuid(),
        comparison_id uuid not null references comparisons on delete cascade,
        dimension_id uuid not null references dimensions on delete restrict,
        position int not null,
        code text not null,
        kind text not null check (kind in ('text', 'category', 'number', 'statement')),
        ${QUESTION_STRINGS.replace('question text', 'question text not null')},
        ${ORIGINAL},
        unit text,
        unit_multiplier int not null default 0 check (unit_multiplier in (0, 3, 6)),
        decimals int not null default 0 check (decimals between 0 and 6),
        minimum numeric,
        maximum numeric,
        by_sex boolean not null default false,
        several boolean not null default false,
        retired_at timestamptz,
        unique (comparison_id, code)
      );
      create index questions_dimension on questions (dimension_id, position);
      ${translations('question_translations', 'questions', QUESTION_STRINGS)}

      create table question_options (
        id uuid primary key default gen_random_uuid(),
        question_id uuid not null references questions on delete cascade,
        position int not null,
        code text not null,
        label text not null,
        ${ORIGINAL},
        unique (question_id, code)
      );
      ${translations('question_option_translations', 'question_options', 'label text not null')}

      create table answers (
        id uuid primary key default gen_random_uuid(),
        comparison_id uuid not null references comparisons on delete cascade,
        question_id uuid not null references questions on delete restrict,
        country text not null,
        period text not null default '',
        platform_id uuid references platforms on delete set null,
        standing text not null default 'value' check (standing in ('value', 'unknown', 'not_applicable')),
        number numeric(30, 6),
        women numeric(30, 6),
        men numeric(30, 6),
        not_stated numeric(30, 6),
        score numeric(4, 2) check (score between 0 and 10),
        options text[] not null default '{}',
        text text,
        note text,
        ${ORIGINAL},
        confidence text check (confidence in ('high', 'medium', 'low')),
        flags text[] not null default '{}',
        valid_on date,
        group_result jsonb,
        state text not null default 'draft'
          check (state in ('draft', 'commented', 'agreed', 'checked', 'disputed', 'published')),
        state_since timestamptz not null default clock_timestamp(),
        comments_until date,
        version int not null default 0,
        published_version int not null default 0,
        owner_id uuid references people on delete set null,
        created_at timestamptz not null default clock_timestamp(),
        unique (question_id, country, period)
      );
      create index answers_comparison on answers (comparison_id, country);
      create index answers_platform on answers (platform_id);
      comment on column answers.period is 'ISO 8601 or SDMX: 2023, 2018-S1, 2018-01-01/P18M; empty: of no period.';
      comment on column answers.group_result is
        'What its respondents said together when it was signed off: answers/group-result.';
      comment on column answers.version is 'How often it was signed off.';
      comment on column answers.published_version is 'Which of its versions everyone reads; 0: none.';
      ${translations('answer_translations', 'answers', 'text text, note text')}

      create table answer_versions (
        answer_id uuid not null references answers on delete cascade,
        version int not null,
        locale text not null,
        revision int not null,
        strings jsonb not null,
        facts jsonb not null,
        evidence jsonb not null,
        locked_by uuid references people on delete set null,
        locked_at timestamptz not null default clock_timestamp(),
        primary key (answer_id, version)
      );
      comment on table answer_versions is 'What an answer said when its platform signed it off.';

      create table answer_moves (
        id bigint generated always as identity primary key,
        answer_id uuid not null references answers on delete cascade,
        from_state text not null,
        to_state text not null,
        reason text,
        locale text,
        moved_by uuid references people on delete set null,
        moved_at timestamptz not null default clock_timestamp()
      );
      create index answer_moves_answer on answer_moves (answer_id, id);
      comment on table answer_moves is 'Where an answer has been and why: rows are added and never changed.';

      create view answer_originals as
      select answer.id, answer.comparison_id, answer.question_id, answer.country, answer.platform_id, answer.owner_id,
        answer.state, answer.version, answer.published_version, answer.created_at,
        coalesce(told.locale, answer.locale) as locale, coalesce(told.revision, answer.revision) as revision,
        case when told.version is null then answer.text else told.strings->>'text' end as text,
        case when told.version is null then answer.note else told.strings->>'note' end as note
      from answers answer left join answer_versions told
        on told.answer_id = answer.id and told.version = answer.published_version and answer.state <> 'published';
      comment on view answer_originals is 'What an answer says to others while its next version is being written.';

      create table comparison_versions (
        comparison_id uuid not null references comparisons on delete cascade,
        version int not null,
        data jsonb not null,
        note text,
        note_locale text,
        published_by uuid references people on delete set null,
        published_at timestamptz not null default clock_timestamp(),
        rendered_at timestamptz not null default clock_timestamp(),
        primary key (comparison_id, version)
      );
      comment on table comparison_versions is
        'A comparison as it was published: its originals never change, translations are added.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
