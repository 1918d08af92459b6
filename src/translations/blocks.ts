import { segmentsOf } from '../core/markdown/segments';
import type { Text, TextKind } from '../core/texts/text-kind';

/** What each segment of a text is, string by string: a heading, an item, a row of a table (see `SegmentKind`). */
export function blocksIn(kind: TextKind, { strings }: Pick<Text, 'strings'>): Map<string, string[]> {
  const kinds = kind.strings.map(({ name, form }): [string, string[]] => [
    name,
    segmentsOf(strings[name] ?? '', form).segments.map((segment) => segment.kind),
  ]);
  return new Map(kinds);
}
