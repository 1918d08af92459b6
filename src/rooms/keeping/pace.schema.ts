import { z } from 'zod';
import { hasLanguage, reasonFields, reasonOf } from './reason.schema';

/** What the form offers, in seconds; programs may set any. */
export const PACES = [0, 30, 60, 300, 900, 3600];

const DAY = 86_400;

export const newPace = z
  .strictObject({
    paceSeconds: z
      .union([
        z.number(),
        z
          .string()
          .regex(/^\d{1,5}$/)
          .transform(Number),
      ])
      .pipe(z.number().int().min(0).max(DAY))
      .meta({ description: 'Between two posts of one person; 0: as fast as she likes' }),
    ...reasonFields,
  })
  .refine(...hasLanguage)
  .transform(({ paceSeconds, ...given }) => ({ paceSeconds, reason: reasonOf(given) }));

export type NewPace = z.output<typeof newPace>;
