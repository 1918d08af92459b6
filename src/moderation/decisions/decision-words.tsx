import type { Key } from '../../core/i18n/keys';
import { useLanguage } from '../../ui/language';
import { groundWords, isLaw, type Ground } from '../grounds';
import type { Decision } from './measure';

/** What was decided, in the log and to those who keep order. */
export function measureWords({ measure, outcome }: Pick<Decision, 'measure' | 'outcome'>): Key {
  return outcome ? `moderation:review.${outcome}` : `moderation:measure.${measure}`;
}

/** A house rule or a law, by its name. */
export function GroundWords({ ground }: { ground: Ground }) {
  const { t } = useLanguage();
  const name = t(groundWords(ground));
  return <>{t(isLaw(ground) ? 'moderation:ground.law' : 'moderation:ground.rule', { name })}</>;
}

/** What was decided, by which rule or law, and in the moderator's own words. */
export function WhatWasDecided({ decision }: { decision: Decision }) {
  const { t } = useLanguage();
  const { ground, facts, locale } = decision;
  return (
    <>
      <p class="item-title">{t(measureWords(decision))}</p>
      {ground && (
        <p class="small">
          <GroundWords ground={ground} />
        </p>
      )}
      <p class="merge-text" lang={locale}>
        {facts}
      </p>
    </>
  );
}
