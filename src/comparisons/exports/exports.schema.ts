import { z } from 'zod';

/** Published versions count from 1; more digits than this no database takes. */
export const versionSchema = z.coerce.number().int().min(1).max(2_147_483_647);

const code = (description: string) =>
  z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,40}$/)
    .optional()
    .meta({ description });

/** The part of a comparison that is wanted. */
export const narrowingSchema = z.strictObject({
  country: code('One country alone, by its code'),
  dimension: code('One dimension alone, by its code'),
  locale: z.string().max(10).optional().meta({ description: 'Language of labels, BCP 47' }),
});
export type NarrowingQuery = z.output<typeof narrowingSchema>;
