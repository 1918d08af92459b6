import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are told of in the hub, what they asked to be told of, and what they are to be reminded of. */
export class Notifications1795600001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notifications (
        id bigint generated always as identity primary key,
        person_id uuid not null references people on delete cascade,
        name text not null,
        subject_kind text not null,
        subject_id uuid not null,
        data jsonb not null default '{}',
        cause text not null,
        created_at timestamptz not null default clock_timestamp(),
        read_at timestamptz,
        unique (person_id, cause)
      );
      create index notifications_order on notifications (person_id, (read_at is not null), (-id));
      comment on column notifications.name is 'Of the kind of notice, which knows its words: words are never kept.';
      comment on column notifications.data is 'Ids and facts.';
      comment on column notifications.cause is 'Makes telling somebody twice of the same thing impossible.';

      create table reminders (
        cause text not null,
        person_id uuid not null references people on delete cascade,
        name text not null,
        subject_kind text not null,
        subject_id uuid not null,
        data jsonb not null default '{}',
        remind_on date not null,
        primary key (cause, person_id)
      );
      create index reminders_due on reminders (remind_on);
      create index reminders_person on reminders (person_id);

      create table followings (
        person_id uuid not null references people on delete cascade,
        subject_kind text not null,
        subject_id uuid not null,
        part text not null default '',
        followed_at timestamptz not null default clock_timestamp(),
        primary key (person_id, subject_kind, subject_id, part)
      );
      create index followings_subject on followings (subject_kind, subject_id, part);
      comment on column followings.part is 'A country or a dimension of it; empty for the whole.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
