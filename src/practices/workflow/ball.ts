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

/** @param reviewersMissing nobody has been found yet who could judge it: that is for the host to do */
export const ballOf = ({ state }: Pick<PracticeCase, 'state'>, reviewersMissing: boolean): Ball =>
  state === 'review' && reviewersMissing ? 'host' : OF_STATE[state];
