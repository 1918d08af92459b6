import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A post is published by one statement: the room's row is locked for as long as the database needs to write,
 * not for several ways to it and back. Rooms know how much is in them without counting it.
 */
export class Publishing1795300001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COUNTS);
    await runner.query(POST_VIEWS);
    await runner.query(PUBLISH_POST);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const COUNTS = `
  alter table rooms
    add thread_count int not null default 0,
    add post_count int not null default 0,
    add last_post_at timestamptz,
    set (fillfactor = 70);

  create procedure recount_rooms() language sql as $$
    update rooms set thread_count = counted.threads, post_count = counted.posts,
      last_post_at = counted.last_post_at
    from (
      select room_id, count(*) as threads, sum(last_number) as posts,
        max(last_post_at) filter (where last_number > 0) as last_post_at
      from threads group by room_id
    ) counted where counted.room_id = rooms.id;
  $$;
  call recount_rooms();
`;

const POST_VIEWS = `
  create view post_views as
  select post.id, post.room_id, post.thread_id, post.number, post.seq, post.client_id, post.author_id,
    author.name as author_name, organisation.name as organisation_name,
    organisation.locale as organisation_locale, organisation.slug as organisation_slug,
    post.locale, post.body, post.html, post.revision, post.reply_to_id, answered.number as reply_number,
    answered_author.name as reply_author, post.published_at, post.edited_at, post.withdrawn_at
  from posts post
  join people author on author.id = post.author_id
  left join organisations organisation on organisation.id = post.organisation_id
  left join posts answered on answered.room_id = post.room_id and answered.id = post.reply_to_id
  left join people answered_author on answered_author.id = answered.author_id;
`;

/**
 * What goes wrong is raised under the name of a constraint, so that it can be told apart like theirs. Everything that
 * can be known without the lock is asked before; the same client id sent twice at once meets `posts_once`.
 */
const PUBLISH_POST = `
  create function publish_post(
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
    insert into reading_positions (person_id, room_id, thread_id, last_number)
    values (person, room, thread, next_number)
    on conflict (person_id, room_id, thread_id)
      do update set last_number = excluded.last_number, read_at = clock_timestamp()
      where reading_positions.last_number < excluded.last_number;
    perform record_entry('post.published', person, 'post', post_id, 'room', room, place.last_seq,
      jsonb_build_object('threadId', thread, 'postId', post_id), reactions);
    return query select * from post_views said where said.room_id = room and said.id = post_id;
  end $$;
`;
