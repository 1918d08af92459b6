import type { Actor } from '../../core/access/actor';
import { Policy } from '../../core/access/policy';
import { LOCALES } from '../../core/i18n/locales';

const appoints = (actor: Actor): boolean => actor.administrator || actor.places('organiser').length > 0;

const reads = (actor: Actor): boolean =>
  actor.places('organiser', 'editor', 'host').length > 0 ||
  LOCALES.some((locale) => actor.translates(locale));

/** Who translates into which language is known to translators, and to those whose texts they translate. */
export const translatorPolicy = new Policy<undefined, 'appoint'>(
  {
    read: reads,
    appoint: (actor) => appoints(actor) || 'translations:refusal.appointers_only',
  },
  (actor) => ({ where: reads(actor) ? 'true' : 'false', parameters: {} }),
);
