import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What does not stand any more is asked for with every page of a comparison, and is little. */
export class UnsoundEvidence1795600000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index evidence_unsound on evidence (standing_since) where standing <> 'sound'`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
