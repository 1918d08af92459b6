import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A source is dead when its address has led nowhere for days, not for a moment. */
export class SourcesChecked1795600002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table sources add failing_since timestamptz;
      create index sources_checked on sources (checked_at nulls first) where address is not null;
      comment on column sources.failing_since is 'Its address did not answer then, and has not since.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
