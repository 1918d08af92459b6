import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TRANSLATABLE_COLUMNS, TRANSLATION_COLUMNS } from '../core/database/translation';

/** The record of a partnership (seeds-extract K1 and C-header) and its funding wording (visibility.md §1.5). */
export class Partnerships1795200003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table partnerships (
        id uuid primary key default gen_random_uuid(),
        slug text not null unique,
        acronym text,
        accent text not null default 'green',
        status text not null default 'draft' check (status in ('draft', 'active', 'closed')),
        name text not null,
        programme text,
        purpose text,
        ${TRANSLATABLE_COLUMNS},
        contract_reference text,
        starts_on date,
        ends_on date,
        currency char(3),
        budget_total numeric(14, 2) check (budget_total >= 0),
        budget_funder numeric(14, 2) check (budget_funder >= 0),
        budget_partners numeric(14, 2) check (budget_partners >= 0),
        grant_percent numeric(5, 2) check (grant_percent between 0 and 100),
        grant_ceiling numeric(14, 2) check (grant_ceiling >= 0),
        territory text[] not null default '{}',
        working_locales text[] not null default '{}',
        created_at timestamptz not null default clock_timestamp(),
        check (ends_on is null or starts_on is null or ends_on >= starts_on)
      );
      create table partnership_translations (
        owner_id uuid not null references partnerships on delete cascade,
        name text not null,
        programme text,
        purpose text,
        ${TRANSLATION_COLUMNS}
      );

      create table statements (
        id uuid primary key default gen_random_uuid(),
        partnership_id uuid not null references partnerships on delete cascade,
        kind text not null check (kind in ('objective', 'activity', 'message', 'goal', 'criterion', 'audience')),
        number int not null,
        text text not null,
        ${TRANSLATABLE_COLUMNS},
        unique (partnership_id, kind, number)
      );
      create table statement_translations (
        owner_id uuid not null references statements on delete cascade,
        text text not null,
        ${TRANSLATION_COLUMNS}
      );

      create table partners (
        partnership_id uuid not null references partnerships on delete cascade,
        organisation_id uuid not null references organisations on delete cascade,
        role text not null check (role in
          ('lead', 'partner', 'owner', 'funder', 'cofinancier', 'member', 'cooperation', 'network', 'reporting')),
        position int not null default 0,
        primary key (partnership_id, organisation_id)
      );
      create index partners_organisation on partners (organisation_id);

      create table funding_notices (
        partnership_id uuid not null references partnerships on delete cascade,
        version int not null,
        statement text,
        disclaimer text,
        locale text not null check (locale in ('sv', 'sl', 'it', 'en')),
        emblem boolean not null default false,
        valid_from timestamptz not null default clock_timestamp(),
        set_by uuid references people on delete set null,
        primary key (partnership_id, version)
      );

      create table source_notes (
        id uuid primary key default gen_random_uuid(),
        partnership_id uuid not null references partnerships on delete cascade,
        number int not null,
        issue text not null,
        treatment text not null,
        ${TRANSLATABLE_COLUMNS},
        unique (partnership_id, number)
      );
      create table source_note_translations (
        owner_id uuid not null references source_notes on delete cascade,
        issue text not null,
        treatment text not null,
        ${TRANSLATION_COLUMNS}
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
