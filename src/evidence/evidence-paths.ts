import type { Subject } from './relation';

/** Where a statement's evidence is kept. */
export const evidencePath = ({ kind, id }: Subject): string => `/evidence/${kind}/${id}`;
/** What it rests on and where it went, as far as that goes. */
export const pathPath = ({ kind, id }: Subject): string => `/path/${kind}/${id}`;
