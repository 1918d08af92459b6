import type { DataSource, EntityManager } from 'typeorm';
import type { Locale } from '../core/i18n/locales';

/** The kind of what lies outside the hub, beside the kinds of texts. */
export const SOURCE = 'source';

/** What lies outside the hub and is cited: a page, a law, a statistic. */
export interface Source {
  id: string;
  title: string;
  /** Language of the title, and of the source unless somebody says otherwise. */
  locale: Locale;
  publisher: string | null;
  address: string | null;
  /** ISO 8601, as exact as it is known. */
  published: string | null;
  /** ISO 8601 date on which it was read. */
  readOn: string;
  /** Since when its address has led nowhere; ISO 8601 date. */
  deadSince: string | null;
}

export const findSources = (
  database: DataSource | EntityManager,
  ids: readonly string[],
): Promise<Source[]> =>
  database.query<Source[]>(
    `select id, title, locale, publisher, address, published, to_char(read_on, 'YYYY-MM-DD') as "readOn",
       to_char(dead_since at time zone 'UTC', 'YYYY-MM-DD') as "deadSince"
     from sources where id = any($1::uuid[])`,
    [ids],
  );
