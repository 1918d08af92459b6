import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was removed from which room, why and for how long. What follows of it is in `grants`. */
export class Removals1795700007100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table room_removals (
        room_id uuid not null references rooms on delete cascade,
        id uuid not null default gen_random_uuid() unique,
        person_id uuid not null references people on delete cascade,
        reason text,
        locale text,
        until date,
        removed_by uuid references people on delete set null,
        removed_at timestamptz not null default clock_timestamp(),
        lifted_by uuid references people on delete set null,
        lifted_at timestamptz,
        primary key (room_id, id),
        check (reason is null or locale is not null)
      );
      create unique index room_removals_once on room_removals (room_id, person_id) where lifted_at is null;
      create index room_removals_person on room_removals (person_id);
      comment on column room_removals.until is 'The last day; null: until it is lifted.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
