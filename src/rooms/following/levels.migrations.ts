import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How closely people follow rooms and threads, and how much of each room they have read: counted when a position moves,
 * so that nothing is added up over all threads that somebody has ever read.
 */
export class FollowingRooms1795700001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LEVELS);
    await runner.query(EFFECTIVE_LEVEL);
    await runner.query(READINGS);
    await runner.query(CARRIED);
    await runner.query(PUBLISH_POST);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const LEVELS = `
  create table room_levels (
    person_id uuid not null references people on delete cascade,
    room_id uuid not null references rooms on delete cascade,
    level text not null check (level in ('muted', 'normal', 'following', 'every_post')),
    primary key (person_id, room_id)
  );
  create index room_levels_followed on room_levels (room_id) where level in ('following', 'every_post');

  create table thread_levels (
    room_id uuid not null,
    thread_id uuid not null,
    person_id uuid not null references people on delete cascade,
    level text check (level in ('muted', 'normal', 'following', 'every_post')),
    by_hand boolean not null,
    primary key (room_id, thread_id, person_id),
    foreign key (room_id, thread_id) references threads (room_id, id) on update cascade on delete cascade,
    check (by_hand or level = 'following')
  );
  create index thread_levels_person on thread_levels (person_id);
  create index thread_levels_by_hand on thread_levels (person_id, room_id) where by_hand and level is not null;
  comment on column thread_levels.level is 'None, by hand: whatever she chose for the room.';
  comment on column thread_levels.by_hand is 'Otherwise because she has written in it.';
`;

/** The same as effectiveLevel in level.ts. */
const EFFECTIVE_LEVEL = `
  create function effective_level(own text, by_hand boolean, room text) returns text
  language sql immutable parallel safe as $$
    select case
      when by_hand and own is not null then own
      when not by_hand and coalesce(room, 'normal') = 'normal' then own
      else coalesce(room, 'normal')
    end
  $$;
`;

/** Unread of a room is what it holds less what she has read of it: neither is added up when somebody asks. */
const READINGS = `
  alter table reading_positions
    add before_number int not null default 0,
    drop constraint reading_positions_room_id_thread_id_fkey,
    add constraint reading_positions_room_id_thread_id_fkey foreign key (room_id, thread_id)
      references threads (room_id, id) on update cascade on delete cascade;
  comment on column reading_positions.before_number is 'Where it stood before: what the last step has added to the count.';

  create table room_readings (
    person_id uuid not null references people on delete cascade,
    room_id uuid not null references rooms on delete cascade,
    read_count int not null,
    primary key (person_id, room_id)
  ) with (fillfactor = 70);
  comment on column room_readings.read_count is 'The sum of her positions in the threads of the room.';

  create procedure recount_readings() language sql as $$
    insert into room_readings (person_id, room_id, read_count)
    select person_id, room_id, sum(last_number) from reading_positions group by person_id, room_id
    on conflict (person_id, room_id) do update set read_count = excluded.read_count;
  $$;
  call recount_readings();
`;

/** What a thread was read goes with it to another room. */
const CARRIED = `
  create function carry_reading() returns trigger language plpgsql as $$
  begin
    update room_readings set read_count = read_count - old.last_number
      where person_id = old.person_id and room_id = old.room_id;
    if tg_op = 'UPDATE' then
      insert into room_readings (person_id, room_id, read_count) values (new.person_id, new.room_id, new.last_number)
      on conflict (person_id, room_id) do update set read_count = room_readings.read_count + excluded.read_count;
    end if;
    return null;
  end $$;
  create trigger reading_carried after update of room_id on reading_positions
    for each row when (old.room_id <> new.room_id) execute function carry_reading();
  create trigger reading_forgotten after delete on reading_positions
    for each row execute function carry_reading();
`;

/** As before, but for the reading position: what was read of the room is counted in the same statement. */
const PUBLISH_POST = `
  create or replace function publish_post(
    post_id uuid, room uuid, thread uuid, person uuid, client uuid, post_body text, post_html text,
    post_locale text, reply_to uuid, reactions text[]
  ) returns setof post_views language plpgsql as $$
  declare
    place rooms;
    next_number int;
    speaks_for uuid;
  begin
    return query select * from post_views said
      where said.room_id = room and said.author_id = person and said.client_id = client;
    if found then
      return;
    end if;
    if reply_to is not null and not exists (
      select from posts where room_id = room and thread_id = thread and id = reply_to
    ) then
      raise exception using errcode = 'check_violation', constraint = 'posts_answer_in_thread', message = 'elsewhere';
    end if;
    select coalesce(membership.organisation_id, author.organisation_id) into speaks_for
      from people author
      join rooms on rooms.id = room
      left join memberships membership on membership.platform_id = rooms.platform_id
        and membership.person_id = author.id and membership.state = 'member'
      where author.id = person;

    update rooms set last_seq = last_seq + 1, post_count = post_count + 1, last_post_at = clock_timestamp()
      where id = room returning * into place;
    if place.archived_at is not null then
      raise exception using errcode = 'check_violation', constraint = 'posts_in_open_room', message = 'archived';
    end if;
    update threads set last_number = last_number + 1, last_post_at = clock_timestamp()
      where room_id = room and id = thread and closed_at is null returning last_number into next_number;
    if next_number is null then
      raise exception using errcode = 'check_violation', constraint = 'posts_in_open_thread', message = 'closed';
    end if;
    insert into posts (id, room_id, thread_id, number, seq, author_id, client_id, body, html, locale, reply_to_id,
      organisation_id)
    values (post_id, room, thread, next_number, place.last_seq, person, client, post_body, post_html, post_locale,
      reply_to, speaks_for);
    with moved as (
      insert into reading_positions (person_id, room_id, thread_id, last_number)
      values (person, room, thread, next_number)
      on conflict (person_id, room_id, thread_id) do update set last_number = excluded.last_number,
        before_number = reading_positions.last_number, read_at = clock_timestamp()
      where reading_positions.last_number < excluded.last_number
      returning last_number - before_number as read
    )
    insert into room_readings (person_id, room_id, read_count) select person, room, read from moved
    on conflict (person_id, room_id) do update set read_count = room_readings.read_count + excluded.read_count;
    perform record_entry('post.published', person, 'post', post_id, 'room', room, place.last_seq,
      jsonb_build_object('threadId', thread, 'postId', post_id), reactions);
    return query select * from post_views said where said.room_id = room and said.id = post_id;
  end $$;
`;
