import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What readers say of cases: that one is useful for them, and that they have used it elsewhere. */
export class PracticeReaders1795500005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table practice_thanks (
        practice_id uuid not null references practices on delete cascade,
        person_id uuid not null references people on delete cascade,
        said_at timestamptz not null default clock_timestamp(),
        primary key (practice_id, person_id)
      );
      create index practice_thanks_person on practice_thanks (person_id);
      comment on table practice_thanks is 'Readers who said that a case is useful for them; apart from the rating.';

      alter table practice_transfers add awaits boolean not null default false;
      comment on column practice_transfers.awaits is
        'Told by a reader; nobody of the practice has confirmed it yet.';

      create index practices_short on practices (left(id::text, 8));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
