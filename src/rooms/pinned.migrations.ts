import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pinned threads stand first in the list of a room: they are found without looking at all of its threads. */
export class PinnedThreads1795300002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index threads_pinned on threads (room_id, last_post_at desc, id) where pinned_at is not null`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
