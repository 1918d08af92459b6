import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** Columns as the migrations spell them. */
export type Row = Record<string, unknown>;

/** An id made from the key that a thing has in the data files, so that rows find each other without a search. */
export function idOf(kind: string, key: string): string {
  const hex = createHash('sha256').update(`polylog demo ${kind} ${key}`).digest('hex');
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return groups.join('-');
}

/** Inserts all rows in one statement. The first one names the columns; the others keep their defaults. */
export async function insert(tx: EntityManager, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  if (!columns) return;
  await tx.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}
