import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TRANSLATABLE_COLUMNS, TRANSLATION_COLUMNS } from '../core/database/translation';

/**
 * Rooms, threads and posts. Rows that grow carry their room's id in the key, so that they can be
 * partitioned or sharded by it (DESIGN §7).
 */
export class Rooms1795200005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rooms (
        id uuid primary key default gen_random_uuid(),
        slug text not null unique,
        place text not null check (place in ('hub', 'partnership', 'platform')),
        partnership_id uuid references partnerships on delete restrict,
        platform_id uuid references platforms on delete restrict,
        visibility text not null check (visibility in ('public', 'members', 'private')),
        name text not null,
        description text,
        ${TRANSLATABLE_COLUMNS},
        last_seq bigint not null default 0,
        archived_at timestamptz,
        created_at timestamptz not null default clock_timestamp(),
        check (place <> 'platform' or platform_id is not null),
        check (place <> 'partnership' or partnership_id is not null)
      );
      create index rooms_platform on rooms (platform_id);
      create index rooms_partnership on rooms (partnership_id);
      create table room_translations (
        owner_id uuid not null references rooms on delete cascade,
        name text not null,
        description text,
        ${TRANSLATION_COLUMNS}
      );

      create table threads (
        id uuid not null default gen_random_uuid() unique,
        room_id uuid not null references rooms on delete restrict,
        title text not null,
        ${TRANSLATABLE_COLUMNS},
        opened_by uuid not null references people on delete restrict,
        opened_at timestamptz not null default clock_timestamp(),
        closed_at timestamptz,
        pinned_at timestamptz,
        last_number int not null default 0,
        last_post_at timestamptz not null default clock_timestamp(),
        primary key (room_id, id)
      );
      create index threads_recent on threads (room_id, last_post_at desc, id);
      create table thread_translations (
        owner_id uuid not null references threads (id) on delete cascade,
        title text not null,
        ${TRANSLATION_COLUMNS}
      );

      create table posts (
        id uuid not null default gen_random_uuid() unique,
        room_id uuid not null,
        thread_id uuid not null,
        number int not null,
        seq bigint not null,
        author_id uuid not null references people on delete restrict,
        organisation_id uuid references organisations on delete set null,
        client_id uuid not null,
        body text not null,
        html text not null,
        ${TRANSLATABLE_COLUMNS},
        reply_to_id uuid,
        published_at timestamptz not null default clock_timestamp(),
        edited_at timestamptz,
        withdrawn_at timestamptz,
        withdrawn_by uuid references people on delete set null,
        primary key (room_id, id),
        foreign key (room_id, thread_id) references threads (room_id, id),
        constraint posts_once unique (room_id, author_id, client_id),
        constraint posts_in_thread unique (room_id, thread_id, number)
      );
      create index posts_author on posts (author_id, published_at desc);

      create table post_revisions (
        room_id uuid not null,
        post_id uuid not null,
        revision int not null,
        body text not null,
        html text not null,
        locale text not null,
        edited_by uuid references people on delete set null,
        written_at timestamptz not null,
        primary key (room_id, post_id, revision),
        foreign key (room_id, post_id) references posts (room_id, id)
      );

      create table reading_positions (
        person_id uuid not null references people on delete cascade,
        room_id uuid not null,
        thread_id uuid not null,
        last_number int not null,
        read_at timestamptz not null default clock_timestamp(),
        primary key (person_id, room_id, thread_id),
        foreign key (room_id, thread_id) references threads (room_id, id) on delete cascade
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
