import type { ComponentChildren } from 'preact';
import type { Reader } from '../../core/http/reader';
import type { ConceptView } from '../concepts/concept.schema';

/** What stands beside a concept and is known above the termbase: where people discuss it, and where it is written. */
export abstract class ConceptSurroundings {
  abstract of(reader: Reader, concept: ConceptView): Promise<ComponentChildren>;
}
