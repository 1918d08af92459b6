import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Posts come with the files that they use. */
export class PostFiles1795500001100 implements MigrationInterface {
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
        ) as translations,
        (select json_agg(json_build_object('id', file.id, 'name', file.name, 'type', file.type, 'size', file.size,
             'width', file.width, 'height', file.height, 'alt', file.alt, 'locale', file.locale)
           order by used.position)
         from file_uses used join files file on file.id = used.file_id
         where used.owner_id = post.id and used.kind = 'post'
        ) as files
      from posts post
      join people author on author.id = post.author_id
      left join organisations organisation on organisation.id = post.organisation_id
      left join posts answered on answered.room_id = post.room_id and answered.id = post.reply_to_id
      left join people answered_author on answered_author.id = answered.author_id;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
