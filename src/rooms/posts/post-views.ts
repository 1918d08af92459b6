import type { EntityManager } from 'typeorm';
import type { Locale } from '../../core/i18n/locales';
import type { PostView } from './post.schema';

interface Row {
  id: string;
  room_id: string;
  thread_id: string;
  number: number;
  seq: string;
  client_id: string;
  author_id: string;
  author_name: string;
  organisation_name: string | null;
  organisation_locale: string | null;
  organisation_slug: string | null;
  locale: Locale;
  body: string;
  html: string;
  revision: number;
  reply_to_id: string | null;
  reply_number: number | null;
  reply_author: string | null;
  published_at: Date;
  edited_at: Date | null;
  withdrawn_at: Date | null;
}

const QUERY = `
  select post.*, author.name as author_name,
    organisation.name as organisation_name, organisation.locale as organisation_locale,
    organisation.slug as organisation_slug,
    answered.number as reply_number, answered_author.name as reply_author
  from posts post
  join people author on author.id = post.author_id
  left join organisations organisation on organisation.id = post.organisation_id
  left join posts answered on answered.room_id = post.room_id and answered.id = post.reply_to_id
  left join people answered_author on answered_author.id = answered.author_id`;

/** Posts as every reader sees them, with their authors, in one query. `where` speaks of the alias `post`. */
export async function findPosts(
  database: Pick<EntityManager, 'query'>,
  where: string,
  parameters: unknown[],
): Promise<PostView[]> {
  const rows = await database.query<Row[]>(`${QUERY} where ${where}`, parameters);
  return rows.map(toView);
}

function toView(row: Row): PostView {
  const withdrawn = row.withdrawn_at !== null;
  return {
    id: row.id,
    roomId: row.room_id,
    threadId: row.thread_id,
    number: row.number,
    seq: Number(row.seq),
    clientId: row.client_id,
    author: {
      id: row.author_id,
      name: row.author_name,
      organisation: row.organisation_slug
        ? { name: row.organisation_name!, locale: row.organisation_locale!, slug: row.organisation_slug }
        : null,
    },
    locale: row.locale,
    body: withdrawn ? '' : row.body,
    html: withdrawn ? '' : row.html,
    revision: row.revision,
    replyTo:
      row.reply_to_id && row.reply_number
        ? { id: row.reply_to_id, number: row.reply_number, author: row.reply_author! }
        : null,
    publishedAt: row.published_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
  };
}
