import type { Actor } from '../core/access/actor';
import { Policy } from '../core/access/policy';
import type { Text } from '../core/texts/text-kind';
import type { Locale } from '../core/i18n/locales';

/** A text that the actor is known to read, and the language that it is to be translated to. */
export interface TranslationSubject {
  text: Pick<Text, 'locale' | 'partnershipId' | 'platformId' | 'roomId' | 'authorId'>;
  locale: Locale;
}

/** Keeps order where the text belongs; what belongs nowhere is kept by all who keep order anywhere. */
function keeps(actor: Actor, { partnershipId, platformId, roomId }: TranslationSubject['text']): boolean {
  if (actor.administrator) return true;
  if (!partnershipId && !platformId && !roomId) return actor.places('organiser', 'editor', 'host').length > 0;
  return (
    actor.holds('organiser', partnershipId) ||
    actor.holds('editor', partnershipId) ||
    actor.holds('host', platformId)
  );
}

function translates(actor: Actor, { text, locale }: TranslationSubject) {
  if (locale === text.locale) return 'translations:refusal.own_language' as const;
  const may = keeps(actor, text) || actor.translates(locale) || actor.is(text.authorId);
  return may || ('translations:refusal.translators_only' as const);
}

/** Who may what with the translation of a text. It is read by who reads the text (`TextKind.readable`). */
export const translationPolicy = new Policy<TranslationSubject, 'translate' | 'review' | 'assign'>(
  {
    read: () => true,
    translate: translates,
    /** Authors may translate their own words, but not vouch for that. */
    review: (actor, { text, locale }) =>
      locale !== text.locale && (keeps(actor, text) || actor.translates(locale))
        ? true
        : 'translations:refusal.reviewers_only',
    assign: (actor, { text, locale }) => keeps(actor, text) || actor.translates(locale),
  },
  () => ({ where: 'true', parameters: {} }),
);
