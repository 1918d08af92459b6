import { STANDING } from '../../core/access/grants.service';

/**
 * Common table expressions for `with recursive`: `room` and `seated`, everybody who can be called in the room whose id is
 * `$1`, each once. Those who sit at it, and those who have written there as long as they may read it; nobody who was
 * removed from it. The same that `roomPolicy` says of them.
 */
export const SEATED = `
  room as (select id, place, visibility, platform_id, partnership_id from rooms where id = $1::uuid),
  spoken as (
    (select author_id as person_id from posts where room_id = $1::uuid order by author_id limit 1)
    union all
    select (select author_id from posts
      where room_id = $1::uuid and author_id > spoken.person_id order by author_id limit 1)
    from spoken where spoken.person_id is not null
  ),
  seated as (
    select held.person_id from grants held, room
    where (held.role = 'host' and held.place_id = room.platform_id)
      or (held.role in ('organiser', 'editor') and held.place_id = room.partnership_id)
    union
    (
      select held.person_id from grants held, room
      where (held.role = 'guest' and held.place_id = room.id)
        or (held.role = 'member' and room.visibility <> 'private'
          and held.place_id = case room.place when 'platform' then room.platform_id else room.partnership_id end)
      union
      select spoken.person_id from spoken, room
      where spoken.person_id is not null and (room.visibility = 'public'
        or (room.visibility = 'members' and room.place = 'hub')
        or exists (
          select from grants held where held.person_id = spoken.person_id and held.role = 'administrator'))
      except
      select person_id from grants where role = 'excluded' and place_id = $1::uuid and ${STANDING}
    )
  )`;

/** The organisation that somebody, `person`, speaks for in `room`: by her seat there, else her own. */
export const SPEAKS_FOR = `
  left join lateral (
    select seat.organisation_id from memberships seat
      join platforms platform on platform.id = seat.platform_id
    where seat.person_id = person.id and seat.state = 'member'
      and (seat.platform_id = room.platform_id or platform.partnership_id = room.partnership_id)
    order by (seat.platform_id = room.platform_id) desc nulls last, seat.changed_at desc limit 1
  ) seat on true
  left join organisations organisation
    on organisation.id = coalesce(seat.organisation_id, person.organisation_id)`;

/** Those who keep order at the place of `room`: of a platform without hosts, who leads its partnership. */
export const HOSTS = `
  select held.person_id from grants held, room
  where (room.place = 'hub' and held.role = 'administrator')
    or (held.role = 'host' and held.place_id = room.platform_id)
    or (held.role = 'organiser' and held.place_id = room.partnership_id and not exists (
      select from grants other where other.role = 'host' and other.place_id = room.platform_id))`;
