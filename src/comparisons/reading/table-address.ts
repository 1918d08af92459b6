import { placePath, type Place } from './reading-paths';
import type { TableWishes } from './reading.schema';

const PLAIN: Partial<TableWishes> = { view: 'table', order: 'protocol' };

/** The table with something of its address changed; what is as usual is left out. */
export function tablePath(place: Place, wishes: TableWishes, changed: Partial<TableWishes> = {}): string {
  const all = Object.entries({ ...wishes, ...changed }).filter(
    ([name, value]) => value && PLAIN[name as keyof TableWishes] !== value,
  );
  const query = new URLSearchParams(all).toString();
  return query ? `${placePath(place)}?${query}` : placePath(place);
}

/** `it.d6` */
export const cellName = (country: string, dimension: string): string =>
  `${country.toLowerCase()}.${dimension.toLowerCase()}`;
