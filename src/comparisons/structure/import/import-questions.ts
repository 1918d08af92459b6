import type { EntityManager } from 'typeorm';
import { ASKED_COLUMNS, type AskedQuestion } from '../../answering/value/asked-question';

/** All questions of a comparison by their codes in lower case, those that are asked no more too. */
export async function askedIn(tx: EntityManager, comparisonId: string): Promise<Map<string, AskedQuestion>> {
  const rows = await tx.query<AskedQuestion[]>(
    `select ${ASKED_COLUMNS} from questions question where question.comparison_id = $1`,
    [comparisonId],
  );
  return new Map(rows.map((row) => [row.code.toLowerCase(), row]));
}
