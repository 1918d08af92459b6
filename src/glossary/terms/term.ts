import type { Locale } from '../../core/i18n/locales';

/** `preferred`: the one to write; `acronym`: its short form; `forbidden`: found, and never to be written. */
export const STANDINGS = ['preferred', 'accepted', 'acronym', 'forbidden'] as const;
export type TermStanding = (typeof STANDINGS)[number];

/** `high`: from an official source, or settled usage; `medium`: not checked against one; `low`: a proposal. */
export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export const PARTS_OF_SPEECH = ['noun', 'proper_noun', 'verb', 'adjective', 'phrase'] as const;
export type PartOfSpeech = (typeof PARTS_OF_SPEECH)[number];

export const GENDERS = ['masculine', 'feminine', 'neuter', 'common'] as const;
export type Gender = (typeof GENDERS)[number];

/** The word for a concept in one language. */
export interface TermData {
  locale: Locale;
  word: string;
  standing: TermStanding;
  confidence: Confidence;
  partOfSpeech: PartOfSpeech | null;
  gender: Gender | null;
  note: string | null;
  sources: string[];
}

export interface Term extends TermData {
  id: string;
  conceptId: string;
  revision: number;
}

/** The columns of a `Term`, for a select over `concept_terms term`. */
export const TERM = `term.id, term.concept_id as "conceptId", term.locale, term.word, term.standing, term.confidence,
  term.part_of_speech as "partOfSpeech", term.gender, term.note, term.sources, term.revision`;

/** The one to write first, the forbidden one last. */
export const byStanding = (a: Pick<TermData, 'standing'>, b: Pick<TermData, 'standing'>): number =>
  STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing);

/** A term without what explains it in brackets: »county (Sweden)« is found as »county«. */
export const bare = (word: string): string => word.replace(/\s*\([^)]*\)/g, '').trim() || word;
