import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The journal, the grants, and the identity of this hub. */
export class Core1795200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists citext;
      create extension if not exists unaccent;
      create extension if not exists pg_trgm;

      create table hub (
        single boolean primary key default true check (single),
        epoch uuid not null default gen_random_uuid(),
        created_at timestamptz not null default clock_timestamp()
      );
      insert into hub default values;

      create table journal (
        id bigint generated always as identity,
        name text not null,
        actor_id uuid,
        subject_kind text not null,
        subject_id uuid not null,
        scope_kind text not null,
        scope_id uuid not null,
        seq bigint,
        data jsonb not null default '{}',
        at timestamptz not null default clock_timestamp(),
        primary key (scope_id, id)
      );
      create unique index journal_order on journal (scope_id, seq) where seq is not null;
      create index journal_subject on journal (subject_id, id);

      create table grants (
        person_id uuid not null,
        role text not null check (role in ('administrator', 'organiser', 'editor', 'host', 'member', 'translator', 'guest')),
        place_id uuid,
        detail text,
        given_at timestamptz not null default clock_timestamp(),
        constraint grants_once unique nulls not distinct (person_id, role, place_id, detail)
      );
      create index grants_place on grants (place_id, role);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
