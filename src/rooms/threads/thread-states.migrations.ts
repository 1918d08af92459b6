import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Threads can be resolved and have themes, and the list of a room is read by either without looking at all of it.
 * A resolution is one of the posts of the thread; it may be withdrawn or go elsewhere later.
 */
export class ThreadStates1795700005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table threads
        add resolved_at timestamptz,
        add resolved_by uuid references people on delete set null,
        add resolution_id uuid,
        add themes text[] not null default '{}' check (cardinality(themes) <= 3),
        add merged_into_id uuid,
        add constraint threads_not_into_itself check (merged_into_id <> id);
      comment on column threads.resolution_id is 'The post that says how it was resolved.';
      comment on column threads.merged_into_id is 'The thread that all its posts went to; then it is listed nowhere.';
      create index threads_open on threads (room_id, last_post_at desc, id)
        where resolved_at is null and merged_into_id is null;
      create index threads_resolved on threads (room_id, last_post_at desc, id) where resolved_at is not null;
      create index threads_themed on threads (room_id, last_post_at desc, id) where themes <> '{}';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
