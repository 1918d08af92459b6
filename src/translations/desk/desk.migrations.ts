import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a translator has typed and not saved; who does which translation; what readers say about the wording. */
export class Desk1795400002700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table translation_drafts (
        person_id uuid not null references people on delete cascade,
        segment_id uuid not null,
        owner_id uuid not null,
        locale text not null,
        source text not null,
        text text not null,
        seen text not null,
        saved_at timestamptz not null default clock_timestamp(),
        primary key (person_id, segment_id)
      );
      create index translation_drafts_owner on translation_drafts (owner_id, locale, person_id);
      comment on table translation_drafts is 'Private until it is saved; nobody else ever sees it';
      comment on column translation_drafts.seen is 'The translation that it was typed over';

      create table translation_tasks (
        kind text not null,
        owner_id uuid not null,
        locale text not null check (locale ~ '^[a-z]{2,3}$'),
        person_id uuid references people on delete cascade,
        due_on date,
        given_by uuid references people on delete set null,
        given_at timestamptz not null default clock_timestamp(),
        primary key (owner_id, locale)
      );
      create index translation_tasks_person on translation_tasks (person_id);

      create table wording_notes (
        id uuid primary key default gen_random_uuid(),
        kind text not null,
        owner_id uuid not null,
        locale text not null check (locale ~ '^[a-z]{2,3}$'),
        string text not null,
        position int not null,
        source text not null,
        quoted text not null,
        proposal text,
        note text,
        person_id uuid not null references people on delete cascade,
        made_at timestamptz not null default clock_timestamp(),
        state text not null default 'open' check (state in ('open', 'accepted', 'declined')),
        answer text,
        answered_by uuid references people on delete set null,
        answered_at timestamptz,
        seen_at timestamptz
      );
      create index wording_notes_owner on wording_notes (owner_id, locale) where state = 'open';
      create index wording_notes_person on wording_notes (person_id, made_at desc);
      comment on table wording_notes is 'Wrong translations that readers report, and better wordings that they propose';
      comment on column wording_notes.quoted is 'What the translation said then';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
