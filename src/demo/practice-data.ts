import { z } from 'zod';
import { LOCALES } from '../core/i18n/locales';
import { ORGANISATION_TYPES } from '../directory/organisation.entity';
import { THEMES } from '../directory/themes';
import {
  COOPERATIONS,
  LEVELS,
  LINK_KINDS,
  MONEY_SOURCES,
  OWNER_ROLES,
  PARTS,
  RATINGS,
  STATES,
} from '../practices/practice-facts';
import { LIMITS } from '../practices/practice-strings';
import data from './data/practices.json';

const strings = z
  .strictObject(
    Object.fromEntries(Object.keys(LIMITS).map((name) => [name, z.string().optional()])) as Record<
      keyof typeof LIMITS,
      z.ZodOptional<z.ZodString>
    >,
  )
  .extend({ title: z.string() });

const reviewed = z.partialRecord(
  z.enum(LOCALES),
  z.strictObject({ status: z.enum(['draft', 'reviewed']), strings }),
);

const result = z.strictObject({
  indicator: z.string(),
  value: z.string(),
  unit: z.string(),
  from: z.string(),
  to: z.string(),
  persons: z.boolean(),
  women: z.int().optional(),
  men: z.int().optional(),
  notStated: z.int().optional(),
  method: z.string(),
  counterfactual: z.boolean().default(false),
  translations: z
    .partialRecord(
      z.enum(LOCALES),
      z.strictObject({ indicator: z.string(), unit: z.string(), method: z.string() }),
    )
    .default({}),
});

const common = {
  key: z.string(),
  partnership: z.string(),
  owner: z.string().nullable(),
  ownerRole: z.enum(OWNER_ROLES).nullable(),
  locale: z.enum(LOCALES),
  cooperations: z.array(z.enum(COOPERATIONS)),
  themes: z.array(z.enum(THEMES)),
  place: z.strictObject({
    country: z.string().length(2),
    nuts: z.string().nullable(),
    region: z.string().nullable(),
    municipality: z.string().optional(),
    level: z.enum(LEVELS),
  }),
  startsOn: z.iso.date().nullable(),
  endsOn: z.iso.date().nullable(),
  strings,
  links: z
    .array(
      z.strictObject({
        kind: z.enum(LINK_KINDS),
        address: z.url(),
        label: z.string(),
        language: z.string(),
      }),
    )
    .default([]),
};

const candidate = z.strictObject(common);

const demonstrated = z.strictObject({
  ...common,
  author: z.string(),
  state: z.enum(STATES),
  rating: z.enum(RATINGS).optional(),
  reason: z.string().optional(),
  money: z
    .strictObject({
      setup: z.string(),
      running: z.string(),
      currency: z.string().length(3),
      year: z.int(),
      setupFte: z.string().nullable(),
      runningFte: z.string().nullable(),
      sources: z.array(z.enum(MONEY_SOURCES)),
    })
    .optional(),
  actors: z.array(
    z.strictObject({
      name: z.string(),
      type: z.enum(ORGANISATION_TYPES).nullable(),
      part: z.enum(PARTS),
      role: z.string(),
    }),
  ),
  results: z.array(result),
  translations: reviewed.default({}),
  transfers: z
    .array(
      z.strictObject({
        country: z.string().length(2),
        place: z.string(),
        year: z.int(),
        name: z.string(),
        result: z.string(),
        locale: z.enum(LOCALES),
        confirmed: z.boolean(),
      }),
    )
    .default([]),
  useful: z.array(z.string()).default([]),
});

export type Candidate = z.infer<typeof candidate>;
export type Demonstrated = z.infer<typeof demonstrated>;

export const candidates = z.array(candidate).parse(data.candidates);
export const cases = z.array(demonstrated).parse(data.cases);
