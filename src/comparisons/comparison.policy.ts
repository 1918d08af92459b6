import type { Actor } from '../core/access/actor';
import { Policy, type Scope } from '../core/access/policy';
import type { Partnership } from '../partnerships/partnership.entity';
import { partnershipPolicy } from '../partnerships/partnership.policy';
import type { Comparison } from './comparison.entity';

export interface ComparisonSubject extends Pick<Comparison, 'status' | 'version'> {
  partnership: Pick<Partnership, 'id' | 'status'>;
  /** Platforms of the countries that are compared. */
  platformIds: readonly string[];
}

/** Also with a token that may only read. */
export const writesIn = (actor: Actor, { partnership: { id } }: ComparisonSubject): boolean =>
  actor.administrator || actor.holds('organiser', id) || actor.holds('editor', id);

/** Sees the work under way: whoever writes it, and the people of its platforms as soon as it is open. */
export const worksIn = (actor: Actor, subject: ComparisonSubject): boolean =>
  writesIn(actor, subject) ||
  (subject.status !== 'draft' &&
    (actor.holds('member', subject.partnership.id) ||
      subject.platformIds.some((id) => actor.holds('host', id) || actor.holds('member', id))));

/** The same as SQL, over the comparison's alias. */
export function workingIn(actor: Actor, comparison: string): Scope {
  if (actor.administrator) return { where: 'true', parameters: {} };
  return {
    where: `(${comparison}.partnership_id = any(:comparisonOwn) or (${comparison}.status <> 'draft' and (
      ${comparison}.partnership_id = any(:comparisonMember) or exists (select from comparison_countries compared
        where compared.comparison_id = ${comparison}.id and compared.platform_id = any(:comparisonSeats)))))`,
    parameters: {
      comparisonOwn: actor.places('organiser', 'editor'),
      comparisonMember: actor.places('member'),
      comparisonSeats: actor.places('host', 'member'),
    },
  };
}

/** Over `comparison` and, joined as `partnership`, whose it is. */
function readable(actor: Actor, comparison: string): Scope {
  const work = workingIn(actor, comparison);
  const partnership = partnershipPolicy.readable(actor, 'partnership');
  return {
    where: `(${partnership.where} and (${comparison}.version > 0 or ${work.where}))`,
    parameters: { ...partnership.parameters, ...work.parameters },
  };
}

/** What was published is read by whoever reads the partnership; the work under way by those who do it. */
export const comparisonPolicy = new Policy<ComparisonSubject, 'edit' | 'publish'>(
  {
    read: (actor, subject) =>
      partnershipPolicy.may(actor, 'read', subject.partnership) &&
      (subject.version > 0 || worksIn(actor, subject)),
    edit: (actor, subject) => {
      if (!writesIn(actor, subject)) return false;
      return subject.status !== 'closed' || 'comparisons:refusal.closed';
    },
    publish: writesIn,
  },
  readable,
);

/** Whoever writes in a partnership may begin a comparison in it. */
export const newComparisonPolicy = new Policy<Pick<Partnership, 'id' | 'status'>, 'create'>(
  {
    read: (actor, partnership) => partnershipPolicy.may(actor, 'read', partnership),
    create: (actor, partnership) => partnershipPolicy.may(actor, 'edit', partnership),
  },
  (actor, alias) => partnershipPolicy.readable(actor, alias),
);
