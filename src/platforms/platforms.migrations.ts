import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TRANSLATABLE_COLUMNS, TRANSLATION_COLUMNS } from '../core/database/translation';

/** National platforms, who sits at the table and who was asked to (seeds-extract K3, C1, C2). */
export class Platforms1795200004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table stakeholder_groups (
        id uuid primary key default gen_random_uuid(),
        slug text not null unique,
        kind text not null check (kind in ('core', 'target', 'dissemination')),
        position int not null,
        name text not null,
        ${TRANSLATABLE_COLUMNS}
      );
      create table stakeholder_group_translations (
        owner_id uuid not null references stakeholder_groups on delete cascade,
        name text not null,
        ${TRANSLATION_COLUMNS}
      );

      create table platforms (
        id uuid primary key default gen_random_uuid(),
        slug text not null unique,
        country char(2) not null,
        partnership_id uuid references partnerships on delete restrict,
        name text not null,
        purpose text,
        ${TRANSLATABLE_COLUMNS},
        working_locales text[] not null default '{}',
        demo boolean not null default false,
        created_at timestamptz not null default clock_timestamp()
      );
      create index platforms_partnership on platforms (partnership_id);
      create table platform_translations (
        owner_id uuid not null references platforms on delete cascade,
        name text not null,
        purpose text,
        ${TRANSLATION_COLUMNS}
      );

      create table platform_organisations (
        platform_id uuid not null references platforms on delete cascade,
        organisation_id uuid not null references organisations on delete cascade,
        convener boolean not null default false,
        position int not null default 0,
        primary key (platform_id, organisation_id)
      );
      create index platform_organisations_organisation on platform_organisations (organisation_id);
      create table platform_groups (
        platform_id uuid not null references platforms on delete cascade,
        stakeholder_group_id uuid not null references stakeholder_groups on delete restrict,
        primary key (platform_id, stakeholder_group_id)
      );

      create table memberships (
        id uuid primary key default gen_random_uuid(),
        platform_id uuid not null references platforms on delete cascade,
        person_id uuid not null references people on delete cascade,
        organisation_id uuid references organisations on delete set null,
        stakeholder_group_id uuid not null references stakeholder_groups on delete restrict,
        state text not null check (state in ('asked', 'member', 'declined', 'left', 'removed')),
        message text,
        reason text,
        changed_at timestamptz not null default clock_timestamp(),
        decided_by uuid references people on delete set null,
        unique (platform_id, person_id)
      );
      create index memberships_person on memberships (person_id);

      create table invitations (
        id uuid primary key default gen_random_uuid(),
        platform_id uuid not null references platforms on delete cascade,
        email citext not null,
        locale text not null check (locale in ('sv', 'sl', 'it', 'en')),
        organisation_id uuid references organisations on delete set null,
        stakeholder_group_id uuid not null references stakeholder_groups on delete restrict,
        message text,
        invited_by uuid references people on delete set null,
        hash bytea unique,
        state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'withdrawn')),
        created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null
      );
      create unique index invitations_open on invitations (platform_id, email) where state = 'open';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
