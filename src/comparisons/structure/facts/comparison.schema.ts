import { z } from 'zod';
import { slug } from '../../../core/http/slug.schema';
import { baseRevision, line, locale, prose } from '../../../core/http/text.schema';
import { weight } from '../../../core/http/weight.schema';
import { COMPARISON_STATUSES } from '../../comparison-facts';
import { isPeriod } from '../../period';

/** Forms send '' and programs null for what is not said. */
export const orNone = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal('').transform(() => null), z.null(), schema]);

/** Forms send words, programs yes or no. */
export const yesOrNo = z.union([z.boolean(), z.enum(['true', 'false']).transform((sent) => sent === 'true')]);

export const LICENCES = ['CC BY 4.0', 'CC BY-SA 4.0', 'CC0 1.0'] as const;

export const period = z
  .string()
  .trim()
  .max(40)
  .refine(isPeriod, 'comparisons:problem.period')
  .meta({ description: 'ISO 8601 or SDMX: 2023, 2018-S1, 2018-Q3, 2018-01-01/P18M, 2012/2014' });

const doi = z
  .string()
  .trim()
  .max(200)
  .regex(/^10\.\d{4,9}\/[\x21-\x7e]+$/, 'comparisons:problem.doi')
  .meta({ description: 'Without the address before it: 10.5281/zenodo.1234' });

export const newComparison = z.strictObject({
  partnership: slug,
  title: line(160).meta({ description: 'What is compared' }),
  locale,
  period: orNone(period).default(null),
  template: yesOrNo
    .default(false)
    .meta({ description: 'Begin with the ten dimensions and their questions, in all languages' }),
});

const fields = {
  title: line(160),
  summary: orNone(prose(2000)),
  locale,
  period: orNone(period),
  licence: z.enum(LICENCES),
  doi: orNone(doi),
};

export const comparisonChanges = z.strictObject({
  ...z.object(fields).partial().shape,
  revision: baseRevision,
  weight,
});

export const comparisonStatus = z.strictObject({
  status: z.enum(COMPARISON_STATUSES).meta({
    description:
      'draft: only those who write it see it; open: its platforms answer; closed: nothing is added',
  }),
});

export type NewComparison = z.output<typeof newComparison>;
export type ComparisonChanges = z.output<typeof comparisonChanges>;
