import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import type { TranslatableEntity, TranslationEntity } from '../../core/database/translation';
import { Conflict, Invalid } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';

/** What a translator sends along with her texts. */
export interface Translating {
  locale: Locale;
  /**
   * The revision of the original that she had before her: when the original changed meanwhile,
   * her text is outdated from the start.
   */
  revision: number;
  /** Which translation she started from (see `seenOf`); absent for imports, which do not ask. */
  seen?: string;
}

/** Names the state of a translation, so that two people do not overwrite each other. */
export const seenOf = (translation: Pick<TranslationEntity, 'translatedAt'> | null | undefined): string =>
  translation?.translatedAt.toISOString() ?? '';

/**
 * Saves a translation by a person, as a draft.
 * @throws Invalid when it is the language of the original, Conflict when somebody saved another one first
 */
export async function keepTranslation(
  tx: EntityManager,
  entity: EntityTarget<TranslationEntity>,
  owner: TranslatableEntity & { id: string },
  {
    actor,
    texts,
    locale,
    revision,
    seen,
  }: Translating & { actor: Actor; texts: Record<string, string | null> },
): Promise<void> {
  if (locale === owner.locale) throw Invalid.field('locale', 'partnerships:problem.own_language');
  await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`translation ${owner.id} ${locale}`]);
  const where: FindOptionsWhere<TranslationEntity> = { ownerId: owner.id, locale };
  const now = await tx.findOneBy<TranslationEntity & ObjectLiteral>(entity, where);
  if (seen !== undefined && seen !== seenOf(now))
    throw new Conflict({
      ...only(now ?? {}, Object.keys(texts)),
      revision: owner.revision,
      seen: seenOf(now),
    });
  const made = {
    ownerId: owner.id,
    locale,
    status: 'draft' as const,
    sourceRevision: Math.min(revision, owner.revision),
    origin: actor.system ? 'import' : 'person',
    translatorId: actor.person?.id ?? null,
    reviewerId: null,
    translatedAt: new Date(),
  };
  await tx.upsert(entity, { ...texts, ...made }, ['ownerId', 'locale']);
}

const only = (row: ObjectLiteral, names: string[]) =>
  Object.fromEntries(names.map((name) => [name, row[name] as unknown]));
