import { z } from 'zod';
import { weight } from '../core/http/weight.schema';
import { renderedText } from '../core/http/rendered.schema';
import { baseRevision, line, locale, prose } from '../core/http/text.schema';
import { LOCALES } from '../core/i18n/locales';
import { ORGANISATION_TYPES } from '../directory/organisation.entity';
import { nuts } from '../directory/organisation.schema';
import { amount, percentage } from './amount';
import { PARTNER_ROLES } from './partners/partner.entity';
import { ACCENTS, PARTNERSHIP_STATUSES } from './partnership.entity';
import { STATEMENT_KINDS } from './statements/statement.entity';

const none = z.literal('').transform(() => null);
/** Forms send '' and programs null for what is not known. */
const orNone = <Schema extends z.ZodType>(schema: Schema) => z.union([none, z.null(), schema]);

const calendarDate = z.iso
  .date('errors:field.date')
  .refine((day) => day >= '1900-01-01' && day < '2200-01-01', 'errors:field.date')
  .meta({ description: 'Calendar date, year-month-day' });

const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'partnerships:problem.currency')
  .meta({ description: 'ISO 4217' });

/** Several codes, as a list or as people type them: `SE121, SE123`. */
const territory = z.preprocess(
  (given) => (typeof given === 'string' ? given.split(/[\s,;]+/).filter(Boolean) : given),
  z.array(nuts).max(60),
);

const fields = {
  name: line(200),
  locale: locale.meta({ description: 'Language that name, programme and purpose are written in' }),
  acronym: orNone(line(40)),
  programme: orNone(line(400)),
  purpose: orNone(prose(2000)),
  contractReference: orNone(line(100)),
  startsOn: orNone(calendarDate),
  endsOn: orNone(calendarDate),
  currency: orNone(currency),
  budgetTotal: orNone(amount),
  budgetFunder: orNone(amount),
  budgetPartners: orNone(amount),
  grantPercent: orNone(percentage),
  grantCeiling: orNone(amount),
  territory: territory.meta({ description: 'NUTS codes' }),
  accent: z.enum(ACCENTS).meta({ description: 'Its colour' }),
  status: z
    .enum(PARTNERSHIP_STATUSES)
    .meta({ description: 'A draft is seen by its organisers and editors only' }),
};

const workingLocales = z
  .array(locale)
  .max(LOCALES.length)
  .meta({ description: 'Languages that it works in' });

export const partnershipChanges = z
  .strictObject({ ...fields, workingLocales })
  .partial()
  .extend({
    revision: baseRevision.meta({ description: 'The revision that the change is made to' }),
    weight,
  });

/** A form has one box per working language, `working_sl`; what is no such box is left, and refused as unknown. */
function gathered(form: unknown): unknown {
  const typed = (form ?? {}) as Record<string, unknown>;
  const isBox = (name: string) =>
    LOCALES.some((each) => name === `working_${each}`) && ['true', ''].includes(typed[name] as string);
  return {
    ...Object.fromEntries(Object.entries(typed).filter(([name]) => !isBox(name))),
    workingLocales: LOCALES.filter((each) => typed[`working_${each}`] === 'true'),
  };
}

const record = z.strictObject({ ...fields, workingLocales });
export const newPartnershipForm = z.preprocess(gathered, record);
export const partnershipForm = z.preprocess(gathered, record.extend({ revision: baseRevision, weight }));

const organisationName = z
  .object({
    id: z.guid(),
    slug: z.string().meta({ description: 'Name of its address' }),
    name: z.string().meta({ description: 'Name in its own language' }),
    lang: z.enum(LOCALES).meta({ description: 'Language of the name' }),
    country: z.string().meta({ description: 'ISO 3166-1 alpha-2, or EU' }),
    city: z.string().nullable().meta({ description: 'Where it sits' }),
    type: z.enum(ORGANISATION_TYPES).meta({ description: 'What it is' }),
    demo: z.boolean().meta({ description: 'Made up for the demonstration' }),
  })
  .meta({ id: 'OrganisationName' });

const summaryFields = {
  id: z.guid(),
  slug: z.string().meta({ description: 'Name of its address' }),
  acronym: z.string().nullable().meta({ description: 'Short name' }),
  accent: z.enum(ACCENTS).meta({ description: 'Its colour' }),
  status: z
    .enum(PARTNERSHIP_STATUSES)
    .meta({ description: 'A draft is seen by its organisers and editors only' }),
  name: renderedText.meta({ description: 'Its name' }),
  programme: renderedText.nullable().meta({ description: 'The programme that it belongs to' }),
  startsOn: z.string().nullable().meta({ description: 'First day, year-month-day' }),
  endsOn: z.string().nullable().meta({ description: 'Last day, year-month-day' }),
  partnerCount: z.number().int().meta({ description: 'How many organisations take part' }),
  countries: z.array(z.string()).meta({ description: 'Countries that they come from' }),
};

