import { z } from 'zod';
import { renderedText } from '../core/http/rendered.schema';
import { baseRevision, locale } from '../core/http/text.schema';
import { weight } from '../core/http/weight.schema';
import { LOCALES } from '../core/i18n/locales';
import { EVIDENCE_STANDINGS } from '../evidence/relation';
import { countryCode, orNone, visibleLine, visibleProse } from '../practices/practice.schema';
import { COSTS, LEVELS, LIMITS, RECOMMENDATION_STATUSES, UPTAKE_STATES } from './recommendation-facts';

const id = z.guid();
const level = z.enum(LEVELS).meta({ description: 'Level of government that is spoken to' });
const cost = z.enum(COSTS).meta({ description: 'Cost class, as far as it is known' });
const status = z
  .enum(RECOMMENDATION_STATUSES)
  .meta({ description: 'Whether it stands; a replaced one names the one that took its place' });

/** Code of a dimension, as it stands in addresses: d3. */
const dimensionCode = z
  .string()
  .regex(/^[A-Za-z]{1,4}[\w.-]{0,16}$/)
  .meta({ description: 'Code of a dimension of the comparison' });

const written = {
  addressee: visibleLine(LIMITS.addressee).meta({ description: 'To whom it speaks, in words' }),
  level,
  dimension: orNone(dimensionCode),
  country: orNone(countryCode),
  text: visibleProse(LIMITS.text).meta({ description: 'What it advises' }),
  reasoning: orNone(visibleProse(LIMITS.reasoning)).meta({ description: 'Why' }),
  cost,
  locale,
};

export const newRecommendation = z.strictObject(written);
export const recommendationChanges = z.strictObject({ ...written, revision: baseRevision, weight });
export type NewRecommendation = z.output<typeof newRecommendation>;
export type RecommendationChanges = z.output<typeof recommendationChanges>;

export const withdrawal = z.strictObject({
  reason: visibleProse(LIMITS.reason).meta({ description: 'Why' }),
  locale,
});
export type Withdrawal = z.output<typeof withdrawal>;

export const replacement = z.strictObject({
  by: z.guid('errors:field.choice').meta({ description: 'Id of the one that takes its place' }),
});
export type Replacement = z.output<typeof replacement>;

const filters = {
  level: z.enum(LEVELS).meta({ description: 'Level of government that is spoken to' }),
  country: z
    .string()
    .regex(/^[A-Za-z]{2}$/)
    .toUpperCase()
    .meta({ description: 'ISO 3166-1 alpha-2; also finds what is for all countries' }),
  dimension: dimensionCode,
  status: z.enum(RECOMMENDATION_STATUSES).meta({ description: 'Whether it stands' }),
};

/** An address that somebody has bent shows more rather than an error; forms send '' for what is not asked. */
const asked = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

export const recommendationFilters = z.object({
  ...{ level: asked(filters.level), country: asked(filters.country) },
  ...{ dimension: asked(filters.dimension), status: asked(filters.status) },
});
export type RecommendationFilters = z.output<typeof recommendationFilters>;

export const recommendationQuery = z.strictObject({ ...filters, locale }).partial();

export const uptakeCounts = z
  .object(
    Object.fromEntries(
      UPTAKE_STATES.map((state) => [
        state,
        z.int().meta({ description: `How many are ${state.replace('_', ' ')}` }),
      ]),
    ) as Record<(typeof UPTAKE_STATES)[number], z.ZodInt>,
  )
  .meta({ id: 'UptakeCounts' });

export const recommendationView = z
  .object({
    id: id.meta({ description: 'Its id, also in its address /recommendations/<id>' }),
    number: z.int().meta({ description: 'Its number within the comparison: 3 is cited as R3' }),
    comparison: z
      .object({
        id,
        slug: z.string().meta({ description: 'Name of its address' }),
        title: renderedText.meta({ description: 'How the comparison is called' }),
      })
      .meta({ description: 'The comparison that it comes from' }),
    dimension: z
      .object({
        id,
        code: z.string().meta({ description: 'D1 and so on' }),
        title: renderedText.meta({ description: 'How the dimension is called' }),
      })
      .nullable()
      .meta({ description: 'The dimension that it belongs to; null for the whole comparison' }),
    country: z
      .string()
      .nullable()
      .meta({ description: 'ISO 3166-1 alpha-2; null for all countries compared' }),
    addressee: renderedText.meta({ description: 'To whom it speaks' }),
    level,
    text: renderedText.meta({ description: 'What it advises' }),
    reasoning: renderedText.nullable().meta({ description: 'Why' }),
    cost,
    status,
    publishedAt: z.iso.datetime().nullable().meta({ description: 'When it was published, UTC' }),
    replacedBy: z
      .object({ id, number: z.int().meta({ description: 'Its number' }) })
      .nullable()
      .meta({ description: 'The one that took its place' }),
    withdrawal: z
      .object({
        text: z.string().meta({ description: 'Why it was withdrawn' }),
        locale: z.enum(LOCALES).meta({ description: 'Language of the reason' }),
      })
      .nullable()
      .meta({ description: 'Why it was withdrawn' }),
    evidence: z
      .object({
        count: z.int().meta({ description: 'How many pieces of evidence it rests on' }),
        standing: z.enum(EVIDENCE_STANDINGS).meta({ description: 'The worst that happened to any of them' }),
      })
      .meta({ description: 'What it rests on, in short; all of it at /api/v1/evidence/recommendation/<id>' }),
    uptake: uptakeCounts.meta({ description: 'Who has taken it up, counted by state' }),
    revision: z.int().meta({ description: 'For saving on top of it' }),
    can: z
      .object({
        ...{ edit: z.boolean(), publish: z.boolean(), remove: z.boolean(), withdraw: z.boolean() },
        ...{ replace: z.boolean(), tell: z.boolean(), keep: z.boolean() },
      })
      .meta({ description: 'What you may do with it' }),
  })
  .meta({ id: 'Recommendation' });
export type RecommendationView = z.output<typeof recommendationView>;

export const recommendationList = z.object({
  items: z.array(recommendationView).meta({ description: 'By number' }),
  total: z.int().meta({ description: 'How many there are without the filter' }),
});
export type RecommendationList = z.output<typeof recommendationList>;
