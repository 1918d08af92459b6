import type { EntityManager } from 'typeorm';
import type { Actor } from '../core/access/actor';
import type { Locale } from '../core/i18n/locales';
import type { Segment } from './segment';

/** Which translation: of which text, into which language. */
export interface TranslationOf {
  kind: string;
  id: string;
  locale: Locale;
}

interface Row {
  id: string;
  string: string;
  position: number;
  source: string;
  made_from: string | null;
  text: string | null;
  status: Segment['status'];
  origin: string | null;
  translator_id: string | null;
  reviewer_id: string | null;
  made_at: Date | null;
  version: number;
}

/** One at a time works on a translation, until her transaction ends. */
export async function lockTranslation(tx: EntityManager, { id, locale }: TranslationOf): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`translation ${id} ${locale}`]);
}

export async function readSegments(tx: EntityManager, { id, locale }: TranslationOf): Promise<Segment[]> {
  const rows = await tx.query<Row[]>(
    `select * from translation_segments where owner_id = $1 and locale = $2 order by string, position`,
    [id, locale],
  );
  return rows.map(toSegment);
}

const toSegment = (row: Row): Segment => ({
  id: row.id,
  string: row.string,
  position: row.position,
  source: row.source,
  madeFrom: row.made_from,
  text: row.text,
  status: row.status,
  origin: row.origin,
  translatorId: row.translator_id,
  reviewerId: row.reviewer_id,
  madeAt: row.made_at,
  version: row.version,
});

/** Puts these segments into the place of those that were there. */
export async function writeSegments(
  tx: EntityManager,
  of: TranslationOf,
  before: readonly Segment[],
  after: readonly Segment[],
): Promise<void> {
  const known = new Map(before.map((segment) => [segment.id, segment]));
  const kept = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  if (gone.length > 0) await tx.query('delete from translation_segments where id = any($1)', [gone]);
  const changed = after.filter(
    (segment) => JSON.stringify(known.get(segment.id)) !== JSON.stringify(segment),
  );
  if (changed.length === 0) return;
  await tx.query(
    `insert into translation_segments (kind, owner_id, locale, id, string, position, source, made_from, text, status,
       origin, translator_id, reviewer_id, made_at, version)
     select $1, $2, $3, row.id, row.string, row.position, row.source, row."madeFrom", row.text, row.status,
       row.origin, row."translatorId", row."reviewerId", row."madeAt", row.version
     from json_to_recordset($4) as row (id uuid, string text, position int, source text, "madeFrom" text, text text,
       status text, origin text, "translatorId" uuid, "reviewerId" uuid, "madeAt" timestamptz, version int)
     on conflict (id) do update set position = excluded.position, source = excluded.source,
       made_from = excluded.made_from, text = excluded.text, status = excluded.status, origin = excluded.origin,
       translator_id = excluded.translator_id, reviewer_id = excluded.reviewer_id, made_at = excluded.made_at,
       version = excluded.version`,
    [of.kind, of.id, of.locale, JSON.stringify(changed)],
  );
}

/** Appends what was done to these segments, and by whom. Nothing of it is ever changed. */
export async function rememberSegments(
  tx: EntityManager,
  of: TranslationOf,
  actor: Actor,
  origin: string,
  segments: readonly Segment[],
): Promise<void> {
  await tx.query(
    `insert into segment_revisions (kind, owner_id, locale, string, segment_id, source, text, status, origin, person_id)
     select $1, $2, $3, row.string, row.id, row.source, row.text, row.status, $5, $6
     from json_to_recordset($4) as row (string text, id uuid, source text, text text, status text)`,
    [of.kind, of.id, of.locale, JSON.stringify(segments), origin, actor.person?.id ?? null],
  );
}
