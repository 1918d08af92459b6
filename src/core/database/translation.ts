import { Column, PrimaryColumn, type SelectQueryBuilder, type ObjectLiteral } from 'typeorm';
import type { Locale } from '../i18n/locales';
import { machineOf } from '../texts/origin';

export const TRANSLATION_STATUSES = ['machine', 'draft', 'in_review', 'reviewed'] as const;
export type TranslationStatus = (typeof TRANSLATION_STATUSES)[number];
/** How the reader sees a text; `outdated` is told apart because it is derived, never stored. */
export type TextState = 'original' | TranslationStatus;

/**
 * Content with a language of its own. The strings stand in the owner's columns;
 * translations are rows beside it (DESIGN §3).
 */
export abstract class TranslatableEntity {
  /** BCP 47 tag of the original. */
  @Column('text')
  locale!: Locale;

  /** Grows with every change of the original's strings; also the base of compare-and-set. */
  @Column('int', { default: 1 })
  revision!: number;
}

/** The columns that every translation has; a capability adds only its strings. Key: (owner_id, locale). */
export abstract class TranslationEntity {
  @PrimaryColumn('uuid', { name: 'owner_id' })
  ownerId!: string;

  @PrimaryColumn('text')
  locale!: Locale;

  @Column('text')
  status!: TranslationStatus;

  /** The revision of the original that this was made from. */
  @Column('int', { name: 'source_revision' })
  sourceRevision!: number;

  /** `person`, `import` or `machine:<provider>`. */
  @Column('text')
  origin!: string;

  @Column('uuid', { name: 'translator_id', nullable: true })
  translatorId!: string | null;

  /** Name of the translator as it is shown beside the text; follows the person's own. */
  @Column('text', { name: 'translated_by', nullable: true })
  translatedBy!: string | null;

  @Column('uuid', { name: 'reviewer_id', nullable: true })
  reviewerId!: string | null;

  @Column('timestamptz', { name: 'translated_at', default: () => 'clock_timestamp()' })
  translatedAt!: Date;
}

/** The same columns for the table of a new kind of text. Its own strings and its key stand beside them. */
export const COLUMNS_OF_TRANSLATIONS = `
  locale text not null check (locale ~ '^[a-z]{2,3}$'),
  status text not null check (status in ('machine', 'draft', 'in_review', 'reviewed')),
  source_revision int not null,
  origin text not null,
  translator_id uuid,
  translated_by text,
  reviewer_id uuid,
  translated_at timestamptz not null default clock_timestamp()`;

/** What the first tables of translations had, for their migrations. */
export const TRANSLATION_COLUMNS = `
  locale text not null check (locale in ('sv', 'sl', 'it', 'en')),
  status text not null check (status in ('machine', 'draft', 'reviewed')),
  source_revision int not null,
  origin text not null,
  translator_id uuid,
  reviewer_id uuid,
  translated_at timestamptz not null default clock_timestamp(),
  primary key (owner_id, locale)`;

/** The columns of a text that can be translated, for a migration. */
export const TRANSLATABLE_COLUMNS = `
  locale text not null check (locale in ('sv', 'sl', 'it', 'en')),
  revision int not null default 1`;

export interface Translatable<Translation extends TranslationEntity> extends TranslatableEntity {
  translations?: Translation[];
}

/** One rendering chosen for a reader, with all that must be said about it. */
export interface Rendering<Source> {
  text: Source;
  locale: Locale;
  state: TextState;
  /** The original has changed since this was translated. */
  outdated: boolean;
  originalLocale: Locale;
  /** Who translated it: a person, or a machine by its name; null for originals and when nobody says so. */
  by: string | null;
}

const TRUST: Record<TranslationStatus, number> = { reviewed: 0, in_review: 1, draft: 2, machine: 3 };

/** Joins only the translations that this reader might be shown. */
export function withTranslations<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  alias: string,
  readingLocales: readonly string[],
): SelectQueryBuilder<Row> {
  return query.leftJoinAndSelect(
    `${alias}.translations`,
    `${alias}_translation`,
    `${alias}_translation.locale = any(:${alias}Locales)`,
    { [`${alias}Locales`]: readingLocales },
  );
}

/**
 * The one place that decides which rendering a reader sees: the first of the reader's languages
 * for which there is an original or a translation; otherwise the original.
 */
export function pick<Translation extends TranslationEntity, Source extends Translatable<Translation>>(
  source: Source,
  readingLocales: readonly string[],
): Rendering<Source | Translation> {
  for (const locale of readingLocales) {
    if (locale === source.locale) break;
    const [best] = (source.translations ?? [])
      .filter((translation) => translation.locale === locale)
      .sort((a, b) => TRUST[a.status] - TRUST[b.status]);
    if (best)
      return {
        text: best,
        locale: best.locale,
        state: best.status,
        outdated: best.sourceRevision < source.revision,
        originalLocale: source.locale,
        by: machineOf(best.origin) ?? best.translatedBy ?? null,
      };
  }
  return {
    text: source,
    locale: source.locale,
    state: 'original',
    outdated: false,
    originalLocale: source.locale,
    by: null,
  };
}
