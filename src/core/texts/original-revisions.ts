import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import type { Locale } from '../i18n/locales';
import type { Strings } from './text-kind';

/**
 * How much a change of an original weighs for its translations, as its editor says: nobody need be told of a corrected
 * typo, translators must hear of another meaning, readers of a translation must be warned of what is important.
 */
export const WEIGHTS = ['typo', 'meaning', 'important'] as const;
export type Weight = (typeof WEIGHTS)[number];

export interface Change {
  by: Actor;
  weight: Weight;
  /** Why, in a few words. */
  note?: string | null;
}

/** What a text said before it was changed. */
export interface Original {
  kind: string;
  id: string;
  locale: Locale;
  revision: number;
  strings: Strings;
}

/** Keeps what the original said, in the transaction that changes it: translations are compared with it later. */
export async function rememberOriginal(
  tx: EntityManager,
  { kind, id, revision, locale, strings }: Original,
  { by, weight, note = null }: Change,
): Promise<void> {
  await tx.query(
    `insert into original_revisions (kind, owner_id, revision, locale, strings, weight, changed_by, note)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [kind, id, revision, locale, JSON.stringify(strings), weight, by.person?.id ?? null, note],
  );
}

/** A translation of what the original said stays one of what it says now: nothing that it says has changed. */
export async function carryOver(
  tx: EntityManager,
  translations: string,
  { id, revision }: Pick<Original, 'id' | 'revision'>,
): Promise<void> {
  await tx.query(
    `update ${translations} set source_revision = $2 + 1 where owner_id = $1 and source_revision = $2`,
    [id, revision],
  );
}
