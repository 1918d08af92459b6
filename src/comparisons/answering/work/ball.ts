import type { AnswerState } from '../../comparison-facts';

/** Whose move it is; nobody’s once it is published. */
export const BALLS = ['platform', 'members', 'checkers', 'editors', 'nobody'] as const;
export type Ball = (typeof BALLS)[number];

const OF_STATE: Record<AnswerState, Ball> = {
  draft: 'platform',
  commented: 'members',
  agreed: 'checkers',
  checked: 'editors',
  disputed: 'platform',
  published: 'nobody',
};

/** @param commentsOver the days for comments have passed: its platform goes on */
export const ballOf = (state: AnswerState, commentsOver: boolean): Ball =>
  state === 'commented' && commentsOver ? 'platform' : OF_STATE[state];
