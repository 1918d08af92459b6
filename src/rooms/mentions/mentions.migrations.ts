import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom posts call, and since which of their revisions. */
export class Mentions1795700002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table post_mentions (
        room_id uuid not null,
        post_id uuid not null,
        kind text not null check (kind in ('person', 'group', 'host')),
        subject_id uuid not null,
        revision int not null,
        primary key (room_id, post_id, kind, subject_id),
        foreign key (room_id, post_id) references posts (room_id, id) on update cascade on delete cascade
      );
      create index post_mentions_subject on post_mentions (subject_id, room_id);
      comment on column post_mentions.subject_id is 'The person or the group; of the host the room where it was written.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
