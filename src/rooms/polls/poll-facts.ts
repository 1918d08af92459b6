/** How a poll asks: for one answer, for several, or where everybody stands. */
export const POLL_KINDS = ['single', 'multiple', 'sense_check'] as const;
export type PollKind = (typeof POLL_KINDS)[number];

/** What one can say to a sense check. Whoever blocks says why. */
export const STANCES = ['agree', 'abstain', 'disagree', 'block'] as const;
export type Stance = (typeof STANCES)[number];

export const isStance = (choice: string): choice is Stance => STANCES.some((stance) => stance === choice);

export const QUESTION_LIMIT = 300;
export const OPTION_LIMIT = 200;
export const REASON_LIMIT = 1000;
export const FEWEST_OPTIONS = 2;
export const MOST_OPTIONS = 20;

/** Of fewer people a secret poll tells nothing: what one of them chose could be worked out. */
export const FEWEST_VOTERS = 3;

/** A poll is open for a year at most. Milliseconds. */
export const LONGEST = 366 * 86_400_000;

/** So long before it closes, those who follow and have not voted are reminded. */
export const AHEAD = '1 day';

/** What a list of polls is narrowed to. */
export const POLL_STATES = ['all', 'open', 'closed'] as const;
export type PollState = (typeof POLL_STATES)[number];
