import { z } from 'zod';
import { rowChanges, newRow, rowFields, type ListName } from '../rows/practice-row.schema';
import type { Rows } from '../rows/row-kinds';

/** PostgreSQL writes 42.0000; what was given without decimals is shown without them. */
export const decimal = (value: string): string => (value.includes('.') ? value.replace(/\.?0+$/, '') : value);

const TICKS: Record<ListName, readonly string[]> = {
  actors: [],
  results: ['persons', 'counterfactual'],
  links: ['accessible'],
};

/** A box that is not ticked is not sent. */
const ticked = (list: ListName) => (form: unknown) => {
  const typed = { ...((form ?? {}) as Record<string, unknown>) };
  for (const name of TICKS[list]) typed[name] = typed[name] === 'true';
  return typed;
};

export const rowForm = <List extends ListName>(list: List) => z.preprocess(ticked(list), newRow[list]);
export const rowEditForm = <List extends ListName>(list: List) =>
  z.preprocess(ticked(list), rowChanges[list]);

/** A row as its form shows it. */
export function typedRow(list: ListName, row: Rows[keyof Rows]): Record<string, string> {
  const values = row as unknown as Record<string, string | number | boolean | null>;
  const typed = Object.keys(rowFields[list]).map((name) => {
    const value = values[name] ?? '';
    return [name, name === 'value' ? decimal(String(value)) : value === false ? '' : String(value)];
  });
  return { ...(Object.fromEntries(typed) as Record<string, string>), revision: String(row.revision) };
}
