import type { Actor } from '../../core/access/actor';
import { Policy } from '../../core/access/policy';
import { chapterPolicy } from '../handbook.policy';

type ChapterSubject = Parameters<typeof chapterPolicy.may>[2];

interface CommentSubject {
  authorId: string | null;
  chapter: ChapterSubject;
}

const joins = (actor: Actor, { chapter }: CommentSubject): boolean =>
  chapterPolicy.may(actor, 'comment', chapter);

const settles = (actor: Actor, { authorId, chapter }: CommentSubject): boolean =>
  actor.is(authorId) || chapterPolicy.may(actor, 'edit', chapter);

/** Comments are for those who are signed in and read the chapter, not for the public. */
export const commentPolicy = new Policy<CommentSubject, 'answer' | 'settle' | 'discuss'>(
  {
    read: (actor, { chapter }) =>
      (actor.signedIn || actor.system) && chapterPolicy.may(actor, 'read', chapter),
    answer: joins,
    settle: settles,
    discuss: settles,
  },
  (actor, _alias) => {
    const scope = chapterPolicy.readable(actor, 'chapter');
    return actor.signedIn || actor.system ? scope : { where: 'false', parameters: {} };
  },
);
