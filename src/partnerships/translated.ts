import type { Actor } from '../core/access/actor';
import type { TranslatableEntity } from '../core/database/translation';
import { Invalid } from '../core/errors/refusal';
import type { Locale } from '../core/i18n/locales';

/**
 * Who made a translation, from which revision of the original. The revision is the one that the translator
 * had before her: when the original changed meanwhile, her text is outdated from the start.
 * @throws Invalid when it is the language of the original
 */
export function translatedBy(
  actor: Actor,
  owner: TranslatableEntity & { id: string },
  { locale, revision }: { locale: Locale; revision: number },
) {
  if (locale === owner.locale) throw Invalid.field('locale', 'partnerships:problem.own_language');
  return {
    ownerId: owner.id,
    locale,
    status: 'draft' as const,
    sourceRevision: Math.min(revision, owner.revision),
    origin: actor.system ? 'import' : 'person',
    translatorId: actor.person?.id ?? null,
    reviewerId: null,
    translatedAt: new Date(),
  };
}
