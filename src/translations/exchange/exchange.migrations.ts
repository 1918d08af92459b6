import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that were brought, until the person has decided and readers have been shown what they brought. */
export class Exchange1795400002600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table translation_imports (
        id uuid primary key default gen_random_uuid(),
        person_id uuid not null references people on delete cascade,
        name text not null,
        content bytea not null,
        performed jsonb,
        created_at timestamptz not null default clock_timestamp()
      );
      comment on column translation_imports.performed is
        'Translations that were imported and are to be shown to readers; null until then';
      create index translation_imports_person on translation_imports (person_id, created_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
