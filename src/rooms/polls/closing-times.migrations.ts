import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The time at which a poll closes can move after people have voted: every move is kept. */
export class ClosingTimes1795800005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table poll_closing_moves (
        room_id uuid not null,
        id uuid not null default gen_random_uuid(),
        poll_id uuid not null,
        moved_by uuid references people on delete set null,
        was timestamptz,
        closes_at timestamptz,
        moved_at timestamptz not null default clock_timestamp(),
        primary key (room_id, id),
        foreign key (room_id, poll_id) references polls (room_id, id) on update cascade on delete cascade
      );
      create index poll_closing_moves_poll on poll_closing_moves (room_id, poll_id, moved_at);
      create index poll_closing_moves_person on poll_closing_moves (moved_by);
      comment on column poll_closing_moves.was is 'Null, here and in closes_at: until somebody closes it.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
