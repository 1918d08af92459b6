import type { Actor } from '../../core/access/actor';
import { Policy } from '../../core/access/policy';
import type { Locale } from '../../core/i18n/locales';

const keeps = (actor: Actor): boolean => actor.administrator || actor.places('organiser').length > 0;

/** Who may what with the memory of translations into a language, as far as it is public. */
export const memoryPolicy = new Policy<Locale, 'take' | 'bring'>(
  {
    read: () => true,
    take: (actor, locale) => keeps(actor) || actor.translates(locale),
    bring: keeps,
  },
  () => ({ where: 'true', parameters: {} }),
);
