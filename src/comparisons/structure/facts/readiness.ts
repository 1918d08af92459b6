import type { EntityManager } from 'typeorm';

/** Some country is asked something, and whatever offers a choice has something to choose from. */
export async function isReady(tx: EntityManager, comparisonId: string): Promise<boolean> {
  const [{ ready }] = await tx.query<[{ ready: boolean }]>(
    `select exists (select from comparison_countries where comparison_id = $1)
       and exists (select from questions where comparison_id = $1 and retired_at is null)
       and not exists (select from questions where comparison_id = $1 and retired_at is null
         and kind = 'category'
         and (select count(*) from question_options where question_id = questions.id) < 2) as ready`,
    [comparisonId],
  );
  return ready;
}
