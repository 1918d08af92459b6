import type { Key } from '../../core/i18n/keys';
import type { Criterion } from '../reviews/verdict';

export const CRITERION_WORDS: Record<Criterion, Key> = {
  effect: 'practices:case.criterion.effect',
  cooperation: 'practices:case.criterion.cooperation',
  transferability: 'practices:case.criterion.transferability',
  sustainability: 'practices:case.criterion.sustainability',
  inclusion: 'practices:case.criterion.inclusion',
  novelty: 'practices:case.criterion.novelty',
};