const money = z.string().nullable().meta({ description: 'Major units as a decimal string' });

export const budgetView = z
  .object({
    currency: z.string().meta({ description: 'ISO 4217; amounts are never converted' }),
    total: money,
    funder: money,
    partners: money,
    funderShare: z.string().nullable().meta({ description: 'Per cent of the total, computed' }),
    partnersShare: z.string().nullable().meta({ description: 'Per cent of the total, computed' }),
    addsUp: z
      .boolean()
      .nullable()
      .meta({ description: 'Whether the parts make the total; null where one is not known' }),
    sum: z.string().nullable().meta({ description: 'What the parts make' }),
    grantPercent: z.string().nullable().meta({ description: 'Share of booked costs that the grant pays' }),
    grantCeiling: z.string().nullable().meta({ description: 'The most that the grant pays' }),
  })
  .meta({ id: 'Budget' });

const statementView = z
  .object({
    id: z.guid(),
    kind: z.enum(STATEMENT_KINDS).meta({ description: 'What it states' }),
    number: z.number().int().meta({ description: 'From 1 within its kind' }),
    text: renderedText,
    revision: z.number().int().meta({ description: 'Send it back with a change' }),
  })
  .meta({ id: 'Statement' });

const number = z.number().int();

const languageCounts = z
  .object({
    locale: z.enum(LOCALES).meta({ description: 'Language, BCP 47' }),
    original: number.meta({ description: 'Texts that were written in it' }),
    reviewed: number.meta({ description: 'Translations that a second person has read' }),
    in_review: number.meta({ description: 'Translations that wait for a second person to read them' }),
    draft: number.meta({ description: 'Translations by a person' }),
    machine: number.meta({ description: 'Translations by a machine, not checked' }),
    outdated: number.meta({ description: 'Translations whose original has changed since' }),
    missing: number.meta({ description: 'Texts without a translation' }),
  })
  .meta({ id: 'LanguageCounts' });

const sourceNoteView = z
  .object({
    id: z.guid(),
    number: z.number().int().meta({ description: 'From 1' }),
    issue: renderedText.meta({ description: 'What does not fit together in the source' }),
    treatment: renderedText.meta({ description: 'How it is shown here' }),
    revision: z.number().int().meta({ description: 'Send it back with a change' }),
  })
  .meta({ id: 'SourceNote' });

export const partnershipSummary = z.object(summaryFields).meta({ id: 'PartnershipSummary' });
export const partnershipList = z
  .object({ items: z.array(partnershipSummary) })
  .meta({ id: 'PartnershipList' });

export const partnershipView = z
  .object({
    ...summaryFields,
    purpose: renderedText.nullable().meta({ description: 'What it is for' }),
    contractReference: z.string().nullable().meta({ description: 'Contract or registry number, as printed' }),
    budget: budgetView.nullable(),
    territory: z.array(z.string()).meta({ description: 'NUTS codes' }),
    workingLocales: z.array(z.enum(LOCALES)).meta({ description: 'Languages that it works in' }),
    partners: z.array(
      z.object({
        organisation: organisationName,
        role: z.enum(PARTNER_ROLES).meta({ description: 'What it does in the partnership' }),
      }),
    ),
    statements: z.array(statementView).meta({ description: 'In the order of their kinds and numbers' }),
    sourceNotes: z.array(sourceNoteView).meta({ description: 'What is known to be wrong in the source' }),
    languages: z.array(languageCounts).meta({ description: 'How far the record has been translated' }),
    originalLocale: z.enum(LOCALES).meta({ description: 'Language that the record was written in' }),
    revision: z.number().int().meta({ description: 'Send it back with a change' }),
    can: z
      .object({ edit: z.boolean(), appoint: z.boolean(), fund: z.boolean() })
      .meta({ description: 'What you may do with it' }),
  })
  .meta({ id: 'Partnership' });

export type PartnershipRecordInput = z.output<typeof newPartnershipForm>;
export type PartnershipChanges = z.output<typeof partnershipChanges>;
export type PartnershipSummary = z.infer<typeof partnershipSummary>;
export type PartnershipView = z.infer<typeof partnershipView>;
export type BudgetView = z.infer<typeof budgetView>;
