import type { EntityManager } from 'typeorm';
import type { TranslationStatus } from '../../core/database/translation';
import type { Locale } from '../../core/i18n/locales';
import type { PostView } from '../../rooms/posts/post.schema';

/** Words of a post as they stood when somebody reported it. */
export interface ReadingOfPost {
  locale: Locale;
  html: string;
  status: 'original' | TranslationStatus;
  readAt: Date;
}

/**
 * Keeps what the post says at this moment, and how that reads in the language of who reports it: an author can edit, and
 * a translation can be mended or be the very thing that is wrong. The same words are kept once.
 */
export async function keepReading(
  tx: EntityManager,
  caseId: string,
  { id, roomId }: Pick<PostView, 'id' | 'roomId'>,
  reads: Locale,
): Promise<void> {
  await tx.query(
    `insert into moderation_readings (case_id, locale, digest, html, status)
     select $1, said.locale, md5(said.html), said.html, said.status from (
       select locale, html, 'original' as status from posts where room_id = $2 and id = $3
       union all
       select made.locale, made.html, made.status
       from post_translations made join posts post on post.room_id = made.room_id and post.id = made.owner_id
       where made.room_id = $2 and made.owner_id = $3 and made.locale = $4 and made.locale <> post.locale
     ) said on conflict do nothing`,
    [caseId, roomId, id, reads],
  );
}

export const readingsOf = (
  database: Pick<EntityManager, 'query'>,
  caseId: string,
): Promise<ReadingOfPost[]> =>
  database.query(
    `select locale, html, status, read_at as "readAt" from moderation_readings where case_id = $1
     order by (status <> 'original'), locale, read_at`,
    [caseId],
  );
