import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who writes in a thread follows it, unless she does not want that. */
export class FollowsWhenWriting1795700001100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table people add follows_when_writing boolean not null default true');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
