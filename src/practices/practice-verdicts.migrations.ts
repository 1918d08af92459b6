import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the reviewers made of a case together, and what the check of its country found. */
export class PracticeVerdicts1795500004100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table practices add verdict jsonb;
      comment on column practices.verdict is 'Means by criterion, gates and the weighted mean, when it was decided';
      alter table practice_moves add checks jsonb;
      comment on column practice_moves.checks is 'What the host found in order, and what not';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
