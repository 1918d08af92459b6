import { z } from 'zod';
import { baseRevision, line, locale, prose } from '../../../core/http/text.schema';
import { weight } from '../../../core/http/weight.schema';
import { orNone } from '../facts/comparison.schema';

const title = line(160).meta({ description: 'From which side the countries are looked at' });
const description = orNone(prose(1000));

export const newDimension = z.strictObject({ title, description: description.default(null), locale });

export const dimensionChanges = z.strictObject({
  ...z.object({ title, description, locale }).partial().shape,
  revision: baseRevision,
  weight,
});

export const move = z.strictObject({ direction: z.enum(['up', 'down']) });

export type NewDimension = z.output<typeof newDimension>;
export type DimensionChanges = z.output<typeof dimensionChanges>;
