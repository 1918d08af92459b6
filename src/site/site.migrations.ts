import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people tell those who run the hub: the contact route of the accessibility statement. */
export class Site1795200006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contact_messages (
        id uuid primary key default gen_random_uuid(),
        subject text not null check (subject in ('accessibility', 'privacy', 'content', 'other')),
        email text not null,
        body text not null,
        locale text not null check (locale in ('sv', 'sl', 'it', 'en')),
        sent_at timestamptz not null default clock_timestamp()
      );
      create index threads_latest on threads (last_post_at desc);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
