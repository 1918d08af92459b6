import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Some want to read what was written, in whatever language, and no translations. */
export class OriginalsOnly1795400001050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table people add originals_only boolean not null default false');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
