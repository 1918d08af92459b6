import type { ComponentChildren } from 'preact';
import type { Reader } from '../../core/http/reader';

/** A comparison, or one of its countries or dimensions. */
export interface SurroundedPlace {
  comparison: { id: string; slug: string; partnershipId: string };
  /** `SE` */
  country?: string;
  dimension?: { id: string; code: string };
}

/** What stands beside a comparison and is known above it: what it recommends, and who follows it. */
export abstract class ComparisonSurroundings {
  /** As far as the reader may see them: a section with a heading of its own; null when there are none. */
  abstract recommendations(reader: Reader, place: SurroundedPlace): Promise<ComponentChildren>;

  /** The button that follows this place; null for who may not. */
  abstract following(reader: Reader, place: SurroundedPlace): Promise<ComponentChildren>;

  /** What recommendations are made from: pages of visitors are kept as long as this stays the same. */
  abstract state(comparisonId: string): Promise<unknown>;
}
