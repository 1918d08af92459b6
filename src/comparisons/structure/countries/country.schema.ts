import { z } from 'zod';
import { COUNTRIES } from '../../../directory/countries';
import { COUNTRY_CODE, isAggregate } from '../../comparison-facts';
import { orNone } from '../facts/comparison.schema';

/** What Eurostat calls several countries together. */
export const AGGREGATES = ['EU27_2020', 'EA20', 'EU28', 'EEA30_2007'] as const;

export const country = z
  .string()
  .trim()
  .refine(
    (code) =>
      isAggregate(code)
        ? AGGREGATES.some((known) => known === code)
        : COUNTRIES.includes(code) && code !== 'EU',
    'errors:field.choice',
  )
  .meta({
    description: 'ISO 3166-1 alpha-2 (GB, GR), or a code of Eurostat for several together: EU27_2020',
  });

/** In addresses, in lower case. */
export const countryInPath = z
  .string()
  .max(12)
  .transform((code) => code.toUpperCase())
  .refine((code) => COUNTRY_CODE.test(code));

export const newCountry = z.strictObject({
  country,
  platform: orNone(z.guid('errors:field.choice'))
    .default(null)
    .meta({ description: 'Platform that answers for it; null: from sources alone' }),
});

export type NewCountry = z.output<typeof newCountry>;
