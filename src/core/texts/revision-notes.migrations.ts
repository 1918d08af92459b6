import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who changes an original can say why, in a few words. */
export class RevisionNotes1795500000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table original_revisions add note text;
      comment on column original_revisions.note is 'Why it was changed from this revision to the next one.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
