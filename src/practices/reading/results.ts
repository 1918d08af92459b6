import type { DataSource, EntityManager } from 'typeorm';
import { withTranslations } from '../../core/database/translation';
import { PracticeResult } from '../rows/practice-result.entity';

/** Measured results by case, in their order, with the translations that were asked for. */
export async function resultsOf(
  database: DataSource | EntityManager,
  practiceIds: readonly string[],
  locales: readonly string[],
): Promise<Map<string, PracticeResult[]>> {
  if (practiceIds.length === 0) return new Map();
  const query = database
    .createQueryBuilder(PracticeResult, 'result')
    .where('result.practiceId = any(:practiceIds)', { practiceIds });
  const rows = await withTranslations(query, 'result', locales).orderBy('result.position').getMany();
  const byCase = new Map<string, PracticeResult[]>(practiceIds.map((id) => [id, []]));
  for (const row of rows) byCase.get(row.practiceId)?.push(row);
  return byCase;
}
