import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Posts come with their translations, and readers say per room whether they want them. */
export class Reading1795400001100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
        ) as translations
      from posts post
      join people author on author.id = post.author_id
      left join organisations organisation on organisation.id = post.organisation_id
      left join posts answered on answered.room_id = post.room_id and answered.id = post.reply_to_id
      left join people answered_author on answered_author.id = answered.author_id;

      create table reading_choices (
        person_id uuid not null references people on delete cascade,
        room_id uuid not null references rooms on delete cascade,
        originals boolean not null,
        primary key (person_id, room_id)
      );
      comment on table reading_choices is 'Where somebody reads otherwise than her settings say';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
