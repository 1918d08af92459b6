import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words of the interface that somebody has found to be wrong, while the hub is being developed. */
export class Languages1795400002110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table wrong_words (
        id uuid primary key default gen_random_uuid(),
        page text not null,
        locale text not null check (locale ~ '^[a-z]{2,3}$'),
        wrong text not null,
        better text not null,
        reported_by uuid references people on delete set null,
        reported_at timestamptz not null default clock_timestamp(),
        mended_at timestamptz
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
