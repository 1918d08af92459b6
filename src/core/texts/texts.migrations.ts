import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Translations can be in review and say who made them; originals remember what they said before. The tables of
 * translations are found by their columns: what is true of one is true of all (DESIGN §3).
 */
export class Texts1795400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$
      declare
        made text;
      begin
        for made in
          select table_name from information_schema.columns
          where table_schema = current_schema() and column_name = 'source_revision'
        loop
          execute format('alter table %I drop constraint %I, add constraint %I
            check (status in (''machine'', ''draft'', ''in_review'', ''reviewed'')), add translated_by text',
            made, made || '_status_check', made || '_status_check');
          execute format('update %I made set translated_by = person.name from people person
            where person.id = made.translator_id', made);
        end loop;
      end $$;

      create table original_revisions (
        kind text not null,
        owner_id uuid not null,
        revision int not null,
        locale text not null,
        strings jsonb not null,
        weight text not null check (weight in ('typo', 'meaning', 'important')),
        changed_by uuid references people on delete set null,
        changed_at timestamptz not null default clock_timestamp(),
        primary key (owner_id, revision)
      );
      comment on table original_revisions is
        'What the text said at this revision, and how much the change weighs that ended it.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
