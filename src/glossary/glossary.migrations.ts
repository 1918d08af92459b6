import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COLUMNS_OF_TRANSLATIONS } from '../core/database/translation';

/** The termbase: concepts, what each is called, what countries mean by it, and what was changed. */
export class Glossary1795400002300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const original = `locale text not null check (locale ~ '^[a-z]{2,3}$'), revision int not null default 1`;
    await runner.query(`
      create table concepts (
        id uuid primary key default gen_random_uuid(),
        slug text not null unique,
        domain text not null,
        definition text not null,
        note text,
        ${original},
        sources text[] not null default '{}',
        thread_id uuid,
        withdrawn_at timestamptz,
        created_at timestamptz not null default clock_timestamp()
      );
      comment on column concepts.sources is 'Keys of glossary_sources, or names of documents that stand nowhere else.';
      comment on column concepts.thread_id is 'Where people discuss it; opened by whoever asks first.';

      create table concept_translations (
        owner_id uuid not null references concepts on delete cascade,
        definition text not null,
        note text,
        ${COLUMNS_OF_TRANSLATIONS},
        primary key (owner_id, locale)
      );

      create table concept_terms (
        id uuid primary key default gen_random_uuid(),
        concept_id uuid not null references concepts on delete cascade,
        locale text not null check (locale ~ '^[a-z]{2,3}$'),
        word text not null,
        standing text not null check (standing in ('preferred', 'accepted', 'acronym', 'forbidden')),
        confidence text not null check (confidence in ('high', 'medium', 'low')),
        part_of_speech text,
        gender text,
        note text,
        sources text[] not null default '{}',
        revision int not null default 1,
        unique (concept_id, locale, word)
      );
      create unique index concept_terms_preferred on concept_terms (concept_id, locale) where standing = 'preferred';

      create table country_notes (
        id uuid primary key default gen_random_uuid(),
        concept_id uuid not null references concepts on delete cascade,
        country char(2) not null,
        text text not null,
        ${original},
        created_at timestamptz not null default clock_timestamp(),
        unique (concept_id, country)
      );
      create table country_note_translations (
        owner_id uuid not null references country_notes on delete cascade,
        text text not null,
        ${COLUMNS_OF_TRANSLATIONS},
        primary key (owner_id, locale)
      );

      create table concept_changes (
        id bigint generated always as identity primary key,
        concept_id uuid not null references concepts on delete cascade,
        name text not null,
        locale text,
        before jsonb,
        after jsonb,
        changed_by uuid references people on delete set null,
        changed_at timestamptz not null default clock_timestamp()
      );
      create index concept_changes_concept on concept_changes (concept_id, id);
      comment on table concept_changes is 'What the termbase said: rows are added and never changed.';

      create table glossary_sources (key text primary key, title text not null, address text);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
