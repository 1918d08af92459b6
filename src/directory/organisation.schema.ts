import { z } from 'zod';
import { weight } from '../core/http/weight.schema';
import { baseRevision, line, locale, webAddress } from '../core/http/text.schema';
import { TRANSLATION_STATUSES } from '../core/database/translation';
import { LOCALES } from '../core/i18n/locales';
import { ORGANISATION_TYPES } from './organisation.entity';

const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'errors:field.choice')
  .meta({ description: 'ISO 3166-1 alpha-2 (GB, not UK), or EU' });
const type = z.enum(ORGANISATION_TYPES);

/** A code of the regional classification: two letters and up to three figures or letters. */
export const nuts = z.string().regex(/^[A-Z]{2}[0-9A-Z]{0,3}$/, 'directory:problem.nuts');

const none = z.literal('').transform(() => null);
/** Forms send '' and programs null for what is not known. */
const orNone = <Schema extends z.ZodType>(schema: Schema) => z.union([none, z.null(), schema]);

const fields = {
  name: line(200),
  locale: locale.meta({ description: 'Language of the name' }),
  country,
  city: orNone(line(100)),
  nuts: orNone(nuts),
  type,
  website: orNone(webAddress),
};

export const organisationInput = z.strictObject({
  ...fields,
  city: fields.city.default(null),
  nuts: fields.nuts.default(null),
  website: fields.website.default(null),
});

export const organisationEdit = organisationInput.extend({ revision: baseRevision, weight });

export const organisationChanges = z
  .strictObject(fields)
  .partial()
  .extend({
    revision: baseRevision.meta({ description: 'The revision that the change is made to' }),
    weight,
  });

/** An empty field of a filter is no filter. */
const blank = z.literal('').transform(() => undefined);

/** Filters as an address carries them: what was left empty is no filter. */
export const organisationFilters = z.strictObject({
  q: line(100, 0)
    .transform((words) => words || undefined)
    .optional()
    .meta({ description: 'Words in name, alternative name or city; marks do not matter' }),
  country: z.union([blank, country]).optional(),
  type: z.union([blank, type]).optional(),
  demo: z
    .union([blank, z.enum(['true', 'false']).transform((value) => value === 'true')])
    .optional()
    .meta({ description: 'Only, or no, organisations made up for the demonstration' }),
  locale: locale.optional().meta({ description: 'Language of the answer and its alphabet' }),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(100)
    .meta({ description: 'Organisations on a page' }),
});

export const organisationView = z
  .object({
    id: z.guid(),
    slug: z.string().meta({ description: 'Name of its address' }),
    name: z.string().meta({ description: 'Name in its own language' }),
    lang: z.enum(LOCALES).meta({ description: 'Language of the name' }),
    country,
    city: z.string().nullable().meta({ description: 'Where it sits' }),
    nuts: z.string().nullable().meta({ description: 'NUTS code of where it sits' }),
    type: type.meta({ description: 'What it is' }),
    website: z.string().nullable().meta({ description: 'Its own web address' }),
    demo: z.boolean().meta({ description: 'Made up for the demonstration' }),
    alternatives: z
      .array(
        z.object({
          name: z.string().meta({ description: 'Name in another language' }),
          lang: z.enum(LOCALES).meta({ description: 'That language' }),
          state: z.enum(TRANSLATION_STATUSES).meta({ description: 'How far it has been checked' }),
          outdated: z.boolean().meta({ description: 'The name has changed since' }),
        }),
      )
      .meta({ description: 'What it is called elsewhere' }),
    revision: z.number().int().meta({ description: 'Send it back with a change' }),
    can: z
      .object({ create: z.boolean(), edit: z.boolean() })
      .meta({ description: 'What you may do with it' }),
  })
  .meta({ id: 'Organisation' });

export const organisationPage = z
  .object({
    items: z
      .array(organisationView)
      .meta({ description: 'In the order of the alphabet of the language asked for' }),
    total: z.number().int().meta({ description: 'How many match' }),
    demo: z.number().int().meta({ description: 'How many of them are made up for the demonstration' }),
    page: z.number().int().meta({ description: 'From 1' }),
    pages: z.number().int().meta({ description: 'How many pages there are' }),
  })
  .meta({ id: 'OrganisationPage' });

export type OrganisationInput = z.output<typeof organisationInput>;
export type OrganisationChanges = z.output<typeof organisationChanges>;
export type OrganisationFilters = z.output<typeof organisationFilters>;
export type OrganisationView = z.infer<typeof organisationView>;
export type OrganisationPage = z.infer<typeof organisationPage>;
