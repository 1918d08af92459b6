import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COLUMNS_OF_TRANSLATIONS } from '../../core/database/translation';

/** House rules of partnerships; what they said before stands with all originals. */
export class OwnRules1795800004200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table own_rules (
        id uuid primary key default gen_random_uuid(),
        partnership_id uuid not null unique references partnerships on delete cascade,
        body text not null,
        locale text not null check (locale ~ '^[a-z]{2,3}$'),
        revision int not null default 1,
        created_at timestamptz not null default clock_timestamp(),
        ended_at timestamptz
      );
      comment on column own_rules.ended_at is 'Since when they no longer hold; null: they do.';

      create table own_rules_translations (
        owner_id uuid not null references own_rules on delete cascade,
        body text not null,
        ${COLUMNS_OF_TRANSLATIONS},
        primary key (owner_id, locale)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
