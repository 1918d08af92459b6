import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { LOCALES, type Locale } from '../../core/i18n/locales';

/** How many texts of a record are the original in a language, translated to it, or missing. */
export interface LanguageCounts {
  locale: Locale;
  original: number;
  reviewed: number;
  in_review: number;
  draft: number;
  machine: number;
  outdated: number;
  missing: number;
}

const QUERY = `
  with texts as (
    select id, locale, revision from partnerships where id = $1
    union all select id, locale, revision from statements where partnership_id = $1
    union all select id, locale, revision from source_notes where partnership_id = $1
  ), made as (
    select owner_id, locale, status, source_revision from partnership_translations
    union all select owner_id, locale, status, source_revision from statement_translations
    union all select owner_id, locale, status, source_revision from source_note_translations
  ), standing as (
    select target.locale, case
      when texts.locale = target.locale then 'original'
      when made.owner_id is null then 'missing'
      when made.source_revision < texts.revision then 'outdated'
      else made.status end as standing
    from texts cross join unnest($2::text[]) target (locale)
    left join made on made.owner_id = texts.id and made.locale = target.locale
  )
  select locale,
    (count(*) filter (where standing = 'original'))::int as original,
    (count(*) filter (where standing = 'reviewed'))::int as reviewed,
    (count(*) filter (where standing = 'draft'))::int as draft,
    (count(*) filter (where standing = 'in_review'))::int as in_review,
    (count(*) filter (where standing = 'machine'))::int as machine,
    (count(*) filter (where standing = 'outdated'))::int as outdated,
    (count(*) filter (where standing = 'missing'))::int as missing
  from standing group by locale order by array_position($2::text[], locale)`;

/** The state of translation of a whole record. */
@Injectable()
export class Standings {
  constructor(private readonly database: DataSource) {}

  of(partnershipId: string): Promise<LanguageCounts[]> {
    return this.database.query(QUERY, [partnershipId, [...LOCALES]]);
  }
}
