import type { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import type { TextKind } from '../../core/texts/text-kind';
import { positional } from '../../core/texts/text-kinds';
import type { SearchFilters } from '../search.schema';
import type { Steps } from './ts-query';

/** A text in one of its languages that matches, and that the actor may read. */
export interface Candidate {
  kind: string;
  owner_id: string;
  locale: string;
  room_id: string | null;
  partnership_id: string | null;
  author_id: string | null;
  country: string | null;
  themes: string[];
  /** All words stand in it as they were typed. */
  exact: boolean;
  /** All words stand in its title, in any form. */
  titled: boolean;
}

/** More than this nobody turns pages for; all counts end here. */
export const MOST = 200;

const FILTERS: [keyof SearchFilters, string][] = [
  ['kind', 'row.kind = ?'],
  ['room', 'row.room_id = ?::uuid'],
  ['person', 'row.author_id = ?::uuid'],
  ['language', 'row.locale = ?'],
  ['country', 'row.country = ?'],
  ['theme', 'row.themes @> array[?]::text[]'],
  ['partnership', 'row.partnership_id = ?::uuid'],
  ['platform', 'row.platform_id = ?::uuid'],
  ['from', 'row.at >= ?::date'],
  ['to', `row.at < ?::date + interval '1 day'`],
];

/** How many matches are looked at first; four times as many when too few of them may be read. */
const FIRST_LOOK = 2 * MOST;

/**
 * The newest that match, whatever they are. Who may read what is asked of the tables of the texts themselves: so nothing
 * is found any more once it is withdrawn or a room is shut, also before the worker has heard of it. It is asked of those
 * kinds only that match: one statement about all of them takes longer to plan than to run.
 */
export async function candidates(
  database: DataSource,
  kinds: TextKind[],
  actor: Actor,
  filters: SearchFilters,
  steps: Steps,
  query: string,
): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for (let looked = 0, look = FIRST_LOOK; ; looked += look, look *= 4) {
    const matching = await newest(database, filters, steps, query, { looked, look });
    const readable = await readableAmong(database, kinds, actor, matching);
    found.push(...matching.filter(({ kind, owner_id }) => readable.has(`${kind} ${owner_id}`)));
    if (found.length >= MOST || matching.length < look) return found.slice(0, MOST);
  }
}

function newest(
  database: DataSource,
  filters: SearchFilters,
  { exact, titled }: Steps,
  query: string,
  { looked, look }: { looked: number; look: number },
): Promise<Candidate[]> {
  const values: unknown[] = [query, exact, titled];
  const chosen = FILTERS.filter(([name]) => filters[name] !== undefined).map(
    ([name, condition]) => `and ${condition.replace('?', `$${values.push(filters[name])}`)}`,
  );
  return database.query<Candidate[]>(
    `select row.kind, row.owner_id, row.locale, row.room_id, row.partnership_id, row.author_id, row.country, row.themes,
       row.lexemes @@ $2::tsquery as exact, row.lexemes @@ $3::tsquery as titled
     from search_rows row
     where row.lexemes @@ $1::tsquery ${chosen.join(' ')}
     order by row.at desc nulls last, row.owner_id, row.locale limit ${look} offset ${looked}`,
    values,
  );
}

/** Kind and id of those that are still shown and that the actor may read. */
async function readableAmong(
  database: DataSource,
  kinds: TextKind[],
  actor: Actor,
  matching: Candidate[],
): Promise<Set<string>> {
  const readable = await Promise.all(
    kinds.map(async (kind) => {
      const own = matching.filter((row) => row.kind === kind.name);
      if (own.length === 0) return [];
      const rows = await database.query<{ id: string }[]>(...readableRows(kind, actor, own));
      return rows.map(({ id }) => `${kind.name} ${id}`);
    }),
  );
  return new Set(readable.flat());
}

function readableRows(kind: TextKind, actor: Actor, own: Candidate[]): [string, unknown[]] {
  const { roomId, shown } = kind.columns;
  const values: unknown[] = [own.map(({ owner_id }) => owner_id)];
  const perRoom = roomId.startsWith('owner.') && roomId !== 'owner.id';
  const inRoom = perRoom
    ? `and ${roomId} = any($${values.push([...new Set(own.map(({ room_id }) => room_id))])}::uuid[])`
    : '';
  const readable = positional(kind.readable(actor), values);
  return [
    `select owner.id from ${kind.table} owner ${kind.joins}
     where owner.id = any($1::uuid[]) ${inRoom} and (${shown}) and (${readable})`,
    values,
  ];
}
