import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is searched: one row per text and language, and the texts that are to be looked at again. A trigger writes these
 * beside each entry, in its transaction: that costs a verb less than queueing a job, and a worker takes many at once.
 */
export class Search1795400002200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table search_rows (
        kind text not null,
        owner_id uuid not null,
        locale text not null check (locale ~ '^[a-z]{2,3}$'),
        status text check (status in ('machine', 'draft', 'in_review', 'reviewed')),
        title text,
        body text not null,
        room_id uuid,
        partnership_id uuid,
        platform_id uuid,
        author_id uuid,
        country text,
        at timestamptz,
        lexemes tsvector not null,
        primary key (owner_id, kind, locale)
      ) with (toast_tuple_target = 4080);
      alter table search_rows alter lexemes set storage main, alter lexemes set statistics 1000;
      comment on column search_rows.status is 'Of a translation; null for the original.';
      create index search_rows_lexemes on search_rows using gin (lexemes) with (fastupdate = off);
      create index search_rows_newest on search_rows (at desc nulls last, owner_id);
      create index search_rows_room on search_rows (room_id, at desc nulls last) where room_id is not null;

      create table search_words (word text primary key);
      create index search_words_like on search_words using gin (word gin_trgm_ops);
      comment on table search_words is 'Words of all texts, to find what was meant. Never shown: some are of private rooms.';

      create table search_due (
        kind text not null,
        owner_id uuid not null,
        due_at timestamptz not null default clock_timestamp()
      );
      create index search_due_order on search_due (due_at);
      create table search_made (
        single boolean primary key default true check (single),
        made_of text not null
      );
      comment on column search_made.made_of is 'Version of the rows, and the kinds of texts that they are of.';

      create function search_is_due() returns trigger language plpgsql as $$
      begin
        insert into search_due (kind, owner_id) values (new.subject_kind, new.subject_id);
        return null;
      end $$;
      create trigger search_is_due after insert on journal for each row
        when (new.subject_kind not in ('person', 'session', 'token', 'membership', 'invitation'))
        execute function search_is_due();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
