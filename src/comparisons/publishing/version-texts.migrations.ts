import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The renderings of what a version says: they are added one by one, beside originals that never change. */
export class ComparisonVersionTexts1795600004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table comparison_version_texts (
        comparison_id uuid not null,
        version int not null,
        kind text not null,
        text_id uuid not null,
        revision int not null,
        translations jsonb not null,
        primary key (comparison_id, version, kind, text_id),
        foreign key (comparison_id, version) references comparison_versions on delete cascade
      );
      create index comparison_version_texts_text on comparison_version_texts (text_id);
      comment on table comparison_version_texts is
        'The translations of each text in a published version, of its revision there or an earlier one.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
