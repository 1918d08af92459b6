import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a discussion needs beside posts: short reactions, polls, posts that were hidden by a moderator or moved elsewhere.
 *
 * A post that is hidden or has moved counts as withdrawn too, so that whatever shows withdrawn posts to nobody shows
 * these to nobody either. What has moved leaves a post without words in its place: numbers stay without gaps, and
 * every old address says where its words are now.
 */
export class Discussing1795700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(POSTS);
    await runner.query(REACTIONS);
    await runner.query(POST_VIEWS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const POSTS = `
  alter table posts
    add hidden_at timestamptz,
    add moved_to_id uuid,
    add moved_to_thread_id uuid,
    add moved_to_number int,
    add poll_id uuid,
    add constraint posts_hidden check (hidden_at is null or withdrawn_at is not null),
    add constraint posts_moved check (moved_to_id is null or (withdrawn_at is not null
      and moved_to_thread_id is not null and moved_to_number is not null));
  comment on column posts.hidden_at is 'By a moderator; then withdrawn_at is set too.';
  comment on column posts.moved_to_id is 'The post that stood here; then withdrawn_at is set too, and there are no words.';
  comment on column posts.moved_to_thread_id is 'Where it went; from there it may have gone on.';
  comment on column posts.poll_id is 'The poll that the post holds.';
`;

const REACTIONS = `
  create table post_reactions (
    room_id uuid not null,
    post_id uuid not null,
    person_id uuid not null references people on delete cascade,
    kind text not null check (kind in ('agree', 'thanks', 'question', 'disagree')),
    given_at timestamptz not null default clock_timestamp(),
    primary key (room_id, post_id, person_id, kind),
    foreign key (room_id, post_id) references posts (room_id, id) on update cascade on delete cascade
  );
  create index post_reactions_person on post_reactions (person_id);
`;

/** Names of at most fifty people for each reaction; the count is of all. */
const POST_VIEWS = `
  create or replace view post_views as
  select post.id, post.room_id, post.thread_id, post.number, post.seq, post.client_id, post.author_id,
    author.name as author_name, organisation.name as organisation_name,
    organisation.locale as organisation_locale, organisation.slug as organisation_slug,
    post.locale, post.body, post.html, post.revision, post.reply_to_id, answered.number as reply_number,
    answered_author.name as reply_author, post.published_at, post.edited_at, post.withdrawn_at,
    (select json_agg(json_build_object('locale', made.locale, 'status', made.status, 'html', made.html,
         'origin', made.origin, 'by', made.translated_by, 'outdated', made.source_revision < post.revision,
         'warned', made.source_revision < post.revision and exists (
           select from original_revisions said where said.owner_id = post.id
             and said.revision >= made.source_revision and said.weight = 'important'))
       order by made.locale)
     from post_translations made
     where made.room_id = post.room_id and made.owner_id = post.id and made.locale <> post.locale
    ) as translations,
    (select json_agg(json_build_object('id', file.id, 'name', file.name, 'type', file.type, 'size', file.size,
         'width', file.width, 'height', file.height, 'alt', file.alt, 'locale', file.locale)
       order by used.position)
     from file_uses used join files file on file.id = used.file_id
     where used.owner_id = post.id and used.kind = 'post'
    ) as files,
    (select json_agg(json_build_object('kind', given.kind, 'count', given.count, 'people', given.people))
     from (
       select reaction.kind, count(*)::int as count,
         (array_agg(json_build_object('id', person.id, 'name', person.name)
           order by reaction.given_at, person.id))[1:50] as people
       from post_reactions reaction join people person on person.id = reaction.person_id
       where reaction.room_id = post.room_id and reaction.post_id = post.id
       group by reaction.kind
     ) given
    ) as reactions,
    post.hidden_at, post.poll_id, post.moved_to_id, post.moved_to_thread_id, post.moved_to_number
  from posts post
  join people author on author.id = post.author_id
  left join organisations organisation on organisation.id = post.organisation_id
  left join posts answered on answered.room_id = post.room_id and answered.id = post.reply_to_id
  left join people answered_author on answered_author.id = answered.author_id;
`;
