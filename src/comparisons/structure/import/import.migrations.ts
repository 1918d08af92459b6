import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows of a file until they are confirmed. */
export class AnswerImports1795600005100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table answer_imports (
        id uuid primary key default gen_random_uuid(),
        comparison_id uuid not null references comparisons on delete cascade,
        country text not null,
        person_id uuid not null references people on delete cascade,
        locale text not null check (locale ~ '^[a-z]{2,3}$'),
        rows jsonb not null,
        brought_at timestamptz not null default clock_timestamp()
      );
      create index answer_imports_person on answer_imports (person_id);
      comment on table answer_imports is 'Rows of a file as they came, until they are confirmed; kept for a week.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
