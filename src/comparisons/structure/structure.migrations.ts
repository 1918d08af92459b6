import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a comparison comes about, by whom and until when. */
export class ComparisonSteps1795600005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table comparison_steps (
        id uuid primary key default gen_random_uuid(),
        comparison_id uuid not null references comparisons on delete cascade,
        step text not null check (step in ('agree', 'questionnaire', 'discussion', 'drafts', 'comments', 'sign_off',
          'check', 'synthesis', 'translation', 'publication', 'update')),
        country text not null default '',
        owner_id uuid references people on delete set null,
        due_on date,
        done_at timestamptz,
        done_by uuid references people on delete set null,
        revision int not null default 1,
        unique (comparison_id, step, country)
      );
      create index comparison_steps_owner on comparison_steps (owner_id);
      comment on table comparison_steps is 'Who does what until when; a step without a row has neither yet.';
      comment on column comparison_steps.country is 'Of the steps that each country takes; empty: one for all.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
