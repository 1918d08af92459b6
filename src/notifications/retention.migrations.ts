import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Old notices stand together in the table: finding them needs no more than a word on each stretch of it. */
export class NotificationRetentionIndex1795800007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index notifications_age on notifications using brin (created_at)');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
