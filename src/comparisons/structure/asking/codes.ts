import type { EntityManager } from 'typeorm';

/** Whether anybody has answered anything, or anything was published: from then on codes are cited and stay. */
export async function isAnswered(tx: EntityManager, comparisonId: string): Promise<boolean> {
  const [{ answered }] = await tx.query<[{ answered: boolean }]>(
    `select version > 0 or exists (select from answers where comparison_id = $1) as answered
     from comparisons where id = $1`,
    [comparisonId],
  );
  return answered;
}

/** D4, as long as there were D1 to D3. */
export async function nextDimensionCode(tx: EntityManager, comparisonId: string): Promise<string> {
  const rows = await tx.query<{ code: string }[]>('select code from dimensions where comparison_id = $1', [
    comparisonId,
  ]);
  return `D${highest(rows, /^D(\d{1,4})$/) + 1}`;
}

/** D4.3, as long as there were D4.1 and D4.2; those that are retired count. */
export async function nextQuestionCode(
  tx: EntityManager,
  { id, code }: { id: string; code: string },
): Promise<string> {
  const rows = await tx.query<{ code: string }[]>('select code from questions where dimension_id = $1', [id]);
  return `${code}.${highest(rows, /\.(\d{1,4})$/) + 1}`;
}

const highest = (rows: readonly { code: string }[], pattern: RegExp): number =>
  Math.max(0, ...rows.map(({ code }) => Number(pattern.exec(code)?.[1] ?? 0)));

/** Codes follow the order, as long as nobody has answered. */
export async function number(tx: EntityManager, comparisonId: string): Promise<void> {
  if (await isAnswered(tx, comparisonId)) return;
  // Through codes that nobody has: each must be free while others still have it.
  await tx.query(`update questions set code = id::text where comparison_id = $1`, [comparisonId]);
  await tx.query(`update dimensions set code = id::text where comparison_id = $1`, [comparisonId]);
  await tx.query(
    `update dimensions set code = 'D' || placed.place
     from (select id, row_number() over (order by position, id) as place from dimensions
       where comparison_id = $1) placed
     where dimensions.id = placed.id`,
    [comparisonId],
  );
  await tx.query(
    `update questions set code = dimension.code || '.' || placed.place
     from (select id, dimension_id, row_number() over (partition by dimension_id order by position, id) as place
       from questions where comparison_id = $1) placed
     join dimensions dimension on dimension.id = placed.dimension_id
     where questions.id = placed.id`,
    [comparisonId],
  );
}
