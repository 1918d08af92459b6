import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are writing and have not sent: there on all their devices. */
export class Drafts1795700002100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table post_drafts (
        room_id uuid not null references rooms on delete cascade,
        person_id uuid not null references people on delete cascade,
        thread_id uuid,
        title text not null default '',
        body text not null,
        locale text not null,
        reply_to_id uuid,
        saved_at timestamptz not null default clock_timestamp(),
        constraint post_drafts_once unique nulls not distinct (room_id, person_id, thread_id),
        foreign key (room_id, thread_id) references threads (room_id, id) on update cascade on delete cascade
      );
      create index post_drafts_person on post_drafts (person_id);
      comment on column post_drafts.thread_id is 'null: a thread that is to be opened.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
