import { z } from 'zod';
import { hasLanguage, reasonFields, reasonOf, reasonView } from '../keeping/reason.schema';

/** A calendar day is over when it is over in the westernmost of the hub's usual countries. */
export const endOf = (day: string): Date => new Date(`${day}T22:00:00Z`);

const LATEST = '2100-01-01';

/** Forms send an empty one. */
const until = z
  .union([
    z.iso
      .date('errors:field.date')
      .refine((day) => day < LATEST && endOf(day) > new Date(), 'rooms:problem.day_over'),
    z.literal(''),
    z.null(),
  ])
  .optional()
  .transform((value) => value || null)
  .meta({ description: 'The last day; nothing: until it is lifted' });

export const newRemoval = z
  .strictObject({ personId: z.guid('errors:field.required'), until, ...reasonFields })
  .refine(...hasLanguage)
  .transform(({ personId, until: day, ...given }) => ({ personId, until: day, reason: reasonOf(given) }));

export type NewRemoval = z.output<typeof newRemoval>;

export const removalView = z
  .object({
    id: z.guid(),
    person: z.object({ id: z.guid(), name: z.string() }),
    reason: reasonView,
    until: z.iso.date().nullable().meta({ description: 'The last day; null: until it is lifted' }),
    removedAt: z.iso.datetime(),
    liftedAt: z.iso.datetime().nullable().meta({ description: 'Since when she may write again' }),
  })
  .meta({ id: 'RoomRemoval' });

export type RemovalView = z.infer<typeof removalView>;

export const removalList = z.object({
  removals: z.array(removalView).meta({ description: 'Those in force, newest first' }),
});
