import { randomUUID } from 'node:crypto';
import type { Level, RecommendationStatus } from '../../src/recommendations/recommendation-facts';
import type { TestHub } from '../support/hub';
import { aSourceOf, type TestComparison, type TestDimension } from './comparisons';

interface RecommendationOptions {
  dimension?: TestDimension;
  country?: string;
  text?: string;
  addressee?: string;
  locale?: string;
  level?: Level;
  status?: RecommendationStatus;
  authorId?: string;
  /** Without a source that it rests on. */
  bare?: boolean;
}

/** Published and resting on a source, unless it is said otherwise. */
export async function aRecommendation(
  hub: TestHub,
  comparison: TestComparison,
  options: RecommendationOptions = {},
): Promise<{ id: string; number: number }> {
  const id = randomUUID();
  const { status = 'published', locale = 'en', level = 'local' } = options;
  const [{ number }] = await hub.database.query<[{ number: number }]>(
    `insert into recommendations (id, comparison_id, dimension_id, country, number, addressee, level, text, locale,
       status, author_id, published_at)
     values ($1, $2, $3, $4, (select coalesce(max(number), 0) + 1 from recommendations where comparison_id = $2),
       $5, $6, $7, $8, $9, $10, case when $9 <> 'draft' then now() end) returning number`,
    [
      ...[id, comparison.id, options.dimension?.id ?? null, options.country ?? null],
      ...[options.addressee ?? 'municipalities', level, options.text ?? 'Reserve contracts.', locale],
      ...[status, options.authorId ?? null],
    ],
  );
  if (!options.bare) await aSourceOf(hub, 'recommendation', id);
  return { id, number };
}
