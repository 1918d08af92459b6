import { Language } from '../../core/i18n/language';
import type { Locale } from '../../core/i18n/locales';
import { useLanguage } from '../../ui/language';

/** The statement as its author will read it, in her language, but for the moderator's own words. */
export function WhatTheAuthorReads({ locale, measure }: { locale: Locale; measure: 'hide' | 'lock' }) {
  const { t, inLanguage } = useLanguage();
  const theirs = Language.of(locale).t;
  return (
    <details>
      <summary>{t('moderation:decide.author_reads', { in: inLanguage(locale) })}</summary>
      <div class="stack stack-tight upright" lang={locale}>
        <p>
          <b>{theirs('moderation:statement.title')}</b>
        </p>
        <p>{theirs(`moderation:statement.did.${measure}`)}</p>
        <p>{`${theirs('moderation:fact.ground')}: …`}</p>
        <p class="soft">{theirs('moderation:decide.your_words')}</p>
        <p>{theirs('moderation:statement.no_machine')}</p>
        <p>{theirs('moderation:statement.court')}</p>
      </div>
    </details>
  );
}
