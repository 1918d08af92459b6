import type { Key } from '../../core/i18n/keys';
import { useLanguage } from '../../ui/language';
import { groundWords, isLaw, type Ground } from '../grounds';
import type { Measure } from './measure';

interface Made {
  measure: Measure;
  outcome: 'upheld' | 'overturned' | null;
}

/** What was decided, in the log and to those who keep order. */
export function measureWords({ measure, outcome }: Made): Key {
  return outcome ? `moderation:review.${outcome}` : `moderation:measure.${measure}`;
}

/** A house rule or a law, by its name. */
export function GroundWords({ ground }: { ground: Ground }) {
  const { t } = useLanguage();
  const name = t(groundWords(ground));
  return <>{t(isLaw(ground) ? 'moderation:ground.law' : 'moderation:ground.rule', { name })}</>;
}
