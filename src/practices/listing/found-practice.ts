import type { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import type { Locale } from '../../core/i18n/locales';
import { positional } from '../../core/texts/text-kinds';
import type { Cooperation, Level, PracticeState, Rating } from '../practice-facts';
import type { Theme } from '../../directory/themes';
import { practicePolicy } from '../practice.policy';
import { placeOf } from '../map/places';
import type { PracticeVersion } from '../versions/practice-versions.service';
import type { Facet, PracticeFilters } from './listing.schema';

/** What is needed of every case to choose, count, sort and place it; its words are read for those on the page only. */
export interface FoundPractice {
  id: string;
  slug: string;
  partnershipId: string;
  ownerOrganisationId: string | null;
  country: string | null;
  nuts: string | null;
  region: string | null;
  municipality: string | null;
  themes: Theme[];
  cooperations: Cooperation[];
  level: Level | null;
  rating: Rating | null;
  state: PracticeState;
  planned: boolean;
  version: number;
  publishedAt: Date | null;
  createdAt: Date;
  languages: Locale[];
  titles: Partial<Record<Locale, string>>;
  title: string;
  useful: number;
}

/** Everything that a search looks into, in all languages. */
const SEARCHED = `lower(concat_ws(' ', original.title, original.strapline, original.problem, original.solution,
  practice.municipality, practice.region,
  (select organisation.name from organisations organisation where organisation.id = practice.owner_organisation_id),
  (select string_agg(concat_ws(' ', made.title, made.strapline, made.problem, made.solution), ' ')
    from practice_translations made where made.owner_id = practice.id)))`;

/** All cases that the actor may read and that say these words. A hub has hundreds of them, not millions. */
export async function foundBy(
  database: DataSource,
  actor: Actor,
  q: string | undefined,
): Promise<FoundPractice[]> {
  const values: unknown[] = [];
  const readable = positional(practicePolicy.readable(actor, 'practice'), values);
  const words = (q ?? '').toLowerCase().split(' ').filter(Boolean);
  const says = words.map((word) => `and strpos(unaccent(${SEARCHED}), unaccent($${values.push(word)})) > 0`);
  return database.query<FoundPractice[]>(
    `select practice.id, practice.slug, practice.partnership_id as "partnershipId",
       practice.owner_organisation_id as "ownerOrganisationId", practice.country, practice.nuts, practice.region,
       practice.municipality, practice.themes, practice.cooperations, practice.level, practice.rating,
       practice.state, practice.planned, practice.version, practice.published_at as "publishedAt",
       practice.created_at as "createdAt", original.title,
       array(select practice.locale union select made.locale from practice_translations made
         where made.owner_id = practice.id and made.status <> 'machine' order by 1) as languages,
       (select coalesce(jsonb_object_agg(made.locale, made.title), '{}') from practice_translations made
         where made.owner_id = practice.id and made.title is not null) as titles,
       (select count(*)::int from practice_thanks where practice_id = practice.id) as useful
     from practices practice join practice_originals original on original.id = practice.id
     where ${readable} ${says.join(' ')}`,
    values,
  );
}

/** While its next version is written, a case is found by what was frozen. */
export function asFrozen(found: FoundPractice, version: PracticeVersion | undefined): FoundPractice {
  if (!version) return found;
  const { ownerOrganisationId, country, nuts, region, municipality } = version.facts;
  const { themes, cooperations, level, rating } = version.facts;
  const place = { country, nuts, region, municipality };
  return { ...found, ...place, ownerOrganisationId, themes, cooperations, level, rating };
}

/** What a case has of a filter. */
const OF: Record<Facet, (found: FoundPractice) => readonly string[]> = {
  theme: ({ themes }) => themes,
  country: ({ country }) => (country ? [country] : []),
  cooperation: ({ cooperations }) => cooperations,
  language: ({ languages }) => languages,
  rating: ({ rating }) => (rating ? [rating] : []),
  level: ({ level }) => (level ? [level] : []),
  state: ({ state }) => [state],
};

const FACETS = Object.keys(OF) as Facet[];

type Chosen = Pick<PracticeFilters, Facet | 'region'>;

/** Withdrawn cases stay at their addresses; a list shows them only to who asks for them. */
function fits(found: FoundPractice, chosen: Chosen, but?: Facet): boolean {
  if (but !== 'state' && !chosen.state && found.state === 'withdrawn') return false;
  if (chosen.region && !liesIn(found, chosen.region)) return false;
  return FACETS.every((facet) => {
    const wanted = chosen[facet];
    return facet === but || !wanted || OF[facet](found).includes(wanted);
  });
}

/** A region with all that lies in it; a country alone means its cases that no region of the map holds. */
function liesIn({ country, nuts }: FoundPractice, region: string): boolean {
  if (!country) return false;
  const place = placeOf(country, nuts);
  return region.length === 2 ? place === region : Boolean(place && nuts?.startsWith(region));
}

export const chosenFrom = (all: readonly FoundPractice[], chosen: Chosen): FoundPractice[] =>
  all.filter((found) => fits(found, chosen));

/** How many cases each value would leave, were only its own filter changed; the largest first. */
export function facetsOf(all: readonly FoundPractice[], chosen: Chosen) {
  return Object.fromEntries(
    FACETS.map((facet) => {
      const counts = new Map<string, number>();
      for (const found of all.filter((each) => fits(each, chosen, facet)))
        for (const value of OF[facet](found)) counts.set(value, (counts.get(value) ?? 0) + 1);
      const inOrder = [...counts].sort(([a, more], [b, less]) => less - more || a.localeCompare(b));
      return [facet, inOrder.map(([value, count]) => ({ value, count }))];
    }),
  ) as Record<Facet, { value: string; count: number }[]>;
}

/** Where cases are, each at its region or else at its country; those in a region count for the larger one as well. */
export function placesOf(chosen: readonly FoundPractice[]) {
  const codes = new Map<string, string>();
  for (const { country, nuts } of chosen) {
    const code = country && placeOf(country, nuts);
    if (code) codes.set(code, country);
  }
  return [...codes].map(([code, country]) => ({
    code,
    country,
    count: chosen.filter((found) => liesIn(found, code)).length,
  }));
}
