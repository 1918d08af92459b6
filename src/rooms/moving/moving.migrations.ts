import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Threads move to other rooms with all that hangs by them: every key that holds a row to a thread or a post by its room
 * follows when the room changes. How many threads and posts a room has is counted again after such a move; a thread that
 * has gone into another one does not count, since its posts count there.
 */
export class Moving1795700005100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$
      declare key record;
      begin
        for key in
          select conrelid::regclass as owner, conname as name, pg_get_constraintdef(oid) as definition
          from pg_constraint
          where contype = 'f' and confrelid in ('threads'::regclass, 'posts'::regclass) and confupdtype <> 'c'
            and cardinality(confkey) = 2
        loop
          execute format('alter table %s drop constraint %I', key.owner, key.name);
          execute format('alter table %s add constraint %I %s on update cascade', key.owner, key.name, key.definition);
        end loop;
      end $$;

      create function recount_room(counted_room uuid) returns void language sql as $$
        update rooms set
          thread_count = (select count(*) from threads where room_id = counted_room and merged_into_id is null),
          post_count = (
            select coalesce(sum(last_number), 0) from threads
            where room_id = counted_room and merged_into_id is null
          ),
          last_post_at = (
            select max(last_post_at) from threads
            where room_id = counted_room and merged_into_id is null and last_number > 0
          )
        where id = counted_room;
      $$;
      create or replace procedure recount_rooms() language sql as $$ select recount_room(id) from rooms; $$;

      create index posts_moved on posts (moved_to_id) where moved_to_id is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
