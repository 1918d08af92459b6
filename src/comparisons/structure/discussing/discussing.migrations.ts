import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a platform talks about a question: once, and found again from there. */
export class QuestionThreads1795600005200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table question_threads (
        question_id uuid not null references questions on delete cascade,
        platform_id uuid not null references platforms on delete cascade,
        thread_id uuid not null,
        opened_by uuid references people on delete set null,
        opened_at timestamptz not null default clock_timestamp(),
        primary key (question_id, platform_id)
      );
      create index question_threads_thread on question_threads (thread_id);
      comment on table question_threads is 'The one thread in which a platform discusses a question.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
