import { z } from 'zod';
import { weight } from '../core/http/weight.schema';
import { renderedText } from '../core/http/rendered.schema';
import { baseRevision, line, locale, prose } from '../core/http/text.schema';
import { LOCALES } from '../core/i18n/locales';
import { ORGANISATION_TYPES } from '../directory/organisation.entity';
import { groupCountView } from './groups/balance.schema';

/** The country code in lower case, as the address has it. */
export const platformSlug = z.string().regex(/^[a-z]{2}$/);

const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'errors:field.choice')
  .meta({ description: 'ISO 3166-1 alpha-2 (GB, not UK)' });

const optionalProse = (max: number) =>
  z
    .union([z.literal(''), z.null(), prose(max)])
    .optional()
    .transform((value) => value || null);

const words = {
  name: line(200).meta({ description: 'What the platform is called in its country' }),
  purpose: optionalProse(4000).meta({ description: 'What it is for' }),
};

const workingLocales = z
  .array(locale)
  .max(LOCALES.length)
  .transform((locales) => LOCALES.filter((each) => locales.includes(each)))
  .meta({ description: 'Languages that the platform works in' });

/** Forms tick one box per value, `workingLocales-sl`; the verb takes one list. */
export function gathered(field: string, form: unknown): unknown {
  const entries = Object.entries((form ?? {}) as Record<string, unknown>);
  const isBox = (name: string) => name.startsWith(`${field}-`);
  const values = entries.filter(([name]) => isBox(name)).map(([name]) => name.slice(field.length + 1));
  return { ...Object.fromEntries(entries.filter(([name]) => !isBox(name))), [field]: values };
}

const noChoice = z.literal('').transform(() => null);

export const newPlatform = z.strictObject({
  country,
  partnershipId: z
    .union([noChoice, z.null(), z.guid()])
    .optional()
    .transform((id) => id ?? null),
  locale: locale.meta({ description: 'Language that name and purpose are written in' }),
  ...words,
  workingLocales,
});
export const newPlatformForm = z.preprocess((form) => gathered('workingLocales', form), newPlatform);

const changes = z.strictObject({ ...words, workingLocales });
export const platformChanges = changes.partial().extend({
  purpose: z.union([z.null(), prose(4000)]).optional(),
  revision: baseRevision.meta({ description: 'The revision that the change was made to' }),
  weight,
});
export const platformForm = z.preprocess(
  (form) => gathered('workingLocales', form),
  changes.extend({ revision: baseRevision, weight }),
);

/** Ids in one hidden field, as the form that was shown had them ticked. */
const idList = z
  .string()
  .transform((ids) => ids.split(',').filter(Boolean))
  .pipe(z.array(z.guid()).max(100));

export const expectedGroupsForm = z.preprocess(
  (form) => gathered('groupIds', form),
  z.strictObject({ groupIds: z.array(z.guid()).max(100), before: idList }),
);

export const platformOrganisation = z.strictObject({
  organisationId: z.guid('errors:field.choice'),
  role: z.enum(['convener', 'partner']),
});

export const organisationName = z.object({
  id: z.guid().meta({ description: 'Id of the organisation' }),
  slug: z.string().meta({ description: 'Name of its address' }),
  name: z.string().meta({ description: 'In its own language' }),
  lang: z.enum(LOCALES).meta({ description: 'Language of the name' }),
  country: z.string().meta({ description: 'ISO 3166-1 alpha-2, or EU' }),
  city: z.string().nullable().meta({ description: 'Where it sits' }),
  type: z.enum(ORGANISATION_TYPES).meta({ description: 'What it is' }),
  demo: z.boolean().meta({ description: 'Made up for the demonstration' }),
});

export const platformSummary = z
  .object({
    id: z.guid().meta({ description: 'Id of the platform' }),
    slug: z.string().meta({ description: 'Name of its address' }),
    country,
    demo: z.boolean().meta({ description: 'Built for the demonstration, without a basis in the sources' }),
    partnershipId: z.guid().nullable().meta({ description: 'The partnership that it belongs to' }),
    name: renderedText.meta({ description: 'What it is called' }),
    memberCount: z.number().int().meta({ description: 'How many people sit at the table' }),
    conveners: z.array(organisationName).meta({ description: 'Organisations that called it together' }),
    balance: z
      .array(groupCountView)
      .meta({ description: 'Members by stakeholder group, empty seats included' }),
  })
  .meta({ id: 'PlatformSummary' });

export const platformView = platformSummary
  .extend({
    purpose: renderedText.nullable().meta({ description: 'What it is for' }),
    workingLocales: z.array(z.enum(LOCALES)).meta({ description: 'Languages that it works in' }),
    organisations: z
      .array(organisationName)
      .meta({ description: 'Organisations that founded it with the conveners' }),
    hosts: z
      .array(z.object({ id: z.guid(), name: z.string() }))
      .meta({ description: 'Who looks after it; shown to people with an account' }),
    membership: z
      .enum(['asked', 'member', 'declined', 'left', 'removed'])
      .nullable()
      .meta({ description: 'Where you stand with it' }),
    waiting: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'Requests to join that wait for an answer; only for those who run it' }),
    revision: z.number().int().meta({ description: 'Send it back with a change' }),
    can: z
      .object({
        create: z.boolean(),
        edit: z.boolean(),
        manage: z.boolean(),
        join: z.boolean(),
        leave: z.boolean(),
      })
      .meta({ description: 'What you may do with it' }),
  })
  .meta({ id: 'Platform' });

export const platformList = z
  .object({ items: z.array(platformSummary).meta({ description: 'In the order of their country codes' }) })
  .meta({ id: 'PlatformList' });

export type ExpectedGroups = z.output<typeof expectedGroupsForm>;
export type NewPlatform = z.output<typeof newPlatform>;
export type PlatformChanges = z.output<typeof platformChanges>;
export type PlatformOrganisationInput = z.output<typeof platformOrganisation>;
export type PlatformSummary = z.infer<typeof platformSummary>;
export type PlatformView = z.infer<typeof platformView>;
