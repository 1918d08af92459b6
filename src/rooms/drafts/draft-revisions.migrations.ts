import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which state of a draft a device goes on from. One sequence for all: what was thrown away comes back as nothing else. */
export class DraftRevisions1795800006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create sequence post_draft_revisions as integer cycle;
      alter table post_drafts add column revision integer not null default nextval('post_draft_revisions');
      alter sequence post_draft_revisions owned by post_drafts.revision;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
