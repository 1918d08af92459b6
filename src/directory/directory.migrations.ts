import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TRANSLATABLE_COLUMNS, TRANSLATION_COLUMNS } from '../core/database/translation';

/** Organisations: the name in its own language is the original; alternatives are translations. */
export class Directory1795200001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organisations (
        id uuid primary key default gen_random_uuid(),
        slug text not null unique,
        name text not null,
        ${TRANSLATABLE_COLUMNS},
        country char(2) not null,
        city text,
        nuts text,
        type text not null,
        website text,
        demo boolean not null default false,
        created_at timestamptz not null default clock_timestamp()
      );
      create index organisations_country on organisations (country, type);
      create index organisations_name on organisations using gin (name gin_trgm_ops);

      create table organisation_translations (
        owner_id uuid not null references organisations on delete cascade,
        name text not null,
        ${TRANSLATION_COLUMNS}
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
