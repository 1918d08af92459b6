import type { Actor } from '../../core/access/actor';
import { Policy } from '../../core/access/policy';
import type { PracticeCase } from '../practice-case';
import { answersFor, practicePolicy } from '../practice.policy';

const isOpen = ({ publishedAt, state }: PracticeCase): boolean =>
  publishedAt !== null && state !== 'withdrawn';

/** Who says what of a case that was published: readers, and those who answer for it. */
export const practiceReadersPolicy = new Policy<PracticeCase, 'thank' | 'tell' | 'confirm'>(
  {
    read: (actor, row) => practicePolicy.may(actor, 'read', row),
    thank: (actor, row) => {
      if (!isOpen(row)) return 'practices:useful.closed';
      return actor.signedIn && (!actor.is(row.authorId) || 'practices:useful.author');
    },
    tell: (actor, row) => (isOpen(row) ? actor.signedIn : 'practices:useful.closed'),
    confirm: (actor: Actor, row) => answersFor(actor, row) || actor.is(row.authorId),
  },
  (actor, alias) => practicePolicy.readable(actor, alias),
);
