import type { DataSource, EntityManager } from 'typeorm';
import { rendered, type RenderedText } from '../../core/database/rendered';
import type { TranslatableEntity, TranslationEntity } from '../../core/database/translation';
import { LIMITS, type PracticeString } from '../practice-strings';

const NAMES = Object.keys(LIMITS) as PracticeString[];

type Strings = Record<PracticeString, string | null>;

/** What is written about a case, with the translations that were asked for. */
export type PracticeSource = TranslatableEntity &
  Strings & { id: string; translations: (TranslationEntity & Strings)[] };

/** What cases say, by id: what was frozen, while the next version is being written. */
export async function sourcesOf(
  database: DataSource | EntityManager,
  ids: readonly string[],
  locales: readonly string[],
): Promise<Map<string, PracticeSource>> {
  if (ids.length === 0) return new Map();
  const [rows, translations] = await Promise.all([
    database.query<PracticeSource[]>(
      `select id, locale, revision, ${NAMES.join(', ')} from practice_originals where id = any($1)`,
      [ids],
    ),
    database.query<(TranslationEntity & Strings)[]>(
      `select owner_id as "ownerId", locale, status, source_revision as "sourceRevision", origin,
         translated_by as "translatedBy", translated_at as "translatedAt", ${NAMES.join(', ')}
       from practice_translations where owner_id = any($1) and locale = any($2)`,
      [ids, locales],
    ),
  ]);
  return new Map(
    rows.map((row) => [
      row.id,
      { ...row, translations: translations.filter(({ ownerId }) => ownerId === row.id) },
    ]),
  );
}

/** One string of a case for a reader; `null` when the original has none. */
export const said = (
  source: PracticeSource,
  name: PracticeString,
  locales: readonly string[],
): RenderedText | null => rendered(source, (row: Strings) => row[name], locales);
