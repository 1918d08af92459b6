import { PRACTICES } from '../practice-paths';
import { KEPT, type Kept } from './listing.schema';

/** What an address says of the list, as typed; empty fields say nothing. */
export function keptIn(typed: Record<string, unknown>): Kept {
  const given = KEPT.map((name) => [name, typed[name]] as const);
  return Object.fromEntries(given.filter(([, value]) => typeof value === 'string' && value));
}

/** The list with something of its address changed; an empty string takes it away. */
export function listPath(
  kept: Kept,
  changed: Kept & { page?: string } = {},
  path: string = PRACTICES,
): string {
  const all = Object.entries({ ...kept, ...changed }).filter(([, value]) => value);
  const query = new URLSearchParams(all).toString();
  return query ? `${path}?${query}` : path;
}
