import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Archives of partnerships: asked for by organisers, made by a worker, kept with the files. */
export class Archives1795500008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table archives (
        id uuid primary key default gen_random_uuid(),
        partnership_id uuid not null references partnerships on delete restrict,
        state text not null default 'waiting' check (state in ('waiting', 'writing', 'ready', 'failed')),
        done real not null default 0,
        pages int,
        bytes bigint,
        sha256 text,
        asked_by uuid references people on delete set null,
        asked_at timestamptz not null default clock_timestamp(),
        finished_at timestamptz,
        check ((state = 'ready') = (sha256 is not null))
      );
      create index archives_partnership on archives (partnership_id, asked_at desc);
      create unique index archives_one_at_a_time on archives (partnership_id)
        where state in ('waiting', 'writing');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
