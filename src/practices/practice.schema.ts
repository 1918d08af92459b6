import { z } from 'zod';
import { baseRevision, email, line, locale, prose } from '../core/http/text.schema';
import { weight } from '../core/http/weight.schema';
import { visibleLength } from '../core/texts/text-length';
import { COUNTRIES } from '../directory/countries';
import { THEMES } from '../directory/themes';
import { amount } from '../partnerships/amount';
import { COOPERATIONS, LEVELS, LICENCES, MONEY_SOURCES, OWNER_ROLES } from './practice-facts';
import { LIMITS, type PracticeString } from './practice-strings';

/** Units of a character that no honest writer needs more of: nobody is kept counting. */
const UNITS = 32;

/** Characters at most, as readers see them. */
const visibly = <Schema extends z.ZodType<string>>(schema: Schema, max: number) =>
  schema
    .superRefine((value, context) => {
      if (visibleLength(value) > max)
        context.addIssue({ code: 'too_big', origin: 'string', maximum: max, inclusive: true, input: value });
    })
    .meta({ description: `At most ${max} characters, as readers see them` });

export const visibleLine = (max: number) => visibly(line(max * UNITS), max);
export const visibleProse = (max: number) => visibly(prose(max * UNITS), max);

const none = z.literal('').transform(() => null);
/** Forms send '' and programs null for what is not said yet. */
export const orNone = <Schema extends z.ZodType>(schema: Schema) => z.union([none, z.null(), schema]);

const day = z.iso
  .date('errors:field.date')
  .refine((value) => value >= '1900-01-01' && value < '2100-01-01', 'errors:field.date')
  .meta({ description: 'Calendar date, year-month-day' });

const some = <Value extends string>(values: readonly Value[]) =>
  z
    .array(z.enum(values))
    .max(values.length)
    .transform((chosen) => values.filter((value) => chosen.includes(value)));

export const countryCode = z
  .string()
  .refine((code) => code !== 'EU' && COUNTRIES.includes(code), 'errors:field.choice')
  .meta({ description: 'ISO 3166-1 alpha-2 (GB, not UK)' });

const posts = amount.refine((value) => Number(value) < 100_000, 'errors:field.number');

const facts = {
  ownerOrganisationId: orNone(z.guid('errors:field.choice')),
  ownerRole: orNone(z.enum(OWNER_ROLES)),
  ownerConsentAt: orNone(day),
  cooperations: some(COOPERATIONS),
  themes: some(THEMES),
  country: orNone(countryCode),
  nuts: orNone(z.string().regex(/^[A-Z]{2}[0-9A-Z]{3}$/, 'practices:problem.nuts')),
  region: orNone(visibleLine(100)),
  municipality: orNone(visibleLine(100)),
  level: orNone(z.enum(LEVELS)),
  startsOn: orNone(day),
  endsOn: orNone(day),
  ongoing: z.boolean(),
  setupAmount: orNone(amount),
  runningAmount: orNone(amount),
  currency: orNone(z.string().regex(/^[A-Z]{3}$/, 'practices:problem.currency')),
  moneyYear: orNone(z.coerce.number('errors:field.number').int('errors:field.number').min(1950).max(2100)),
  setupFte: orNone(posts),
  runningFte: orNone(posts),
  moneySources: some(MONEY_SOURCES),
  contact: orNone(email),
  licence: z.enum(LICENCES),
  quotedPerson: orNone(visibleLine(100)),
  quoteConsent: z.boolean(),
};

const words = {
  ...(Object.fromEntries(
    (Object.keys(LIMITS) as PracticeString[]).map((name) => [name, orNone(visibleProse(LIMITS[name]))]),
  ) as Record<Exclude<PracticeString, 'title'>, ReturnType<typeof orNone<ReturnType<typeof visibleProse>>>>),
  title: visibleLine(LIMITS.title).meta({ description: 'Names the practice, not the project' }),
  strapline: orNone(visibleLine(LIMITS.strapline)),
  speaker: orNone(visibleLine(LIMITS.speaker)),
};

/** Everything that is written or chosen in a case, but for its lists. */
export const practiceFields = { ...words, ...facts };
export type PracticeField = keyof typeof practiceFields;

export const ofRevision = {
  revision: baseRevision.meta({ description: 'The revision that the change is made to' }),
  weight,
};

export const practiceChanges = z.strictObject(practiceFields).partial().extend(ofRevision);

export const newPractice = z.strictObject({
  partnership: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/, 'errors:field.choice')
    .meta({ description: 'Name of the address of the partnership that it belongs to' }),
  title: words.title,
  locale: locale.meta({ description: 'Language that the case is written in; it never changes' }),
});

export type NewPractice = z.output<typeof newPractice>;
export type PracticeChanges = z.output<typeof practiceChanges>;
