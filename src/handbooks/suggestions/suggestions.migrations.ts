import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changes of a chapter that somebody proposes who may not edit it, and what was said of each. */
export class Suggestions1795500003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table chapter_suggestions (
        id uuid primary key default gen_random_uuid(),
        chapter_id uuid not null references chapters on delete cascade,
        author_id uuid references people on delete set null,
        base text not null,
        body text not null,
        note text,
        decisions jsonb not null default '{}',
        status text not null default 'open' check (status in ('open', 'settled', 'withdrawn')),
        created_at timestamptz not null default clock_timestamp(),
        settled_at timestamptz
      );
      create index chapter_suggestions_chapter on chapter_suggestions (chapter_id, created_at);
      comment on column chapter_suggestions.base is 'What the chapter said when the suggestion was begun.';
      comment on column chapter_suggestions.decisions is
        'By the number of the change: whether it was accepted, by whom and when.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
