import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Statement } from '../../core/database/statement';
import { THEMES, type Theme } from '../../directory/themes';
import type { RoomView } from '../room.schema';

interface Count {
  whole: number;
  resolved: number;
}

/** How many threads a room has of each state, over all and of each theme that any of them has. */
export interface ThreadFacets extends Count {
  themes: ({ theme: Theme } & Count)[];
}

const COUNTS = new Statement<{ theme: Theme | null } & Count>(
  `select null as theme, 0 as whole, count(*)::int as resolved from threads
   where room_id = $1 and resolved_at is not null and merged_into_id is null
   union all
   select theme, count(*)::int, count(resolved_at)::int from threads, unnest(themes) theme
   where room_id = $1 and themes <> '{}' and merged_into_id is null group by theme`,
);

/** Rooms that a process remembers. */
const MOST = 500;

/** Counted once for each entry of a room: nothing of it changes without one. */
@Injectable()
export class ThreadFacetCounts {
  private readonly kept = new Map<string, { seq: number; facets: ThreadFacets }>();

  constructor(private readonly database: DataSource) {}

  async of({ id, lastSeq, threadCount }: RoomView): Promise<ThreadFacets> {
    const known = this.kept.get(id);
    if (known?.seq === lastSeq) return known.facets;
    const rows = await COUNTS.run(this.database, [id]);
    const facets = {
      whole: threadCount,
      resolved: rows.find(({ theme }) => theme === null)!.resolved,
      themes: THEMES.flatMap((wanted) => {
        const row = rows.find(({ theme }) => theme === wanted);
        return row ? [{ theme: wanted, whole: row.whole, resolved: row.resolved }] : [];
      }),
    };
    this.kept.delete(id);
    this.kept.set(id, { seq: lastSeq, facets });
    if (this.kept.size > MOST) this.kept.delete(this.kept.keys().next().value!);
    return facets;
  }
}
