import { z } from 'zod';
import { COUNTRY_CODE } from '../../comparison-facts';
import { orNone, yesOrNo } from '../facts/comparison.schema';
import { STEPS } from './steps';

const day = z.iso
  .date('errors:field.date')
  .refine((value) => value >= '2000-01-01' && value < '2100-01-01', 'errors:field.date')
  .meta({ description: 'Calendar date, year-month-day' });

export const stepName = z.enum(STEPS).meta({ description: 'One of the steps of a comparison' });

export const stepCountry = z
  .union([z.literal(''), z.string().regex(COUNTRY_CODE)])
  .default('')
  .meta({ description: 'Country that takes it; empty for steps that are taken once for all' });

export const stepAt = z.strictObject({ country: stepCountry });

export const stepChanges = z.strictObject({
  owner: orNone(z.guid('errors:field.choice')).meta({ description: 'Person who sees to it' }),
  dueOn: orNone(day).meta({ description: 'When it is to be done' }),
  revision: z.coerce
    .number()
    .int()
    .min(0)
    .max(2_147_483_647)
    .meta({ description: 'The revision that the change is made to; 0: nothing was said of it' }),
});

export const stepDone = z.strictObject({ done: yesOrNo });
export const stepPlan = z.strictObject({ start: day });

export const stepList = z
  .object({
    items: z.array(
      z.object({
        step: stepName,
        country: z.string().nullable().meta({ description: 'Country that takes it; null: one for all' }),
        owner: z
          .object({ id: z.guid(), name: z.string() })
          .nullable()
          .meta({ description: 'Who sees to it' }),
        dueOn: z.string().nullable().meta({ description: 'When it is to be done' }),
        doneAt: z.iso.datetime().nullable().meta({ description: 'When it was done' }),
        overdue: z.boolean().meta({ description: 'Its day has passed, and it is not done' }),
        revision: z.number().int().meta({ description: 'Send it back with a change' }),
      }),
    ),
  })
  .meta({ id: 'ComparisonSteps' });

export type StepChanges = z.output<typeof stepChanges>;
export type StepList = z.infer<typeof stepList>;
