import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people say about a passage of a chapter, for those who work on it. */
export class ChapterComments1795500003100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table chapter_comments (
        id uuid primary key default gen_random_uuid(),
        chapter_id uuid not null references chapters on delete cascade,
        parent_id uuid references chapter_comments on delete cascade,
        author_id uuid references people on delete set null,
        body text not null,
        locale text not null check (locale ~ '^[a-z]{2,3}$'),
        place int,
        passage text,
        quote text,
        thread_id uuid,
        created_at timestamptz not null default clock_timestamp(),
        resolved_at timestamptz,
        resolved_by uuid references people on delete set null,
        check ((parent_id is null) = (passage is not null))
      );
      create index chapter_comments_chapter on chapter_comments (chapter_id, created_at);
      create index chapter_comments_parent on chapter_comments (parent_id);
      comment on column chapter_comments.passage is
        'The whole paragraph as it was, by which its words are found again; null for answers.';
      comment on column chapter_comments.quote is 'The words that are meant; null for the whole paragraph.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
