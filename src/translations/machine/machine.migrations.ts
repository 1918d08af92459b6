import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What machines have been asked, what they have answered, and the memory of everything that was ever translated. */
export class Machine1795400002500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table translation_memory (
        id uuid primary key default gen_random_uuid(),
        source_locale text not null check (source_locale ~ '^[a-z]{2,3}$'),
        target_locale text not null check (target_locale ~ '^[a-z]{2,3}$'),
        source_hash text not null,
        source text not null,
        target text not null,
        origin text not null,
        machine boolean not null generated always as (origin like 'machine:%') stored,
        place uuid,
        used int not null default 0,
        made_at timestamptz not null default clock_timestamp(),
        used_at timestamptz,
        constraint translation_memory_once
          unique nulls not distinct (source_hash, source_locale, target_locale, place, machine)
      );
      comment on column translation_memory.place is
        'Where it may be used: null everywhere, otherwise only in this room, or for this text';
      create index translation_memory_alike on translation_memory using gin (left(source, 1000) gin_trgm_ops);

      create table machine_tasks (
        kind text not null,
        owner_id uuid not null,
        locale text not null check (locale ~ '^[a-z]{2,3}$'),
        state text not null check (state in ('waiting', 'running', 'sent', 'done', 'refused', 'withheld')),
        reason text,
        attempts int not null default 0,
        due_at timestamptz not null default clock_timestamp(),
        asked_at timestamptz not null default clock_timestamp(),
        changed_at timestamptz not null default clock_timestamp(),
        primary key (owner_id, locale)
      );
      create index machine_tasks_due on machine_tasks (due_at) where state = 'waiting';
      create index machine_tasks_newest on machine_tasks (changed_at desc);

      create table machine_requests (
        id uuid primary key default gen_random_uuid(),
        provider text not null,
        kind text not null,
        owner_id uuid not null,
        source_locale text not null,
        target_locale text not null,
        place uuid,
        segments jsonb not null,
        surroundings jsonb not null,
        characters int not null,
        month date not null,
        state text not null default 'waiting' check (state in ('waiting', 'sent', 'answered', 'given_up')),
        attempts int not null default 0,
        provider_number text,
        reason text,
        made_at timestamptz not null default clock_timestamp(),
        sent_at timestamptz,
        ended_at timestamptz
      );
      comment on column machine_requests.segments is 'What is asked, until it is answered: then it is in the memory';
      create index machine_requests_open on machine_requests (owner_id, target_locale)
        where state in ('waiting', 'sent');

      create table machine_refusals (
        source_hash text not null,
        source_locale text not null,
        target_locale text not null,
        provider text not null,
        place uuid,
        reason text not null,
        at timestamptz not null default clock_timestamp(),
        constraint machine_refusals_once
          unique nulls not distinct (source_hash, source_locale, target_locale, provider, place)
      );
      create table machine_usage (
        provider text not null,
        month date not null,
        characters bigint not null,
        primary key (provider, month)
      );
      create table machine_providers (
        name text primary key,
        failures int not null default 0,
        paused_until timestamptz,
        reason text,
        failed_at timestamptz,
        answered_at timestamptz
      );
      create table machine_glossaries (
        provider text not null,
        source_locale text not null,
        target_locale text not null,
        fingerprint text not null,
        name text not null,
        primary key (provider, source_locale, target_locale)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
