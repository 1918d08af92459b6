import type { Text, TextKind } from '../core/texts/text-kind';
import type { Published } from './published';
import type { Segment } from './segment';
import type { TranslationOf } from './segment-store';

/** Everything that stands about the translation of one text into one language. */
export interface Workshop {
  text: Text;
  kind: TextKind;
  of: TranslationOf;
  segments: Segment[];
  /** What readers are shown; undefined as long as a segment has never been translated. */
  published: Published | undefined;
  /** Nobody reviews what she has translated herself. */
  separateReview: boolean;
  can: { translate: boolean; review: boolean; assign: boolean };
}
