import type { SelectQueryBuilder } from 'typeorm';
import { collation } from '../core/database/collation';
import type { Locale } from '../core/i18n/locales';
import type { Organisation } from './organisation.entity';
import type { OrganisationFilters } from './organisation.schema';

/** Everything that a search looks into. */
const SEARCHED = `lower(concat_ws(' ', organisation.name, organisation.city, (
  select string_agg(other.name, ' ') from organisation_translations other where other.owner_id = organisation.id)))`;

/** Ids of the organisations that match, in the order of the reader's alphabet. */
export function listed(
  query: SelectQueryBuilder<Organisation>,
  { q, country, type, demo }: OrganisationFilters,
  locale: Locale,
): SelectQueryBuilder<Organisation> {
  const words = (q ?? '').toLowerCase().split(' ').filter(Boolean);
  query.select('organisation.id', 'id');
  if (country) query.andWhere('organisation.country = :country', { country });
  if (type) query.andWhere('organisation.type = :type', { type });
  if (demo !== undefined) query.andWhere('organisation.demo = :demo', { demo });
  words.forEach((word, place) =>
    query.andWhere(`strpos(unaccent(${SEARCHED}), unaccent(:word${place})) > 0`, { [`word${place}`]: word }),
  );
  return inOrder(query, words.join(' '), locale);
}

export async function counts(
  query: SelectQueryBuilder<Organisation>,
): Promise<{ total: number; demo: number }> {
  const row = await query
    .clone()
    .select('count(*)::int', 'total')
    .addSelect('(count(*) filter (where organisation.demo))::int', 'demo')
    .orderBy()
    .getRawOne<{ total: number; demo: number }>();
  return row!;
}

/** Marks do not matter for finding, but those who wrote them get the exact spelling first (å is not a). */
function inOrder(
  query: SelectQueryBuilder<Organisation>,
  q: string,
  locale: Locale,
): SelectQueryBuilder<Organisation> {
  query.orderBy('organisation.demo');
  if (q) {
    query.addSelect(`strpos(${SEARCHED}, :exact) > 0`, 'exact').setParameter('exact', q);
    query.addOrderBy('exact', 'DESC');
  }
  query.addSelect(`organisation.name collate ${collation(locale)}`, 'sorted');
  return query.addOrderBy('sorted').addOrderBy('organisation.id');
}
