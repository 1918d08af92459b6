import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who follows a thread and has not voted is reminded once before a poll closes. */
export class PollReminders1795800005100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table polls add reminded_at timestamptz;
      comment on column polls.reminded_at is 'Since when nobody needs to be reminded of it; moving its time far away empties it.';
      update polls set reminded_at = clock_timestamp() where closed_at is not null;
      drop index polls_due;
      create index polls_due on polls (closes_at) include (reminded_at) where closed_at is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
