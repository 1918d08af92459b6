import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a post said when it was reported, in its own language and in that of who reported. */
export class Readings1795800004100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table moderation_readings (
        case_id uuid not null references moderation_cases on delete cascade,
        locale text not null check (locale ~ '^[a-z]{2,3}$'),
        digest text not null,
        html text not null,
        status text not null check (status in ('original', 'machine', 'draft', 'in_review', 'reviewed')),
        read_at timestamptz not null default clock_timestamp(),
        primary key (case_id, locale, digest)
      );
      comment on table moderation_readings is 'Removed with the data of those who reported.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
