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
  ['partnership', 'row.partnership_id = ?::uuid'],
  ['platform', 'row.platform_id = ?::uuid'],
  ['from', 'row.at >= ?::date'],
  ['to', `row.at < ?::date + interval '1 day'`],
];

/**
 * The newest that match, whatever they are. Who may read what is asked in the same statement, of the tables of the texts
 * themselves: so nothing is found any more once it is withdrawn or a room is shut, also before the worker has heard of it.
 */
export async function candidates(
  database: DataSource,
  kinds: TextKind[],
  actor: Actor,
  filters: SearchFilters,
  { exact, titled }: Steps,
  query: string,
): Promise<Candidate[]> {
  const asked = filters.kind ? kinds.filter(({ name }) => name === filters.kind) : kinds;
  if (asked.length === 0) return [];
  const values: unknown[] = [query, exact, titled];
  const chosen = FILTERS.filter(([name]) => filters[name] !== undefined).map(
    ([name, condition]) => `and ${condition.replace('?', `$${values.push(filters[name])}`)}`,
  );
  const readable = asked.map((kind) => readableRow(kind, actor, values)).join(' or ');
  return database.query<Candidate[]>(
    `select row.kind, row.owner_id, row.locale, row.room_id, row.partnership_id, row.author_id, row.country,
       row.lexemes @@ $2::tsquery as exact, row.lexemes @@ $3::tsquery as titled
     from search_rows row
     where row.lexemes @@ $1::tsquery ${chosen.join(' ')} and (${readable})
     order by row.at desc nulls last, row.owner_id limit ${MOST}`,
    values,
  );
}

/** `offset 0` keeps PostgreSQL from reading the whole table of the texts first. */
function readableRow(kind: TextKind, actor: Actor, values: unknown[]): string {
  const { roomId, shown } = kind.columns;
  const inRoom = roomId.startsWith('owner.') && roomId !== 'owner.id' ? `and ${roomId} = row.room_id` : '';
  return `row.kind = '${kind.name}' and exists (
    select from ${kind.table} owner ${kind.joins}
    where owner.id = row.owner_id ${inRoom} and (${shown}) and (${positional(kind.readable(actor), values)}) offset 0)`;
}
