import { z } from 'zod';
import { locale, webAddress } from '../../core/http/text.schema';
import { LOCALES } from '../../core/i18n/locales';
import { countryCode, orNone, visibleLine, visibleProse } from '../../practices/practice.schema';
import { LIMITS, UPTAKE_STATES } from '../recommendation-facts';
import { withdrawal } from '../recommendation.schema';

const id = z.guid();
const state = z.enum(UPTAKE_STATES).meta({ description: 'How far it has come' });

/** Somewhere it is tomorrow already. */
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

const since = z.iso
  .date('errors:field.date')
  .refine((value) => value >= '1990-01-01', 'errors:field.date')
  .refine((value) => value <= tomorrow(), 'recommendations:problem.future')
  .meta({ description: 'Since when, year-month-day' });

const standing = {
  state,
  since,
  proof: orNone(visibleProse(LIMITS.proof)).default(null).meta({ description: 'What shows it, in words' }),
  address: orNone(webAddress).default(null).meta({ description: 'A page on the web that shows it' }),
  fileId: orNone(z.guid())
    .default(null)
    .meta({ description: 'A file that you have brought and that shows it' }),
  locale,
};

const who = {
  organisationId: orNone(z.guid('errors:field.choice'))
    .default(null)
    .meta({ description: 'Who took it up, of the directory' }),
  name: orNone(visibleLine(LIMITS.name))
    .default(null)
    .meta({ description: 'The same by name, for who is not in the directory' }),
  country: countryCode,
};

/** By its organisation or by name: one of the two. */
const named = (
  { organisationId, name }: { organisationId: string | null; name: string | null },
  context: z.RefinementCtx,
): void => {
  if ((organisationId === null) === (name === null))
    context.addIssue({ code: 'custom', path: ['name'], message: 'recommendations:problem.who' });
};

export const newUptake = z.strictObject({ ...who, ...standing }).superRefine(named);
export const correctedUptake = z.strictObject(who).superRefine(named);
export const uptakeUpdate = z.strictObject(standing);
export type NewUptake = z.output<typeof newUptake>;
export type CorrectedUptake = z.output<typeof correctedUptake>;
export type UptakeUpdate = z.output<typeof uptakeUpdate>;
export { withdrawal };

const said = z
  .object({
    text: z.string().meta({ description: 'In the language of whoever wrote it' }),
    locale: z.enum(LOCALES).meta({ description: 'That language' }),
  })
  .nullable();

export const uptakeView = z
  .object({
    id: id.meta({ description: 'Its id' }),
    who: z
      .object({
        name: z.string().meta({ description: 'Who took it up' }),
        locale: z.string().nullable().meta({ description: 'Language of the name, if it is known' }),
        slug: z.string().nullable().meta({ description: 'In the address of the organisation' }),
        organisationId: id.nullable().meta({ description: 'null for who is not in the directory' }),
      })
      .meta({ description: 'Who took it up' }),
    country: z.string().meta({ description: 'ISO 3166-1 alpha-2' }),
    state,
    since: z.string().meta({ description: 'Since when, year-month-day' }),
    history: z
      .array(
        z.object({
          state,
          since: z.string().meta({ description: 'Since when, year-month-day' }),
          proof: said.meta({ description: 'What shows it, in words' }),
          address: z.string().nullable().meta({ description: 'A page on the web that shows it' }),
          file: z
            .object({
              address: z.string().meta({ description: 'Where the file is' }),
              name: z.string().meta({ description: 'Its name' }),
              type: z.string().meta({ description: 'Media type' }),
              size: z.int().meta({ description: 'Bytes' }),
            })
            .nullable()
            .meta({ description: 'A file that shows it' }),
          toldBy: z.string().nullable().meta({ description: 'Who told it; null when she is gone' }),
          toldAt: z.iso.datetime().meta({ description: 'When, UTC' }),
        }),
      )
      .meta({ description: 'How it came there, newest first' }),
    withdrawal: said.meta({ description: 'Why it does not count; null: it does' }),
    can: z
      .object({ update: z.boolean(), withdraw: z.boolean(), correct: z.boolean() })
      .meta({ description: 'What you may do with it' }),
  })
  .meta({ id: 'Uptake' });
export type UptakeView = z.output<typeof uptakeView>;

export const uptakeList = z.object({ items: z.array(uptakeView).meta({ description: 'Oldest first' }) });
