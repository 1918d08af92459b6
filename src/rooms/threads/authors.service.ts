import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import type { Locale } from '../../core/i18n/locales';

/** What is known of those who write. */
@Injectable()
export class Authors {
  constructor(private readonly database: DataSource) {}

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
