import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What texts are about, so that a search can be narrowed to it. Rows that are there learn it at once. */
export class SearchThemes1795800003100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table search_rows add themes text[] not null default '{}';
      update search_rows row set themes = thread.themes
        from threads thread where row.kind = 'thread' and row.owner_id = thread.id and thread.themes <> '{}';
      update search_rows row set themes = thread.themes
        from posts post join threads thread on thread.room_id = post.room_id and thread.id = post.thread_id
        where row.kind = 'post' and row.owner_id = post.id and thread.themes <> '{}';
      insert into search_due (kind, owner_id) select 'practice', id from practices where themes <> '{}';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
