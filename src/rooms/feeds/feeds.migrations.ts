import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Feeds are read page by page, however much was said in a room. */
export class FeedPages1795800003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index posts_published on posts (room_id, published_at desc, id desc) where withdrawn_at is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
