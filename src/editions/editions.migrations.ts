import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Handbooks as they were frozen, one language at a time, and the files that were made of them. */
export class Editions1795500000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table editions (
        id uuid primary key default gen_random_uuid(),
        handbook_id uuid not null references handbooks on delete restrict,
        locale text not null check (locale ~ '^[a-z]{2,3}$'),
        number int not null check (number > 0),
        title text not null,
        book jsonb not null,
        sha256 text not null,
        decided jsonb not null,
        frozen_by uuid references people on delete set null,
        frozen_at timestamptz not null default clock_timestamp(),
        unique (handbook_id, locale, number)
      );
      comment on column editions.book is 'The whole book, every word of it (src/editions/book.ts). Never changed.';
      comment on column editions.decided is 'What was missing or outdated, and was printed nevertheless.';

      create table edition_files (
        edition_id uuid not null references editions on delete restrict,
        format text not null,
        state text not null check (state in ('waiting', 'building', 'ready', 'failed')),
        done real not null default 0,
        sha256 text,
        bytes bigint,
        problem text,
        asked_at timestamptz not null default clock_timestamp(),
        finished_at timestamptz,
        primary key (edition_id, format)
      );
      comment on column edition_files.sha256 is 'Of the bytes, which are kept in the store under it.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
