import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COLUMNS_OF_TRANSLATIONS } from '../../core/database/translation';

/** Posts can be read in other languages. Their translations grow with them, so the room's id is in the key too. */
export class PostTranslations1795400001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table post_translations (
        room_id uuid not null,
        owner_id uuid not null,
        body text not null,
        html text not null,
        ${COLUMNS_OF_TRANSLATIONS},
        primary key (room_id, owner_id, locale),
        foreign key (room_id, owner_id) references posts (room_id, id) on delete cascade
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
