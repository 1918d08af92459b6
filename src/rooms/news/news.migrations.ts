import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When somebody last looked at what is new, so that threads opened since then can be told apart. */
export class News1795700001200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table news_visits (
        person_id uuid primary key references people on delete cascade,
        seen_at timestamptz not null default clock_timestamp(),
        before_at timestamptz
      );
      comment on column news_visits.before_at is 'When she was here the time before this one.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
