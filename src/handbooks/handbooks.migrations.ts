import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COLUMNS_OF_TRANSLATIONS } from '../core/database/translation';

/** Books of a partnership and what stands in them, as one tree per book. */
export class Handbooks1795500000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const original = `locale text not null check (locale ~ '^[a-z]{2,3}$'), revision int not null default 1`;
    await runner.query(`
      create table handbooks (
        id uuid primary key default gen_random_uuid(),
        partnership_id uuid not null references partnerships on delete restrict,
        slug text not null unique,
        kind text not null check (kind in ('handbook', 'proceedings', 'library')),
        status text not null default 'draft' check (status in ('draft', 'published')),
        title text not null,
        subtitle text,
        summary text,
        ${original},
        licence text not null default 'CC BY 4.0',
        cover_file_id uuid,
        created_at timestamptz not null default clock_timestamp(),
        published_at timestamptz
      );
      create index handbooks_partnership on handbooks (partnership_id);
      create table handbook_translations (
        owner_id uuid not null references handbooks on delete cascade,
        title text not null,
        subtitle text,
        summary text,
        ${COLUMNS_OF_TRANSLATIONS},
        primary key (owner_id, locale)
      );

      create table chapters (
        id uuid primary key default gen_random_uuid(),
        handbook_id uuid not null references handbooks on delete restrict,
        parent_id uuid,
        position int not null,
        slug text not null,
        numbered boolean not null default true,
        status text not null default 'draft' check (status in ('draft', 'published', 'withdrawn')),
        title text not null,
        lead text,
        body text,
        ${original},
        thread_id uuid,
        created_by uuid references people on delete set null,
        created_at timestamptz not null default clock_timestamp(),
        edited_by uuid references people on delete set null,
        edited_at timestamptz not null default clock_timestamp(),
        published_at timestamptz,
        unique (handbook_id, slug),
        unique (handbook_id, id),
        foreign key (handbook_id, parent_id) references chapters (handbook_id, id) on delete restrict,
        check (parent_id <> id)
      );
      create index chapters_parent on chapters (handbook_id, parent_id, position);
      comment on column chapters.position is
        'Among those below the same parent, from 0; the smallest stands first, gaps mean nothing.';
      comment on column chapters.thread_id is 'Where people discuss it; opened by whoever asks first.';
      create table chapter_translations (
        owner_id uuid not null references chapters on delete cascade,
        title text not null,
        lead text,
        body text,
        ${COLUMNS_OF_TRANSLATIONS},
        primary key (owner_id, locale)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
