import type { EntityManager } from 'typeorm';

/** What stands in an order of its own, and what it stands in. */
const PARENTS = {
  dimensions: 'comparison_id',
  questions: 'dimension_id',
  question_options: 'question_id',
} as const;

export type Ordered = keyof typeof PARENTS;
export type Direction = 'up' | 'down';

/** The place after the last one. */
export async function nextPlace(tx: EntityManager, table: Ordered, parentId: string): Promise<number> {
  const [{ place }] = await tx.query<[{ place: number }]>(
    `select coalesce(max(position), 0) + 1 as place from ${table} where ${PARENTS[table]} = $1`,
    [parentId],
  );
  return place;
}

/** One place up or down; at the end of the list nothing moves. Whether it moved. */
export async function moveOne(
  tx: EntityManager,
  table: Ordered,
  { id, parentId }: { id: string; parentId: string },
  direction: Direction,
): Promise<boolean> {
  const rows = await tx.query<{ id: string }[]>(
    `select id from ${table} where ${PARENTS[table]} = $1 order by position, code`,
    [parentId],
  );
  const ids = rows.map((row) => row.id);
  const from = ids.indexOf(id);
  const to = direction === 'up' ? from - 1 : from + 1;
  if (from < 0 || to < 0 || to >= ids.length) return false;
  [ids[from], ids[to]] = [ids[to]!, ids[from]!];
  await tx.query(
    `update ${table} set position = given.place
     from unnest($1::uuid[]) with ordinality as given(id, place) where ${table}.id = given.id`,
    [ids],
  );
  return true;
}
