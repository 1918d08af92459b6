import { Invalid } from '../../core/errors/refusal';
import { blocksIn } from '../blocks';
import type { SegmentChange } from '../segment-changes';
import type { Workshop } from '../workshop';
import { breaking } from './checks';

/** @throws Invalid at each segment whose translation would break the text for its readers */
export function assertSound({ kind, text, segments, of }: Workshop, changes: readonly SegmentChange[]): void {
  const blocks = blocksIn(kind, text);
  const known = new Map(segments.map((segment) => [segment.id, segment]));
  const problems = changes.flatMap(({ id, text: typed, madeFrom }) => {
    const segment = known.get(id);
    if (!segment || !typed || typed === segment.text) return [];
    const { string, position } = segment;
    const source = madeFrom ?? segment.source;
    const checked = {
      ...{ source, text: typed, from: text.locale, to: of.locale },
      form: kind.strings.find(({ name }) => name === string)!.form,
      kind: blocks.get(string)?.[position] ?? '',
    };
    return breaking(checked).map(({ kind: found, value }) => ({
      path: `text.${id}`,
      key: `translations:check.${found}` as const,
      values: { value },
    }));
  });
  if (problems.length > 0) throw new Invalid(problems);
}
