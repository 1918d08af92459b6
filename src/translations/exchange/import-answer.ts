import type { ImportView } from './exchange.schema';
import type { Preview } from './imports.service';
import { RESTS } from './verdict';

/** A preview for programs. */
export function importAnswer({ id, name, report }: Preview): ImportView {
  const counts: Record<string, number> = {};
  for (const { verdict } of report.lines) counts[verdict] = (counts[verdict] ?? 0) + 1;
  const { kind, from, to, seen, problems } = report;
  return {
    ...{ id, name, kind, from, to, seen, counts, problems },
    blocks: report.lines
      .filter(({ verdict }) => !RESTS.includes(verdict))
      .map(({ line, verdict, id: about, lost }) => ({ line, verdict, about, lost })),
  };
}
