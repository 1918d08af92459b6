import type { Actor } from '../core/access/actor';
import { Policy, type Scope } from '../core/access/policy';
import type { Key } from '../core/i18n/keys';
import {
  comparisonPolicy,
  worksIn,
  writesIn,
  type ComparisonSubject,
} from '../comparisons/comparison.policy';
import type { Recommendation } from './recommendation.entity';

export interface RecommendationSubject extends Pick<Recommendation, 'status'> {
  comparison: ComparisonSubject;
}

const writes = (actor: Actor, { comparison }: RecommendationSubject): boolean => writesIn(actor, comparison);

/** As long as it stands there to be read and changed. */
const standing =
  (status: 'draft' | 'published') =>
  (actor: Actor, subject: RecommendationSubject): boolean | Key => {
    if (!writes(actor, subject)) return false;
    return subject.status === status || 'recommendations:refusal.other_status';
  };

/** Who may what with a recommendation. Drafts are for those who write the comparison, all else for those who read it. */
export const recommendationPolicy = new Policy<
  RecommendationSubject,
  'edit' | 'publish' | 'remove' | 'withdraw' | 'replace' | 'tell' | 'keep'
>(
  {
    read: (actor, subject) =>
      comparisonPolicy.may(actor, 'read', subject.comparison) &&
      (subject.status !== 'draft' || writes(actor, subject)),
    edit: (actor, subject) => {
      if (!writes(actor, subject)) return false;
      return ['draft', 'published'].includes(subject.status) || 'recommendations:refusal.other_status';
    },
    publish: standing('draft'),
    remove: standing('draft'),
    withdraw: standing('published'),
    replace: standing('published'),
    /** That somebody has taken it up: whoever belongs to the partnership or to its platforms. */
    tell: (actor, { status, comparison }) => {
      if (!worksIn(actor, comparison)) return 'recommendations:refusal.not_of_partnership';
      return status === 'published' || 'recommendations:refusal.other_status';
    },
    /** Writes new ones, and puts right what others told. */
    keep: writes,
  },
  readable,
);

/** Over the alias of the recommendation; `comparison` and `partnership` are joined. */
function readable(actor: Actor, recommendation: string): Scope {
  const { where, parameters } = comparisonPolicy.readable(actor, 'comparison');
  if (actor.administrator) return { where, parameters };
  return {
    where: `(${where} and (${recommendation}.status <> 'draft'
      or comparison.partnership_id = any(:recommendationOwn)))`,
    parameters: { ...parameters, recommendationOwn: actor.places('organiser', 'editor') },
  };
}
