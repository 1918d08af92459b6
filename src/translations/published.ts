import type { EntityManager } from 'typeorm';
import type { TranslationStatus } from '../core/database/translation';
import type { Locale } from '../core/i18n/locales';
import type { Strings, Text, TextKind } from '../core/texts/text-kind';
import type { Segment } from './segment';

/** A translation as readers are shown it. */
export interface Published {
  strings: Strings;
  status: TranslationStatus;
  /** The revision of the original that it was made from. */
  sourceRevision: number;
  origin: string;
  translatorId: string | null;
  translatedBy: string | null;
  reviewerId: string | null;
  translatedAt: Date;
}

interface Row {
  strings: Strings;
  status: TranslationStatus;
  source_revision: number;
  origin: string;
  translator_id: string | null;
  translated_by: string | null;
  reviewer_id: string | null;
  translated_at: Date;
}

export async function readPublished(
  tx: EntityManager,
  { translations, strings }: TextKind,
  id: string,
  locale: Locale,
): Promise<Published | undefined> {
  const named = strings.map(({ name }) => `'${name}', ${name}`).join(', ');
  const [row] = await tx.query<Row[]>(
    `select json_build_object(${named}) as strings, status, source_revision, origin, translator_id, translated_by,
       reviewer_id, translated_at
     from ${translations} where owner_id = $1 and locale = $2`,
    [id, locale],
  );
  if (!row) return undefined;
  return {
    strings: row.strings,
    status: row.status,
    sourceRevision: row.source_revision,
    origin: row.origin,
    translatorId: row.translator_id,
    translatedBy: row.translated_by,
    reviewerId: row.reviewer_id,
    translatedAt: row.translated_at,
  };
}

/** Writes what readers are shown. The caller holds the lock of the translation. */
export async function writePublished(
  tx: EntityManager,
  kind: TextKind,
  text: Text,
  locale: Locale,
  made: Omit<Published, 'translatedAt' | 'translatedBy'>,
): Promise<void> {
  const row: Record<string, unknown> = {
    ...made.strings,
    ...kind.derived(text, made.strings),
    status: made.status,
    source_revision: made.sourceRevision,
    origin: made.origin,
    translator_id: made.translatorId,
    reviewer_id: made.reviewerId,
  };
  const names = Object.keys(row);
  const values = [text.id, locale, ...Object.values(row)];
  const set = names.map((name, place) => `${name} = $${place + 3}`).join(', ');
  const translator =
    '(select name from people where id = $' + String(names.indexOf('translator_id') + 3) + ')';
  const [, changed] = await tx.query<[unknown, number]>(
    `update ${kind.translations} set ${set}, translated_by = ${translator}, translated_at = clock_timestamp()
     where owner_id = $1 and locale = $2`,
    values,
  );
  if (changed > 0) return;
  await tx.query(
    `insert into ${kind.translations} (owner_id, locale, ${names.join(', ')}, translated_by)
     values ($1, $2, ${names.map((_, place) => `$${place + 3}`).join(', ')}, ${translator})`,
    values,
  );
}

export const sameStrings = (one: Strings, other: Strings): boolean =>
  Object.entries(one).every(([name, value]) => (other[name] ?? null) === value);

export const isSame = (
  published: Published,
  shown: Omit<Published, 'translatedAt' | 'translatedBy'>,
): boolean =>
  sameStrings(shown.strings, published.strings) &&
  (['status', 'sourceRevision', 'origin', 'translatorId', 'reviewerId'] as const).every(
    (name) => published[name] === shown[name],
  );

/** Whether a string would go that readers have, and that the original still has. */
export const wouldLose = (text: Text, published: Published, strings: Strings): boolean =>
  Object.entries(strings).some(
    ([name, value]) => value === null && published.strings[name] != null && text.strings[name] !== null,
  );

/** Whom readers are told of: the machine if any part is still its own, otherwise who did the most recent part. */
export function responsible(
  segments: readonly Segment[],
): Pick<Published, 'origin' | 'translatorId' | 'reviewerId'> {
  const latest = [...segments].sort((a, b) => Number(b.madeAt) - Number(a.madeAt));
  const machine = latest.find(({ origin }) => origin?.startsWith('machine:'));
  const { origin, translatorId } = machine ?? latest.find((segment) => segment.translatorId) ?? latest[0]!;
  return { origin: origin!, translatorId, reviewerId: latest[0]?.reviewerId ?? null };
}
