import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Locale } from '../../core/i18n/locales';
import { TextKinds } from '../../core/texts/text-kinds';
import type { ComparisonData } from '../comparison-data';
import { addTranslations, eachWords, keyOf, type TextTranslation } from './comparison-words';
import { namesOf, translationsIn, translationsOf } from './text-translations';

interface VersionNote {
  text: string;
  locale: Locale;
}

/** Published versions in the database: originals as one document, their translations beside it, one row per text. */
@Injectable()
export class VersionStore {
  constructor(
    private readonly database: DataSource,
    private readonly kinds: TextKinds,
  ) {}

  /** @param data originals without renderings */
  async keep(
    tx: EntityManager,
    data: ComparisonData,
    note: VersionNote | null,
    publishedBy: string | null,
  ): Promise<void> {
    await tx.query(
      `insert into comparison_versions (comparison_id, version, data, note, note_locale, published_by)
       values ($1, $2, $3, $4, $5, $6)`,
      [
        ...[data.id, data.version, JSON.stringify(data)],
        ...[note?.text ?? null, note?.locale ?? null, publishedBy],
      ],
    );
    const translations = await translationsIn(tx, this.kinds, data);
    const texts = new Map([...eachWords(data)].map(([words]) => [keyOf(words), words]));
    const rows = [...texts].map(([key, { kind, id, revision }]) => ({
      ...{ kind, id, revision },
      translations: (translations.get(key) ?? []).filter((each) => each.sourceRevision <= revision),
    }));
    await tx.query(
      `insert into comparison_version_texts (comparison_id, version, kind, text_id, revision, translations)
       select $1, $2, kind, id, revision, translations
       from jsonb_to_recordset($3) as text(kind text, id uuid, revision int, translations jsonb)`,
      [data.id, data.version, JSON.stringify(rows)],
    );
  }

  /** @returns it with its renderings, and how much room it takes */
  async read(comparisonId: string, version: number): Promise<{ data: ComparisonData; size: number }> {
    const [row] = await this.database.query<
      [{ data: string; note: string | null; locale: Locale; published: string }]
    >(
      `select data::text as data, note, note_locale as locale,
         to_char(published_at at time zone 'UTC', 'YYYY-MM-DD') as published
       from comparison_versions where comparison_id = $1 and version = $2`,
      [comparisonId, version],
    );
    const texts = await this.database.query<{ kind: string; id: string; translations: TextTranslation[] }[]>(
      `select kind, text_id as id, translations from comparison_version_texts
       where comparison_id = $1 and version = $2 and translations <> '[]'`,
      [comparisonId, version],
    );
    const translations = new Map(texts.map((text) => [keyOf(text), text.translations]));
    const data = JSON.parse(row.data) as ComparisonData;
    data.publishedOn = row.published;
    data.note = row.note === null ? null : { text: row.note, locale: row.locale };
    addTranslations(data, translations, await namesOf(this.database, translations));
    return { data, size: row.data.length * 3 };
  }

  /** Takes up how a text is rendered now, where the newest version says the same as its original, or more recently. */
  async render(tx: EntityManager, kind: string, id: string): Promise<void> {
    const rows = await tx.query<
      { comparison_id: string; version: number; revision: number; translations: TextTranslation[] }[]
    >(
      `select text.comparison_id, text.version, text.revision, text.translations
       from comparison_version_texts text join comparisons comparison
         on comparison.id = text.comparison_id and comparison.version = text.version
       where text.text_id = $1 and text.kind = $2 for update of text`,
      [id, kind],
    );
    for (const { comparison_id, version, revision, translations } of rows) {
      const now = (await translationsOf(tx, this.kinds.named(kind), [id])).get(keyOf({ kind, id })) ?? [];
      const fit = now.filter((each) => each.sourceRevision <= revision);
      const kept = translations.filter((each) => !fit.some(({ locale }) => locale === each.locale));
      const all = [...kept, ...fit].sort((a, b) => a.locale.localeCompare(b.locale));
      await tx.query(
        `with rendered as (update comparison_version_texts set translations = $5
           where comparison_id = $1 and version = $2 and kind = $3 and text_id = $4)
         update comparison_versions set rendered_at = clock_timestamp() where comparison_id = $1 and version = $2`,
        [comparison_id, version, kind, id, JSON.stringify(all)],
      );
    }
  }

  /** Makes everybody read anew what somebody has translated. */
  async renderWhatIsBy(translatorId: string): Promise<void> {
    await this.database.query(
      `update comparison_versions told set rendered_at = clock_timestamp()
       where exists (select from comparison_version_texts text
         where text.comparison_id = told.comparison_id and text.version = told.version
           and text.translations @> $1)`,
      [JSON.stringify([{ translatorId }])],
    );
  }
}
