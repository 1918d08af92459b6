import type { ImportView } from './exchange.schema';
import type { Preview } from './imports.service';
import { textId, unitId } from './unit';
import { RESTS } from './verdict';

/** A preview for programs. */
export function importAnswer({ id, name, kind, plan }: Preview): ImportView {
  const counts: Record<string, number> = {};
  for (const { verdict } of plan.lines) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return {
    ...{ id, name, kind, from: plan.from, to: plan.to, seen: plan.seen, counts, problems: plan.problems },
    blocks: plan.lines
      .filter(({ verdict }) => !RESTS.includes(verdict))
      .map(({ unit, verdict, lost }) => ({
        ...{ line: unit.line, verdict, lost },
        ...{ text: textId(unit), unit: unitId(unit) },
      })),
  };
}
