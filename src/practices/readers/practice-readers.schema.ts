import { z } from 'zod';
import { locale } from '../../core/http/text.schema';
import { countryCode, visibleLine, visibleProse } from '../practice.schema';
import { ROW_LIMITS } from '../rows/row-limits';

const THIS_YEAR = () => new Date().getUTCFullYear();

/** Where else it was used, when, by whom, and what came of it. */
export const usedElsewhereInput = z.strictObject({
  country: countryCode,
  place: visibleLine(100).meta({ description: 'Town or region' }),
  year: z.coerce
    .number('errors:field.number')
    .int('errors:field.number')
    .min(1990, 'errors:field.number')
    .refine((year) => year <= THIS_YEAR(), 'errors:field.number')
    .meta({ description: 'When it began' }),
  name: visibleLine(150).meta({ description: 'Who used it, as it calls itself' }),
  result: visibleProse(ROW_LIMITS.result).meta({ description: 'What came out of it' }),
  locale,
});

export const usefulForm = z.strictObject({
  useful: z.enum(['yes', 'no']).meta({ description: 'yes: it is useful for us; no: taken back' }),
});

export const nothing = z.strictObject({});

export type UsedElsewhereInput = z.output<typeof usedElsewhereInput>;
