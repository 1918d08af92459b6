import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keepers of a room decide whether what is said in it may be sent to a machine. */
export class RoomMachines1795400002510 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table rooms add machine_translation boolean;
      comment on column rooms.machine_translation is 'null: nobody has decided, so only what is public is sent';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
