import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A power can hold for a while, and one takes others away: who was removed from a room holds `excluded` there. */
export class Exclusions1795700007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table grants
        add until timestamptz,
        drop constraint grants_role_check,
        add constraint grants_role_check check (role in
          ('administrator', 'organiser', 'editor', 'host', 'member', 'translator', 'guest', 'excluded'));
      comment on column grants.until is 'Holds up to this moment; null: until it is taken.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
