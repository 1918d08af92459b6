import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A handbook can be cited by a lasting number, and has a room in which it is discussed. */
export class HandbookCiting1795500006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table handbooks add column doi text check (doi ~ '^10\\.[0-9]{4,9}/[!-~]{1,180}$');
      alter table handbooks add column room_id uuid references rooms on delete set null;
      comment on column handbooks.room_id is 'Where its chapters are discussed; opened with the first discussion.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
