import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people have typed and not saved, for themselves alone; and who has a chapter open to write in. */
export class ChapterDrafts1795500002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table chapter_drafts (
        chapter_id uuid not null references chapters on delete cascade,
        person_id uuid not null references people on delete cascade,
        title text not null,
        lead text not null,
        body text not null,
        revision int not null,
        typed_at timestamptz not null default clock_timestamp(),
        primary key (chapter_id, person_id)
      );
      comment on column chapter_drafts.revision is 'The revision of the chapter that she began from.';

      create table chapter_writers (
        chapter_id uuid not null references chapters on delete cascade,
        person_id uuid not null references people on delete cascade,
        seen_at timestamptz not null default clock_timestamp(),
        primary key (chapter_id, person_id)
      );
      comment on table chapter_writers is 'Who has a chapter open to write in; out of date after a minute.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
