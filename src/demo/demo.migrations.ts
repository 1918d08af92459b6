import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The hash that the demo accounts were given last. An account whose hash is another one has a password of its
 * own, which is never touched again.
 */
export class Demo1795200007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table demo_password (
        single boolean primary key default true check (single),
        hash text not null
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
