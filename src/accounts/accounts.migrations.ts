import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People who sign in, their sessions, their API tokens and the links that mails carry. */
export class Accounts1795200002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table people (
        id uuid primary key default gen_random_uuid(),
        email citext not null unique,
        name text not null,
        password_hash text,
        locale text not null check (locale in ('sv', 'sl', 'it', 'en')),
        reading_locales text[] not null default '{}',
        time_zone text not null default 'Europe/Brussels',
        organisation_id uuid references organisations on delete set null,
        confirmed_at timestamptz,
        next_path text,
        demo boolean not null default false,
        revision int not null default 1,
        created_at timestamptz not null default clock_timestamp()
      );
      alter table grants add constraint grants_person foreign key (person_id) references people on delete cascade;

      create table sessions (
        sid text primary key,
        sess json not null,
        expire timestamptz not null,
        person_id uuid generated always as ((sess #>> '{passport,user}')::uuid) stored
      );
      create index sessions_expire on sessions (expire);
      create index sessions_person on sessions (person_id);

      create table api_tokens (
        id uuid primary key default gen_random_uuid(),
        person_id uuid not null references people on delete cascade,
        name text not null,
        scope text not null check (scope in ('read', 'write')),
        hash bytea not null unique,
        created_at timestamptz not null default clock_timestamp(),
        last_used_at timestamptz,
        expires_at timestamptz
      );
      create index api_tokens_person on api_tokens (person_id);

      create table mail_links (
        hash bytea primary key,
        person_id uuid not null references people on delete cascade,
        purpose text not null check (purpose in ('confirm', 'reset')),
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index mail_links_person on mail_links (person_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
