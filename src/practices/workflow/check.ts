/** What the host of its country asks of a case before it goes to reviewers (good-practice §3.1). */
export const CHECKS = ['complete', 'consent', 'rights', 'plain'] as const;
export type Check = (typeof CHECKS)[number];
