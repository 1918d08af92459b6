import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Slow mode, and threads that say why they were closed. */
export class Pace1795700007200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMNS);
    await runner.query(PACE_LEFT);
    const [{ definition }] = (await runner.query(
      `select pg_get_functiondef(oid) as definition from pg_proc where proname = 'publish_post'`,
    )) as [{ definition: string }];
    if (!definition.includes(NUMBERED)) throw new Error('publish_post gives numbers in another way');
    await runner.query(definition.replace(NUMBERED, PACED + NUMBERED));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const COLUMNS = `
  alter table rooms add pace_seconds int not null default 0 check (pace_seconds between 0 and 86400);
  comment on column rooms.pace_seconds is 'Between two posts of one person; 0: as fast as she likes.';
  alter table threads add closed_reason text, add closed_reason_locale text,
    add constraint threads_closed_reason check (closed_reason is null or closed_reason_locale is not null);
`;

/**
 * Those who keep order are not slowed down. Whoever publishes what somebody has written before turns the pace off for
 * the transaction: it has waited already.
 */
const PACE_LEFT = `
  create function pace_left(place rooms, person uuid) returns int language sql stable as $$
    select ceil(place.pace_seconds - extract(epoch from clock_timestamp() - max(published_at)))::int
    from posts
    where room_id = place.id and author_id = person and moved_to_id is null
      and coalesce(current_setting('polylog.pace', true), '') <> 'off'
      and not exists (select from grants held where held.person_id = person and (held.role = 'administrator'
        or (held.role = 'host' and held.place_id = place.platform_id)
        or (held.role in ('organiser', 'editor') and held.place_id = place.partnership_id)))
  $$;
`;

/** Where `publish_post` holds the room's row, and has not yet given the post its number. */
const NUMBERED = '    update threads set last_number = last_number + 1';

/**
 * Put in there, so that all else of the function stays as whoever wrote it last has written it. Nothing is asked in rooms
 * without a pace. The same post sent twice at once is still the same post, not a second one that comes too soon.
 */
const PACED = `
    if place.pace_seconds > 0 then
      if exists (select from posts where room_id = room and author_id = person and client_id = client) then
        raise exception using errcode = 'unique_violation', constraint = 'posts_once', message = 'sent meanwhile';
      end if;
      if pace_left(place, person) > 0 then
        raise exception using errcode = 'check_violation', constraint = 'posts_in_pace', message = 'too soon',
          detail = pace_left(place, person)::text;
      end if;
    end if;
`;
