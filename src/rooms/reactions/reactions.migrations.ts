import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reaction is given or taken back by one statement, as a post is published: hundreds of people may react at once. */
export class Reactions1795700003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REACT);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

/** Nothing that is searched changes by a reaction or a vote: no text is looked at again, however many come. */
export class ReactionsUnsearched1795800008100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger search_is_due on journal;
      create trigger search_is_due after insert on journal for each row
        when (new.subject_kind not in ('person', 'session', 'token', 'membership', 'invitation')
          and new.name not in ('reaction.given', 'reaction.taken_back', 'poll.voted'))
        execute function search_is_due();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

/**
 * Takes back what stands of `taken`, then gives `given`, unless it was given before; null: gives nothing. Answers with
 * the entries that it wrote: none when nothing has changed, and then nobody has waited for the room's lock either.
 */
const REACT = `
  create function react(
    room uuid, at_post uuid, person uuid, given text, taken text[], after_given text[], after_taken text[]
  ) returns table (entry text, entry_kind text, entry_seq bigint, entry_thread uuid) language plpgsql as $$
  declare
    said record;
    change record;
  begin
    if not exists (
      select from post_reactions
      where room_id = room and post_id = at_post and person_id = person and kind = any(taken)
    ) and (given is null or exists (
      select from post_reactions
      where room_id = room and post_id = at_post and person_id = person and kind = given
    )) then
      return;
    end if;
    perform from rooms where id = room for no key update;
    select post.thread_id, post.withdrawn_at, thread.closed_at, place.archived_at into said
      from posts post
      join threads thread on thread.room_id = post.room_id and thread.id = post.thread_id
      join rooms place on place.id = post.room_id
      where post.room_id = room and post.id = at_post;
    if not found or said.withdrawn_at is not null then
      raise exception using errcode = 'check_violation', constraint = 'reactions_on_words', message = 'gone';
    end if;
    if said.archived_at is not null then
      raise exception using errcode = 'check_violation', constraint = 'posts_in_open_room', message = 'archived';
    end if;
    if said.closed_at is not null then
      raise exception using errcode = 'check_violation', constraint = 'posts_in_open_thread', message = 'closed';
    end if;
    for change in
      with gone as (
        delete from post_reactions
        where room_id = room and post_id = at_post and person_id = person and kind = any(taken)
        returning kind
      ), come as (
        insert into post_reactions (room_id, post_id, person_id, kind)
        select room, at_post, person, given where given is not null
        on conflict do nothing
        returning kind
      )
      select 'reaction.taken_back' as name, kind, after_taken as reactions from gone
      union all
      select 'reaction.given', kind, after_given from come
    loop
      update rooms set last_seq = last_seq + 1 where id = room returning last_seq into entry_seq;
      perform record_entry(change.name, person, 'post', at_post, 'room', room, entry_seq,
        jsonb_build_object('threadId', said.thread_id, 'postId', at_post, 'kind', change.kind), change.reactions);
      entry := change.name;
      entry_kind := change.kind;
      entry_thread := said.thread_id;
      return next;
    end loop;
  end $$;
`;
