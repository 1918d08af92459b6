import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import type { Locale } from '../../core/i18n/locales';
import type { PostView } from '../posts/post.schema';
import type { Thread } from './thread.entity';

type Author = PostView['author'];

/** More seats than this are not drawn. */
const SEATS = 24;

/** What is known of those who write. */
@Injectable()
export class Authors {
  constructor(private readonly database: DataSource) {}

  /** Who has spoken in the thread, each once, in the order in which they came; for whom they spoke last. */
  async of(thread: Pick<Thread, 'id' | 'roomId'>): Promise<Author[]> {
    const rows = await this.database.query<
      { id: string; name: string; organisation: Author['organisation'] }[]
    >(
      `select author.id, author.name,
         case when organisation.id is not null then jsonb_build_object(
           'name', organisation.name, 'locale', organisation.locale, 'slug', organisation.slug) end as organisation
       from (
         select author_id, min(number) as came, (array_agg(organisation_id order by number desc))[1] as organisation_id
         from posts where room_id = $1 and thread_id = $2 and withdrawn_at is null group by author_id
       ) spoken
       join people author on author.id = spoken.author_id
       left join organisations organisation on organisation.id = spoken.organisation_id
       order by spoken.came limit ${SEATS}`,
      [thread.roomId, thread.id],
    );
    return rows;
  }

  /** The language that the person wrote in last. */
  async usualLocale(actor: Actor): Promise<Locale | undefined> {
    if (!actor.person) return undefined;
    const [last] = await this.database.query<{ locale: Locale }[]>(
      'select locale from posts where author_id = $1 order by published_at desc limit 1',
      [actor.person.id],
    );
    return last?.locale;
  }
}
