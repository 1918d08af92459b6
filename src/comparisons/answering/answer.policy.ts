import type { Actor } from '../../core/access/actor';
import { Policy, type Scope } from '../../core/access/policy';
import type { Key } from '../../core/i18n/keys';
import { LOCALES } from '../../core/i18n/locales';
import type { AnswerState } from '../comparison-facts';
import { comparisonPolicy, workingIn, worksIn, writesIn, type ComparisonSubject } from '../comparison.policy';
import type { Answer } from './answer.entity';

export interface AnswerSubject extends Pick<Answer, 'state' | 'platformId' | 'publishedVersion'> {
  comparison: ComparisonSubject;
}

/** Before its platform has signed it off. */
const OPEN: readonly AnswerState[] = ['draft', 'commented'];

/** Any language: whoever translates may be asked for this one. */
const translates = (actor: Actor): boolean => LOCALES.some((locale) => actor.translates(locale));

/** The hosts of its platform; those who write the comparison where no platform stands behind it. */
const answersFor = (actor: Actor, { platformId, comparison }: AnswerSubject): boolean =>
  actor.administrator || (platformId ? actor.holds('host', platformId) : writesIn(actor, comparison));

const among =
  (states: readonly AnswerState[], who: (actor: Actor, answer: AnswerSubject) => boolean | Key) =>
  (actor: Actor, answer: AnswerSubject): boolean | Key => {
    if (answer.comparison.status !== 'open') return 'comparisons:refusal.closed';
    return states.includes(answer.state) ? who(actor, answer) : 'comparisons:refusal.other_state';
  };

const own = (actor: Actor, answer: AnswerSubject): boolean | Key =>
  answersFor(actor, answer) || 'comparisons:refusal.not_yours';

/** Hosts of the other countries; nobody checks what she answers for herself. */
function checks(actor: Actor, { platformId, comparison }: AnswerSubject): boolean | Key {
  const others = comparison.platformIds.filter((id) => id !== platformId);
  const hosts = others.some((id) => actor.holds('host', id)) && !actor.holds('host', platformId);
  return hosts || 'comparisons:refusal.own_country';
}

export type AnswerAbility =
  ('edit' | 'comment' | 'present' | 'agree') | ('check' | 'resume' | 'release') | 'respond';

/** Who may what with an answer, at each of its stations. */
export const answerPolicy = new Policy<AnswerSubject, AnswerAbility>(
  {
    read: (actor, answer) =>
      comparisonPolicy.may(actor, 'read', answer.comparison) &&
      (answer.publishedVersion > 0 ||
        worksIn(actor, answer.comparison) ||
        (!OPEN.includes(answer.state) && translates(actor))),
    edit: (actor, answer) => {
      if (!OPEN.includes(answer.state)) return 'comparisons:refusal.locked';
      return among(OPEN, own)(actor, answer);
    },
    comment: among(['commented'], (actor, { comparison }) => worksIn(actor, comparison)),
    respond: among(OPEN, (actor, { platformId }) => actor.holds('member', platformId)),
    present: among(['draft'], own),
    agree: among(OPEN, own),
    check: among(['agreed'], checks),
    /** Back to its platform: the checkers had doubts, or what it says is to be brought up to date. */
    resume: among(['agreed', 'checked', 'disputed', 'published'], own),
    /** A dispute is not a veto: those who write the comparison may let it through, and say why. */
    /** A dispute is no veto: those who write the comparison may let it through, and say why. */
    release: among(['disputed'], (actor, { comparison }) => writesIn(actor, comparison)),
  },
  readable,
);

/** Over the alias of the answer; `comparison` and `partnership` are joined. */
function readable(actor: Actor, answer: string): Scope {
  if (actor.administrator) return { where: 'true', parameters: {} };
  const work = workingIn(actor, 'comparison');
  const comparison = comparisonPolicy.readable(actor, 'comparison');
  return {
    where: `(${comparison.where} and (${answer}.published_version > 0 or ${work.where}
      or (${answer}.state not in ('draft', 'commented') and :answerTranslator)))`,
    parameters: { ...comparison.parameters, ...work.parameters, answerTranslator: translates(actor) },
  };
}
