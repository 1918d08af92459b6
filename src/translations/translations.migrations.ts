import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The work on translations, block by block of the original. What readers are shown stands in the table of the kind;
 * here stands what is being done about it, and what was done before.
 */
export class Translations1795400002400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table translation_segments (
        id uuid primary key default gen_random_uuid(),
        kind text not null,
        owner_id uuid not null,
        locale text not null check (locale ~ '^[a-z]{2,3}$'),
        string text not null,
        position int not null,
        source text not null,
        made_from text,
        text text,
        status text check (status in ('machine', 'draft', 'in_review', 'reviewed')),
        origin text,
        translator_id uuid references people on delete set null,
        reviewer_id uuid references people on delete set null,
        made_at timestamptz,
        version int not null default 1,
        constraint translation_segments_order unique (owner_id, locale, string, position)
          deferrable initially deferred,
        check ((text is null) = (status is null)),
        check ((text is null) = (made_from is null)),
        check ((text is null) = (origin is null))
      );
      comment on column translation_segments.source is 'The block of the original as it stands now';
      comment on column translation_segments.made_from is 'The block of the original that the text was made from';

      create table segment_revisions (
        id bigint generated always as identity primary key,
        kind text not null,
        owner_id uuid not null,
        locale text not null,
        string text not null,
        segment_id uuid not null,
        source text not null,
        text text,
        status text,
        origin text not null,
        person_id uuid references people on delete set null,
        made_at timestamptz not null default clock_timestamp()
      );
      create index segment_revisions_owner on segment_revisions (owner_id, locale, id desc);

      create table translation_rules (
        partnership_id uuid primary key references partnerships on delete cascade,
        separate_review boolean not null
      );
      comment on column translation_rules.separate_review is 'Nobody reviews what she has translated herself';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
