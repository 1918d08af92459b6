import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What statements rest on: the one path from a post to the printed chapter. */
export class Evidence1795600000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sources (
        id uuid primary key default gen_random_uuid(),
        title text not null,
        locale text not null check (locale ~ '^[a-z]{2,3}$'),
        publisher text,
        address text,
        published text,
        read_on date not null,
        created_by uuid references people on delete set null,
        created_at timestamptz not null default clock_timestamp(),
        checked_at timestamptz,
        dead_since timestamptz
      );
      create index sources_address on sources (address);
      comment on table sources is 'What lies outside the hub and is cited: a page, a law, a statistic.';
      comment on column sources.published is 'ISO 8601, as exact as it is known.';
      comment on column sources.dead_since is 'Its address has led nowhere since then.';

      create table evidence (
        id uuid primary key default gen_random_uuid(),
        relation text not null
          check (relation in ('concluded_from', 'rests_on', 'answers', 'recommends', 'published_in')),
        statement_kind text not null,
        statement_id uuid not null,
        ground_kind text not null,
        ground_id uuid not null,
        ground_revision int,
        quote text,
        quote_locale text,
        position int not null default 0,
        standing text not null default 'sound'
          check (standing in ('sound', 'changed', 'withdrawn', 'replaced', 'dead')),
        standing_since timestamptz not null default clock_timestamp(),
        cited_by uuid references people on delete set null,
        cited_at timestamptz not null default clock_timestamp(),
        check (statement_id <> ground_id)
      );
      create index evidence_statement on evidence (statement_id, position);
      create index evidence_ground on evidence (ground_id);
      comment on table evidence is 'A statement and one thing that it rests on; read from the statement back to the ground.';
      comment on column evidence.ground_revision is 'What the ground said when it was cited; null for what has no revisions.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
