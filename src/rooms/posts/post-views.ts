import type { EntityManager } from 'typeorm';
import type { Locale } from '../../core/i18n/locales';
import { machineOf } from '../../core/texts/origin';
import { inOrder } from '../reactions/standing-reactions';
import type { PostFileView, PostTranslationView, PostView, ReactionView } from './post.schema';

/** A row of `post_views`. */
export interface PostRow {
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
  translations: PostTranslationView[] | null;
  files: PostFileView[] | null;
  reactions: ReactionView[] | null;
  hidden_at: Date | null;
  poll_id: string | null;
  moved_to_id: string | null;
  moved_to_thread_id: string | null;
  moved_to_number: number | null;
}

/** Posts as every reader sees them, with their authors, in one query. `where` speaks of the alias `post`. */
export async function findPosts(
  database: Pick<EntityManager, 'query'>,
  where: string,
  parameters: unknown[],
): Promise<PostView[]> {
  const rows = await database.query<PostRow[]>(`select * from post_views post where ${where}`, parameters);
  return rows.map(toPost);
}

export function toPost(row: PostRow): PostView {
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
    translations: withdrawn ? [] : (row.translations ?? []).map(signed),
    files: withdrawn ? [] : (row.files ?? []),
    revision: row.revision,
    replyTo:
      row.reply_to_id && row.reply_number
        ? { id: row.reply_to_id, number: row.reply_number, author: row.reply_author! }
        : null,
    publishedAt: row.published_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    hiddenAt: row.hidden_at?.toISOString() ?? null,
    movedTo: row.moved_to_id
      ? { id: row.moved_to_id, threadId: row.moved_to_thread_id!, number: row.moved_to_number! }
      : null,
    reactions: withdrawn ? [] : inOrder(row.reactions ?? []),
    pollId: withdrawn ? null : row.poll_id,
  };
}

/** A machine signs with its own name, so that nothing that it made goes without one. */
const signed = (made: PostTranslationView): PostTranslationView => ({
  ...made,
  by: machineOf(made.origin) ?? made.by,
});

/** The translation that a reader of these languages is shown; undefined: the original. */
export function shownTranslation(
  { locale, translations }: Pick<PostView, 'locale' | 'translations'>,
  locales: readonly Locale[],
): PostTranslationView | undefined {
  for (const wished of locales) {
    if (wished === locale) return undefined;
    const found = translations.find((translation) => translation.locale === wished);
    if (found) return found;
  }
  return undefined;
}
