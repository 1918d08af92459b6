import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first posts of newcomers wait for those who keep order in the room, where these want it so. */
export class Newcomers1795700007300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(IS_NEWCOMER);
    const [{ definition }] = (await runner.query(
      `select pg_get_functiondef(oid) as definition from pg_proc where proname = 'publish_post'`,
    )) as [{ definition: string }];
    if (!definition.includes(NUMBERED)) throw new Error('publish_post gives numbers in another way');
    await runner.query(definition.replace(NUMBERED, HELD + NUMBERED));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const TABLES = `
  alter table rooms add newcomer_posts int not null default 0 check (newcomer_posts between 0 and 20);
  comment on column rooms.newcomer_posts is 'So many posts of a newcomer wait for approval; 0: none.';

  create table held_posts (
    room_id uuid not null references rooms on delete cascade,
    id uuid not null default gen_random_uuid() unique,
    thread_id uuid,
    author_id uuid not null references people on delete cascade,
    client_id uuid not null,
    title text,
    body text not null,
    locale text not null,
    more jsonb not null default '{}',
    state text not null default 'waiting' check (state in ('waiting', 'approved', 'refused')),
    held_at timestamptz not null default clock_timestamp(),
    decided_at timestamptz,
    decided_by uuid references people on delete set null,
    reason text,
    reason_locale text,
    post_id uuid,
    primary key (room_id, id),
    foreign key (room_id, thread_id) references threads (room_id, id) on update cascade on delete cascade,
    constraint held_posts_once unique (room_id, author_id, client_id),
    check ((thread_id is null) = (title is not null) or state = 'approved')
  );
  create index held_posts_waiting on held_posts (room_id, held_at) where state = 'waiting';
  create index held_posts_author on held_posts (author_id);
  comment on column held_posts.title is 'Of the thread that it would open; then there is no thread_id.';
  comment on column held_posts.more is 'What else the author sent: replyToId, fileIds, poll, themes.';
  comment on column held_posts.post_id is 'What it became; then its words stand there only.';
`;

/** Fewer posts that still stand in the rooms of the same place than the room wants to see first; nobody who keeps order. */
const IS_NEWCOMER = `
  create function is_newcomer(place rooms, person uuid) returns boolean language sql stable as $$
    select coalesce(current_setting('polylog.newcomers', true), '') <> 'off'
      and not exists (select from grants held where held.person_id = person and (held.role = 'administrator'
        or (held.role = 'host' and held.place_id = place.platform_id)
        or (held.role in ('organiser', 'editor') and held.place_id = place.partnership_id)))
      and (select count(*) from (
        select from posts join rooms other on other.id = posts.room_id
        where posts.author_id = person and posts.withdrawn_at is null and other.place = place.place
          and other.partnership_id is not distinct from place.partnership_id
          and other.platform_id is not distinct from place.platform_id
        limit place.newcomer_posts
      ) said) < place.newcomer_posts
  $$;
`;

/** Where `publish_post` holds the room's row, and has not yet given the post its number. */
const NUMBERED = '    update threads set last_number = last_number + 1';

/** Every way to publish goes through here, so nobody gets past it. Nothing is asked where nobody waits. */
const HELD = `
    if place.newcomer_posts > 0 and is_newcomer(place, person) then
      raise exception using errcode = 'check_violation', constraint = 'posts_of_newcomer', message = 'waits';
    end if;
`;
