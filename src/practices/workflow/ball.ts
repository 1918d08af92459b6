import type { PracticeCase } from '../practice-case';
import type { PracticeState } from '../practice-facts';

/** Whose move it is: somebody always has the ball, until it is published or withdrawn. */
export const BALLS = ['author', 'host', 'reviewers', 'editors', 'nobody'] as const;
export type Ball = (typeof BALLS)[number];

const OF_STATE: Record<PracticeState, Ball> = {
  draft: 'author',
  submitted: 'host',
  returned: 'author',
  review: 'reviewers',
  accepted: 'editors',
  promising: 'editors',
  declined: 'author',
  editing: 'editors',
  frozen: 'editors',
  published: 'nobody',
  due: 'editors',
  withdrawn: 'nobody',
};

/**
 * @param reviewersMissing nobody has been found yet who could judge it: that is for the host to do. What nobody has
 * written is for the editors.
 */
export function ballOf(
  { state, authorId }: Pick<PracticeCase, 'state' | 'authorId'>,
  reviewersMissing: boolean,
): Ball {
  if (state === 'review' && reviewersMissing) return 'host';
  const ball = OF_STATE[state];
  return ball === 'author' && authorId === null ? 'editors' : ball;
}
