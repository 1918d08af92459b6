import type { TranslationStatus } from '../core/database/translation';

/** One block of an original beside its translation into one language. */
export interface Segment {
  id: string;
  /** Which string of the text it is part of. */
  string: string;
  /** Its place in the string, from 0. */
  position: number;
  /** The block of the original as it stands now. */
  source: string;
  /** What the translation was made from; null when there is none. */
  madeFrom: string | null;
  text: string | null;
  status: TranslationStatus | null;
  /** `person`, `import` or `machine:<provider>`. */
  origin: string | null;
  translatorId: string | null;
  reviewerId: string | null;
  madeAt: Date | null;
  /** Grows with every change; the base of compare-and-set. */
  version: number;
}

export type SegmentState = 'missing' | 'outdated' | TranslationStatus;

/** Outdated is derived from what it was made from, never stored (DESIGN §3). */
export function stateOf({ text, status, madeFrom, source }: Segment): SegmentState {
  if (text === null) return 'missing';
  return madeFrom === source ? status! : 'outdated';
}

/** From the least to be trusted to the most. */
const TRUST: TranslationStatus[] = ['machine', 'draft', 'in_review', 'reviewed'];

/** A text is to be trusted as far as its weakest part. */
export function weakest(segments: readonly Segment[]): TranslationStatus {
  const trust = Math.min(...segments.map(({ status }) => TRUST.indexOf(status ?? 'machine')));
  return TRUST[trust] ?? 'machine';
}

/** Whether the original has changed since some of them were made. */
export const isOutdated = (segments: readonly Segment[]): boolean =>
  segments.some(({ text, madeFrom, source }) => text !== null && madeFrom !== source);
