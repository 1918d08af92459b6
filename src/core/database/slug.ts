import type { EntityManager } from 'typeorm';

/** Letters that do not fall apart into a base letter and its mark. */
const WHOLE: Record<string, string> = { đ: 'd', ð: 'd', ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' };

/** »Škofja Loka« → skofja-loka, ”Örebro” → orebro (ui-terms §4). */
export function slugOf(words: string): string {
  return words
    .toLowerCase()
    .replace(/[đðøłßæœþ]/g, (letter) => WHOLE[letter]!)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}

/** Where a slug must be free, when that is not the whole table. */
interface SlugPlace {
  column: string;
  id: string;
  /** Further words that have a meaning in this place of an address. */
  reserved: ReadonlySet<string>;
}

/**
 * A slug that nobody has in the table; a second »Maribor« becomes maribor-2.
 * Holds a lock to the end of the transaction, so that two at once do not choose the same.
 */
export async function freeSlug(
  tx: EntityManager,
  table: string,
  words: string,
  within?: SlugPlace,
): Promise<string> {
  const slug = slugOf(words) || table;
  await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`slug ${table} ${within?.id ?? ''}`]);
  const rows: { slug: string }[] = await tx.query(
    `select slug from ${table} where (slug = $1 or slug like $1 || '-%')${within ? ` and ${within.column} = $2` : ''}`,
    [slug, ...(within ? [within.id] : [])],
  );
  const taken = new Set(rows.map((row) => row.slug));
  if (!taken.has(slug) && !RESERVED.has(slug) && !within?.reserved.has(slug)) return slug;
  for (let number = 2; ; number += 1) if (!taken.has(`${slug}-${number}`)) return `${slug}-${number}`;
}

/** Words that stand in the place of a slug in an address. */
const RESERVED = new Set(['new', 'edit', 'print', 'import', 'tasks', 'map']);
