import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COLUMNS_OF_TRANSLATIONS } from '../core/database/translation';

/** Files, the sizes of images, what is said of them in other languages, and the texts that use them. */
export class Files1795500001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table files (
        id uuid primary key default gen_random_uuid(),
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        name text not null,
        type text not null,
        size int not null,
        width int,
        height int,
        alt text,
        locale text not null check (locale ~ '^[a-z]{2,3}$'),
        revision int not null default 1,
        credit text,
        licence text,
        consent text check (consent in ('yes', 'no', 'nobody')),
        uploader_id uuid references people on delete set null,
        created_at timestamptz not null default clock_timestamp()
      );
      create index files_sha256 on files (sha256);
      create index files_uploader on files (uploader_id, created_at desc);

      create table file_variants (
        file_id uuid not null references files on delete cascade,
        width int not null,
        height int not null,
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        type text not null,
        size int not null,
        primary key (file_id, width)
      );
      create index file_variants_sha256 on file_variants (sha256);

      create table file_translations (
        owner_id uuid not null references files on delete cascade,
        alt text not null,
        ${COLUMNS_OF_TRANSLATIONS},
        primary key (owner_id, locale)
      );

      create table file_uses (
        file_id uuid not null references files,
        kind text not null,
        owner_id uuid not null,
        position int not null,
        primary key (owner_id, file_id)
      );
      create index file_uses_file on file_uses (file_id);
      comment on table file_uses is 'Which texts use a file: who may read one of them may read the file.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
