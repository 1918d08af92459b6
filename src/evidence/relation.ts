/**
 * How a statement comes from its ground. Every link is kept from the statement back to the ground: a conclusion was
 * *concluded from* posts; an answer *answers* its question and *rests on* conclusions, posts, practices, files and
 * sources; an answer *recommends* a recommendation; what stands in a chapter is *published in* it.
 */
export const RELATIONS = ['concluded_from', 'rests_on', 'answers', 'recommends', 'published_in'] as const;
export type Relation = (typeof RELATIONS)[number];

/** Whether what was cited still stands as it was cited. */
export const EVIDENCE_STANDINGS = ['sound', 'changed', 'withdrawn', 'replaced', 'dead'] as const;
export type EvidenceStanding = (typeof EVIDENCE_STANDINGS)[number];

/** Anything that is cited or cites: a text of any kind by its name (core/texts), or a `source`. */
export interface Subject {
  kind: string;
  id: string;
}
