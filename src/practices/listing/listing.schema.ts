import { z } from 'zod';
import { renderedText } from '../../core/http/rendered.schema';
import { line, locale } from '../../core/http/text.schema';
import { LOCALES } from '../../core/i18n/locales';
import { COOPERATIONS, LEVELS, RATINGS, STATES } from '../practice-facts';
import { THEMES } from '../../directory/themes';

/** An empty field of a filter is no filter. */
const blank = z.literal('').transform(() => undefined);
const choice = <const Value extends string>(values: readonly Value[], description: string) =>
  z
    .union([blank, z.enum(values)])
    .optional()
    .meta({ description });

export const SORTS = ['newest', 'title', 'place', 'useful'] as const;
export const VIEWS = ['list', 'cards', 'map'] as const;

const filters = {
  q: line(100, 0)
    .transform((words) => words || undefined)
    .optional()
    .meta({ description: 'Words in the case in any language; marks do not matter' }),
  theme: choice(THEMES, 'Only cases of this theme'),
  country: z
    .union([blank, z.string().regex(/^[A-Z]{2}$/, 'errors:field.choice')])
    .optional()
    .meta({ description: 'ISO 3166-1 alpha-2 (GB, not UK)' }),
  region: z
    .union([blank, z.string().regex(/^[A-Z]{2}[0-9A-Z]{0,3}$/, 'errors:field.choice')])
    .optional()
    .meta({
      description: 'NUTS code and what lies in it; a country alone: its cases that name no region of the map',
    }),
  cooperation: choice(COOPERATIONS, 'Only cases of this type of co-operation'),
  language: choice(LOCALES, 'Only cases that people wrote in, or translated into, this language'),
  rating: choice(RATINGS, 'What the reviewers made of it'),
  level: choice(LEVELS, 'How far it reaches'),
  state: choice(STATES, 'Where it stands; visitors see published ones only'),
};

/** Filters as an address carries them. */
export const practiceFilters = z.strictObject({
  ...filters,
  sort: z
    .union([blank, z.enum(SORTS)])
    .optional()
    .meta({ description: 'Newest first, or by title, place, or how many found it useful' }),
  locale: locale.optional().meta({ description: 'Language of the answer and its alphabet' }),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(24).meta({ description: 'Cases on a page' }),
});

/** The names of the filters: what an address keeps when something else of it changes. */
export const FILTERS = Object.keys(filters) as (keyof typeof filters)[];
export const KEPT = [...FILTERS, 'sort', 'view'] as const;
export type Kept = Partial<Record<(typeof KEPT)[number], string>>;

export const viewChoice = z.enum(VIEWS).catch('list');
export type ViewChoice = z.output<typeof viewChoice>;

/** How many cases have it, were this filter to be changed and the others left. */
const facet = z.array(
  z.object({
    value: z.string().meta({ description: 'What the filter is set to' }),
    count: z.number().int().meta({ description: 'How many cases that leaves' }),
  }),
);

export const FACETS = ['theme', 'country', 'cooperation', 'language', 'rating', 'level', 'state'] as const;
export type Facet = (typeof FACETS)[number];

export const listedPractice = z
  .object({
    id: z.guid(),
    slug: z.string().meta({ description: 'Name of its address' }),
    title: renderedText,
    strapline: renderedText.nullable().meta({ description: 'Who does what for whom' }),
    country: z.string().nullable().meta({ description: 'ISO 3166-1 alpha-2' }),
    nuts: z.string().nullable().meta({ description: 'NUTS code' }),
    region: z.string().nullable().meta({ description: 'What the region is called there' }),
    municipality: z.string().nullable().meta({ description: 'Where in it' }),
    themes: z.array(z.enum(THEMES)).meta({ description: 'What it is about' }),
    cooperations: z.array(z.enum(COOPERATIONS)).meta({ description: 'Who works together' }),
    level: z.enum(LEVELS).nullable().meta({ description: 'How far it reaches' }),
    rating: z.enum(RATINGS).nullable().meta({ description: 'What the reviewers made of it' }),
    state: z.enum(STATES).meta({ description: 'Where it stands' }),
    planned: z.boolean().meta({ description: 'From a plan: its results are not yet documented' }),
    version: z.number().int().meta({ description: 'The frozen version that stands; 0: none yet' }),
    publishedAt: z.iso.datetime().nullable().meta({ description: 'When it was first published' }),
    languages: z
      .array(z.enum(LOCALES))
      .meta({ description: 'What people wrote it in or translated it into' }),
    useful: z.number().int().meta({ description: 'How many readers said that it is useful for them' }),
    owner: z
      .object({ name: z.string(), lang: z.enum(LOCALES), slug: z.string() })
      .nullable()
      .meta({ description: 'The organisation whose practice it is' }),
    partnership: z
      .object({ id: z.guid(), slug: z.string(), name: z.string(), lang: z.enum(LOCALES) })
      .meta({ description: 'Whose case it is' }),
  })
  .meta({ id: 'ListedPractice' });

export const practicePage = z
  .object({
    items: z.array(listedPractice).meta({ description: 'In the order asked for' }),
    total: z.number().int().meta({ description: 'How many match' }),
    page: z.number().int().meta({ description: 'From 1' }),
    pages: z.number().int().meta({ description: 'How many pages there are' }),
    facets: z
      .object(Object.fromEntries(FACETS.map((name) => [name, facet])) as Record<Facet, typeof facet>)
      .meta({ description: 'What else there is to choose' }),
    places: z
      .array(
        z.object({
          code: z.string().meta({ description: 'NUTS code, or a country whose cases name no region' }),
          country: z.string().meta({ description: 'ISO 3166-1 alpha-2' }),
          count: z.number().int().meta({ description: 'Cases there' }),
        }),
      )
      .meta({ description: 'Where those that match are' }),
  })
  .meta({ id: 'PracticePage' });

export type PracticeFilters = z.output<typeof practiceFilters>;
export type ListedPractice = z.infer<typeof listedPractice>;
export type PracticePage = z.infer<typeof practicePage>;
